/** A text as a row of words, each a number: equal numbers are equal words, however they are printed. */
import { foldPiece } from './fold.ts';

export type Words = {
  /** In UTF-16 code units of the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** See `Vocabulary`. */
  readonly ids: Int32Array;
};

/** Gives each word its number, from 0, or `UNKNOWN`. */
export type Vocabulary = { readonly idOf: (printed: string) => number };

export const UNKNOWN = -1;

const OTHER = 1;
const LETTER = 2;
/** A word by itself: scripts that put no space between words, and what is written in two code units. */
const ALONE = 3;
/** Does not show: neither is part of a word nor ends it. */
const UNSEEN = 4;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Cs}]/u;
const WORD_PART = /[\p{L}\p{M}\p{N}]/u;
const NOT_SHOWN = /[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/;

/** What was found out about a code unit; it never changes. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  const kind = NOT_SHOWN.test(char) ? UNSEEN : UNSPACED.test(char) ? ALONE : WORD_PART.test(char) ? LETTER : OTHER;
  kinds[code] = kind;
  return kind;
}

export function wordsOf(text: string, { idOf }: Vocabulary): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  for (let at = 0; at < text.length;) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === OTHER || kind === UNSEEN) {
      at += 1;
      continue;
    }
    const end = kind === ALONE ? aloneEnd(text, at) : wordEnd(text, at);
    starts.push(at);
    ends.push(end);
    ids.push(idOf(text.slice(at, end)));
    at = end;
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), ids: Int32Array.from(ids) };
}

function wordEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === LETTER) end = at + 1;
    else if (kind !== UNSEEN) break;
  }
  return end;
}

function aloneEnd(text: string, at: number): number {
  const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
  return at + (isPair ? 2 : 1);
}

export type OpenVocabulary = {
  /** Takes new words in. */
  readonly growing: Vocabulary;
  readonly closed: Vocabulary['idOf'];
  /** The word as it is compared. */
  readonly keyOf: (printed: string) => string;
  /** By their numbers. */
  readonly all: () => readonly string[];
};

export function createVocabulary(): OpenVocabulary {
  const byPrinting = new Map<string, number>();
  const byWord = new Map<string, number>();
  const words: string[] = [];
  const add = (word: string): number => {
    const id = byWord.get(word) ?? words.length;
    if (id === words.length) words.push(word);
    byWord.set(word, id);
    return id;
  };
  const idOf = (printed: string): number => {
    const id = byPrinting.get(printed) ?? add(foldPiece(printed));
    byPrinting.set(printed, id);
    return id;
  };
  return {
    growing: { idOf },
    closed: (printed) => byPrinting.get(printed) ?? byWord.get(foldPiece(printed)) ?? UNKNOWN,
    keyOf: foldPiece,
    all: () => words,
  };
}

/** The first word that ends after `offset`. */
export function wordAfter({ ends }: Words, offset: number): number {
  return firstAbove(ends, offset);
}

/** The first word that starts at `offset` or after it. */
export function wordFrom({ starts }: Words, offset: number): number {
  return firstAbove(starts, offset - 1);
}

function firstAbove(sorted: Int32Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
