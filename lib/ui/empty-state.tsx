/** Why there is nothing to show, what that means, and what the reader can do about it. */
import { assertNever } from '@/lib/core/assert-never.ts';
import type { Forbidden, PageView, ReaderEvents } from './page-view.ts';
import { formatNumber, plural, t, type MessageKey } from './text.ts';

type Advice = {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly does: 'read' | 'grant' };
};

type EmptyStateProps = {
  readonly page: PageView;
  readonly events: Pick<ReaderEvents, 'onRead' | 'onGrant'>;
};

/** Draws nothing for a page that has marks. */
export function EmptyState({ page, events }: EmptyStateProps) {
  const advice = adviceOn(page);
  if (advice === null) return null;
  const { title, text, action } = advice;
  return (
    <section class="empty" role={page.kind === 'reading' ? 'status' : undefined}>
      <h2>{title}</h2>
      <p>{text}</p>
      {action !== undefined && (
        <button type="button" class="primary" onClick={action.does === 'read' ? events.onRead : events.onGrant}>
          {action.label}
        </button>
      )}
    </section>
  );
}

export function adviceOn(page: PageView): Advice | null {
  switch (page.kind) {
    case 'unread':
      return { title: t('unreadTitle'), text: t('unreadText'), action: { label: t('readPage'), does: 'read' } };
    case 'off':
      return { title: t('offTitle'), text: t('offText'), action: { label: t('readOnce'), does: 'read' } };
    case 'permission':
      return { title: t('permissionTitle'), text: t('permissionText'), action: { label: t('grant'), does: 'grant' } };
    case 'forbidden':
      return { title: t('forbiddenTitle'), text: t(FORBIDDEN[page.why]) };
    case 'reading':
      return { title: t('readingTitle'), text: t('readingText') };
    case 'no-article':
      return { title: t('noArticleTitle'), text: t(NO_ARTICLE[page.why]), action: again() };
    case 'no-story':
      return { title: noStoryTitle(page.packs), text: t('noStoryText') };
    case 'failed':
      return { title: t('failedTitle'), text: t(FAILED[page.why]), action: again() };
    case 'read':
      if (page.marks.length > 0) return null;
      return page.complete
        ? { title: t('noMatchTitle'), text: t('noMatchText') }
        : { title: t('readingTitle'), text: t('readingText') };
    default:
      return assertNever(page);
  }
}

const again = () => ({ label: t('readAgain'), does: 'read' }) as const;

const noStoryTitle = (packs: number): string => t('noStoryTitle', formatNumber(0), plural('packsSwitchedOn', packs));

const FORBIDDEN = {
  browser: 'forbiddenBrowser',
  store: 'forbiddenStore',
  pdf: 'forbiddenPdf',
  file: 'forbiddenFile',
} as const satisfies Record<Forbidden, MessageKey>;

const NO_ARTICLE = {
  'no-text': 'noArticleNoText',
  'too-short': 'noArticleTooShort',
  'list-of-links': 'noArticleListOfLinks',
} as const;

const FAILED = { library: 'failedLibrary', page: 'failedPage' } as const;
