/** The text of a page, prepared once for all its notes. Whatever costs is made when it is first asked for, and kept. */
import type { Span } from '@/lib/core/article.ts';
import { foldText, type Folded } from './fold.ts';
import { createVocabulary, UNKNOWN, wordsOf, type Words } from './words.ts';

export type PageIndex = {
  /** Blocks joined by a newline; white space within a block is single spaces. */
  readonly text: string;
  /** In reading order. */
  readonly headings: readonly Span[];
  readonly folded: () => Folded;
  readonly lexicon: () => Lexicon;
  readonly points: () => CodePoints;
};

/** The page's words, and how much each of them tells. */
export type Lexicon = {
  readonly words: Words;
  /** Of a word that is not on the page: `UNKNOWN`. */
  readonly idOf: (word: string) => number;
  /** Equal for words that begin alike: “negotiator”, “negotiations”; `UNKNOWN` where it is too short to tell. */
  readonly stemOf: (word: string) => number;
  /** Of each id. */
  readonly stems: Int32Array;
  /** What meeting the word tells, in bits: the rarer on this page, the more. */
  readonly bits: (id: number) => number;
  /** Where a word stands, as positions in `words`. */
  readonly places: (id: number) => Int32Array;
};

/** Between offsets in code points, as the standard counts, and in UTF-16 code units, as strings do. */
export type CodePoints = {
  readonly toUnits: (points: number) => number;
  readonly toPoints: (units: number) => number;
};

/** `headings`: where the page's headings stand in `text`. */
export function indexPage(text: string, headings: readonly Span[] = []): PageIndex {
  return {
    text,
    headings: headings.toSorted((a, b) => a.start - b.start),
    folded: once(() => foldText(text)),
    lexicon: once(() => createLexicon(text)),
    points: once(() => countPoints(text)),
  };
}

/** Made when it is first asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Letters by which two words count as kin, and from which length on a word has kin. */
const STEM = 5;
const LONG_ENOUGH = 6;
/** A page is never so short that its words tell nothing. */
const FEWEST = 500;

const stemOf = (word: string): string | null =>
  word.length >= LONG_ENOUGH && !/\d/.test(word) ? word.slice(0, STEM) : null;

function createLexicon(text: string): Lexicon {
  const { growing, closed, keyOf, all } = createVocabulary();
  const words = wordsOf(text, growing);
  const stemIds = new Map<string, number>();
  const stems = Int32Array.from(all(), (word) => {
    const stem = stemOf(word);
    if (stem === null) return UNKNOWN;
    const known = stemIds.get(stem) ?? stemIds.size;
    stemIds.set(stem, known);
    return known;
  });
  const { counts, places } = placesIn(words.ids, stems.length);
  const total = Math.log2(words.ids.length + FEWEST);
  const bits = Float64Array.from(counts, (count) => total - Math.log2(count + 0.5));
  return {
    words,
    idOf: closed,
    stemOf: (word) => stemIds.get(stemOf(keyOf(word)) ?? '') ?? UNKNOWN,
    stems,
    bits: (id) => bits[id] ?? total,
    places,
  };
}

function placesIn(ids: Int32Array, size: number): { counts: Int32Array; places: Lexicon['places'] } {
  const counts = new Int32Array(size);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const first = new Int32Array(size + 1);
  for (let id = 0; id < size; id += 1) first[id + 1] = (first[id] ?? 0) + (counts[id] ?? 0);
  const next = first.slice();
  const places = new Int32Array(ids.length);
  ids.forEach((id, place) => {
    const at = next[id] ?? 0;
    places[at] = place;
    next[id] = at + 1;
  });
  return { counts, places: (id) => places.subarray(first[id] ?? 0, first[id + 1] ?? 0) };
}

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/g;

function countPoints(text: string): CodePoints {
  /** Where the pairs stand, in code units. Few pages have any. */
  const pairs = Int32Array.from(text.matchAll(ASTRAL), ({ index }) => index);
  const pairsBefore = (units: number): number => countBelow(pairs.length, (n) => pairs[n] ?? 0, units);
  return {
    toPoints: (units) => units - pairsBefore(units),
    // The nth pair stands at so many code points: its units less the pairs before it.
    toUnits: (points) => points + countBelow(pairs.length, (n) => (pairs[n] ?? 0) - n, points),
  };
}

/** How many of the first `length` values, which only rise, are below `bound`. */
function countBelow(length: number, valueAt: (n: number) => number, bound: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
