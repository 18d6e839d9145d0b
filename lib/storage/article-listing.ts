/** Articles as lists need them. */
import { liveQuery } from 'dexie';
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { parseArticleText, parseSavedArticle } from '@/lib/core/parse-article.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { readable } from './readable.ts';

export type ArticleInFull = {
  readonly article: SavedArticle;
  /** Oldest first. */
  readonly texts: readonly ArticleText[];
  /** Under any of its keys, without those in the bin; oldest first. */
  readonly notes: readonly Note[];
};

export type ArticleListing = {
  /** Last read first. */
  readonly recent: (limit: number) => Promise<SavedArticle[]>;
  readonly count: () => Promise<number>;
  /** By any of the keys under which an article was met. */
  readonly rows: (keys: readonly ArticleKey[]) => Promise<SavedArticle[]>;
  readonly watch: (
    key: ArticleKey,
    seen: (article: ArticleInFull | null) => void,
    failed: (cause: unknown) => void,
  ) => () => void;
};

export function createArticleListing(db: LibraryDb): ArticleListing {
  return {
    recent: (limit) =>
      guarded(async () =>
        (await db.articles.orderBy('lastRead').reverse().limit(limit).toArray()).flatMap((row) =>
          readable(row, parseSavedArticle),
        ),
      ),
    count: () => guarded(() => db.articles.count()),
    rows: (keys) =>
      guarded(async () =>
        (
          await db.articles
            .where('keys')
            .anyOf([...keys])
            .distinct()
            .toArray()
        ).flatMap((row) => readable(row, parseSavedArticle)),
      ),
    watch(key, seen, failed) {
      const following = liveQuery(() => guarded(() => inFull(db, key))).subscribe(seen, failed);
      return () => following.unsubscribe();
    },
  };
}

async function inFull(db: LibraryDb, key: ArticleKey): Promise<ArticleInFull | null> {
  const [article] = readable(await db.articles.get(key), parseSavedArticle);
  if (article === undefined) return null;
  const texts: unknown[] = await db.texts.where('article').equals(key).toArray();
  const notes: unknown[] = await db.notes.where('article').anyOf(article.keys).toArray();
  return {
    article,
    texts: texts.flatMap((row) => readable(row, parseArticleText)).sort((a, b) => a.first - b.first),
    notes: notes
      .flatMap((row) => readable(row, parseNote))
      .filter(({ deleted }) => deleted === null)
      .sort((a, b) => a.created - b.created),
  };
}
