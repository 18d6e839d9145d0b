import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialDate, type PartialDate } from '@/lib/core/dates.ts';
import { datedSpansIn } from '@/lib/text/relative-dates.ts';

const date = (text: string): PartialDate => {
  const found = partialDate(text);
  if (found === null) throw new Error(text);
  return found;
};
const day = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
/** Written on Friday, 10 May 2024. */
const named = (text: string, written: string | null = '2024-05-10'): string[] =>
  datedSpansIn(text, written === null ? null : date(written)).map(
    ({ start, end, first, last }) => `${text.slice(start, end)}: ${day(first)} ${day(last)}`,
  );

describe('dates that a text names by when it was written', () => {
  it.each([
    ['The talks ended last year.', ['last year: 2023-01-01 2023-12-31']],
    ['Two years ago they met.', ['Two years ago: 2022-01-01 2022-12-31']],
    ['They met on Tuesday.', ['on Tuesday: 2024-05-07 2024-05-07']],
    ['They met on Monday.', ['on Monday: 2024-05-06 2024-05-06']],
    ['They met yesterday.', ['yesterday: 2024-05-09 2024-05-09']],
    ['Losses since February 24 are not known.', ['February 24: 2024-02-24 2024-02-24']],
    // Not the December to come.
    ['On 3 December the bridge fell.', ['On 3 December: 2023-12-03 2023-12-03']],
    ['In March 2022 and in 2014 they met.', ['March 2022: 2022-03-01 2022-03-31', '2014: 2014-01-01 2014-12-31']],
    ['They march on.', []],
    ['It may rain.', []],
    ['From 7,000 to 15,000 soldiers, in 12 hours, at 5 pm.', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('are only those with a year of their own where nobody knows when it was written', () => {
    expect(named('Last year, in March 2022, on Tuesday', null)).toEqual(['March 2022: 2022-03-01 2022-03-31']);
  });

  it('reckon from the last day that the date of writing may mean', () => {
    expect(named('They met last year.', '2024')).toEqual(['last year: 2023-01-01 2023-12-31']);
  });

  it('lie within the text, in reading order, and end no earlier than they begin, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const spans = datedSpansIn(`${text} last year`, date('2024-05-10'));
        for (const { start, end, first, last } of spans) {
          expect(start < end && end <= text.length + 10).toBe(true);
          expect(first).toBeLessThanOrEqual(last);
        }
        expect(spans.map(({ start }) => start)).toEqual(spans.map(({ start }) => start).sort((a, b) => a - b));
      }),
    );
  });
});
