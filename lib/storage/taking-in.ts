/** Rows from elsewhere into tables that may have them already. What becomes of each is decided by whoever asks. */
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { parseSavedArticle } from '@/lib/core/parse-article.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { TakenIn } from '@/lib/core/transfer.ts';
import type { LibraryDb } from './db.ts';
import { getMany } from './get-many.ts';
import { guarded } from './library-error.ts';
import { PARSE_ROW, type PlainRows, type PlainTable } from './own-rows.ts';
import { writePackRows, type PackRows } from './pack-rows.ts';
import { parsePackRow } from './parse-rows.ts';
import { readable } from './readable.ts';
import type { PackRow } from './rows.ts';

/** What to put there, given what is there under the same key; null: that stays as it is. */
export type Decide<T> = (existing: T | null, incoming: T) => T | null;

/** Each is one transaction: all of it or nothing. */
export type TakingIn = {
  /** `articles`: put in as well, where no article is known under any of their keys. */
  readonly notes: (notes: readonly Note[], articles: readonly SavedArticle[], decide: Decide<Note>) => Promise<TakenIn>;
  readonly rows: <T extends PlainTable>(
    table: T,
    rows: readonly PlainRows[T][],
    decide: Decide<PlainRows[T]>,
  ) => Promise<TakenIn>;
  /** Never in place of a built-in pack. */
  readonly pack: (rows: PackRows, decide: Decide<PackRow>) => Promise<TakenIn>;
};

type Key = string | readonly string[];
const KEY_OF: { readonly [T in PlainTable]: (row: PlainRows[T]) => Key } = {
  settings: ({ key }) => key,
  feedback: ({ pack, question, sentence }) => [pack, question, sentence],
  articles: ({ key }) => key,
  texts: ({ article, hash }) => [article, hash],
  notes: ({ id }) => id,
  drafts: ({ id }) => id,
};

export function createTakingIn(db: LibraryDb): TakingIn {
  return {
    notes: (notes, articles, decide) =>
      guarded(() =>
        db.transaction('rw', [db.notes, db.articles], async () => {
          await db.articles.bulkAdd(await unknownOf(db, articles));
          return merge(db, 'notes', notes, decide);
        }),
      ),
    rows: (table, rows, decide) =>
      guarded(() => db.transaction('rw', db.table(table), () => merge(db, table, rows, decide))),
    pack: (rows, decide) =>
      guarded(() =>
        db.transaction('rw', [db.packs, db.sources, db.questions, db.claims, db.accounts], async () => {
          const [before = null] = readable(await db.packs.get(rows.pack.id), parsePackRow);
          const pack = before?.from === 'built-in' ? null : decide(before, rows.pack);
          if (pack !== null) await writePackRows(db, { ...rows, pack });
          return tally(before !== null, pack !== null);
        }),
      ),
  };
}

/** A row that comes twice meets the second time what it came to the first. */
async function merge<T extends PlainTable>(
  db: LibraryDb,
  table: T,
  rows: readonly PlainRows[T][],
  decide: Decide<PlainRows[T]>,
): Promise<TakenIn> {
  const keys = rows.map((row) => KEY_OF[table](row));
  const held = await getMany(db.table<unknown, Key>(table), keys);
  const now = new Map<string, PlainRows[T]>();
  const changed = new Map<string, PlainRows[T]>();
  const tallies = rows.map((row, at) => {
    const name = JSON.stringify(keys[at]);
    const [before = null] = now.has(name) ? [now.get(name)] : readable(held[at], PARSE_ROW[table]);
    const next = decide(before, row);
    if (next !== null) changed.set(name, next);
    const after = next ?? before;
    if (after !== null) now.set(name, after);
    return tally(before !== null, next !== null);
  });
  await db.table<unknown>(table).bulkPut([...changed.values()]);
  return sum(tallies);
}

const NONE: TakenIn = { added: 0, replaced: 0, kept: 0 };
const tally = (isThere: boolean, isPut: boolean): TakenIn => ({
  ...NONE,
  [isPut ? (isThere ? 'replaced' : 'added') : 'kept']: 1,
});

export const sum = (tallies: readonly TakenIn[]): TakenIn =>
  tallies.reduce(
    (all, one) => ({ added: all.added + one.added, replaced: all.replaced + one.replaced, kept: all.kept + one.kept }),
    NONE,
  );

async function unknownOf(db: LibraryDb, articles: readonly SavedArticle[]): Promise<SavedArticle[]> {
  const known = await knownUnder(
    db,
    articles.flatMap(({ keys }) => keys),
  );
  const met = new Set<ArticleKey>(known.flatMap(({ keys }) => keys));
  return articles.filter(({ keys }) => {
    const isNew = keys.every((key) => !met.has(key));
    keys.forEach((key) => met.add(key));
    return isNew;
  });
}

const knownUnder = async (db: LibraryDb, keys: readonly ArticleKey[]): Promise<SavedArticle[]> =>
  (await db.articles.where('keys').anyOf(keys).distinct().toArray()).flatMap((row) => readable(row, parseSavedArticle));
