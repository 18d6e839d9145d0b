/** Stage 2: whether a sentence speaks to a question, as a probability. The weights are learned: scripts/train-acceptance.ts. */
import acceptance from './acceptance.json' with { type: 'json' };
import { FEATURES } from './features.ts';
import type { Features } from './features.ts';

export type Acceptance = {
  readonly intercept: number;
  readonly weights: Features;
  /** The least probability that is shown to a reader; below it Parallax is silent. */
  readonly threshold: number;
};

export const LEARNED: Acceptance = acceptance;

/** 0 to 1. */
export function probabilityOf(features: Features, { intercept, weights }: Acceptance): number {
  const sum = FEATURES.reduce((at, feature) => at + weights[feature] * features[feature], intercept);
  return 1 / (1 + Math.exp(-sum));
}
