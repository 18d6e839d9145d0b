/** Notes in the order in which they go out: those of one article together, whichever of its addresses they were made at. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { readable } from './readable.ts';

/** `of`: how many notes there are under the key that it lies under. */
export type NotePlace = { readonly id: NoteId; readonly article: string; readonly of: number };

export type NoteOrder = {
  /** Those of `ids` that are there; only indexes are read. */
  readonly byArticle: (ids: readonly NoteId[]) => Promise<NotePlace[]>;
  /** In the order of `places`; those that have gone meanwhile are left out. */
  readonly rows: (places: readonly NotePlace[]) => Promise<Note[]>;
};

export function createNoteOrder(db: LibraryDb): NoteOrder {
  return {
    byArticle: (ids) =>
      guarded(async () => {
        const wanted = new Set(ids);
        const [all, keys, owners] = await db.transaction('r', [db.notes, db.articles], () =>
          Promise.all([db.notes.orderBy('article').primaryKeys(), db.notes.orderBy('article').keys(), ownersOf(db)]),
        );
        const articles = keys.map((key) => (typeof key === 'string' ? key : ''));
        const counts = new Map<string, number>();
        for (const article of articles) counts.set(article, (counts.get(article) ?? 0) + 1);
        const places = all.flatMap((id, at): NotePlace[] => {
          const article = articles[at] ?? '';
          return wanted.has(id) ? [{ id, article, of: counts.get(article) ?? 0 }] : [];
        });
        const ownerOf = ({ article }: NotePlace): string => owners.get(article) ?? article;
        // Stable: within an article the order stays.
        return places.sort((a, b) => compare(ownerOf(a), ownerOf(b)));
      }),
    rows: (places) =>
      guarded(async () => {
        const groups = Map.groupBy(places, ({ article }) => article);
        const rows: unknown[][] = await db.transaction('r', db.notes, () =>
          Promise.all([...groups].map(([article, group]) => readGroup(db, article, group))),
        );
        const notes = new Map(
          rows
            .flat()
            .flatMap((row) => readable(row, parseNote))
            .map((note) => [note.id, note]),
        );
        return places.flatMap(({ id }) => notes.get(id) ?? []);
      }),
  };
}

/** An article's notes come at once, and each by itself costs more than three that are not wanted. */
async function readGroup(db: LibraryDb, article: string, group: readonly NotePlace[]): Promise<unknown[]> {
  const [first] = group;
  if (first === undefined || 4 * group.length < first.of) return db.notes.bulkGet(group.map(({ id }) => id));
  return db.notes.where('article').equals(article).toArray();
}

/** Keys of articles that are known under more than one, each with the article's own. */
async function ownersOf(db: LibraryDb): Promise<ReadonlyMap<string, ArticleKey>> {
  const owners = new Map<string, ArticleKey>();
  await db.articles.orderBy('keys').eachKey((key, { primaryKey }) => {
    if (typeof key === 'string' && key !== primaryKey) owners.set(key, primaryKey);
  });
  return owners;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
