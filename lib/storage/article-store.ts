/** The articles that were read, and their texts as they then stood. */
import type { ArticleFields } from '@/lib/core/article.ts';
import type { ArticleKey, PackId, TextHash } from '@/lib/core/ids.ts';
import { parseArticleText, parseSavedArticle } from '@/lib/core/parse-article.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import { textHashOf } from '@/lib/text/text-hash.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { readable } from './readable.ts';

/** An article as it has just been met. `keys`: the first is the one to keep it under. */
export type Visit = Omit<ArticleFields, 'url'> & {
  readonly keys: readonly [ArticleKey, ...ArticleKey[]];
  readonly url: string;
  readonly packs: readonly PackId[];
  readonly marks: number;
  /** Null where the page has no article to keep. */
  readonly text: string | null;
};

export type ArticleStore = {
  /** Keeps what was met, with what was known of the article before; the key and the text under which it now lies. */
  readonly keep: (visit: Visit) => Promise<{ readonly key: ArticleKey; readonly text: TextHash | null }>;
  /** Puts an article in as it is: from a backup. */
  readonly put: (article: SavedArticle, texts: readonly ArticleText[]) => Promise<void>;
  /** All keys under which the articles of these keys were ever met. */
  readonly allKeys: (keys: readonly ArticleKey[]) => Promise<ArticleKey[]>;
  readonly get: (key: ArticleKey) => Promise<SavedArticle | null>;
  readonly getAll: (keys: readonly ArticleKey[]) => Promise<SavedArticle[]>;
  readonly count: () => Promise<number>;
  /** Oldest first. */
  readonly texts: (key: ArticleKey) => Promise<ArticleText[]>;
  /** With its texts; its notes stay. */
  readonly remove: (keys: readonly ArticleKey[]) => Promise<void>;
};

/** Texts kept of one article: a live blog changes all day. The first, the last and those that notes stand on stay. */
const MOST_TEXTS = 20;

/** `now`: milliseconds since 1970. */
export function createArticleStore(db: LibraryDb, now: () => number = Date.now): ArticleStore {
  const known = async (keys: readonly ArticleKey[]): Promise<SavedArticle[]> =>
    (await db.articles.where('keys').anyOf(keys).distinct().toArray()).flatMap((row) =>
      readable(row, parseSavedArticle),
    );

  return {
    keep: (visit) =>
      guarded(() =>
        db.transaction('rw', [db.articles, db.texts, db.notes], async () => {
          const at = now();
          const held = await known(visit.keys);
          const before = held.find(({ key }) => key === visit.keys[0]) ?? held[0];
          const key = before?.key ?? visit.keys[0];
          const hash = visit.text === null ? null : await keepText(db, key, { text: visit.text, at });
          await db.articles.put(articleOf(visit, { key, hash, at, before }));
          return { key, text: hash };
        }),
      ),
    put: (article, texts) =>
      guarded(() =>
        db.transaction('rw', [db.articles, db.texts], async () => {
          await db.articles.put(article);
          await db.texts.bulkPut(texts);
        }),
      ),
    allKeys: (keys) =>
      guarded(async () => [...new Set([...keys, ...(await known(keys)).flatMap((article) => article.keys)])]),
    get: (key) => guarded(async () => readable(await db.articles.get(key), parseSavedArticle)[0] ?? null),
    count: () => guarded(() => db.articles.count()),
    getAll: (keys) =>
      guarded(async () => (await db.articles.bulkGet([...keys])).flatMap((row) => readable(row, parseSavedArticle))),
    texts: (key) =>
      guarded(async () => {
        const rows: unknown[] = await db.texts.where('article').equals(key).toArray();
        return rows.flatMap((row) => readable(row, parseArticleText)).sort((a, b) => a.first - b.first);
      }),
    remove: (keys) =>
      guarded(() =>
        db.transaction('rw', [db.articles, db.texts], async () => {
          await db.articles.bulkDelete([...keys]);
          await db.texts.where('article').anyOf(keys).delete();
        }),
      ),
  };
}

type Keeping = {
  readonly key: ArticleKey;
  readonly hash: TextHash | null;
  readonly at: number;
  readonly before: SavedArticle | undefined;
};

/** What the page no longer says of itself stays known. */
function articleOf(visit: Visit, { key, hash, at, before }: Keeping): SavedArticle {
  const { keys, url, packs, marks } = visit;
  return {
    key,
    url: before?.url ?? url,
    keys: [...new Set([...(before?.keys ?? [key]), ...keys])],
    title: visit.title ?? before?.title ?? null,
    byline: visit.byline ?? before?.byline ?? null,
    outlet: visit.outlet ?? before?.outlet ?? null,
    published: visit.published ?? before?.published ?? null,
    updated: visit.updated ?? before?.updated ?? null,
    language: visit.language ?? before?.language ?? null,
    firstRead: before?.firstRead ?? at,
    lastRead: at,
    packs,
    marks,
    text: hash ?? before?.text ?? null,
  };
}

async function keepText(db: LibraryDb, article: ArticleKey, { text, at }: { text: string; at: number }) {
  const hash = textHashOf(text);
  const before = await db.texts.get([article, hash]);
  await db.texts.put({ article, hash, text, first: before?.first ?? at, last: at });
  if (before === undefined) await dropOldTexts(db, article);
  return hash;
}

async function dropOldTexts(db: LibraryDb, article: ArticleKey): Promise<void> {
  const texts = await db.texts.where('article').equals(article).sortBy('first');
  if (texts.length <= MOST_TEXTS) return;
  const noted = new Set((await db.notes.where('article').equals(article).toArray()).map(({ text }) => text));
  const spare = texts.slice(1, -1).filter(({ hash }) => !noted.has(hash));
  const drop = spare.slice(0, texts.length - MOST_TEXTS).map(({ hash }): [string, string] => [article, hash]);
  await db.texts.bulkDelete(drop);
}
