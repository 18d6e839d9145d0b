/** What is known of a sentence beside a claim, and what may follow from it. */
import type { Span } from '@/lib/core/article.ts';
import type { Reason, Relation } from '@/lib/core/match.ts';
import type { FiguresHere } from '../figures.ts';
import type { Comparison } from './compare.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

export type Compared = {
  readonly claim: Reading;
  readonly here: Reading;
  readonly found: Comparison;
  readonly figures: FiguresHere;
  /** Whether the claim gives any. */
  readonly hasFigures: boolean;
  readonly asksWho: (act: Word) => boolean;
  /** How near the two are by the measure of a model, 0 to 1; null where there is none. */
  readonly similarity: number | null;
};
export type Conclusion =
  | { readonly kind: 'rejected'; readonly why: 'actor' | 'direction' | 'time' }
  | { readonly kind: 'related'; readonly relation: Relation; readonly reasons: readonly Reason[] };

/** From this similarity on a paraphrase says the same, where nothing stands against it. */
const NEAR_MEANING = 0.8;
export const isNear = ({ similarity }: Compared): boolean => similarity !== null && similarity >= NEAR_MEANING;

export const related = (relation: Relation, ...reasons: readonly Reason[]): Conclusion => ({
  kind: 'related',
  relation,
  reasons,
});

export const cut = ({ text }: Reading, { start, end }: Span): string => text.slice(start, end);
