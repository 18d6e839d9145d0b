/** A reading as plain JSON, for other programs. */
import type { ArticleFields, NoArticle } from '@/lib/core/article.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Pack } from '@/lib/core/pack.ts';
import type { Reading } from './read-with.ts';

export type ReadingJson = {
  /** Null where the file holds no article; `why` then says so. */
  readonly article: Omit<ArticleFields, 'updated'> | null;
  readonly why?: NoArticle['why'];
  readonly sentences: readonly { readonly text: string }[];
  readonly marks: readonly Match[];
  readonly coverage: {
    readonly sentences: number;
    readonly marks: number;
    /** The packs that were at hand, and of those the ones whose story the article tells. */
    readonly pack: readonly { readonly id: string; readonly version: string }[];
    readonly gate: readonly string[];
  };
};

export function readingToJson({ article, told, marks }: Reading, packs: readonly Pack[]): ReadingJson {
  const { title, byline, outlet, url, published, language, sentences } = article;
  return {
    article: { title, byline, outlet, url, published, language },
    sentences: sentences.map(({ text }) => ({ text })),
    marks,
    coverage: {
      sentences: sentences.length,
      marks: marks.length,
      pack: packs.map(({ id, version }) => ({ id, version })),
      gate: told.map(({ id }) => id),
    },
  };
}

export function noArticleToJson({ why }: NoArticle, packs: readonly Pack[]): ReadingJson {
  const pack = packs.map(({ id, version }) => ({ id, version }));
  return { article: null, why, sentences: [], marks: [], coverage: { sentences: 0, marks: 0, pack, gate: [] } };
}
