import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tokensOf } from '@/lib/text/tokens.ts';
import { stem } from '@/lib/text/stem.ts';

const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word);

describe('tokensOf', () => {
  it.each([
    ['folds case and accents', 'Çavuşoğlu ARRIVED', ['cavusoglu', 'arrived']],
    [
      'drops the possessive',
      "Orrin’s dam, Velden's sirens, the Halvorsens’ house",
      ['orrin', 'dam', 'velden', 'sirens', 'the', 'halvorsens', 'house'],
    ],
    ['keeps a negation whole', "It hasn’t, they can't", ['it', "hasn't", 'they', "can't"]],
    ['joins the letters of an abbreviation', 'the U.S. and the U.N.', ['the', 'US', 'and', 'the', 'un']],
    ['tells the country from the pronoun', 'US officials told us', ['US', 'officials', 'told', 'us']],
    [
      'takes a shouted headline for no abbreviations',
      'DAM OPERATORS TELL US NOTHING',
      ['dam', 'operators', 'tell', 'us', 'nothing'],
    ],
    ['keeps a number in one piece', '1,351 men, 13.7 percent, 3.', ['1,351', 'men', '13.7', 'percent', '3']],
    ['parts what a hyphen or dash joins', 'non-starter—again', ['non', 'starter', 'again']],
    ['finds nothing in punctuation', ' … “” — ! ', []],
    ['reads other scripts', 'Київ 基辅', ['киів', '基辅']],
  ])('%s', (_name, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('says where each stands and whether it begins with a capital', () => {
    expect(tokensOf('the Dam’s gates')).toEqual([
      { start: 0, end: 3, word: 'the', capital: false },
      { start: 4, end: 9, word: 'dam', capital: true },
      { start: 10, end: 15, word: 'gates', capital: false },
    ]);
  });

  it('gives spans that follow each other within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

it.each([
  ['Łódź', 'lodz'],
  ['Ørsted', 'orsted'],
  ['Kırıkkale', 'kirikkale'],
  ['straße', 'strasse'],
])('fold %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

describe('stem', () => {
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['digitizer', 'digit'],
    ['operator', 'oper'],
    ['decisiveness', 'decis'],
    ['formalize', 'formal'],
    ['electrical', 'electr'],
    ['goodness', 'good'],
    ['allowance', 'allow'],
    ['replacement', 'replac'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['opinion', 'opinion'],
    ['effective', 'effect'],
    ['rate', 'rate'],
    ['cease', 'ceas'],
    ['controlling', 'control'],
    ['roll', 'roll'],
  ])('%s → %s', (word, root) => {
    expect(stem(word)).toBe(root);
  });

  it.each([
    ['negotiators', 'negotiating'],
    ['defence', 'defense'],
    ['labour', 'labor'],
    ['organisations', 'organization'],
    ['travelled', 'traveling'],
    ['programme', 'programs'],
    ['centre', 'center'],
    ['ukraine', 'ukrainian'],
    ['russia', 'russians'],
    ['america', 'american'],
    ['europe', 'european'],
  ])('makes %s and %s one', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['hour', 'her'],
    ['civil', 'civic'],
    ['german', 'germ'],
    ['veteran', 'vet'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  it.each(['1,351', 'київ', 'US', "hasn't", 'ab', ''])('leaves “%s” as it is', (word) => {
    expect(stem(word)).toBe(word);
  });

  it('never empties a word', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => stem(word).length > 0));
  });
});
