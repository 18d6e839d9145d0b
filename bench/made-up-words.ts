/** Sentences of made-up words, spread as words are: few very common, many rare. The same seed writes the same. */
export type Writer = { readonly sentence: (words: number) => string };

const SYLLABLES = 'ba do fe gi hu ka lo me ni pu ra so te vi wu za'.split(' ');
const VOCABULARY = 20_000;

export function createWriter(seed: number): Writer {
  let state = seed >>> 0;
  /** Mulberry32: 0 to 1. */
  const chance = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  // By Zipf's law the nth word is about 1/n as common as the first.
  const word = (): string => spell(Math.floor(VOCABULARY ** chance()));
  return { sentence: (words) => Array.from({ length: words }, word).join(' ') };
}

function spell(number: number): string {
  let rest = number + SYLLABLES.length;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}
