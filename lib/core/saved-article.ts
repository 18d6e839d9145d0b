/** An article as the library keeps it: what was read, when, and its text as it then stood. */
import type { ArticleFields } from './article.ts';
import type { ArticleKey, PackId, TextHash } from './ids.ts';

export type SavedArticle = Omit<ArticleFields, 'url'> & {
  readonly key: ArticleKey;
  /** The address to open. */
  readonly url: string;
  /** Every key under which it was met: AMP, print, mobile and other variants that share no address. */
  readonly keys: readonly ArticleKey[];
  /** Milliseconds since 1970. */
  readonly firstRead: number;
  readonly lastRead: number;
  /** Packs whose story it tells. */
  readonly packs: readonly PackId[];
  /** Sentences marked when it was last read. */
  readonly marks: number;
  /** Of the text as last read. */
  readonly text: TextHash | null;
};

/** A text of an article, kept once for each time it was found changed. */
export type ArticleText = {
  readonly article: ArticleKey;
  readonly hash: TextHash;
  readonly text: string;
  /** Milliseconds since 1970: when it was first and last seen so. */
  readonly first: number;
  readonly last: number;
};
