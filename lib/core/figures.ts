import type { PartialDate } from './dates.ts';

/** How exactly a figure is meant, in the source's own terms. */
export const QUALIFIERS = ['at least', 'more than', 'about', 'almost', 'at most', 'less than', 'estimated'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** One value, or the two ends of a range that the source gives. */
export type FigureValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number };

/**
 * A number with what it counts. Two figures are comparable only with the same `name`, `unit`, `of` and `asOf`.
 * `name` tells the figures of one claim apart (“killed”, “wounded”); `outOf` is the whole it is a part of.
 */
export type Figure = {
  readonly name: string;
  readonly amount: FigureValue;
  readonly unit: string;
  readonly of: string;
  readonly qualifier: Qualifier | null;
  readonly outOf: number | null;
  readonly asOf: PartialDate | null;
};

export const lowest = (figure: Figure): number =>
  figure.amount.kind === 'value' ? figure.amount.value : figure.amount.low;
export const highest = (figure: Figure): number =>
  figure.amount.kind === 'value' ? figure.amount.value : figure.amount.high;
