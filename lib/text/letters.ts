/**
 * Kinds of characters, asked one at a time. Browsers take a millisecond and more to make ready each expression with
 * `\p{…}`; a page is read by dozens of questions, so the common answers come without one.
 */

const LETTER = /\p{L}/u;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const OTHER_LETTERS_OR_NUMBERS = /[\p{L}\p{N}\p{M}’'-]+/uy;
const PLAIN = /[A-Za-z0-9’'-]*/y;

/** A letter that has a small form, and is not it. */
export const isCapital = (char: string): boolean => char !== char.toLowerCase();
/** A letter that has a capital form, and is not it. */
export const isSmall = (char: string): boolean => char !== char.toUpperCase();
export const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1;
export const isLetter = (char: string): boolean =>
  isCapital(char) || isSmall(char) || (char > '\u00aa' && LETTER.test(char));

export const hasWord = (text: string): boolean => /[A-Za-z0-9]/.test(text) || LETTER_OR_NUMBER.test(text);

/** The word that begins at `from`, with its hyphens and apostrophes; empty where none does. */
export function wordAt(text: string, from: number): string {
  PLAIN.lastIndex = from;
  const plain = PLAIN.exec(text)?.[0] ?? '';
  if (text.charAt(from + plain.length) < '\u0080') return plain;
  OTHER_LETTERS_OR_NUMBERS.lastIndex = from;
  return OTHER_LETTERS_OR_NUMBERS.exec(text)?.[0] ?? '';
}

/** The letters at the end of `text`; none where something else stands there. */
export function lastLetters(text: string): string {
  let from = text.length;
  while (from > 0 && isLetter(text.charAt(from - 1))) from -= 1;
  return text.slice(from);
}
