import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords, hasWordFrom } from '@/lib/finder/fold-words.ts';
import { arbitraryText } from '@/tests/exchange/arbitrary-note.ts';

describe('folding', () => {
  it.each([
    ['', ' '],
    ['…', ' '],
    ['The “Harbour” Talks!', ' the harbour talks '],
    ['1,351 tons', ' 1 351 tons '],
    ['Çeşme’de İZMİR Straße', ' cesme de izmir strasse '],
    ['so\u00adft hy\u200bphen', ' soft hyphen '],
    ['Łódź Ærø', ' lodz aero '],
    ['Москва, Йошкар-Ола', ' москва иошкар ола '],
    ['ἄνθρωπος', ' ανθρωποσ '],
    ['שָׁלוֹם עולם', ' שלום עולם '],
    ['مُحَمَّد', ' محمد '],
    ['在北京的notes', ' 在北京的 notes '],
    ['ﬁgures ½', ' figures 1 2 '],
  ])('%j', (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('changes nothing when done twice, and knows no lines', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const folded = foldWords(text);
        expect(foldWords(folded)).toBe(folded);
        expect(folded).not.toMatch(/[\n\r]|\s\s/);
      }),
    );
  });
});

describe('a word that begins with', () => {
  it.each([
    ['harbour talks', 'har', true],
    ['harbour talks', 'talks', true],
    ['harbour talks', 'arbour', false],
    ['small all', 'all', true],
    ['small wall', 'all', false],
    ['', 'a', false],
    ['Переговоры в порту', 'порт', true],
    ['在北京的会谈', '北京', true],
    ['東京タワー', 'タワ', true],
    ['ข่าวท่าเรือ', 'ท่าเรือ', true],
  ])('%j %j', (text, start, has) => {
    expect(hasWordFrom(foldWords(text), foldWords(start).trim())).toBe(has);
  });
});
