/** Where a passage is expected now: how far the passages near it have moved that were found without any doubt. */

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
/** For each code unit from the nearest passage that was found. */
const SPREAD_GROWS = 0.04;

/** Nothing found: expected where it was, the less surely the further down. */
export function driftOf(found: readonly Moved[]): Drift {
  const sorted = found.toSorted((a, b) => a.at - b.at);
  return (at) => {
    const after = sorted.findIndex((moved) => moved.at > at);
    const middle = after < 0 ? sorted.length : after;
    const near = sorted.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS);
    if (near.length === 0) return { start: at, spread: LEAST_SPREAD + SPREAD_GROWS * at };
    const shift = median(near.map((moved) => moved.shift));
    const apart = median(near.map((moved) => Math.abs(moved.shift - shift)));
    const distance = Math.min(...near.map((moved) => Math.abs(moved.at - at)));
    return { start: at + shift, spread: LEAST_SPREAD + SPREAD_GROWS * distance + apart };
  };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Spreads from where it is expected: what is further away, is elsewhere. */
const FAR = 4;

export const isWhereExpected = (start: number, expected: Expected | null): boolean =>
  expected !== null && Math.abs(start - expected.start) <= FAR * expected.spread;

/** In bits: what it tells that a place is where it is expected, on a page of `length`. */
export function bitsOfPlace(start: number, expected: Expected, length: number): number {
  const { spread } = expected;
  return Math.max(
    0,
    Math.log2(Math.max(1, length / spread)) - (Math.LOG2E * Math.abs(start - expected.start)) / spread,
  );
}
