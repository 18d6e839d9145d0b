/**
 * The reading of one page: extract → gate → ask → paint, and again when the page changes. Owns what is known of the
 * page; the background may die between any two steps, so nothing of it is kept there.
 */
import type { Article, Sentence, Span } from '@/lib/core/article.ts';
import type { ArticleHead, Mark, PackSummary, PageState } from '@/lib/core/marks.ts';
import { rangesOf, type TextIndex } from '@/lib/article/text-index.ts';
import { readArticleInSlices } from '@/lib/article/read-article.ts';
import { gate, type Fingerprint } from '@/lib/matching/gate.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { MatchAnswer, MatchAsk } from '@/lib/messages/protocol.ts';
import { visibleFirst } from './visible-first.ts';

/** The background, as the reader of a page needs it. */
export type Ask = {
  readonly fingerprints: () => Promise<readonly Fingerprint[]>;
  readonly match: (ask: MatchAsk) => Promise<MatchAnswer>;
};

export type LiveMark = { readonly mark: Mark; readonly span: Span; readonly ranges: readonly Range[] };
export type Page = { readonly document: Document; readonly address: () => string };

export type Reader = {
  /** Reads the page, or reads it again; resolves when all is marked. A later call overtakes an earlier one. */
  readonly read: () => Promise<void>;
  /** As `read`, with nothing remembered: the library or the reader's feedback has changed. */
  readonly reread: () => Promise<void>;
  readonly state: () => PageState;
  /** The reading broke off: says so, and keeps the marks that are there. */
  readonly fail: (why: 'library' | 'page') => void;
  /** Index into `marks` of the one the reader chose, or null for none. It stays chosen when the page is read again. */
  readonly pick: (mark: number | null) => void;
  readonly picked: () => number | null;
  /** In reading order, as painted. */
  readonly marks: () => readonly LiveMark[];
  readonly index: () => TextIndex | null;
  /** Null where the page has none. */
  readonly article: () => Article | null;
};

/** What the background said of a sentence; null: nothing. */
type Answer = { readonly kind: 'shown' | 'hidden'; readonly mark: Mark } | null;

/** Sentences that the first question carries: the first marks are there before the rest is asked. */
const FIRST_CHUNK = 8;
/** Each further question carries as many times more: every answer is painted, and painting has its price. */
const GROWTH = 3;

