/** A locator's words in an article: whole words, verbatim, in one sentence only. */
import type { ArticleSentence, ArticleText } from './read-article-text.ts';

export type WordsFound =
  | { readonly kind: 'found'; readonly sentence: ArticleSentence }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ambiguous'; readonly sentences: number };

export function findWords({ sentences }: ArticleText, words: string): WordsFound {
  const holding = sentences.filter(({ text }) => holdsWords(text, words));
  const [only] = holding;
  if (only === undefined) return { kind: 'absent' };
  return holding.length === 1 ? { kind: 'found', sentence: only } : { kind: 'ambiguous', sentences: holding.length };
}

/** For the reader of a problem. */
export const describeMiss = (found: Exclude<WordsFound, { kind: 'found' }>): string =>
  found.kind === 'absent'
    ? 'these words stand in no sentence of the article'
    : `these words stand in ${found.sentences} sentences of the article: they should tell one`;

const LETTER = /[\p{L}\p{N}]/u;

/** A browser finds the words of a text fragment only where they begin and end a word. */
function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const inside = LETTER.test(text.charAt(at - 1)) || LETTER.test(text.charAt(at + words.length));
    if (!inside) return true;
  }
  return false;
}
