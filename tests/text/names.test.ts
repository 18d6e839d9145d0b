import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNames, termsOf } from '@/lib/text/names.ts';

const NAMES = compileNames([
  ['Kyiv', 'Kiev'],
  ['United States', 'US', 'U.S.', 'Washington'],
  ['Washington Post', 'The Washington Post'],
  ['Poland', 'Polish'],
  ['Türkiye', 'Turkey'],
]);
const read = (text: string): string[] => termsOf(text, NAMES).map(({ term }) => term);
const namesIn = (text: string): string[] => termsOf(text, NAMES).flatMap(({ term, name }) => (name ? [term] : []));

describe('termsOf', () => {
  it.each([
    ['makes spellings one', 'from Kiev to Kyiv', ['=kyiv', '=kyiv']],
    ['reads a name of several words', 'The United States agreed', ['=united states', 'agre']],
    [
      'takes an abbreviation with dots',
      'U.S. troops and US troops',
      ['=united states', 'troop', '=united states', 'troop'],
    ],
    ['lets the longer name win', 'A Washington Post in Washington', ['=washington post', '=united states']],
    ['knows the pronoun from the country', 'let us go', []],
    ['wants a capital where the name has one', 'polish the turkey', ['polish', 'turkei']],
    ['matches without accents', 'Turkiye', ['=turkiye']],
    ['drops stop words and single letters', 'He said that a b was not it', []],
    ['stems the rest', 'negotiators negotiated', ['negoti', 'negoti']],
    ['writes numbers without their commas', '1,351 of 13.7', ['1351', '13.7']],
  ])('%s', (_name, text, terms) => {
    expect(read(text)).toEqual(terms);
  });

  it('takes words with a capital for names, but not the first', () => {
    expect(namesIn('Engineers of Marisk met Halvorsen in Kiev')).toEqual(['marisk', 'halvorsen', '=kyiv']);
  });

  it('a listed name is one at the beginning too', () => {
    expect(namesIn('Kiev waits')).toEqual(['=kyiv']);
  });

  it('a spelling in two groups belongs to the first', () => {
    const names = compileNames([
      ['Alpha', 'Shared'],
      ['Beta', 'Shared'],
    ]);
    expect(termsOf('Shared', names).map(({ term }) => term)).toEqual(['=alpha']);
  });

  it('gives the words as they stand in the text', () => {
    const text = 'In Washington, negotiators spoke';
    expect(termsOf(text, NAMES).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Washington',
      'negotiators',
      'spoke',
    ]);
  });

  it('survives any list of names and any text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 1 })), fc.string(), (groups, text) => {
        for (const { start, end } of termsOf(text, compileNames(groups))) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
