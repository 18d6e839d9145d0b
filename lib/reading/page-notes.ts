/**
 * The reader's notes on one page: asks for them, finds them all in one pass over the page's text, and again when the
 * page changes. Pages without notes cost nothing: their text is not gone through.
 */
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
import type { AnchorResult } from '@/lib/anchor/anchor-result.ts';
import { indexPage, type PageIndex } from '@/lib/anchor/page-index.ts';
import { keysOfPage } from '@/lib/article/page-keys.ts';
import { indexWholePageInSlices, type WholePage } from '@/lib/article/page-text.ts';
import { runInSlices, type Steps } from '@/lib/article/steps.ts';
import { rangesOf } from '@/lib/article/text-index.ts';
import type { Span } from '@/lib/core/article.ts';
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { AnchorState, NoteDraft } from '@/lib/core/note.ts';
import type { Anchored, NotesOnPage, PageNote } from '@/lib/messages/note-protocol.ts';
import type { Page } from './reader.ts';

export type LiveNote = {
  readonly note: PageNote;
  readonly state: AnchorState;
  /** Of the page's text; null where the note is on the whole page or was not found in one place. */
  readonly span: Span | null;
  readonly ranges: readonly Range[];
};

/** The text of the page as it was gone through last. */
export type LivePage = { readonly whole: WholePage; readonly index: PageIndex };

export type NotesAsk = {
  readonly notesOn: (ask: { keys: readonly ArticleKey[] }) => Promise<NotesOnPage>;
  readonly anchored: (ask: { found: readonly Anchored[] }) => Promise<unknown>;
};

export type PageNotesKeeper = {
  /** Asks for the page's notes and finds them. A later call overtakes an earlier one. */
  readonly refresh: () => Promise<void>;
  /** The page has changed: finds the notes again. Resolves to whether anything came out different. */
  readonly find: () => Promise<boolean>;
  /** In reading order; what was not found last. */
  readonly notes: () => readonly LiveNote[];
  readonly drafts: () => readonly NoteDraft[];
  /** Of the page as it is now; the first is the one to keep new notes under. */
  readonly keys: () => readonly ArticleKey[];
  /** As of the last look; null where there was no need to. */
  readonly page: () => LivePage | null;
  /** The page's text as it is now; null once the session has ended. */
  readonly look: () => Promise<LivePage | null>;
};

/** `changed` is called whenever `notes` say something new. Ends with `signal`. */
export function keepPageNotes(page: Page, ask: NotesAsk, changed: () => void, signal: AbortSignal): PageNotesKeeper {
  const keys = () => keysOfPage(page.document, page.address());
  let held: readonly PageNote[] = [];
  let drafts: readonly NoteDraft[] = [];
  let live: readonly LiveNote[] = [];
  let looked: LivePage | null = null;
  let turn = 0;
  let asked = 0;

  async function look(): Promise<LivePage | null> {
    const whole = await indexWholePageInSlices(page.document, { signal });
    if (whole === null) return null;
    looked = { whole, index: indexPage(whole.text, whole.headings) };
    return looked;
  }

  /** Whoever is overtaken waits for the one that overtook: what they then see is at least as new. */
  let latestFind: Promise<boolean> = Promise.resolve(false);
  let latestRefresh: Promise<void> = Promise.resolve();

  const find = (): Promise<boolean> => (latestFind = findNow());
  async function findNow(): Promise<boolean> {
    const mine = ++turn;
    if (held.length === 0 && live.length === 0) return false;
    const now = held.some(({ passage }) => passage !== null) ? await look() : null;
    const found = await runInSlices(findNotes(held, now), { signal });
    if (found === null) return false;
    if (mine !== turn) return latestFind;
    const before = fingerprintOf(live);
    live = found;
    const different = fingerprintOf(live) !== before;
    // Painted anew in any case: the words may stand in other nodes.
    changed();
    if (different) await ask.anchored({ found: live.map(({ note, state }) => ({ note: note.id, state })) });
    return different;
  }

  const refresh = (): Promise<void> => (latestRefresh = refreshNow());
  async function refreshNow(): Promise<void> {
    const mine = ++asked;
    const found = await ask.notesOn({ keys: keys() });
    if (signal.aborted) return;
    if (mine !== asked) return latestRefresh;
    held = found.notes;
    drafts = found.drafts;
    await find();
  }

  return { refresh, find, notes: () => live, drafts: () => drafts, keys, page: () => looked, look };
}

/** One after the other, so that the work can be put down: a page of a newsroom may have hundreds. */
function* findNotes(notes: readonly PageNote[], page: LivePage | null): Steps<LiveNote[]> {
  const live: LiveNote[] = [];
  for (const note of notes) {
    if (note.passage === null) live.push({ note, state: { kind: 'found' }, span: null, ranges: [] });
    else {
      const [result] = page === null ? [] : anchorAll(page.index, [note.passage]);
      live.push(toLive(note, result ?? { kind: 'orphan' }, page));
    }
    yield 'pause';
  }
  return live.sort((a, b) => placeOf(a) - placeOf(b));
}

function toLive(note: PageNote, result: AnchorResult, page: LivePage | null): LiveNote {
  if (page === null || result.kind === 'orphan') return { note, state: { kind: 'orphan' }, span: null, ranges: [] };
  if (result.kind === 'ambiguous') {
    const state = { kind: 'ambiguous', places: result.spans.length } as const;
    return { note, state, span: null, ranges: [] };
  }
  const { span } = result;
  const now = page.index.text.slice(span.start, span.end);
  const state: AnchorState = result.kind === 'fuzzy' ? { kind: 'changed', now } : { kind: 'found' };
  return { note, state, span, ranges: rangesOf(page.whole, span) };
}

/** Notes on the whole page first, what was not found last. */
const placeOf = ({ note, span }: LiveNote): number =>
  note.passage === null ? -1 : (span?.start ?? Number.MAX_SAFE_INTEGER);

const fingerprintOf = (live: readonly LiveNote[]): string =>
  JSON.stringify(live.map(({ note, state, span }) => [note, state, span]));
