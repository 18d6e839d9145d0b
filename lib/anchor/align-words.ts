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

/**
 * Words of the page. `shift`, where it is known: by how many words, at least and at most, a word of the row stands further
 * on in the page; what lies beyond is not looked at. `bridges`: paragraphs may have been put in.
 */
export type Stretch = Span & { readonly shift: Span | null; readonly bridges: boolean };

/** The page's side. */
export type Ground = { readonly ids: Int32Array; readonly stems: Int32Array };

/** The place of a word that is laid on none. */
export const NOWHERE = -1;

/** In bits. */
const REPLACED = -2;
const GAP = -3;
const GAP_LONGER = -0.4;
/** So a paragraph put between two parts of a passage costs as much as a rare word tells. */
const BRIDGE_LONGER = -0.1;
/** What a word of the same stem is worth of an equal one. */
const KIN = 0.4;

const STOP = 0;
const PAIR = 1;
const LEFT_OUT = 2;
const ADDED = 3;
/** Set in a step where the gap goes on. */
const LEFT_OUT_GOES_ON = 4;
const ADDED_GOES_ON = 8;

/**
 * Of each word of the row, the place of the page's word that it is laid on, or `NOWHERE`. Over the page's words from
 * `stretch.start` to `stretch.end`. Costs time and memory by the product of both lengths.
 */
export function alignWords(row: WordRow, ground: Ground, stretch: Stretch): Int32Array {
  const height = row.ids.length;
  const places = new Int32Array(height).fill(NOWHERE);
  const ids = ground.ids.subarray(stretch.start, stretch.end);
  const width = ids.length;
  if (height === 0 || width === 0) return places;
  const sheet: Sheet = {
    ids,
    stems: ids.map((id) => ground.stems[id] ?? UNKNOWN),
    scores: new Float64Array(width + 1),
    leftOut: new Float64Array(width + 1).fill(-Infinity),
    longer: stretch.bridges ? BRIDGE_LONGER : GAP_LONGER,
    steps: new Uint8Array((height + 1) * (width + 1)),
  };
  let [bestRow, bestAt, best] = [0, 0, 0];
  for (let n = 1; n <= height; n += 1) {
    const from = stretch.shift === null ? 1 : Math.max(1, n + stretch.shift.start - stretch.start);
    const to = stretch.shift === null ? width : Math.min(width, n + stretch.shift.end - stretch.start);
    const m = fillLine(sheet, row, n, { start: from, end: to });
    const score = sheet.scores[m] ?? 0;
    if (score > best) [bestRow, bestAt, best] = [n, m, score];
  }
  traceBack(sheet.steps, width, [bestRow, bestAt], (n, m) => (places[n] = stretch.start + m));
  return places;
}

type Sheet = {
  /** Of the page's words in the stretch. */
  readonly ids: Int32Array;
  readonly stems: Int32Array;
  /** Of the line above, and as far as it is filled, of the line at hand: the best score, and the best that ends in a gap. */
  readonly scores: Float64Array;
  readonly leftOut: Float64Array;
  /** What each further word of the page costs in a gap. */
  readonly longer: number;
  readonly steps: Uint8Array;
};

/** Fills the line of the row's nth word, from 1, between two places, and says where its best score is. */
function fillLine(sheet: Sheet, row: WordRow, n: number, { start, end }: Span): number {
  const { ids, stems, scores, leftOut, steps } = sheet;
  const line = n * (ids.length + 1);
  const id = row.ids[n - 1] ?? UNKNOWN;
  const stem = row.stems[n - 1] ?? UNKNOWN;
  const worth = row.bits[n - 1] ?? 0;
  let diagonal = scores[start - 1] ?? 0;
  let [before, added, bestAt, best] = [0, -Infinity, 0, 0];
  for (let m = start; m <= end; m += 1) {
    const above = scores[m] ?? 0;
    let step = STOP;
    const opened = above + GAP;
    const longer = (leftOut[m] ?? 0) + GAP_LONGER;
    if (longer > opened) step |= LEFT_OUT_GOES_ON;
    const out = longer > opened ? longer : opened;
    leftOut[m] = out;
    added += sheet.longer;
    if (added > before + GAP) step |= ADDED_GOES_ON;
    else added = before + GAP;
    let score = diagonal + REPLACED;
    if (id !== UNKNOWN && id === ids[m - 1]) score = diagonal + worth;
    else if (stem !== UNKNOWN && stem === stems[m - 1]) score = diagonal + worth * KIN;
    let move = PAIR;
    if (out > score) [score, move] = [out, LEFT_OUT];
    if (added > score) [score, move] = [added, ADDED];
    if (score <= 0) [score, move] = [0, STOP];
    steps[line + m] = step | move;
    scores[m] = score;
    diagonal = above;
    before = score;
    if (score > best) [best, bestAt] = [score, m];
  }
  return bestAt;
}

function traceBack(
  steps: Uint8Array,
  width: number,
  [fromRow, fromAt]: readonly [number, number],
  pair: (n: number, m: number) => void,
): void {
  let [n, m] = [fromRow, fromAt];
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
