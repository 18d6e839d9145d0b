/** Numbers written in words: “fifty-seven”, “a hundred and fifty”, “two and a half million”, “a dozen”. English. */
import type { Span } from '@/lib/core/article.ts';

export type NumberInWords = Span & { readonly value: number };

export const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, n) => [word, (n + 2) * 10] as const),
]);
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const LETTERS = /\p{L}+/gu;
const JOINS = /^[ \u00a0-]$/;

type Word = Span & { readonly word: string; readonly joins: boolean };

/** In reading order. “One” alone is more often a pronoun than a number, and is none. */
export function numbersInWords(text: string): NumberInWords[] {
  const words = wordsOf(text);
  const found: NumberInWords[] = [];
  for (let at = 0; at < words.length;) {
    const read = readNumber(words, at);
    const [first, last] = [words[at], words[(read?.next ?? at) - 1]];
    const isPronoun = read?.value === 1 && read.next === at + 1;
    if (read !== null && first && last && !isPronoun)
      found.push({ start: first.start, end: last.end, value: read.value });
    at = read?.next ?? at + 1;
  }
  return found;
}

/** `joins`: only a space or a hyphen stands before it. */
function wordsOf(text: string): Word[] {
  let end = 0;
  return Array.from(text.matchAll(LETTERS), ({ index: start, 0: given }) => {
    const word = {
      start,
      end: start + given.length,
      word: given.toLowerCase(),
      joins: JOINS.test(text.slice(end, start)),
    };
    end = word.end;
    return word;
  });
}

type Reading = { readonly value: number; readonly next: number };

/** A run of number words that adds up: each part is of a lesser scale than the one before. */
function readNumber(words: readonly Word[], start: number): Reading | null {
  let [total, at, scale] = [0, start, Infinity];
  for (;;) {
    const part = readPart(words, at, at === start);
    if (part === null || part.scale >= scale) break;
    total += part.value;
    ({ next: at, scale } = part);
    const and = words[at];
    const after = and?.word === 'and' && and.joins ? readPart(words, at + 1, false) : null;
    if (after !== null && after.scale < Math.min(scale, 100)) at += 1;
  }
  return at === start ? null : { value: total, next: at };
}

type Part = Reading & { readonly scale: number };

/** “Fifty-seven”, “two hundred”, “three hundred thousand”, “a dozen”, “half a million”; the scale of a bare number is 1. */
function readPart(words: readonly Word[], at: number, isFirst: boolean): Part | null {
  const small = (isFirst ? readArticle(words, at) : null) ?? readSmall(words, at, isFirst);
  if (small === null) return null;
  let { value, next } = small;
  let scale = 1;
  for (let factor = scaleAt(words, next); factor !== null; factor = scaleAt(words, next)) {
    value *= factor;
    scale *= factor;
    next += 1;
  }
  return { value, next, scale };
}

const scaleAt = (words: readonly Word[], at: number): number | null => {
  const word = words[at];
  return word?.joins ? (SCALES.get(word.word) ?? null) : null;
};

/** “A hundred”, “half a million”: an article counts only before a scale. */
function readArticle(words: readonly Word[], at: number): Reading | null {
  const half = words[at]?.word === 'half';
  const article = half ? at + 1 : at;
  if (!/^an?$/.test(words[article]?.word ?? '') || (half && words[article]?.joins !== true)) return null;
  if (scaleAt(words, article + 1) === null) return null;
  return { value: half ? 0.5 : 1, next: article + 1 };
}

function readSmall(words: readonly Word[], at: number, isFirst: boolean): Reading | null {
  const word = words[at];
  const value = SMALL.get(word?.word ?? '');
  if (word === undefined || value === undefined || (!isFirst && !word.joins)) return null;
  const one = words[at + 1];
  const ones = one?.joins ? (SMALL.get(one.word) ?? 0) : 0;
  if (value >= 20 && ones > 0 && ones < 10) return { value: value + ones, next: at + 2 };
  const half = words.slice(at + 1, at + 4).map((next) => (next.joins ? next.word : ''));
  return half.join(' ') === 'and a half' ? { value: value + 0.5, next: at + 4 } : { value, next: at + 1 };
}
