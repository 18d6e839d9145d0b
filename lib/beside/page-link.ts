/** The page that popup or panel stand beside: a tab's, over messages, or one of our own. */
import type { PageState } from '@/lib/core/marks.ts';
import { callPage, onPageNews } from '@/lib/messages/bus.ts';
import type { Session } from '@/lib/reading/session.ts';
import { notesOfTab, type NoteLink } from './note-link.ts';

/** Every call throws a MessageError of kind `absent` where nothing reads the page. */
export type PageLink = {
  readonly state: () => Promise<PageState>;
  readonly pick: (mark: number) => Promise<unknown>;
  readonly walk: (step: 1 | -1) => Promise<unknown>;
  readonly reread: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
  /** Calls `listener` whenever `state` may say something new. */
  readonly onNews: (listener: () => void, signal: AbortSignal) => void;
  /** Null where the page takes no notes. */
  readonly notes: NoteLink | null;
};

export function linkToTab(tabId: number): PageLink {
  return {
    state: () => callPage(tabId, 'page.state'),
    pick: (mark) => callPage(tabId, 'page.pick', { mark, scroll: true }),
    walk: (step) => callPage(tabId, 'page.walk', { step }),
    reread: () => callPage(tabId, 'page.reread'),
    stop: () => callPage(tabId, 'page.stop'),
    onNews: (listener, signal) => onPageNews((from) => from === tabId && listener(), signal),
    notes: notesOfTab(tabId),
  };
}

/** `news` carries what the session announces: dispatch `page.changed` on it. */
export function linkToSession(session: Session, news: EventTarget): PageLink {
  const now = (work: () => void) => {
    work();
    return Promise.resolve();
  };
  return {
    state: () => Promise.resolve(session.state()),
    pick: (mark) => now(() => session.pick(mark, true)),
    walk: (step) => now(() => session.walk(step)),
    reread: () => now(() => session.reread()),
    stop: () => Promise.resolve(),
    onNews: (listener, signal) => news.addEventListener('page.changed', listener, { signal }),
    notes: null,
  };
}