/** `changed` is called whenever `state` or `marks` say something new. Ends with `signal`. */
export function createReader(page: Page, ask: Ask, changed: () => void, signal: AbortSignal): Reader {
  let state: PageState = { kind: 'reading' };
  let live: { article: Article; index: TextIndex } | null = null;
  let marks: readonly LiveMark[] = [];
  let answered = new Map<string, Answer>();
  let turn = 0;
  let chosen: Mark | null = null;

  const show = (next: PageState, nextMarks: readonly LiveMark[] = []) => {
    state = next;
    marks = nextMarks;
    changed();
  };

  async function read(): Promise<void> {
    const mine = ++turn;
    const overtaken = () => signal.aborted || mine !== turn;
    const result = await readArticleInSlices(page.document, page.address(), { signal });
    if (overtaken()) return;
    if (result.kind === 'no-article') {
      live = null;
      show(result);
      return;
    }
    live = result;
    const head = headOf(result.article, page.address());
    const prints = await ask.fingerprints();
    if (overtaken()) return;
    const packs = packsToldBy(result.article, prints);
    if (packs.length === 0) {
      show({ kind: 'no-story', article: head, packs: prints.length });
      return;
    }
    await matchAll(result.article, result.index, { head, packs, overtaken });
  }

  async function matchAll(article: Article, index: TextIndex, { head, packs, overtaken }: Round): Promise<void> {
    const open = article.sentences.flatMap(({ text }, at) => (answered.has(text) ? [] : [at]));
    const order = visibleFirst(page.document, open, (at) => firstRange(index, article.sentences[at]));
    const showSoFar = (complete: boolean) => {
      const found = liveMarks(article, index, answered);
      const hidden = [...answered.values()].flatMap((answer) => (answer?.kind === 'hidden' ? [answer.mark] : []));
      const shown = found.map(({ mark }) => mark);
      show({ kind: 'read', article: head, packs, complete, marks: shown, hidden, picked: null }, found);
    };
    if (order.length < article.sentences.length) showSoFar(order.length === 0);
    const asked = { article: toMatch(article), packs: packs.map(({ id }) => id) };
    for (const which of chunksOf(order)) {
      const { marks: found, hidden } = await ask.match({ ...asked, which });
      if (overtaken()) return;
      for (const at of which) answered.set(article.sentences[at]?.text ?? '', null);
      for (const mark of found) answered.set(mark.text, { kind: 'shown', mark });
      for (const mark of hidden) answered.set(mark.text, { kind: 'hidden', mark });
      showSoFar(which.at(-1) === order.at(-1));
    }
  }

  const picked = () => (chosen === null ? null : placeOf(chosen, marks));
  return {
    read,
    reread() {
      answered = new Map();
      return read();
    },
    state: () => (state.kind === 'read' ? { ...state, picked: picked() } : state),
    fail(why) {
      // A page that was read before is still read: a failed second reading takes nothing away.
      if (state.kind !== 'read' || !state.complete) show({ kind: 'failed', why }, marks);
    },
    pick(mark) {
      chosen = mark === null ? null : (marks[mark]?.mark ?? null);
      changed();
    },
    picked,
    marks: () => marks,
    index: () => live?.index ?? null,
    article: () => live?.article ?? null,
  };
}

type Round = { readonly head: ArticleHead; readonly packs: readonly PackSummary[]; readonly overtaken: () => boolean };

function chunksOf(order: readonly number[]): (readonly number[])[] {
  const chunks: (readonly number[])[] = [];
  for (let from = 0, size = FIRST_CHUNK; from < order.length; from += size, size *= GROWTH)
    chunks.push(order.slice(from, from + size));
  return chunks;
}

function packsToldBy(article: Article, prints: readonly Fingerprint[]): PackSummary[] {
  const told = new Set(gate(article.text, prints));
  return prints.flatMap(({ pack }) => (told.has(pack.id) ? [pack] : []));
}

/** Where the chosen mark stands now: the same sentence at the same place, else the same sentence. */
function placeOf({ text, match }: Mark, marks: readonly LiveMark[]): number | null {
  const same = marks.flatMap(({ mark }, at) => (mark.text === text ? [at] : []));
  return same.find((at) => marks[at]?.mark.match.sentence === match.sentence) ?? same[0] ?? null;
}

/** The same sentence twice in an article is marked twice. */
function liveMarks(article: Article, index: TextIndex, answered: ReadonlyMap<string, Answer>): LiveMark[] {
  return article.sentences.flatMap((sentence, at) => {
    const answer = answered.get(sentence.text);
    if (answer?.kind !== 'shown') return [];
    const mark = { ...answer.mark, match: { ...answer.mark.match, sentence: at } };
    return [{ mark, span: sentence, ranges: rangesOf(index, sentence) }];
  });
}

const firstRange = (index: TextIndex, sentence: Sentence | undefined): Range | null =>
  sentence === undefined ? null : (rangesOf(index, { start: sentence.start, end: sentence.start + 1 })[0] ?? null);

function headOf({ title, byline, outlet, url, published, language, sentences }: Article, address: string): ArticleHead {
  return { title, byline, outlet, url: url ?? address, published, language, sentences: sentences.length };
}

function toMatch({ title, url, published, language, sentences }: Article): ArticleToMatch {
  return {
    title,
    url,
    published,
    language,
    sentences: sentences.map(({ text, role, block }) => ({ text, role, block })),
  };
}
