import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from '@/lib/text/date-mentions.ts';
import { numbersIn } from '@/lib/text/numbers.ts';

const read = (text: string) => numbersIn(text).map(({ text: given, value, unit }) => [given, value, unit]);

describe('numbersIn', () => {
  it.each([
    [
      'with commas',
      '1,351 were killed and 3,925 wounded.',
      [
        ['1,351', 1351, null],
        ['3,925', 3925, null],
      ],
    ],
    ['with a decimal', 'about 3.5 million people', [['3.5 million', 3_500_000, null]]],
    [
      'in words',
      'Fifteen generals and twenty-five men',
      [
        ['Fifteen', 15, null],
        ['twenty-five', 25, null],
      ],
    ],
    ['in words with a scale', 'two thousand', [['two thousand', 2000, null]]],
    [
      'with a letter for the scale',
      '13.7bn and 12m and 5k',
      [
        ['13.7bn', 13_700_000_000, null],
        ['12m', 12_000_000, null],
        ['5k', 5000, null],
      ],
    ],
    [
      'of money',
      '$13.7 billion, US$5, €3 million, 40 million dollars',
      [
        ['$13.7 billion', 13_700_000_000, 'dollars'],
        ['US$5', 5, 'dollars'],
        ['€3 million', 3_000_000, 'euros'],
        ['40 million dollars', 40_000_000, 'dollars'],
      ],
    ],
    ['with a hyphen', 'an 813-billion-dollar budget', [['813-billion-dollar', 813_000_000_000, 'dollars']]],
    [
      'as shares',
      '80 percent, 80 per cent, 12%',
      [
        ['80 percent', 80, 'percent'],
        ['80 per cent', 80, 'percent'],
        ['12%', 12, 'percent'],
      ],
    ],
    [
      'as a range',
      '7,000-15,000 or 7,000 to 15,000',
      [
        ['7,000', 7000, null],
        ['15,000', 15_000, null],
        ['7,000', 7000, null],
        ['15,000', 15_000, null],
      ],
    ],
    ['not a pronoun', 'one of them, but one hundred', [['one hundred', 100, null]]],
    ['not a year', 'in 2014 and 1999, yet 2,022 tanks', [['2,022', 2022, null]]],
    ['not a day of a month', 'on 29 March, April 9 and the 5th of May', []],
    ['not part of a name', 'F-16, COVID-19, S300, v2.1', []],
    ['none', 'nobody knows', []],
  ])('%s', (_name, text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  it('says where each stands', () => {
    const text = 'They lost $13.7 billion then.';
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['$13.7 billion']);
  });

  it('reads back what a locale writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 1e12 }), (value) => {
        expect(read(`some ${value.toLocaleString('en-US')} people`)).toEqual([
          [value.toLocaleString('en-US'), value, null],
        ]);
      }),
    );
  });
});

describe('datesIn', () => {
  it.each([
    ['day first', 'on 29 March 2022', ['2022-03-29']],
    ['month first', 'On March 29, 2022, and Sept. 5, 2023', ['2022-03-29', '2023-09-05']],
    ['month and year', 'in April 2022', ['2022-04']],
    ['a year', 'since 2014', ['2014']],
    ['no year', 'on March 29 and the 5th of May', [null, null]],
    ['a day that does not exist', 'on 31 February 2022', [null]],
    ['no date', 'may march; 2,014 tanks; $2014; 1.2014', []],
  ])('%s', (_name, text, dates) => {
    expect(datesIn(text).map(({ date }) => date)).toEqual(dates);
  });

  it('gives month and day where there is no year', () => {
    expect(datesIn('on March 29')).toMatchObject([{ month: 3, day: 29, date: null }]);
  });
});
