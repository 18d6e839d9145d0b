/**
 * What a text says in numbers: a value or a range, its unit, how exactly it is meant, what it counts and for which date.
 * “Between 7,000 and 15,000 soldiers”, “almost a third of Ukrainians”, “dozens”, “77 of its 149 helicopters”.
 */
import type { Span } from '@/lib/core/article.ts';
import type { Qualifier } from '@/lib/core/figures.ts';
import { countedAfter, countsTime } from './counted.ts';
import type { Counted } from './counted.ts';
import { datesIn } from './date-mentions.ts';
import type { DateMention } from './date-mentions.ts';
import { numbersIn } from './numbers.ts';
import type { NumberUnit } from './numbers.ts';
import { qualifierOf } from './qualifiers.ts';
import { looseNumbersIn } from './loose-numbers.ts';

/** A number, or one loosely given: `low` and `high` differ for “dozens”. */
export type Amount = Span & {
  readonly low: number;
  readonly high: number;
  readonly unit: NumberUnit;
  readonly vague: boolean;
};
export type Quantity = Amount & {
  /** As written, from the first number to the last, without what qualifies it. */
  readonly text: string;
  /** The whole of which it is a part: the 149 of “77 of its 149”. */
  readonly outOf: number | null;
  readonly qualifier: Qualifier | null;
  readonly counted: Counted | null;
  /** “41 explosions a day”. */
  readonly per: 'day' | 'week' | 'month' | 'year' | null;
  /** “By the end of March 2022”, “as of 25 March”. */
  readonly asOf: DateMention | null;
};

const AROUND = 40;
const PER = /^\s*(?:a|per|each|every)\s+(day|week|month|year)\b|^\s*(dai|week|month|annual|year)ly?\b/iu;
const PERIODS: Readonly<Record<string, Quantity['per']>> = {
  dai: 'day',
  day: 'day',
  week: 'week',
  month: 'month',
  annual: 'year',
  year: 'year',
};
const AS_OF =
  /(?:^|\s)(?:as (?:of|at)|by|until|up to|through|since|to|on|in|for)\s+(?:(?:the|end|start|beginning|middle|of|early|mid|late|then|\p{Lu}\p{L}+day,?)[\s-]+)*$/iu;

/** These date a number and nothing else; “in” and “on” may date what was said. */
const HELD = /(?:^|\s)(?:as (?:of|at)|by|until|up to|through|since)\s+\P{N}*$/iu;

