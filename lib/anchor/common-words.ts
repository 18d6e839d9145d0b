/** The longest row of words that two texts have in common, in bounded time: for showing a reader what has changed. */
import type { Span } from '@/lib/core/article.ts';

/** Words that are equal: where each stands in the one text and in the other. */
export type Pair = readonly [one: number, other: number];

/** Cells of a table that are worked out at once; larger stretches are first divided at words that both have once. */
const LARGEST_TABLE = 1_000_000;

/** Both rising. Where texts are long and have no word that stands once in each, equal words may go unpaired. */
export function commonWords(one: readonly string[], other: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  pairBetween({ one, other }, { start: 0, end: one.length }, { start: 0, end: other.length }, pairs);
  return pairs;
}

type Texts = { readonly one: readonly string[]; readonly other: readonly string[] };

function pairBetween(texts: Texts, a: Span, b: Span, pairs: Pair[]): void {
  let [from, to] = [a.start, b.start];
  let [end, until] = [a.end, b.end];
  while (from < end && to < until && texts.one[from] === texts.other[to]) pairs.push([from++, to++]);
  const behind: Pair[] = [];
  while (from < end && to < until && texts.one[end - 1] === texts.other[until - 1]) behind.push([--end, --until]);
  if (from < end && to < until) pairRest(texts, { start: from, end }, { start: to, end: until }, pairs);
  pairs.push(...behind.reverse());
}

function pairRest(texts: Texts, a: Span, b: Span, pairs: Pair[]): void {
  if ((a.end - a.start) * (b.end - b.start) <= LARGEST_TABLE) {
    pairByTable(texts, a, b, pairs);
    return;
  }
  let [from, to] = [a.start, b.start];
  for (const [one, other] of longestRising(singleIn(texts, a, b))) {
    pairBetween(texts, { start: from, end: one }, { start: to, end: other }, pairs);
    pairs.push([one, other]);
    [from, to] = [one + 1, other + 1];
  }
  if (from > a.start) pairBetween(texts, { start: from, end: a.end }, { start: to, end: b.end }, pairs);
}

/** Words that stand exactly once in each stretch, in the order of the first. */
function singleIn({ one, other }: Texts, a: Span, b: Span): Pair[] {
  const inOther = placesOfSingles(other, b);
  return [...placesOfSingles(one, a)].flatMap(([word, at]) => {
    const there = inOther.get(word);
    return at === null || there === null || there === undefined ? [] : [[at, there] as const];
  });
}

function placesOfSingles(words: readonly string[], { start, end }: Span): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? '';
    places.set(word, places.has(word) ? null : at);
  }
  return places;
}

/** The longest part of `pairs`, which rise in the first, that rises in the second too (patience sorting). */
export function longestRising(pairs: readonly Pair[]): Pair[] {
  /** Of the rising rows of each length, the end of the one that ends lowest; and before each pair, the one it follows. */
  const ends: number[] = [];
  const follows: number[] = [];
  pairs.forEach(([, other], n) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    follows[n] = ends[low - 1] ?? -1;
    ends[low] = n;
  });
  const rising: Pair[] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = follows[n] ?? -1) {
    const pair = pairs[n];
    if (pair !== undefined) rising.push(pair);
  }
  return rising.reverse();
}

function pairByTable({ one, other }: Texts, a: Span, b: Span, pairs: Pair[]): void {
  const width = b.end - b.start + 1;
  const height = a.end - a.start + 1;
  /** How many words the rests from here on have in common. */
  const lengths = new Uint32Array(width * height);
  const lengthAt = (n: number, m: number): number => lengths[n * width + m] ?? 0;
  const isSame = (n: number, m: number): boolean => one[a.start + n] === other[b.start + m];
  for (let n = height - 2; n >= 0; n -= 1)
    for (let m = width - 2; m >= 0; m -= 1)
      lengths[n * width + m] = isSame(n, m)
        ? lengthAt(n + 1, m + 1) + 1
        : Math.max(lengthAt(n + 1, m), lengthAt(n, m + 1));
  let [n, m] = [0, 0];
  while (n < height - 1 && m < width - 1) {
    if (isSame(n, m)) pairs.push([a.start + n++, b.start + m++]);
    else if (lengthAt(n + 1, m) >= lengthAt(n, m + 1)) n += 1;
    else m += 1;
  }
}
