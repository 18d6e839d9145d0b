/** Words as the search compares them: without case, accents and punctuation, in any script. */

const ASCII = /^[\0-\x7f]*$/;
const NO_ASCII_WORD = /[^a-z0-9]+/g;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const MARKS = /[\p{M}\u00ad\u200b-\u200d\u2060]+/gu;
/** Letters that are one with another for somebody who types without them, and which Unicode does not take apart. */
const ALIKE: Readonly<Record<string, string>> = {
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
};
const ALIKE_LETTERS = /[ςßæœøđðłı]/g;
/** Scripts that write without spaces: a word may begin anywhere in a run of them. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const UNSPACED_RUN = new RegExp(`[${UNSPACED}]+`, 'gu');
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const SPACE = 32;

/** The words of `text`, each with a space before and after: ` the harbour talks `. A single space where there is none. */
export function foldWords(text: string): string {
  if (ASCII.test(text)) return padded(text.toLowerCase().replace(NO_ASCII_WORD, ' '));
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter] ?? letter)
    .replace(UNSPACED_RUN, ' $& ')
    .replace(NO_WORD, ' ');
  return padded(plain);
}

function padded(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' ? ' ' : ` ${trimmed} `;
}

/** Whether a word of the folded `text` begins with `start`, which is one folded word without its spaces. */
export function hasWordFrom(text: string, start: string): boolean {
  // Looking for the letter first and for the space before it second is three times as fast: spaces are everywhere.
  let at = text.indexOf(start);
  if (at !== -1 && STARTS_UNSPACED.test(start)) return true;
  while (at !== -1) {
    if (text.charCodeAt(at - 1) === SPACE) return true;
    at = text.indexOf(start, at + 1);
  }
  return false;
}
