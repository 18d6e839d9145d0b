/** What is read from a page. Offsets are UTF-16 code units into `Article.text`. */
import type { PartialDate } from './dates.ts';

export type Span = { readonly start: number; readonly end: number };

export type SentenceRole = 'headline' | 'heading' | 'body';
/** Where one begins and ends, and the running number of the paragraph, heading or list item it stands in. */
export type Sentence = Span & { readonly text: string; readonly role: SentenceRole; readonly block: number };

/** Which part of the page answered for a field, most trusted first. */
export const FIELD_ORIGINS = ['json-ld', 'opengraph', 'meta', 'microdata', 'markup', 'address', 'none'] as const;
export type FieldOrigin = (typeof FIELD_ORIGINS)[number];

export type ArticleFields = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** The canonical address where the page names a believable one, else the address it was read at. */
  readonly url: string | null;
  readonly published: PartialDate | null;
  readonly updated: PartialDate | null;
  /** BCP 47, as the page declares it. */
  readonly language: string | null;
};

export type Article = ArticleFields & {
  readonly fieldOrigins: Readonly<Record<keyof ArticleFields, FieldOrigin>>;
  /** Blocks in reading order, joined by a newline; white space within a block is single spaces. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
};

/** Why nothing was read. */
export type NoArticle = { readonly kind: 'no-article'; readonly why: 'no-text' | 'too-short' | 'list-of-links' };
