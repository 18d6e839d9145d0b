/** What the reader can say of a mark's sentence and a claim: one rule for the card and for its top in the page. */
import type { ClaimId } from '@/lib/core/ids.ts';
import type { Match } from '@/lib/core/match.ts';

/** `said`: the reader has said that the sentence states the claim, and can take it back. */
export type AnswerState = 'open' | 'said';

/** Null where there is nothing to say: the sentence is marked with this very claim, and not by the reader's word. */
export function answerState(claim: ClaimId, match: Match): AnswerState | null {
  if (claim !== match.claim || match.relation !== 'same') return 'open';
  return isSaidByReader(match) ? 'said' : null;
}

/** Whether the mark is as it is because the reader said so of this very sentence: then nothing is estimated. */
export const isSaidByReader = ({ reasons }: Pick<Match, 'reasons'>): boolean =>
  reasons.some(({ kind }) => kind === 'reader-said');
