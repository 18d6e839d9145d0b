/** Whether a sentence speaks of the time that a question asks about: measures for the acceptance, no judgement. */
import { overlap, type DaySpan } from '@/lib/core/day-span.ts';
import type { ArticleTimes, TimeCue } from './read-times.ts';

export const TIME_FEATURES = [
  /** Years from the end of the question's time to the article's date, −1 to 5; 0.5 where it has none. */
  'yearsAfter',
  'undated',
  /** Dates, and mentions of events, in the sentence: of the question's time, and of other times. */
  'dateInTime',
  'dateOffTime',
  'eventInTime',
  'eventOffTime',
  /** Cues of either kind in the sentences beside it, and in the three before. */
  'besideInTime',
  'besideOffTime',
  'beforeInTime',
  'beforeOffTime',
  /** The nearest cue at or before it, at most eight sentences back: 1 in time, −1 not, 0 none. */
  'lastCue',
  /** Of all cues in the article, those in the question's time; and how many there are (logarithm). */
  'articleInTime',
  'articleCues',
  /** Of the headline and the nearest heading: in time less off time. */
  'headingTime',
] as const;
export type TimeFeature = (typeof TIME_FEATURES)[number];

const YEAR = 365.25;
const LAST_REACH = 8;
const [MOST_AFTER, MOST_BEFORE, UNDATED_AFTER] = [5, -1, 0.5];

type Counts = { readonly inTime: number; readonly offTime: number };
/** For one question's time; null: it has no limit, and everything is in time. */
export type TimeMeasure = (sentence: number, headings: readonly number[]) => Record<TimeFeature, number>;

export function createTimeMeasure({ published, cues }: ArticleTimes, time: DaySpan | null): TimeMeasure {
  const isIn = ({ spans }: TimeCue): boolean => time === null || spans.some((span) => overlap(span, time));
  const count = (some: readonly TimeCue[]): Counts => {
    const inTime = some.filter(isIn).length;
    return { inTime, offTime: some.length - inTime };
  };
  const bySentence = cues.map((some) => count(some));
  const all = count(cues.flat());
  const sum = (from: number, to: number, except: number): Counts => {
    const some = bySentence.slice(Math.max(0, from), to + 1).filter((_, n) => Math.max(0, from) + n !== except);
    return { inTime: total(some, 'inTime'), offTime: total(some, 'offTime') };
  };
  const lastCue = (at: number): number => {
    for (let back = at; back >= Math.max(0, at - LAST_REACH); back -= 1) {
      const { inTime, offTime } = bySentence[back] ?? { inTime: 0, offTime: 0 };
      if (inTime + offTime > 0) return Math.sign(inTime - offTime + 0.5);
    }
    return 0;
  };
  return (at, headings) => {
    const own = cues[at] ?? [];
    const [dates, events] = [
      count(own.filter(({ kind }) => kind === 'date')),
      count(own.filter(({ kind }) => kind === 'event')),
    ];
    const [beside, before] = [sum(at - 1, at + 1, at), sum(at - 3, at - 1, at)];
    const heads = headings.map((heading) => bySentence[heading] ?? { inTime: 0, offTime: 0 });
    return {
      yearsAfter: yearsAfter(published, time),
      undated: published === null ? 1 : 0,
      dateInTime: Math.min(2, dates.inTime),
      dateOffTime: Math.min(2, dates.offTime),
      eventInTime: Math.min(2, events.inTime),
      eventOffTime: Math.min(2, events.offTime),
      besideInTime: Math.min(3, beside.inTime),
      besideOffTime: Math.min(3, beside.offTime),
      beforeInTime: Math.min(3, before.inTime),
      beforeOffTime: Math.min(3, before.offTime),
      lastCue: lastCue(at),
      articleInTime: all.inTime / (all.inTime + all.offTime + 2),
      articleCues: Math.log(1 + all.inTime + all.offTime),
      headingTime: total(heads, 'inTime') - total(heads, 'offTime'),
    };
  };
}

const total = (some: readonly Counts[], side: keyof Counts): number => some.reduce((sum, one) => sum + one[side], 0);

function yearsAfter(published: DaySpan | null, time: DaySpan | null): number {
  if (published === null) return UNDATED_AFTER;
  if (time === null) return 0;
  return Math.max(MOST_BEFORE, Math.min(MOST_AFTER, (published.first - time.last) / YEAR));
}
