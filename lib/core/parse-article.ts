/** Articles as the library kept them. */
import type { ArticleFields } from './article.ts';
import type { PackId } from './ids.ts';
import { count, finite, list, orNull, record, text } from './parse.ts';
import { date } from './parse-date.ts';
import { articleKey, textHash } from './parse-note.ts';
import type { ArticleText, SavedArticle } from './saved-article.ts';

export const LONGEST_ARTICLE = 10_000_000;
const MOST_KEYS = 100;

export function parseSavedArticle(value: unknown, path = 'article'): SavedArticle {
  const article = record(value, path);
  const fields = parseArticleFields(value, path);
  return {
    ...fields,
    url: text(article.url, `${path}.url`),
    key: articleKey(article.key, `${path}.key`),
    keys: list(article.keys, `${path}.keys`, articleKey, MOST_KEYS),
    firstRead: finite(article.firstRead, `${path}.firstRead`),
    lastRead: finite(article.lastRead, `${path}.lastRead`),
    packs: list(article.packs, `${path}.packs`, (id, at) => text(id, at, 80) as PackId),
    marks: count(article.marks, `${path}.marks`),
    text: orNull(article.text, `${path}.text`, textHash),
  };
}

export function parseArticleFields(value: unknown, path: string): ArticleFields {
  const article = record(value, path);
  const words = (name: keyof ArticleFields) => orNull(article[name], `${path}.${name}`, text);
  return {
    title: words('title'),
    byline: words('byline'),
    outlet: words('outlet'),
    url: words('url'),
    published: orNull(article.published, `${path}.published`, date),
    updated: orNull(article.updated, `${path}.updated`, date),
    language: words('language'),
  };
}

export function parseArticleText(value: unknown, path = 'text'): ArticleText {
  const row = record(value, path);
  return {
    article: articleKey(row.article, `${path}.article`),
    hash: textHash(row.hash, `${path}.hash`),
    text: text(row.text, `${path}.text`, LONGEST_ARTICLE),
    first: finite(row.first, `${path}.first`),
    last: finite(row.last, `${path}.last`),
  };
}
