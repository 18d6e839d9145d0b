/** A page asks for its sentences in portions, each time with the whole article: what is worked out of it is kept. */
import type { ArticleToMatch } from '@/lib/core/match.ts';

/** Answers again without working where the article is that of the call before. */
export function rememberLast<T>(workOut: (article: ArticleToMatch) => T): (article: ArticleToMatch) => T {
  let last: { readonly article: ArticleToMatch; readonly result: T } | null = null;
  return (article) => {
    if (last === null || !isSame(last.article, article)) last = { article, result: workOut(article) };
    return last.result;
  };
}

/** In all that matching looks at. */
function isSame(a: ArticleToMatch, b: ArticleToMatch): boolean {
  return (
    a.published === b.published &&
    a.language === b.language &&
    a.sentences.length === b.sentences.length &&
    a.sentences.every(({ text }, at) => text === b.sentences[at]?.text)
  );
}
