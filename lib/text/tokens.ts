/** Words as they stand in running text, with a folded form by which two printings of one word are equal. */
import type { Span } from '@/lib/core/article.ts';
import { STOP_WORDS } from './stopwords.ts';

export type Token = Span & {
  /** Lower-case without accents, possessive or dots of an abbreviation: “Çavuşoğlu’s” → `cavusoglu`, “U.S.” → `US`. */
  readonly word: string;
  /** Whether it begins with a capital. */
  readonly capital: boolean;
};

const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu;
const POSSESSIVE = /['’]s?$/u;
const MARKS = /\p{M}+/gu;
/** Most words, and then there is nothing to do. */
const LETTERS_IN_LOWER_CASE = /^[a-z]+$/;
const PLAIN = /^[\x20-\x7e]*$/;
const UPPER = /^\p{Lu}/u;
/** Latin letters that Unicode does not decompose. */
const UNDECOMPOSED: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

const LONGEST_ABBREVIATION = 8;

/** In reading order; offsets in UTF-16 code units of `text`. */
export function tokensOf(text: string): Token[] {
  const shouted = text.length > LONGEST_ABBREVIATION && !/\p{Ll}/u.test(text);
  return Array.from(text.matchAll(WORD), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    word: foldWord(found[0], shouted),
    capital: UPPER.test(found[0]),
  }));
}

/** `shouted`: the whole text is in capitals, so that they tell nothing. */
function foldWord(given: string, shouted: boolean): string {
  if (LETTERS_IN_LOWER_CASE.test(given)) return given;
  const bare = given
    .replace(/\.(?!\p{N})/gu, '')
    .replace(POSSESSIVE, '')
    .replace('’', "'");
  const lower = fold(bare);
  // “US” is a country, “us” is not: a stop word in capitals is an abbreviation.
  const abbreviates = !shouted && bare.length > 1 && bare === bare.toUpperCase() && STOP_WORDS.has(lower);
  return abbreviates ? bare : lower;
}

/** Lower-case without accents. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return plain.replace(/[ıłøđßæœ]/gu, (letter) => UNDECOMPOSED[letter] ?? letter);
}
