/** Stage 2: whether a sentence speaks to a question, as a probability. The weights are learned: scripts/train-acceptance.ts. */
import type { MarkLevel } from '@/lib/core/settings.ts';
import acceptance from './acceptance.json' with { type: 'json' };
import { FEATURES } from './features.ts';
import type { Features } from './features.ts';

/** From this probability on a mark is shown; below, Parallax is silent. What that gave where nothing was learned from. */
export type Level = { readonly threshold: number; readonly precision: number; readonly recall: number };
export type Levels = Readonly<Record<MarkLevel, Level>>;

export type Acceptance = {
  readonly intercept: number;
  readonly weights: Features;
  readonly levels: Levels;
};

export const LEARNED: Acceptance = acceptance;

/** 0 to 1. */
export function probabilityOf(features: Features, { intercept, weights }: Acceptance): number {
  const sum = FEATURES.reduce((at, feature) => at + weights[feature] * features[feature], intercept);
  return 1 / (1 + Math.exp(-sum));
}
