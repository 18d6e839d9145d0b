/** A link out of the extension. It opens only when clicked and tells the site nothing of where it was. */
import type { ComponentChildren } from 'preact';
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
    <OutAnchor href={href} label={t('linkAbout', text, about)}>
      {text}
    </OutAnchor>
  );
}

type OutAnchorProps = {
  /** One that may be opened: the caller has looked. */
  readonly href: string;
  readonly label?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
};

export function OutAnchor({ href, label, title, children }: OutAnchorProps) {
  return (
    <a
      class="out"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      aria-label={label}
      title={title}
    >
      {children}
      <Icon name="out" />
    </a>
  );
}
