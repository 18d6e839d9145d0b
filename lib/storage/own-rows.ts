/**
 * All that is the reader's, row by row: what a backup holds. Left out is what this device alone knows (where passages
 * were found) and what can be made again (vectors of packs, the search's memory, packs that ship with the extension).
 */
import type { Collection, IndexableType } from 'dexie';
import type { PackId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { parseArticleText, parseSavedArticle } from '@/lib/core/parse-article.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import type { DraftRow } from './note-rows.ts';
import { readPackRows, type PackRows } from './pack-rows.ts';
import { parseDraftRow } from './parse-own-rows.ts';
import { parseFeedbackRow, parsePackRow, parseSettingRow } from './parse-rows.ts';
import { readable } from './readable.ts';
import type { FeedbackRow, SettingRow } from './rows.ts';

/** Tables whose rows stand for themselves. */
export type PlainRows = {
  readonly settings: SettingRow;
  readonly feedback: FeedbackRow;
  readonly articles: SavedArticle;
  readonly texts: ArticleText;
  readonly notes: Note;
  readonly drafts: DraftRow;
};
export type PlainTable = keyof PlainRows;

/** `switchedOff`: built-in packs that the reader has switched off. `packs`: the reader's own, each as a whole. */
export type OwnRows = PlainRows & { readonly switchedOff: PackId; readonly packs: PackRows };
export type OwnSection = keyof OwnRows;
export type OwnRow = { [S in OwnSection]: { readonly section: S; readonly row: OwnRows[S] } }[OwnSection];

export const PARSE_ROW: { readonly [T in PlainTable]: (row: unknown) => PlainRows[T] } = {
  settings: parseSettingRow,
  feedback: parseFeedbackRow,
  articles: (row) => parseSavedArticle(row),
  texts: (row) => parseArticleText(row),
  notes: (row) => parseNote(row),
  drafts: parseDraftRow,
};

export type OwnRowSource = {
  /** Section by section, in the order of their keys. Damaged rows are left out. */
  readonly each: () => AsyncGenerator<OwnRow, void>;
  /** How many there are, about: for a measure of progress. */
  readonly count: () => Promise<number>;
  /** Whether there is nothing that the reader has read, written, said or brought along. */
  readonly isEmpty: () => Promise<boolean>;
};

/** Rows read at once. Texts may be long. */
const [BATCH, BATCH_OF_TEXTS] = [1000, 50];

export function createOwnRowSource(db: LibraryDb): OwnRowSource {
  const packs = () => guarded(async () => (await db.packs.toArray()).flatMap((row) => readable(row, parsePackRow)));
  const countOf = (...tables: readonly PlainTable[]): Promise<number> =>
    guarded(async () => {
      const counts = await Promise.all(tables.map((table) => db.table(table).count()));
      return counts.reduce((sum, count) => sum + count, 0);
    });
  return {
    async *each() {
      // What others refer to comes first: cut short at any place, a restored library has no loose ends.
      yield* plain(db, 'settings');
      const held = await packs();
      for (const { id, from, on } of held) if (from === 'built-in' && !on) yield { section: 'switchedOff', row: id };
      for (const { id, from } of held)
        if (from === 'reader') yield* (await readPackRows(db, id)).map((row) => ({ section: 'packs', row }) as const);
      yield* plain(db, 'feedback');
      yield* plain(db, 'articles');
      yield* plain(db, 'texts');
      yield* plain(db, 'notes');
      yield* plain(db, 'drafts');
    },
    count: () => countOf('settings', 'feedback', 'articles', 'texts', 'notes', 'drafts'),
    isEmpty: async () => {
      const own = (await packs()).some(({ from }) => from === 'reader');
      return !own && (await countOf('feedback', 'articles', 'texts', 'notes', 'drafts')) === 0;
    },
  };
}

async function* plain<T extends PlainTable>(db: LibraryDb, table: T) {
  for await (const row of inKeyOrder(db, table))
    yield* readable(row, PARSE_ROW[table]).map((parsed) => ({ section: table, row: parsed }) as const);
}

type Portion = readonly [rows: unknown[], keys: IndexableType[]];

/** A portion after the other: whatever changes meanwhile, each row is whole and comes once. */
async function* inKeyOrder(db: LibraryDb, name: PlainTable): AsyncGenerator<unknown, void> {
  const table = db.table<unknown>(name);
  const size = name === 'texts' ? BATCH_OF_TEXTS : BATCH;
  const portion = (after: Collection<unknown>): Promise<Portion> =>
    guarded(() =>
      db.transaction('r', table, () => Promise.all([after.limit(size).toArray(), after.limit(size).primaryKeys()])),
    );
  let next: Promise<Portion> | null = portion(table.toCollection());
  while (next !== null) {
    const [rows, keys]: Portion = await next;
    const last: IndexableType | undefined = keys.length < size ? undefined : keys.at(-1);
    // Asked for before this one is used: the disk works meanwhile.
    next = last === undefined ? null : portion(table.where(':id').above(last));
    // Nobody may be waiting for it any more when it fails.
    next?.catch(() => undefined);
    yield* rows;
  }
}
