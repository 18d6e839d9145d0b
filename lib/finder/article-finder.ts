/** The articles of the library, by title, outlet and address, and by what their texts say where those are at hand. */
import type { ArticleKey } from '@/lib/core/ids.ts';
import { hasWordFrom } from './fold-words.ts';
import type { ArticleEntry } from './note-entry.ts';
import { parseQuery } from './parse-query.ts';

/** The articles in which every word and phrase stands, last read first. `textOf`: folded; empty where none is kept. */
export function findArticles(
  articles: Iterable<ArticleEntry>,
  typed: string,
  textOf: (key: ArticleKey) => string,
): ArticleEntry[] {
  const { words, phrases } = parseQuery(typed);
  const says = ({ key, words: head }: ArticleEntry): boolean =>
    words.every((word) => hasWordFrom(head, word) || hasWordFrom(textOf(key), word)) &&
    phrases.every((phrase) => head.includes(phrase) || textOf(key).includes(phrase));
  return [...articles].filter(says).sort((a, b) => b.lastRead - a.lastRead || (a.key < b.key ? -1 : 1));
}
