/** Dates that a text names by when it was written: “last year”, “on Tuesday”, “29 March”, “two years ago”. English. */
import { casual } from 'chrono-node/en';
import type { Span } from '@/lib/core/article.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import { daysOf, type DaySpan } from '@/lib/core/day-span.ts';
import { datesIn } from './date-mentions.ts';

export type DatedSpan = Span & DaySpan;

type ParsedDate = ReturnType<typeof casual.parse>[number]['start'];

const DAY = 86_400_000;
/** Above that no sentence is read for dates: the parser's time grows faster than its text. */
const LONGEST = 2000;
/** What no parser needs to be asked about. */
const MAY_NAME_A_DATE =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yesterday|today|tonight|tomorrow|ago|last|past|next|this|earlier|later)/iu;
/** “march” and “may” are words; “March” and “May” are months. */
const MONTH_IN_LOWER_CASE = /^(?:march|may)$/u;

/** In reading order. With no date of writing, only what names its own year. */
export function datedSpansIn(text: string, written: PartialDate | null): DatedSpan[] {
  const named = datesIn(text).flatMap(({ start, end, date }) =>
    date === null ? [] : [{ start, end, ...daysOf(date) }],
  );
  if (written === null || text.length > LONGEST || !MAY_NAME_A_DATE.test(text)) return named;
  const others = relativeSpans(text, written).filter((one) => !named.some((other) => touches(one, other)));
  return [...named, ...others].sort((a, b) => a.start - b.start);
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function relativeSpans(text: string, written: PartialDate): DatedSpan[] {
  const { last } = daysOf(written);
  const then = new Date(last * DAY);
  // The parser reckons in local time; noon is the same day everywhere.
  const reference = new Date(then.getUTCFullYear(), then.getUTCMonth(), then.getUTCDate(), 12);
  return casual.parse(text, reference).flatMap(({ index, text: words, start, end }) => {
    if (MONTH_IN_LOWER_CASE.test(words)) return [];
    const [from, to] = [spanOfParts(start, last), spanOfParts(end ?? start, last)];
    if (from === null || to === null || to.last < from.first) return [];
    return [{ start: index, end: index + words.length, first: from.first, last: to.last }];
  });
}

/** Null for a mere time of day. A day or month without a year is the last that was, not the next that will be. */
function spanOfParts(parts: ParsedDate, written: number): DaySpan | null {
  const has = (part: 'year' | 'month' | 'day' | 'weekday'): boolean => parts.isCertain(part);
  const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1];
  if (has('day') || has('weekday'))
    return backed({ from: [year, month, day], days: 1, step: has('weekday') ? 7 : 0, has, written });
  if (has('month'))
    return backed({
      from: [year, month, 1],
      days: new Date(Date.UTC(year, month, 0)).getUTCDate(),
      step: 0,
      has,
      written,
    });
  return has('year') ? { first: Date.UTC(year, 0, 1) / DAY, last: Date.UTC(year, 11, 31) / DAY } : null;
}

type Reckoned = {
  readonly from: readonly [year: number, month: number, day: number];
  readonly days: number;
  /** Days to go back where it lies ahead; 0: a year. */
  readonly step: number;
  readonly has: (part: 'year') => boolean;
  readonly written: number;
};

function backed({ from: [year, month, day], days, step, has, written }: Reckoned): DaySpan {
  const first = Date.UTC(year, month - 1, day) / DAY;
  if (first <= written || has('year')) return { first, last: first + days - 1 };
  const before = step > 0 ? first - step : Date.UTC(year - 1, month - 1, day) / DAY;
  return { first: before, last: before + days - 1 };
}
