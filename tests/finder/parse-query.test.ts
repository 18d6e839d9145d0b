import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type Filters } from '@/lib/finder/filters.ts';
import { firstMoment, parseQuery } from '@/lib/finder/parse-query.ts';

const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

describe('what is typed', () => {
  it.each<[string, readonly string[], readonly string[], Partial<Filters>]>([
    ['', [], [], {}],
    ['   ', [], [], {}],
    ['Harbour talks', ['harbour', 'talks'], [], {}],
    ['don’t', ['don', 't'], [], {}],
    ['1,351', ['1', '351'], [], {}],
    ['"ended the talks" grain', ['grain'], [' ended the talks '], {}],
    ['“ended the talks”', [], [' ended the talks '], {}],
    ['„Ende der Gespräche“', [], [' ende der gesprache '], {}],
    ['«конец переговоров»', [], [' конец переговоров '], {}],
    ['"not closed', [], [' not closed '], {}],
    ['""', [], [], {}],
    ['tag:grain wheat', ['wheat'], [], { tag: ['grain'] }],
    ['tag:"two words" TAG:b', [], [], { tag: ['two words', 'b'] }],
    [
      'kind:figure site:island.example state:orphan',
      [],
      [],
      { kind: ['figure'], site: ['island.example'], state: ['orphan'] },
    ],
    ['before:2022-05 after:2021', [], [], { before: day(2022, 5, 1), after: day(2021, 1, 1) }],
    ['before:soon', ['before', 'soon'], [], {}],
    ['tag:', ['tag'], [], {}],
    ['https://island.example/a', ['https', 'island', 'example', 'a'], [], {}],
  ])('%j', (text, words, phrases, filters) => {
    expect(parseQuery(text)).toEqual({ words, phrases, filters: { ...NO_FILTERS, ...filters } });
  });
});

it.each([
  ['2022', day(2022, 1, 1)],
  ['2022-5', day(2022, 5, 1)],
  ['2022-05-09', day(2022, 5, 9)],
  ['2022-13', null],
  ['22', null],
  ['2022-05-09T10', null],
])('the first moment of %j', (text, moment) => {
  expect(firstMoment(text)).toBe(moment);
});
