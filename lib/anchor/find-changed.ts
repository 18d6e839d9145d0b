/**
 * The places where a passage may stand with some of its words changed: rare words that it shares with the page say where
 * to look, and there it is laid over the page word by word.
 */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import { alignWords, NOWHERE } from './align-words.ts';
import { WORD_EVIDENCE, type Candidate } from './candidate.ts';
import { foldPiece } from './fold.ts';
import { bitsIn, type NotedWords } from './noted-words.ts';
import type { Lexicon, PageIndex } from './page-index.ts';
import { foundIn, NO_RUNS, supportOf, wordsOfSupport } from './support.ts';
import { wordAfter } from './words.ts';

/** A word that stands on the page more often does not say where to look. */
const TOO_COMMON = 64;
/** In bits: two rare words, or more common ones. */
const WORTH_A_LOOK = 14;
const MOST_WINDOWS = 3;
/** Words, by which the places of two shared words may be shifted against each other and still speak for one window. */
const STRIDE = 8;

export function findChanged(page: PageIndex, passage: Passage, noted: NotedWords): readonly Candidate[] {
  const lexicon = page.lexicon();
  const found = windowsFor(noted, lexicon).map((window) => layOver(page, passage, noted, window));
  return found.filter((candidate) => candidate !== null);
}

/** Words around the place at which the passage is expected. */
const AROUND = 40;

/** As it stands about `offset`, if it does. */
export function findNear(page: PageIndex, passage: Passage, noted: NotedWords, offset: number): Candidate | null {
  const { words } = page.lexicon();
  const first = wordAfter(words, offset) - noted.own.start;
  const start = Math.max(0, first - AROUND);
  return layOver(page, passage, noted, { start, end: Math.min(words.ids.length, first + noted.ids.length + AROUND) });
}

function windowsFor(noted: NotedWords, { words, places }: Lexicon): Span[] {
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
  const slack = 12 + Math.floor(length / 3);
  const windows = peaksOf(votes, 2 + Math.floor(length / 6 / STRIDE)).map((stride) => {
    const start = stride * STRIDE - length;
    return { start: Math.max(0, start - slack), end: Math.min(words.ids.length, start + length + slack) };
  });
  return joinNeighbours(windows);
}

/** Words between two windows: the parts of a passage into which something was put may be so far apart. */
const NEIGHBOURS = 400;

function joinNeighbours(windows: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const window of windows.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && window.start - last.end < NEIGHBOURS)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    else joined.push(window);
  }
  return joined;
}

/** Where `width` neighbouring votes are together the most, and no two such places overlap. */
function peaksOf(votes: Float64Array, width: number): number[] {
  const sums = new Float64Array(votes.length);
  let sum = 0;
  for (let at = 0; at < votes.length; at += 1) {
    sum += (votes[at] ?? 0) - (votes[at - width] ?? 0);
    sums[Math.max(0, at - (width >> 1))] = sum;
  }
  const peaks: number[] = [];
  while (peaks.length < MOST_WINDOWS) {
    let best = -1;
    for (let at = 0; at < sums.length; at += 1) if ((sums[at] ?? 0) > (sums[best] ?? WORTH_A_LOOK)) best = at;
    if (best < 0) break;
    peaks.push(best);
    sums.fill(0, Math.max(0, best - width), best + width + 1);
  }
  return peaks;
}

function layOver(page: PageIndex, passage: Passage, noted: NotedWords, window: Span): Candidate | null {
  const lexicon = page.lexicon();
  const { words, stems } = lexicon;
  const { places } = alignWords(noted, { ids: words.ids, stems }, window);
  dropStrays(places, noted);
  const own = places.subarray(noted.own.start, noted.own.end);
  const laid = own.filter((place) => place !== NOWHERE);
  const [first, last] = [laid[0], laid.at(-1)];
  if (first === undefined || last === undefined) return null;
  const kept = foundIn(noted, words.ids, places, noted.own);
  const support = supportOf(noted, words.ids, places, NO_RUNS);
  const span = { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 };
  return {
    kind: 'fuzzy',
    span: withItsMarks(page.text, span, passage.exact),
    likeness: (2 * kept.bits) / (bitsIn(noted, noted.own) + bitsNow(laid, lexicon)),
    kept: kept.bits,
    lost: lostOf(noted, words.ids, places),
    support,
    evidence: (kept.words + wordsOfSupport(support)) * WORD_EVIDENCE,
  };
}

