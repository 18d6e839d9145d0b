/** The vectors of an article's sentences, each worked out once: a page asks in portions, what is in view first. */
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { SentenceModel } from '@/lib/core/sentence-model.ts';
import { rememberLast } from '../remember-last.ts';
import { inputOf, standingOf } from './context.ts';

/** Index into the sentences → vector. Empty ones have none. */
export type ArticleVectors = ReadonlyMap<number, Float32Array>;
export type VectorReader = (
  article: ArticleToMatch,
  which: Iterable<number>,
  signal?: AbortSignal,
) => Promise<ArticleVectors>;

export function createVectorReader(model: SentenceModel): VectorReader {
  const kept = rememberLast((article) => ({ vectors: new Map<number, Float32Array>(), standing: standingOf(article) }));
  return async (article, which, signal) => {
    const { vectors, standing } = kept(article);
    const wanted = [...new Set(which)].filter((at) => !vectors.has(at) && (article.sentences[at]?.text ?? '') !== '');
    const found = await model.encode(
      wanted.map((at) => inputOf(article.sentences, at, standing)),
      signal,
    );
    for (const [n, at] of wanted.entries()) {
      const vector = found[n];
      if (vector !== undefined) vectors.set(at, vector);
    }
    return vectors;
  };
}
