/**
 * The best way to lay a row of words over a stretch of a page: words that are equal, words put in place of others, words
 * left out and added (Smith and Waterman, with gaps by Gotoh). What a pair is worth is what its word tells, in bits.
 */
import type { Span } from '@/lib/core/article.ts';
import { UNKNOWN } from './words.ts';

export type WordRow = {
  readonly ids: Int32Array;
  readonly stems: Int32Array;
  /** What each word tells, in bits. */
  readonly bits: Float64Array;
};

/** The page's side. */
export type Ground = { readonly ids: Int32Array; readonly stems: Int32Array };

export type Alignment = {
  /** Of each word of the row, the place of the page's word that it is laid on; `NOWHERE`. */
  readonly places: Int32Array;
  /** In bits, less what the differences cost. */
  readonly score: number;
};

export const NOWHERE = -1;

/** In bits. A paragraph put between two parts of a passage costs as much as a rare word tells. */
const REPLACED = -2;
const GAP = -3;
const GAP_LONGER = -0.1;
/** What a word of the same stem is worth of an equal one. */
export const KIN = 0.4;

const STOP = 0;
const PAIR = 1;
const LEFT_OUT = 2;
const ADDED = 3;
/** Set in a step where the gap goes on. */
const LEFT_OUT_GOES_ON = 4;
const ADDED_GOES_ON = 8;

/** Over the page's words from `window.start` to `window.end`. Costs time and memory by the product of both lengths. */
export function alignWords(row: WordRow, ground: Ground, window: Span): Alignment {
  const height = row.ids.length;
  const width = Math.max(0, window.end - window.start);
  const steps = new Uint8Array((height + 1) * (width + 1));
  const best = fillSteps(row, ground, window.start, width, steps);
  const places = new Int32Array(height).fill(NOWHERE);
  traceBack(steps, width, best, (n, m) => (places[n] = window.start + m));
  return { places, score: best.score };
}

type Cell = { readonly n: number; readonly m: number; readonly score: number };

function fillSteps(row: WordRow, ground: Ground, from: number, width: number, steps: Uint8Array): Cell {
  const scores = new Float64Array(width + 1);
  const leftOut = new Float64Array(width + 1).fill(-Infinity);
  let best: Cell = { n: 0, m: 0, score: 0 };
  for (let n = 1; n <= row.ids.length; n += 1) {
    const id = row.ids[n - 1] ?? UNKNOWN;
    const stem = row.stems[n - 1] ?? UNKNOWN;
    const worth = row.bits[n - 1] ?? 0;
    let diagonal = 0;
    let added = -Infinity;
    const line = n * (width + 1);
    for (let m = 1; m <= width; m += 1) {
      const above = scores[m] ?? 0;
      const before = scores[m - 1] ?? 0;
      const place = from + m - 1;
      const other = ground.ids[place] ?? UNKNOWN;
      const pair =
        diagonal +
        (id === other && id !== UNKNOWN
          ? worth
          : stem !== UNKNOWN && stem === (ground.stems[other] ?? UNKNOWN)
            ? worth * KIN
            : REPLACED);
      diagonal = above;
      let step = STOP;
      const leftOutOn = (leftOut[m] ?? 0) + GAP_LONGER;
      const leftOutNow = Math.max(above + GAP, leftOutOn);
      if (leftOutOn > above + GAP) step |= LEFT_OUT_GOES_ON;
      leftOut[m] = leftOutNow;
      const addedOn = added + GAP_LONGER;
      if (addedOn > before + GAP) step |= ADDED_GOES_ON;
      added = Math.max(before + GAP, addedOn);
      let score = 0;
      if (pair > 0 && pair >= leftOutNow && pair >= added) {
        score = pair;
        step |= PAIR;
      } else if (leftOutNow > 0 && leftOutNow >= added) {
        score = leftOutNow;
        step |= LEFT_OUT;
      } else if (added > 0) {
        score = added;
        step |= ADDED;
      }
      scores[m] = score;
      steps[line + m] = step;
      if (score > best.score) best = { n, m, score };
    }
  }
  return best;
}

function traceBack(steps: Uint8Array, width: number, { n, m }: Cell, pair: (n: number, m: number) => void): void {
  let inGap = STOP;
  while (n > 0 && m > 0) {
    const step = steps[n * (width + 1) + m] ?? STOP;
    const move = inGap === STOP ? step & 3 : inGap;
    if (move === STOP) return;
    if (move === PAIR) {
      pair(n - 1, m - 1);
      n -= 1;
      m -= 1;
    } else if (move === LEFT_OUT) {
      inGap = (step & LEFT_OUT_GOES_ON) !== 0 ? LEFT_OUT : STOP;
      n -= 1;
    } else {
      inGap = (step & ADDED_GOES_ON) !== 0 ? ADDED : STOP;
      m -= 1;
    }
  }
}
