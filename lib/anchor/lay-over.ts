/** A passage laid over a stretch of a page: where its words are now, and what speaks for it. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import { alignWords, NOWHERE, type Stretch } from './align-words.ts';
import { WORD_EVIDENCE, type Candidate } from './candidate.ts';
import { foldPiece } from './fold.ts';
import { bitsIn, type NotedWords } from './noted-words.ts';
import type { Lexicon, PageIndex } from './page-index.ts';
import { foundIn, NO_RUNS, supportOf, wordsOfSupport } from './support.ts';

/** Null where none of its own words are there. */
export function layOver(page: PageIndex, passage: Passage, noted: NotedWords, stretch: Stretch): Candidate | null {
  const lexicon = page.lexicon();
  const { words, stems } = lexicon;
  const places = alignWords(noted, { ids: words.ids, stems }, stretch);
  dropStrays(places, noted);
  const own = places.subarray(noted.own.start, noted.own.end);
  const laid = own.filter((place) => place !== NOWHERE);
  const [first, last] = [laid[0], laid.at(-1)];
  if (first === undefined || last === undefined) return null;
  const kept = foundIn(noted, words.ids, places, noted.own);
  const support = supportOf(noted, words.ids, places, NO_RUNS);
  const gaps = gapsIn(laid);
  const span = { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 };
  return {
    kind: 'fuzzy',
    span: withItsMarks(page.text, span, passage.exact),
    likeness: (2 * kept.bits) / (bitsIn(noted, noted.own) + bitsNow(laid, lexicon)),
    kept: kept.bits,
    lost: lostOf(noted, words.ids, places),
    weakest: weakestOf(noted, words.ids, places),
    hasSingular: places.some((place, n) => place !== NOWHERE && isSingular(lexicon, place, noted.ids[n])),
    putIn: gaps.words,
    support,
    evidence: (kept.words + wordsOfSupport(support)) * WORD_EVIDENCE - gaps.cost,
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

/** In bits: that something was put in must be worth it. */
const PUT_IN_COST = 5;
const PUT_IN_WORD_COST = 0.05;

function gapsIn(laid: Int32Array): { readonly words: number; readonly cost: number } {
  let [words, cost] = [0, 0];
  laid.forEach((place, n) => {
    const gap = (laid[n + 1] ?? place) - place;
    if (gap <= PUT_IN) return;
    words += gap;
    cost += PUT_IN_COST + PUT_IN_WORD_COST * gap;
  });
  return { words, cost };
}

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

const isSingular = ({ words, places }: Lexicon, place: number, id: number | undefined): boolean =>
  id !== undefined && words.ids[place] === id && places(id).length === 1;

function weakestOf(noted: NotedWords, ids: Int32Array, places: Int32Array): number {
  const shares = noted.paragraphs.map((part) => foundIn(noted, ids, places, part).bits / bitsIn(noted, part));
  return Math.min(1, ...shares);
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
