import { describe, expect, it } from 'vitest';
import { FEWEST_DRAWN_WORDS, drawnWordsIn, isStrong } from '@/lib/ui/passphrase-strength.ts';

describe('too easy to try out', () => {
  it.each([
    ['nothing', ''],
    ['one word', 'Istanbul'],
    ['a word with a year and a sign', 'Istanbul2022!'],
    ['the same again and again', 'basket basket basket basket basket basket basket'],
    ['in another case', 'Basket basket BASKET bAsKeT'],
    ['one letter', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a row', '0123456789 9876543210'],
    ['the favourite of all', 'password123456'],
  ])('%s', (_name, text) => expect(isStrong(text)).toBe(false));
});

describe('hard enough, as far as can be told', () => {
  it.each([
    ['six drawn words', 'amber basket candle dollar eleven fabric'],
    ['a sentence', 'My neighbour keeps two grey herons under the stairs'],
    ['from a password manager', 'q7T$kw9Zp%W2mRf4'],
    ['another script', 'зелёный трамвай вчера уехал в сторону моря'],
  ])('%s', (_name, text) => expect(isStrong(text)).toBe(true));
});

it('never calls words of somebody’s own harder than as many drawn ones', () => {
  expect(drawnWordsIn('my neighbour keeps herons')).toBeLessThan(4);
  expect(drawnWordsIn('amber basket candle dollar eleven fabric')).toBeLessThan(6);
});

it('a word more is never less', () => {
  let before = 0;
  for (const words of ['two', 'two grey', 'two grey herons', 'two grey herons 1907', 'two grey herons 1907 !']) {
    expect(drawnWordsIn(words)).toBeGreaterThan(before);
    before = drawnWordsIn(words);
  }
  expect(FEWEST_DRAWN_WORDS).toBeGreaterThan(before / 2);
});
