/** The library page's worker: knows every note and article, answers what is searched, and says when that has changed. */
import type { ArticleKey } from '@/lib/core/ids.ts';
import { findArticles } from '@/lib/finder/article-finder.ts';
import type { FinderAsk, FinderSay } from '@/lib/finder/finder-messages.ts';
import { createNoteFinder, type NoteFinder } from '@/lib/finder/note-finder.ts';
import { parseFinderAsk } from '@/lib/finder/parse-finder-messages.ts';
import { articleKey } from '@/lib/core/parse-note.ts';
import type { EntrySource } from '@/lib/storage/entry-source.ts';
import type { TableChange } from '@/lib/storage/library-changes.ts';
import { gatherBulk } from './bulk-changes.ts';
import { createFinderMemory } from './finder-memory.ts';
import { createFinderTexts, type FinderTexts } from './finder-texts.ts';

export type FinderPort = {
  readonly say: (say: FinderSay, transfer?: readonly ArrayBuffer[]) => void;
  readonly watch: (changed: (change: TableChange) => void) => () => void;
};

/** Milliseconds between two announcements while much is changing, and until a quiet moment to write down what is known. */
const PAUSE = 150;
const QUIET = 4000;
/** Milliseconds without more, after which what many rows have become is taken up. */
const BULK = 1000;

/** Call the answer with what the page asks. */
export function serveFinder(source: EntrySource, { say, watch }: FinderPort): (asked: unknown) => void {
  const finder = createNoteFinder();
  const memory = createFinderMemory(finder, source);
  const texts = createFinderTexts(source);
  const fail = (cause: unknown): void =>
    say({ say: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  const announce = atMostEvery(PAUSE, () => say({ say: 'changed' }));
  // A cache that cannot be written, on a full disk for one, is missed at the next visit and not before.
  const keepSoon = whenQuiet(QUIET, () => void memory.keep().catch(() => undefined));

  let work: Promise<unknown> | null = null;
  const announceAll = (): void => {
    announce();
    keepSoon();
  };
  /** Waits for the first question: until the page has shown its first rows, the disk is its own. */
  function start(): void {
    // One after the other: a change that comes in while all is being read must not be lost under it.
    work = memory.load((progress) => say({ say: 'progress', ...progress })).then(announceAll, fail);
    const follow = (change: TableChange): void => {
      if (change.table === 'texts' || change.table === 'articles')
        texts.forget(change.keys?.map((key) => articleKey(key, 'texts')) ?? null);
      work = Promise.resolve(work)
        .then(() => memory.follow(change))
        .then(announceAll, fail);
    };
    watch(gatherBulk(BULK, follow));
  }

  return (asked) => {
    const ask = parseFinderAsk(asked);
    if (work === null) start();
    if (ask.ask === 'notes') answerNotes(finder, ask, say);
    else answerArticles({ finder, texts, announce, fail }, ask, say);
  };
}

type NotesAsk = Extract<FinderAsk, { ask: 'notes' }>;
type ArticlesAsk = Extract<FinderAsk, { ask: 'articles' }>;

function answerNotes(finder: NoteFinder, { number, search }: NotesAsk, say: FinderPort['say']): void {
  const found = finder.find(search);
  say({ say: 'notes', number, ...found }, [found.ids.buffer]);
}

type ArticleSearch = {
  readonly finder: NoteFinder;
  readonly texts: FinderTexts;
  readonly announce: () => void;
  readonly fail: (cause: unknown) => void;
};

function answerArticles(
  { finder, texts, announce, fail }: ArticleSearch,
  { number, text }: ArticlesAsk,
  say: FinderPort['say'],
): void {
  const all = finder.articles();
  const noted = finder.perArticle();
  const countOf = (keys: readonly ArticleKey[]) => keys.reduce((sum, key) => sum + (noted.get(key) ?? 0), 0);
  const articles = findArticles(all, text, texts.of).map(({ key, keys }) => [key, countOf(keys)] as const);
  say({ say: 'articles', number, articles, of: all.size, textsSearched: Math.min(texts.read(), all.size) });
  const isMissing = texts.read() < all.size;
  if (text.trim() !== '' && isMissing)
    texts
      .load(
        [...all].map(({ key }) => key),
        announce,
      )
      .catch(fail);
}

function atMostEvery(pause: number, act: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      act();
    }, pause);
  };
}

function whenQuiet(pause: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, pause);
  };
}
