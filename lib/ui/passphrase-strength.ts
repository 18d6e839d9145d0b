/** How hard a passphrase of somebody's own is to guess, at most: whether its words mean something to them, nobody can measure. */

/** Of one word of a generated passphrase. */
const BITS_OF_DRAWN_WORD = 12.9;
/** Of a word that people think of, and that goes with the one before; of one like “the”. */
const BITS_OF_WORD = 9;
const BITS_OF_SHORT_WORD = 5;
const BITS_OF_NUMBER = 10;
/** What is written a second time, or goes up step by step, adds next to nothing. */
const BITS_OF_PATTERN = 2;
/** With fewer, whoever holds the files can try it out. */
export const FEWEST_DRAWN_WORDS = 4;

const TOKEN = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{L}\p{M}]|\p{N}+|[^\s\p{L}\p{N}]+/gu;

/** “At most as hard to guess as so many words drawn by chance”. */
export function drawnWordsIn(passphrase: string): number {
  const seen = new Set<string>();
  let bits = 0;
  for (const [token] of passphrase.normalize('NFKC').matchAll(TOKEN)) {
    const key = token.toLowerCase();
    bits += seen.has(key) || isRow(key) ? BITS_OF_PATTERN : bitsOf(token);
    seen.add(key);
  }
  return bits / BITS_OF_DRAWN_WORD;
}

export const isStrong = (passphrase: string): boolean => drawnWordsIn(passphrase) >= FEWEST_DRAWN_WORDS;

function bitsOf(token: string): number {
  const { length } = token;
  if (/^\p{N}/u.test(token)) return Math.min(3.3 * length, BITS_OF_NUMBER);
  if (!/^\p{L}/u.test(token)) return Math.min(4 * length, 8);
  return Math.min(4 * length, length <= 3 ? BITS_OF_SHORT_WORD : BITS_OF_WORD + Math.max(0, length - 9));
}

/** `aaaa`, `1234`, `4321`. */
function isRow(token: string): boolean {
  const codes = Array.from(token, (char) => char.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  return codes.length > 2 && steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step));
}
