/** What the acceptance is told by a model that was taught a pack's questions; of a pack that it was not taught, nothing. */
import type { Question } from '@/lib/core/pack.ts';
import { meanOfHead } from './head.ts';
import type { Place } from './meaning-features.ts';
import type { Taught } from './trained.ts';
import { cosinesWith } from './vectors.ts';

export const TAUGHT_FEATURES = [
  /** Logarithms of a probability: that the sentence speaks to the question, and that it speaks to none. */
  'taught',
  'taughtNone',
  /** How far it is ahead of the runner-up. */
  'taughtLead',
  'taughtBefore',
  'taughtAfter',
  /** Mean over the article's head of the probability that a sentence speaks to any question. */
  'taughtHead',
] as const;
export type TaughtFeature = (typeof TAUGHT_FEATURES)[number];

/** By question, in the order of the pack, then “none”: logarithms of probabilities; NaN where it was not taught. */
export type TaughtScores = Float64Array;

const SHARPNESS = 12;
const UNKNOWN = NaN;

export function scoreTaught(vector: Float32Array, taught: Taught, questions: readonly Question[]): TaughtScores {
  const cosines = cosinesWith(vector, taught.rows);
  const sums = taught.biases.map((bias, row) => SHARPNESS * (cosines[row] ?? 0) + bias);
  const most = Math.max(...sums);
  const total = most + Math.log(sums.reduce((sum, value) => sum + Math.exp(value - most), 0));
  const rowOf = (id: string): number => taught.questions.indexOf(id);
  const none = (sums.at(-1) ?? UNKNOWN) - total;
  return Float64Array.from([...questions.map(({ id }) => (sums[rowOf(id)] ?? UNKNOWN) - total), none]);
}

export type TaughtAt = (sentence: number) => TaughtScores | undefined;

export function taughtFeatures(
  { at, question, head }: Pick<Place, 'at' | 'question' | 'head'>,
  scoresAt: TaughtAt,
): Record<TaughtFeature, number> {
  const here = scoresAt(at);
  const own = here?.[question] ?? UNKNOWN;
  const others =
    here === undefined
      ? []
      : Array.from(here.subarray(0, -1)).filter((value, n) => n !== question && !Number.isNaN(value));
  return {
    taught: own,
    taughtNone: here?.at(-1) ?? UNKNOWN,
    taughtLead: own - Math.max(-20, ...others),
    taughtBefore: scoresAt(at - 1)?.[question] ?? UNKNOWN,
    taughtAfter: scoresAt(at + 1)?.[question] ?? UNKNOWN,
    taughtHead: head,
  };
}

/** Mean, over the article's head, of the probability that a sentence speaks to any question. */
export function taughtOfHead(scoresAt: TaughtAt): number {
  return meanOfHead((at) => {
    const none = scoresAt(at)?.at(-1);
    return none === undefined ? undefined : 1 - Math.exp(none);
  }, UNKNOWN);
}
