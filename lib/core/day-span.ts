/** Time in whole days, for comparing: days since 1 January 1970, both ends within. */
import { spanOf } from './dates.ts';
import type { PartialDate } from './dates.ts';
import type { TimeWindow } from './pack.ts';

export type DaySpan = { readonly first: number; readonly last: number };

const DAY = 86_400_000;

export function daysOf(date: PartialDate): DaySpan {
  const { first, last } = spanOf(date);
  return { first: Date.parse(first) / DAY, last: Date.parse(last) / DAY };
}

export function daysWithin({ from, to }: TimeWindow): DaySpan {
  return { first: daysOf(from).first, last: daysOf(to).last };
}

export const overlap = (a: DaySpan, b: DaySpan): boolean => a.first <= b.last && b.first <= a.last;
