/**
 * The places where a passage may stand with some of its words changed: rare words that it shares with the page say where
 * to look, and there it is laid over the page word by word.
 */
import type { Passage } from '@/lib/core/note.ts';
import type { Stretch } from './align-words.ts';
import type { Candidate } from './candidate.ts';
import { layOver } from './lay-over.ts';
import { bitsIn, type NotedWords } from './noted-words.ts';
import type { Lexicon, PageIndex } from './page-index.ts';
import { isSideSupported } from './support.ts';
import { wordAfter } from './words.ts';

/** A word that stands on the page more often does not say where to look. */
const TOO_COMMON = 64;
/** In bits: two rare words, or more common ones; and of all that was noted. */
const WORTH_A_LOOK = 14;
const SHARE_WORTH_A_LOOK = 0.15;
const MOST_STRETCHES = 3;
/** Of what speaks for the likeliest place, so much must speak for another. */
const LIKELY = 0.3;
/** Words, by which the places of two shared words may be shifted against each other and still speak for one stretch. */
const STRIDE = 8;
/** Words, by which edits may shift them besides. */
const SLACK = 10;

export function findChanged(page: PageIndex, passage: Passage, noted: NotedWords): readonly Candidate[] {
  return stretchesFor(noted, page.lexicon()).flatMap((stretch) => {
    const found: Candidate[] = [];
    for (let next: Stretch | null = stretch; next !== null && found.length < MOST_TRIES;) {
      const last = found.at(-1);
      const one = layOver(page, passage, noted, next);
      if (one === null || (last !== undefined && one.kept <= last.kept)) break;
      found.push(one);
      next = widerThan(one, noted, page.lexicon());
    }
    return found;
  });
}

/** Each goes further out, past one more paragraph that was put in. */
const MOST_TRIES = 5;

/** Of what a passage tells; with less, it is more likely gone than in parts. */
const A_PART = 0.3;
/** Words: two parts of a passage between which paragraphs were put may be so far apart. */
const APART = 300;
const BESIDE = 20;

/** Where its beginning or its end is missing, with what stood next to it: something may have been put in between. */
function widerThan({ span, kept, lost, support }: Candidate, noted: NotedWords, { words }: Lexicon): Stretch | null {
  if (kept < A_PART * bitsIn(noted, noted.own)) return null;
  const isCutBefore = lost.before > 0 && !isSideSupported(support.before);
  const isCutAfter = lost.after > 0 && !isSideSupported(support.after);
  if (!isCutBefore && !isCutAfter) return null;
  const start = wordAfter(words, span.start) - noted.own.start - (isCutBefore ? APART : BESIDE);
  const end = wordAfter(words, span.end) + noted.ids.length - noted.own.end + (isCutAfter ? APART : BESIDE);
  return { start: Math.max(0, start), end: Math.min(words.ids.length, end), shift: null, bridges: true };
}

/** Words around the place at which the passage is expected. */
const AROUND = 40;

/** Of what was noted, so much must be about a place in any order, before it is laid out in order. */
const SHARE_ABOUT = 0.45;

/** As it stands about `offset`, if it does. */
export function findNear(page: PageIndex, passage: Passage, noted: NotedWords, offset: number): Candidate | null {
  const { words, bits } = page.lexicon();
  const first = wordAfter(words, offset) - noted.own.start;
  const start = Math.max(0, first - AROUND);
  const end = Math.min(words.ids.length, first + noted.ids.length + AROUND);
  const about = new Set(words.ids.subarray(start, end));
  let shared = 0;
  for (const id of noted.ids) if (about.has(id)) shared += bits(id);
  if (shared < SHARE_ABOUT * bitsIn(noted, { start: 0, end: noted.ids.length })) return null;
  return layOver(page, passage, noted, { start, end, shift: null, bridges: false });
}

function stretchesFor(noted: NotedWords, { words, places }: Lexicon): Stretch[] {
  const length = noted.ids.length;
  const votes = new Float64Array(Math.ceil((words.ids.length + length) / STRIDE) + 1);
  noted.ids.forEach((id, n) => {
    const at = places(id);
    if (at.length > TOO_COMMON) return;
    for (const place of at) {
      const stride = Math.floor((place - n + length) / STRIDE);
      votes[stride] = (votes[stride] ?? 0) + (noted.bits[n] ?? 0);
    }
  });
  const slack = SLACK + Math.floor(length / 10);
  const width = 2 + Math.floor(length / 6 / STRIDE);
  const worth = Math.max(WORTH_A_LOOK, SHARE_WORTH_A_LOOK * bitsIn(noted, { start: 0, end: length }));
  return peaksOf(votes, width, worth).map((stride) => {
    const shift = { start: stride * STRIDE - length - slack, end: (stride + width) * STRIDE - length + slack };
    return {
      start: Math.max(0, shift.start),
      end: Math.min(words.ids.length, shift.end + length),
      shift,
      bridges: false,
    };
  });
}

/** Where `width` neighbouring votes are together the most, and no two such places overlap. */
function peaksOf(votes: Float64Array, width: number, worth: number): number[] {
  const sums = new Float64Array(votes.length);
  let sum = 0;
  for (let at = 0; at < votes.length; at += 1) {
    sum += (votes[at] ?? 0) - (votes[at - width] ?? 0);
    sums[Math.max(0, at - (width >> 1))] = sum;
  }
  const peaks: number[] = [];
  let least = worth;
  while (peaks.length < MOST_STRETCHES) {
    let best = -1;
    for (let at = 0; at < sums.length; at += 1) if ((sums[at] ?? 0) > (sums[best] ?? least)) best = at;
    if (best < 0) break;
    peaks.push(best);
    if (peaks.length === 1) least = Math.max(least, LIKELY * (sums[best] ?? 0));
    sums.fill(0, Math.max(0, best - width), best + width + 1);
  }
  return peaks;
}
