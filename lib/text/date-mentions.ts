/** Dates named in running text: “29 March 2022”, “March 29”, “in April 2022”, “2014”. English months. */
import type { Span } from '@/lib/core/article.ts';
import { partialDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';

/** `date` is null where the text gives no year; `month` (1–12) and `day` then stand for themselves. */
export type DateMention = Span & {
  readonly date: PartialDate | null;
  readonly month: number | null;
  readonly day: number | null;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20)\\d\\d)';
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?|${MONTH}\\s+${DAY}(?!\\d)(?:,?\\s+${YEAR})?|${MONTH},?\\s+(?:of\\s+)?${YEAR}|(?<![,.$€-])${YEAR}(?![,.]\\d|\\s?%))(?![\\p{L}\\p{N}])`,
  'gu',
);

/** In reading order. A month named alone is not one: “March” and “May” are words too. */
export function datesIn(text: string): DateMention[] {
  return Array.from(text.matchAll(DATE), (match) => {
    const [whole, day1, month1, year1, month2, day2, year2, month3, year3, year4] = match;
    const month = monthNumber(month1 ?? month2 ?? month3);
    const day = day1 ?? day2;
    const year = year1 ?? year2 ?? year3 ?? year4;
    const start = match.index;
    return {
      start,
      end: start + whole.length,
      date: dateOf(year, month, day),
      month,
      day: day === undefined ? null : Number(day),
    };
  });
}

function monthNumber(name: string | undefined): number | null {
  return name === undefined ? null : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function dateOf(year: string | undefined, month: number | null, day: string | undefined): PartialDate | null {
  if (year === undefined) return null;
  const parts = [year, ...(month === null ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(Number(day))])];
  return partialDate(parts.join('-'));
}

const pad = (part: number): string => String(part).padStart(2, '0');
