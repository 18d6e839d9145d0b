/** Where a passage is expected now: how far the passages near it have moved that were found without any doubt. */
import { longestRising } from './common-words.ts';

export type Expected = {
  /** In UTF-16 code units of the page's text. */
  readonly start: number;
  /** By how many code units it may well be off. */
  readonly spread: number;
  /** All that was found next to it has moved alike, in its old order: nothing was moved or put in between. */
  readonly isSteady: boolean;
};

/** A passage that was noted at `at` and was found `shift` further on. */
export type Moved = { readonly at: number; readonly shift: number };

export type Drift = (at: number) => Expected;

const NEIGHBOURS = 3;
/** On each side. */
const STEADY_NEIGHBOURS = 4;
const FEWEST_STEADY = 3;
/** In code units, and for each of the stretch they take up: how far edits of words put them out of line. */
const STEADY_OFF = 20;
const STEADY_GROWS = 0.02;
/** The same words may take up so much more or less room: other white space, or counted over another text. */
const MOST_STRETCHED = 0.2;
/** Code units: what edits of a word or two shift. */
const LEAST_SPREAD = 24;
/** For each code unit from the nearest passage that was found. Where all near it have moved alike, less of both. */
const SPREAD_GROWS = 0.04;

/**
 * Those that are not in their old order tell nothing: their paragraph was moved, or they were found in another that is
 * like it. Nothing found: expected where it was, the less surely the further down.
 */
export function driftOf(found: readonly Moved[]): Drift {
  const all = found.toSorted((a, b) => a.at - b.at);
  const inOrder = all.map(({ at, shift }) => [at, at + shift] as const);
  const sorted = longestRising(inOrder).map(([at, now]) => ({ at, shift: now - at }));
  return (at) => {
    const after = sorted.findIndex((moved) => moved.at > at);
    const middle = after < 0 ? sorted.length : after;
    const near = sorted.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS);
    if (near.length === 0) return { start: at, spread: LEAST_SPREAD + SPREAD_GROWS * at, isSteady: false };
    const shift = median(near.map((moved) => moved.shift));
    const apart = median(near.map((moved) => Math.abs(moved.shift - shift)));
    const distance = Math.min(...near.map((moved) => Math.abs(moved.at - at)));
    const isOne = apart === 0 && near.length >= NEIGHBOURS;
    const spread = isOne ? LEAST_SPREAD / 4 + (SPREAD_GROWS / 4) * distance : LEAST_SPREAD + SPREAD_GROWS * distance;
    return { start: at + shift, spread: spread + apart, isSteady: isSteadyAt(all, at) };
  };
}

/** Whether those around `at` that were found have moved alike, but for edits of words. */
function isSteadyAt(sorted: readonly Moved[], at: number): boolean {
  const after = sorted.findIndex((moved) => moved.at > at);
  const middle = after < 0 ? sorted.length : after;
  const near = sorted.slice(Math.max(0, middle - STEADY_NEIGHBOURS), middle + STEADY_NEIGHBOURS);
  if (near.length < FEWEST_STEADY) return false;
  const [first, last] = [near[0], near.at(-1)];
  if (first === undefined || last === undefined) return false;
  const width = last.at - first.at;
  const slope = width === 0 ? 0 : (last.shift - first.shift) / width;
  if (Math.abs(last.shift - first.shift) > STEADY_OFF + MOST_STRETCHED * width) return false;
  return near.every(
    (moved) => Math.abs(moved.shift - first.shift - slope * (moved.at - first.at)) <= STEADY_OFF + STEADY_GROWS * width,
  );
}

/** A passage that was noted at `at`, and the starts of all places where its words stand now. */
export type Scattered = { readonly at: number; readonly starts: readonly number[] };

/** For each code unit between two passages: what edits of words shift, at most. */
const EDITS_SHIFT = 0.08;

/**
 * On a page that says the same over and over no passage by itself tells how far it has moved. All together do, if from one
 * to the next there is always a place that has moved as the last has; none where a single one breaks the row.
 */
export function followShifts(scattered: readonly Scattered[]): readonly Moved[] {
  const followed: Moved[] = [];
  let last: Moved = { at: 0, shift: 0 };
  for (const { at, starts } of scattered.toSorted((a, b) => a.at - b.at)) {
    const shifts = starts
      .map((start) => start - at)
      .sort((a, b) => Math.abs(a - last.shift) - Math.abs(b - last.shift));
    const [shift] = shifts;
    if (shift === undefined) continue;
    if (Math.abs(shift - last.shift) > LEAST_SPREAD + EDITS_SHIFT * (at - last.at)) return [];
    last = { at, shift };
    followed.push(last);
  }
  return followed;
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
