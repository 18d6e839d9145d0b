import './i18n-stub.ts';
import { describe, expect, it } from 'vitest';
import { partialDate } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import { amountInWords, figureInWords, shortNumber } from '@/lib/ui/figure-words.ts';

const killed: Figure = {
  name: 'killed',
  amount: { kind: 'value', value: 1351 },
  unit: 'people',
  of: 'soldiers',
  qualifier: null,
  outOf: null,
  asOf: null,
};

describe('an amount in words', () => {
  const cases: readonly (readonly [string, Partial<Figure>])[] = [
    ['1,351', {}],
    ['at least 1,351', { qualifier: 'at least' }],
    ['more than 1,351', { qualifier: 'more than' }],
    ['about 1,351', { qualifier: 'about' }],
    ['almost 1,351', { qualifier: 'almost' }],
    ['at most 1,351', { qualifier: 'at most' }],
    ['less than 1,351', { qualifier: 'less than' }],
    ['an estimated 1,351', { qualifier: 'estimated' }],
    ['7,000–15,000', { amount: { kind: 'range', low: 7000, high: 15_000 } }],
    ['123 of 152', { amount: { kind: 'value', value: 123 }, outOf: 152 }],
    ['0.4', { amount: { kind: 'value', value: 0.4 } }],
    ['-12', { amount: { kind: 'value', value: -12 } }],
    ['813 billion', { amount: { kind: 'value', value: 813_000_000_000 } }],
    ['13.7 billion', { amount: { kind: 'value', value: 13_700_000_000 } }],
    ['999,999', { amount: { kind: 'value', value: 999_999 } }],
  ];
  it.each(cases)('%s', (words, change) => {
    expect(amountInWords({ ...killed, ...change })).toBe(words);
  });
});

it('a figure in words says what is counted, in what, and for which date', () => {
  expect(figureInWords(killed)).toBe('killed: 1,351 people');
  expect(figureInWords({ ...killed, qualifier: 'at least', asOf: partialDate('2022-03') })).toBe(
    'killed: at least 1,351 people, by March 2022',
  );
});

it.each([
  [0, '0'],
  [15_000, '15,000'],
  [2_000_000, '2M'],
  [0.30000000000000004, '0.3'],
])('a tick at %d is short', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});
