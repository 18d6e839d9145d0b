/** What the search of the library is made from and kept up to date with, read in portions. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { AnchorState, Note } from '@/lib/core/note.ts';
import { parseArticleText, parseSavedArticle } from '@/lib/core/parse-article.ts';
import { articleKey, noteId, parseNote } from '@/lib/core/parse-note.ts';
import { record } from '@/lib/core/parse.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { EntryRow, LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { parseAnchorRow } from './parse-own-rows.ts';
import { readable } from './readable.ts';

export type EntrySource = {
  readonly countNotes: () => Promise<number>;
  /** Every note's id with when it was last changed: cheap beside reading the notes. */
  readonly revisions: () => Promise<ReadonlyMap<NoteId, number>>;
  /** Every note, by id. */
  readonly notes: () => AsyncGenerator<readonly Note[]>;
  readonly notesById: (ids: readonly NoteId[]) => AsyncGenerator<readonly Note[]>;
  /** Ids of the notes that were last found so. */
  readonly idsByState: (kind: AnchorState['kind']) => Promise<NoteId[]>;
  readonly statesOf: (ids: readonly NoteId[]) => Promise<(readonly [NoteId, AnchorState['kind']])[]>;
  readonly articles: () => AsyncGenerator<readonly SavedArticle[]>;
  readonly articlesById: (keys: readonly ArticleKey[]) => Promise<SavedArticle[]>;
  readonly texts: (articles: readonly SavedArticle[]) => Promise<ArticleText[]>;
  readonly kept: () => AsyncGenerator;
  readonly keep: (rows: readonly EntryRow[]) => Promise<void>;
};

const BATCH = 2000;

export function createEntrySource(db: LibraryDb): EntrySource {
  return {
    countNotes: () => guarded(() => db.notes.count()),
    revisions: () =>
      guarded(async () => {
        const found = new Map<NoteId, number>();
        await db.notes.orderBy('modified').eachKey((modified, { primaryKey }) => {
          if (typeof modified === 'number') found.set(primaryKey, modified);
        });
        return found;
      }),
    notes: async function* () {
      for await (const rows of inPortions(db, 'notes', 'id')) yield rows.flatMap((row) => readable(row, parseNote));
    },
    notesById: async function* (ids) {
      for (let at = 0; at < ids.length; at += BATCH) {
        const rows = await guarded(() => db.notes.bulkGet(ids.slice(at, at + BATCH)));
        yield rows.flatMap((row) => readable(row, parseNote));
      }
    },
    idsByState: (kind) => guarded(() => db.anchors.where('kind').equals(kind).primaryKeys()),
    statesOf: (ids) =>
      guarded(async () =>
        (await db.anchors.bulkGet([...ids]))
          .flatMap((row) => readable(row, parseAnchorRow))
          .map(({ note, kind }) => [note, kind] as const),
      ),
    articles: async function* () {
      for await (const rows of inPortions(db, 'articles', 'key'))
        yield rows.flatMap((row) => readable(row, parseSavedArticle));
    },
    articlesById: (keys) =>
      guarded(async () => (await db.articles.bulkGet([...keys])).flatMap((row) => readable(row, parseSavedArticle))),
    texts: (articles) =>
      guarded(async () => {
        const keys = articles.flatMap(({ key, text }): [string, string][] => (text === null ? [] : [[key, text]]));
        return (await db.texts.bulkGet(keys)).flatMap((row) => readable(row, parseArticleText));
      }),
    kept: async function* () {
      for (const place of await guarded(() => db.entries.toCollection().primaryKeys()))
        yield await guarded(() => db.entries.get(place));
    },
    keep: (rows) =>
      guarded(async () => {
        await db.entries.bulkPut(rows);
      }),
  };
}

const KEY_OF = { id: noteId, key: articleKey };

/** The next portion is asked for before the one at hand is used. */
async function* inPortions(db: LibraryDb, table: 'notes' | 'articles', key: 'id' | 'key'): AsyncGenerator<unknown[]> {
  const after = (last: string): Promise<unknown[]> =>
    guarded(() => db.table(table).where(key).above(last).limit(BATCH).toArray());
  let next = after('');
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) return;
    next = after(KEY_OF[key](record(last, table)[key], table));
    // Nobody may be waiting for it any more when it fails.
    next.catch(() => undefined);
    yield rows;
  }
}