/** A gap of more words is something put in between, not another wording. */
const PUT_IN = 10;

/** Takes back the few words at an end of the passage that were found far from the rest, among others that were not. */
function dropStrays(places: Int32Array, { own, bits }: NotedWords): void {
  const drop = (from: number, step: 1 | -1, end: number): void => {
    let found = 0;
    let all = 0;
    let last = NOWHERE;
    for (let n = from; n !== end; n += step) {
      const place = places[n] ?? NOWHERE;
      const isFar = place !== NOWHERE && last !== NOWHERE && Math.abs(place - last) > PUT_IN;
      if (isFar) {
        const beside = places[from - step] ?? NOWHERE;
        const isJoined = beside !== NOWHERE && Math.abs(beside - (places[from] ?? NOWHERE)) <= 2;
        if (found < all * (isJoined ? HALF : MOST) || (!isJoined && found < STRAY)) {
          for (let back = from; back !== n; back += step) places[back] = NOWHERE;
          [found, all] = [0, 0];
        }
      }
      all += bits[n] ?? 0;
      if (place === NOWHERE) continue;
      found += bits[n] ?? 0;
      last = place;
    }
  };
  drop(own.start, 1, own.end);
  drop(own.end - 1, -1, own.start - 1);
}

/** In bits, and of what was noted before the gap: a part that tells less does not stand apart from the rest. */
const STRAY = 14;
const HALF = 0.5;
const MOST = 0.7;

/** What the words tell that now stand there, without what was put in between. */
function bitsNow(laid: Int32Array, { words, bits }: Lexicon): number {
  let sum = 0;
  laid.forEach((place, n) => {
    const next = laid[n + 1] ?? place + 1;
    const end = next - place > PUT_IN ? place + 1 : next;
    for (let at = place; at < end; at += 1) sum += bits(words.ids[at] ?? 0);
  });
  return sum;
}

function lostOf(noted: NotedWords, ids: Int32Array, places: Int32Array): Candidate['lost'] {
  const isKept = (n: number): boolean => {
    const place = places[n] ?? NOWHERE;
    return place !== NOWHERE && ids[place] === noted.ids[n];
  };
  const { start, end } = noted.own;
  let [first, last] = [start, end];
  while (first < end && !isKept(first)) first += 1;
  while (last > first && !isKept(last - 1)) last -= 1;
  return { before: bitsIn(noted, { start, end: first }), after: bitsIn(noted, { start: last, end }) };
}

const MARKS_BEFORE = /^[^\p{L}\p{M}\p{N}]*/u;
const MARKS_BEHIND = /[^\p{L}\p{M}\p{N}]*$/u;

/** With the quotation mark or full stop that was noted with its words, where it still stands there. */
function withItsMarks(text: string, span: Span, exact: string): Span {
  const before = foldPiece(MARKS_BEFORE.exec(exact.slice(0, 16))?.[0].trim() ?? '');
  const behind = foldPiece(MARKS_BEHIND.exec(exact.slice(-16))?.[0].trim() ?? '');
  let { start, end } = span;
  for (let n = before.length - 1; n >= 0 && start > 0 && foldPiece(text.charAt(start - 1)) === before[n]; n -= 1)
    start -= 1;
  for (let n = 0; n < behind.length && end < text.length && foldPiece(text.charAt(end)) === behind[n]; n += 1) end += 1;
  return { start, end };
}
