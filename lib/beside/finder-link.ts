/** The library page's end of the line to its worker. Of several questions in a row only the last needs an answer. */
import type { ArticlesAnswer, FinderAsk, FinderSay, Progress } from '@/lib/finder/finder-messages.ts';
import type { NoteSearch, NotesFound } from '@/lib/finder/note-finder.ts';
import { parseFinderSay } from '@/lib/finder/parse-finder-messages.ts';

export type FinderNews = {
  readonly progress: (progress: Progress) => void;
  readonly changed: () => void;
  readonly failed: (cause: unknown) => void;
};

export type Finder = {
  /** Never settles where a later question took its place. */
  readonly notes: (search: NoteSearch) => Promise<NotesFound>;
  readonly articles: (text: string) => Promise<ArticlesAnswer>;
  /** Tells `news` until the returned function is called; at once, how far the worker is. */
  readonly follow: (news: FinderNews) => () => void;
};

export type WorkerPort = {
  readonly post: (ask: FinderAsk) => void;
  readonly onSay: (heard: (said: unknown) => void) => void;
  readonly onError: (failed: (cause: unknown) => void) => void;
};

export const portOf = (worker: Worker): WorkerPort => ({
  post: (ask) => worker.postMessage(ask),
  onSay: (heard) => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard(data)),
  onError: (failed) => worker.addEventListener('error', ({ message }) => failed(new Error(message))),
});

export function connectFinder({ post, onSay, onError }: WorkerPort): Finder {
  const followers = new Set<FinderNews>();
  let last = 0;
  let progress: Progress | null = null;
  const waiting = {
    notes: new Map<number, (answer: NotesFound) => void>(),
    articles: new Map<number, (answer: ArticlesAnswer) => void>(),
  };
  const fail = (cause: unknown): void => followers.forEach(({ failed }) => failed(cause));
  const hear = (said: FinderSay): void => {
    if (said.say === 'notes') settle(waiting.notes, said.number, said);
    else if (said.say === 'articles') settle(waiting.articles, said.number, said);
    else if (said.say === 'failed') fail(new Error(said.message));
    else if (said.say === 'changed') followers.forEach(({ changed }) => changed());
    else followers.forEach((one) => one.progress((progress = { done: said.done, of: said.of })));
  };
  onSay((said) => hear(parseFinderSay(said)));
  onError(fail);

  return {
    notes: (search) =>
      new Promise((resolve) => {
        waiting.notes.set(++last, resolve);
        post({ ask: 'notes', number: last, search });
      }),
    articles: (text) =>
      new Promise((resolve) => {
        waiting.articles.set(++last, resolve);
        post({ ask: 'articles', number: last, text });
      }),
    follow(news) {
      followers.add(news);
      if (progress !== null) news.progress(progress);
      return () => followers.delete(news);
    },
  };
}

/** Answers come in order: whatever was asked before this one is of no interest any more. */
function settle<T>(waiting: Map<number, (answer: T) => void>, number: number, answer: T): void {
  const resolve = waiting.get(number);
  for (const earlier of [...waiting.keys()]) if (earlier <= number) waiting.delete(earlier);
  resolve?.(answer);
}
