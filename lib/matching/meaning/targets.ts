/** What of a pack sentences are compared with by meaning: its questions, claims, other wordings of them, and aspects. */
import type { ClaimIndex } from '../claim-index.ts';

export const TARGET_KINDS = ['asks', 'claim', 'wording', 'aspect'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export type Target = {
  readonly kind: TargetKind;
  /** Index into the pack's questions. */
  readonly question: number;
  /** The entry of its claim in the index; −1 where it is nobody's. */
  readonly claimEntry: number;
  readonly text: string;
};

/** A question's stand together, in the order of the pack. */
export function targetsOf({ questions, entryOfQuestion }: ClaimIndex): Target[] {
  return questions.flatMap(({ asks, claims, aspects }, question): Target[] => {
    const first = (entryOfQuestion[question] ?? 0) + 1;
    return [
      { kind: 'asks', question, claimEntry: -1, text: asks },
      ...claims.flatMap(({ says, wordings }, n): Target[] => [
        { kind: 'claim', question, claimEntry: first + n, text: says },
        ...wordings.map((text): Target => ({ kind: 'wording', question, claimEntry: first + n, text })),
      ]),
      ...aspects.map(({ says }): Target => ({ kind: 'aspect', question, claimEntry: -1, text: says })),
    ];
  });
}
