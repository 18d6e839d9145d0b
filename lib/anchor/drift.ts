/** Where a passage is expected now: how far the passages near it have moved that were found without any doubt. */
import { longestRising } from './common-words.ts';

export type Expected = {
  /** In UTF-16 code units of the page's text. */
  readonly start: number;
  /** By how many code units it may well be off. */
  readonly spread: number;
};

/** A passage that was noted at `at` and was found `shift` further on. */
export type Moved = { readonly at: number; readonly shift: number };

export type Drift = (at: number) => Expected;

const NEIGHBOURS = 3;
/** Code units: what edits of a word or two shift. */
const LEAST_SPREAD = 24;
/** For each code unit from the nearest passage that was found. Where all near it have moved alike, less of both. */
const SPREAD_GROWS = 0.04;

/**
 * Those that are not in their old order tell nothing: their paragraph was moved, or they were found in another that is
 * like it. Nothing found: expected where it was, the less surely the further down.
 */
export function driftOf(found: readonly Moved[]): Drift {
  const inOrder = found.toSorted((a, b) => a.at - b.at).map(({ at, shift }) => [at, at + shift] as const);
  const sorted = longestRising(inOrder).map(([at, now]) => ({ at, shift: now - at }));
  return (at) => {
    const after = sorted.findIndex((moved) => moved.at > at);
    const middle = after < 0 ? sorted.length : after;
    const near = sorted.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS);
    if (near.length === 0) return { start: at, spread: LEAST_SPREAD + SPREAD_GROWS * at };
    const shift = median(near.map((moved) => moved.shift));
    const apart = median(near.map((moved) => Math.abs(moved.shift - shift)));
    const distance = Math.min(...near.map((moved) => Math.abs(moved.at - at)));
    const isOne = apart === 0 && near.length >= NEIGHBOURS;
    const spread = isOne ? LEAST_SPREAD / 4 + (SPREAD_GROWS / 4) * distance : LEAST_SPREAD + SPREAD_GROWS * distance;
    return { start: at + shift, spread: spread + apart };
  };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** In spreads: what is further away, is elsewhere. */
const FAR = 4;

export const isNearExpected = (start: number, expected: Expected | null, far = FAR): boolean =>
  expected !== null && Math.abs(start - expected.start) <= far * expected.spread;

/** In bits: further off tells no more than that its paragraph was moved. */
const MOVED = -20;

/** In bits, at most 0: what it tells against a place how far it is from where it is expected. */
export function bitsOfPlace(start: number, expected: Expected): number {
  return Math.max(MOVED, (-Math.LOG2E * Math.abs(start - expected.start)) / expected.spread);
}
