/** A link out of the extension. It opens only when clicked and tells the site nothing of where it was. */
import { Icon } from './icon.tsx';
import { t } from './text.ts';

type OutLinkProps = {
  readonly href: string;
  readonly text: string;
  /** What it opens, for those who hear the links of a page as a list. */
  readonly about: string;
};

/** Only http(s) addresses become links: a pack may come from anywhere. */
export function OutLink({ href, text, about }: OutLinkProps) {
  if (!/^https?:\/\//i.test(href)) return <span>{href}</span>;
  return (
    <a
      class="out"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      aria-label={t('linkAbout', text, about)}
    >
      {text}
      <Icon name="out" />
    </a>
  );
}
