/** What around a place speaks for it: the words that stood before and after the passage, and still do. */
import type { Span } from '@/lib/core/article.ts';
import { alignWords, NOWHERE } from './align-words.ts';
import { bitsIn, rowPart, type NotedWords } from './noted-words.ts';
import type { Lexicon } from './page-index.ts';

/** In bits: what the words tell that are there again, of all that were noted. */
type Part = { readonly found: number; readonly noted: number };
/** On one side; `near`: in the passage's own paragraph. */
export type SideSupport = Part & {
  readonly near: Part;
  /** Words that are there again. */
  readonly words: number;
  /** Characters next to the passage that are the same, white space apart. */
  readonly run: number;
};
export type Support = { readonly before: SideSupport; readonly after: SideSupport };
export type Runs = { readonly before: number; readonly after: number };

export const NO_RUNS: Runs = { before: 0, after: 0 };

/** `place`: which of the page's words the passage takes up. */
export function supportAt(noted: NotedWords, lexicon: Lexicon, place: Span, runs: Runs): Support {
  const places = new Int32Array(noted.ids.length).fill(NOWHERE);
  layBefore(noted, lexicon, place.start, places);
  layAfter(noted, lexicon, place.end, places);
  return supportOf(noted, lexicon.words.ids, places, runs);
}

/** Words of the page beyond as many as were noted. */
const SLACK = 8;
const reach = (words: number): number => 2 * words + SLACK;

/** Word by word as long as they are equal, which mostly is all; the rest as it fits best. */
function layBefore(noted: NotedWords, { words, stems }: Lexicon, end: number, places: Int32Array): void {
  let [left, at] = [noted.own.start, end];
  while (left > 0 && at > 0 && noted.ids[left - 1] === words.ids[at - 1]) places[--left] = --at;
  const stretch = { start: Math.max(0, at - reach(left)), end: at, shift: null, bridges: false };
  places.set(alignWords(rowPart(noted, { start: 0, end: left }), { ids: words.ids, stems }, stretch));
}

function layAfter(noted: NotedWords, { words, stems }: Lexicon, start: number, places: Int32Array): void {
  const [length, all] = [noted.ids.length, words.ids.length];
  let [next, at] = [noted.own.end, start];
  while (next < length && at < all && noted.ids[next] === words.ids[at]) places[next++] = at++;
  const stretch = { start: at, end: Math.min(all, at + reach(length - next)), shift: null, bridges: false };
  places.set(alignWords(rowPart(noted, { start: next, end: length }), { ids: words.ids, stems }, stretch), next);
}

/** `places`: of each noted word, where it was found. */
export function supportOf(noted: NotedWords, ids: Int32Array, places: Int32Array, runs: Runs): Support {
  const sideOf = (side: Span, run: number): SideSupport => {
    const near = { start: Math.max(side.start, noted.near.start), end: Math.min(side.end, noted.near.end) };
    const { bits, words } = foundIn(noted, ids, places, side);
    return {
      found: bits,
      noted: bitsIn(noted, side),
      near: { found: foundIn(noted, ids, places, near).bits, noted: bitsIn(noted, near) },
      words,
      run,
    };
  };
  return {
    before: sideOf({ start: 0, end: noted.own.start }, runs.before),
    after: sideOf({ start: noted.own.end, end: noted.ids.length }, runs.after),
  };
}

/** Only equal words count; those that are put in place of others, or kin to them, do not. */
export function foundIn(
  noted: NotedWords,
  ids: Int32Array,
  places: Int32Array,
  { start, end }: Span,
): { readonly bits: number; readonly words: number } {
  let bits = 0;
  let words = 0;
  for (let n = start; n < end; n += 1) {
    const place = places[n] ?? NOWHERE;
    if (place === NOWHERE || ids[place] !== noted.ids[n]) continue;
    bits += noted.bits[n] ?? 0;
    words += 1;
  }
  return { bits, words };
}

/** In bits: less than this was noted of a side, and it can neither speak for a place nor against it. */
const TELLS = 12;
/** As much must be of the passage's own paragraph, if that is to decide alone. */
const NEAR_TELLS = 25;
const ENOUGH = 10;
const SHARE = 0.35;
/** Characters: so many in a row are not the same by chance. */
const LONG_RUN = 12;

/**
 * Whether what is around speaks for the place. Where the passage's own paragraph has more words, those decide: the next
 * paragraph may begin as the one began that is gone. Where nothing is known of what was around, nothing speaks against.
 */
export function isSupported(support: Support, share = SHARE): boolean {
  const telling = tellingParts(support);
  const isTold = telling.length === 0 || telling.some((part) => speaksFor(part, share));
  return isTold || hasLongRun(support.before) || hasLongRun(support.after);
}

/** Both sides speak for the place, as far as enough is known of them to tell. */
export function isSupportedOnBothSides(support: Support, share: number): boolean {
  return isSupported(support, share) && tellingParts(support).every((part) => speaksFor(part, share));
}

/** Enough where the place is where the passage is expected. */
export function isHintedAt(support: Support): boolean {
  const { before, after } = support;
  const near = { found: before.near.found + after.near.found, noted: before.near.noted + after.near.noted };
  if (near.found >= HINT && near.found >= MOST_OF_NEAR * near.noted) return true;
  return tellingParts(support).some(({ found, noted }) => found >= HINT && found >= HINT_SHARE * noted);
}

/** In bits; of what was noted; and of what was noted of the passage's own paragraph. */
const HINT = 6;
const HINT_SHARE = 0.15;
const MOST_OF_NEAR = 0.6;

/** That side speaks for the place, as far as anything is known of it. */
export function isSideSupported(side: SideSupport): boolean {
  if (hasLongRun(side)) return true;
  return side.near.noted >= NEAR_TELLS ? speaksFor(side.near) : side.noted >= TELLS && speaksFor(side);
}

/** Nearly all that stood next to the passage still does: of its own paragraph, or of the next where that tells nothing. */
export function isAttached(side: SideSupport): boolean {
  if (hasLongRun(side)) return true;
  return side.near.noted >= TELLS
    ? side.near.found >= NEARLY_ALL * side.near.noted
    : side.noted >= TELLS && side.found >= MOST_OF_SIDE * side.noted;
}

const NEARLY_ALL = 0.7;
const MOST_OF_SIDE = 0.5;

/** Of all that was noted around, the part that is there again; 0 where too little is known. */
export function shareAround(support: Support): number {
  const telling = tellingParts(support);
  const noted = telling.reduce((sum, part) => sum + part.noted, 0);
  return noted === 0 ? 0 : telling.reduce((sum, part) => sum + part.found, 0) / noted;
}

function tellingParts({ before, after }: Support): readonly Part[] {
  const near = [before.near, after.near].filter(({ noted }) => noted >= NEAR_TELLS);
  return near.length > 0 ? near : [before, after].filter(({ noted }) => noted >= TELLS);
}

const speaksFor = ({ found, noted }: Part, share = SHARE): boolean => found >= ENOUGH && found >= share * noted;
const hasLongRun = ({ run }: SideSupport): boolean => run >= LONG_RUN;

export const wordsOfSupport = ({ before, after }: Support): number => before.words + after.words;
