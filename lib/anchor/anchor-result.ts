/** Where a passage stands on the page as it is now. To find none, or several, is a normal answer. */
import type { Span } from '@/lib/core/article.ts';

/** Spans are in UTF-16 code units of the page's text. */
export type AnchorResult =
  /** `folded`: but for white space, quotation marks, dashes, ligatures, case and what does not show. */
  | { readonly kind: 'exact' | 'folded'; readonly span: Span }
  /** Words have changed. `likeness`: how much of what both say they share, above 0 and at most 1. */
  | { readonly kind: 'fuzzy'; readonly span: Span; readonly likeness: number }
  /** Nothing tells which; in reading order. */
  | { readonly kind: 'ambiguous'; readonly spans: readonly Span[] }
  | { readonly kind: 'orphan' };
