/** Dates as pages write them, without a guess and without a change of time zone: the day that the page names. */
import { dateOfTimestamp, partialDate, type PartialDate } from '@/lib/core/dates.ts';
import { datesIn } from '@/lib/text/date-mentions.ts';

const LONGEST = 200;
const EARLIEST = 1700;

/** Null where no date is sure: `03/04/2022` is a day in March to some readers and in April to others. */
export function pageDate(raw: string): PartialDate | null {
  const text = raw.trim().slice(0, LONGEST);
  const date = inFigures(text) ?? dateOfTimestamp(text) ?? epoch(text) ?? inWords(text);
  return date !== null && isLikely(date) ? date : null;
}

/** A page that does not know writes the year 1, 1970 or 9999. */
function isLikely(date: PartialDate): boolean {
  const year = Number(date.slice(0, 4));
  return year >= EARLIEST && year <= new Date().getFullYear() + 1 && !date.startsWith('1970-01-01');
}

function inFigures(text: string): PartialDate | null {
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  if (packed !== null) return dateOf(packed[1], packed[2], packed[3]);
  const yearFirst = /(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(text);
  if (yearFirst !== null) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const chinese = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/.exec(text);
  if (chinese !== null) return dateOf(chinese[1], chinese[2], chinese[3]);
  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (dotted !== null) return dateOf(dotted[3], dotted[2], dotted[1]);
  return slashed(text);
}

/** Only where one of the two cannot be a month. */
function slashed(text: string): PartialDate | null {
  const [, first = '', second = '', year] = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text) ?? [];
  if (Number(first) > 12) return dateOf(year, second, first);
  if (Number(second) > 12 || first === second) return dateOf(year, first, second);
  return null;
}

/** Seconds or milliseconds since 1970: they name no day but by a time zone, so Greenwich's. */
function epoch(text: string): PartialDate | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null;
  return partialDate(new Date(Number(text.padEnd(13, '0'))).toISOString().slice(0, 10));
}

function inWords(text: string): PartialDate | null {
  const full = datesIn(text).find(({ date }) => date !== null && date.length > 4);
  return full?.date ?? null;
}

function dateOf(year = '', month = '', day = ''): PartialDate | null {
  return partialDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