/** In reading order. */
export function quantitiesIn(text: string): Quantity[] {
  const exact = numbersIn(text).map(({ start, end, value, unit }) => ({
    start,
    end,
    low: value,
    high: value,
    unit,
    vague: false,
  }));
  const loose = looseNumbersIn(text);
  const amounts = [...exact.filter((one) => !loose.some((other) => overlaps(one, other))), ...loose];
  const dates = datesIn(text);
  return joinAmounts(
    text,
    amounts.sort((a, b) => a.start - b.start),
  ).map((joined) => inContext(text, joined, dates));
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

type Joined = Amount & { readonly outOf: number | null };

function joinAmounts(text: string, amounts: readonly Amount[]): Joined[] {
  const joined: Joined[] = [];
  for (const amount of amounts) {
    const last = joined.at(-1);
    const one = last === undefined ? null : joinTwo(text, last, amount);
    if (one === null) joined.push({ ...amount, outOf: null });
    else joined[joined.length - 1] = one;
  }
  return joined;
}

const PART = /^\s*,?\s*(?:out )?of(?: [\p{L}’']+){0,2}\s*$/u;
/** “Of Ukraine’s 152 jets, 123”: the whole comes first. */
const WHOLE = /(?:^|[\s“"])of (?:[\p{L}’'-]+ ){0,3}$/iu;
const REST = /^ (?:[\p{L}’'-]+ ?){1,4},? (?:only |just |some |about |at least )?$/u;
const CHANGE =
  /\b(?:r(?:o|i)s(?:e|es|en|ing)|f(?:e|a)ll(?:s|en|ing)?|gr(?:e|o)w(?:s|n|ing)?|increas\w+|decreas\w+|declin\w+|jump\w*|dropp?\w*|climb\w*|soar\w*|surg\w+|swell\w*|swollen|shr[aiu]nk\w*|went|gone|go(?:es)?|going|up|down|doubl\w+|tripl\w+|cut|rais\w+|lower\w*|reduc\w+|mov\w+|from)\s+(?:\p{L}+\s+){0,2}from\s+(?:\p{L}+\s+){0,2}$/iu;

/** “7,000 to 15,000” and “77 of its 149” are one statement; “rose from 41 to 76” are two. */
function joinTwo(text: string, one: Joined, other: Amount): Joined | null {
  const between = text.slice(one.end, other.start);
  const before = text.slice(Math.max(0, one.start - AROUND), one.start);
  const unit = one.unit ?? other.unit;
  if (one.unit !== null && other.unit !== null && one.unit !== other.unit) return null;
  const span = { start: one.start, end: other.end, unit, vague: one.vague || other.vague };
  if (WHOLE.test(before) && REST.test(between) && other.high <= one.low && one.low === one.high && other.unit === null)
    return { ...other, outOf: one.low };
  if (PART.test(between) && one.high <= other.low && one.unit === null)
    return { ...span, unit: other.unit, low: one.low, high: one.high, outOf: other.low };
  if (one.outOf !== null || !isRange(between, before)) return null;
  const low = one.low * sharedScale(text, one, other);
  return low < other.high ? { ...span, low, high: other.high, outOf: null } : null;
}

function isRange(between: string, before: string): boolean {
  if (/^\s?[-–—]\s?$/u.test(between) || /^\s+or\s+(?:even |perhaps |maybe )?$/u.test(between)) return true;
  if (/^\s+to\s+(?:as many as |perhaps |about |around |some )?$/u.test(between)) return !CHANGE.test(before);
  return /^\s+and\s+(?:about |around |some )?$/u.test(between) && /\bbetween\s+(?:\p{L}+\s+){0,2}$/iu.test(before);
}

/** The million of “between 1 and 2 million”, that the first number leaves out. */
function sharedScale(text: string, one: Amount, other: Amount): number {
  if (/\p{L}{2}|\d[kmbt]/iu.test(text.slice(one.start, one.end)) || one.low >= 1000) return 1;
  const scale = /(?:hundred|thousand|million|billion|trillion|\d(?:k|mn?|bn?|tn))(?!\p{L})/iu.exec(
    text.slice(other.start, other.end),
  );
  if (scale === null) return 1;
  const [digits = '1'] = /[\d.,]+/.exec(text.slice(other.start, other.end)) ?? [];
  const factor = other.low / Number(digits.replaceAll(',', ''));
  return one.low * factor <= other.low ? factor : 1;
}

function inContext(text: string, amount: Joined, dates: readonly DateMention[]): Quantity {
  const { start, end } = amount;
  const counted = countedAfter(text, end);
  const nounEnd = counted?.end ?? end;
  const [before, after, afterNoun] = [
    text.slice(Math.max(0, start - AROUND), start),
    text.slice(end, end + AROUND),
    text.slice(nounEnd, nounEnd + AROUND),
  ];
  const [, period, periodic] = PER.exec(afterNoun) ?? [];
  const per = PERIODS[(period ?? periodic ?? '').toLowerCase()] ?? null;
  return {
    ...amount,
    text: text.slice(start, end),
    qualifier: qualifierOf(
      { before: before.replace(/\b(?:between|from)\s+$/iu, ''), after, afterNoun },
      counted !== null && countsTime(counted.head),
    ),
    counted,
    per,
    asOf: asOfDate(text, start, dates),
  };
}

/** The nearest date that says when a number held; “29 March” as part of the same clause. */
function asOfDate(text: string, at: number, dates: readonly DateMention[]): DateMention | null {
  const away = ({ start }: DateMention): number =>
    Math.abs(start - at) + (HELD.test(text.slice(Math.max(0, start - AROUND), start)) ? 0 : text.length);
  const holds = dates.filter(
    ({ start }) =>
      AS_OF.test(text.slice(Math.max(0, start - AROUND), start)) &&
      !/[;:]/.test(text.slice(Math.min(start, at), Math.max(start, at))),
  );
  return holds.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}
