/** What the page paints and the interface lists for a match. */
import type { PartialDate } from './dates.ts';
import type { PackId } from './ids.ts';
import type { Match } from './match.ts';

/** How the accounts of the marked point stand to each other; the page shows it as the pattern of the underline. */
export const MARK_KINDS = ['differ', 'agree', 'single'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A match with what a mark needs to be drawn and announced, without opening its card. */
export type Mark = {
  readonly match: Match;
  readonly kind: MarkKind;
  /** The page's own words: the whole sentence. */
  readonly text: string;
  readonly asks: string;
  /** What each of the match's further questions asks, in its order. */
  readonly alsoAsks: readonly string[];
  readonly accounts: number;
  readonly origins: number;
};

export type PackSummary = {
  readonly id: PackId;
  readonly title: string;
  readonly version: string;
  readonly date: PartialDate;
};

/** Of the article on the page: what a header shows. */
export type ArticleHead = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly url: string;
  readonly published: PartialDate | null;
  readonly language: string | null;
  readonly sentences: number;
};

/** What the reading of one page has come to. */
export type PageState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'no-article'; readonly why: 'no-text' | 'too-short' | 'list-of-links' }
  | { readonly kind: 'no-story'; readonly article: ArticleHead; readonly packs: number }
  | {
      readonly kind: 'read';
      readonly article: ArticleHead;
      /** The packs whose story the article tells. */
      readonly packs: readonly PackSummary[];
      /** False while sentences are still being matched. */
      readonly complete: boolean;
      /** In reading order. */
      readonly marks: readonly Mark[];
      /** Marks that the reader has taken off: “not the same claim”. */
      readonly hidden: readonly Mark[];
      /** Index into `marks` of the one the reader picked. */
      readonly picked: number | null;
    }
  | { readonly kind: 'failed'; readonly why: 'library' | 'page' };
