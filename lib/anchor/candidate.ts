/** A place at which a passage may stand, and what speaks for it. */
import type { Span } from '@/lib/core/article.ts';
import type { Support } from './support.ts';

export type Candidate = {
  readonly kind: 'exact' | 'folded' | 'fuzzy';
  readonly span: Span;
  /** How much of what both say they share: above 0, 1 where all is equal. */
  readonly likeness: number;
  /** In bits, of the passage's own words: those that are there again, and those missing at its beginning and end. */
  readonly kept: number;
  readonly lost: { readonly before: number; readonly after: number };
  /** Of what each of its paragraphs tells, the least part that is there again. */
  readonly weakest: number;
  /** A word of it or of what is around it is there again that the page has only there. */
  readonly hasSingular: boolean;
  /** Words that were put into it, a sentence and more at a time. */
  readonly putIn: number;
  readonly support: Support;
  /**
   * In bits: all that speaks for it against another place that is like it, but where it stands. There, a word that is
   * missing tells no more than that a word was edited.
   */
  readonly evidence: number;
};

/** Of a word that is there again; an edit hits one in eight. */
export const WORD_EVIDENCE = 3;
