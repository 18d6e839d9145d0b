/** Notes in the order in which they go out: those of one article together, whichever of its addresses they were made at. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';

export type NoteOrder = {
  /** Those of `ids` that are there; only indexes are read. */
  readonly byArticle: (ids: readonly NoteId[]) => Promise<NoteId[]>;
};

export function createNoteOrder(db: LibraryDb): NoteOrder {
  return {
    byArticle: (ids) =>
      guarded(async () => {
        const wanted = new Set(ids);
        const [all, articles, owners] = await db.transaction('r', [db.notes, db.articles], () =>
          Promise.all([db.notes.orderBy('article').primaryKeys(), db.notes.orderBy('article').keys(), ownersOf(db)]),
        );
        const ownerAt = (at: number): string => {
          const key = articles[at];
          return typeof key === 'string' ? (owners.get(key) ?? key) : '';
        };
        const places = all.flatMap((id, at) => (wanted.has(id) ? [{ id, owner: ownerAt(at) }] : []));
        // Stable: within an article the order stays.
        return places.sort((a, b) => compare(a.owner, b.owner)).map(({ id }) => id);
      }),
  };
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
