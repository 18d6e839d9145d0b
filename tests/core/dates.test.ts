import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byDate,
  dateOfTimestamp,
  daysBetween,
  formatDate,
  partialDate,
  spanOf,
  type PartialDate,
} from '@/lib/core/dates.ts';

const date = (text: string): PartialDate => {
  const found = partialDate(text);
  if (found === null) throw new Error(`${text} is no date`);
  return found;
};

describe('partialDate', () => {
  it.each(['2022', '2022-03', '2022-03-29', '2024-02-29', '0001-01-01'])('takes %s', (text) =>
    expect(partialDate(text)).toBe(text),
  );
  it.each([
    '',
    '22',
    '2022-3',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2023-02-29',
    '2022-03-32',
    '2022-03-29T10:00',
    ' 2022',
  ])('refuses “%s”', (text) => expect(partialDate(text)).toBeNull());
});

describe('dateOfTimestamp keeps the day that the page wrote', () => {
  it.each([
    ['2022-03-29T23:30:00-05:00', '2022-03-29'],
    ['2022-03-29T00:10:00+03:00', '2022-03-29'],
    ['2022-03-29 10:00', '2022-03-29'],
    [' 2022-03-29', '2022-03-29'],
    ['2022-03', '2022-03'],
    ['2022-02-31T10:00:00Z', null],
    ['20220329', null],
    ['29 March 2022', null],
    ['2022-03-291', null],
  ])('%s → %s', (stamp, expected) => expect(dateOfTimestamp(stamp)).toBe(expected));
});

describe('spanOf', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-02', '2022-02-01', '2022-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-03-29', '2022-03-29', '2022-03-29'],
  ])('%s: %s to %s', (text, first, last) => expect(spanOf(date(text))).toEqual({ first, last }));
});

describe('byDate', () => {
  it.each([
    [
      ['2022-04', '2022-03-29', null, '2022'],
      ['2022', '2022-03-29', '2022-04', null],
    ],
    [
      ['2022-03', '2022-03-01', '2022-02-28'],
      ['2022-02-28', '2022-03-01', '2022-03'],
    ],
    [
      [null, null, '1999'],
      ['1999', null, null],
    ],
  ])('sorts %j', (given, expected) => {
    expect(given.map((text) => (text === null ? null : date(text))).sort(byDate)).toEqual(expected);
  });

  it('is a total order', () => {
    const any = fc.option(fc.constantFrom('2022', '2022-03', '2022-03-01', '2022-03-29', '1999-12-31').map(date), {
      nil: null,
    });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(byDate(a, b)) + Math.sign(byDate(b, a))).toBe(0);
        if (byDate(a, b) <= 0 && byDate(b, c) <= 0) expect(byDate(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it('daysBetween counts from first day to first day', () => {
  expect(daysBetween(date('2022-02-24'), date('2022-03-29'))).toBe(33);
  expect(daysBetween(date('2022-03-29'), date('2022-03'))).toBe(-28);
});

describe('formatDate', () => {
  it.each([
    ['2022-03-29', 'en-GB', '29 March 2022'],
    ['2022-03', 'en-GB', 'March 2022'],
    ['2022', 'en-GB', '2022'],
    ['2022-03-29', 'de', '29. März 2022'],
  ])('%s in %s', (text, locale, expected) => expect(formatDate(date(text), locale)).toBe(expected));
});
