/** Dates as sources give them: a year, a month or a day, never a guessed rest. Text form: `2022`, `2022-03`, `2022-03-29`. */
export type PartialDate = string & { readonly __brand: 'PartialDate' };

export const PARTIAL_DATE_PATTERN = '^\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?$';

const SHAPE = new RegExp(PARTIAL_DATE_PATTERN);

/** Null unless `text` is a partial date that exists in the calendar. */
export function partialDate(text: string): PartialDate | null {
  if (!SHAPE.test(text)) return null;
  if (text.length < 10) return text as PartialDate;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : (text as PartialDate);
}

/** The partial date at the head of a longer time stamp (`2022-03-29T10:00:00+03:00`), as the page wrote it. */
export function dateOfTimestamp(text: string): PartialDate | null {
  const head = /^\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?![\d-])/.exec(text)?.[1];
  return head === undefined ? null : partialDate(head);
}

export type DateSpan = { readonly first: string; readonly last: string };

/** First and last day (`yyyy-mm-dd`) that a partial date may mean. */
export function spanOf(date: PartialDate): DateSpan {
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return { first: date, last: date };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${String(lastDay).padStart(2, '0')}` };
}

/** Days from `a` to `b`, by their first days; negative when `b` is earlier. */
export function daysBetween(a: PartialDate, b: PartialDate): number {
  return Math.round((Date.parse(spanOf(b).first) - Date.parse(spanOf(a).first)) / 86_400_000);
}

/** Earlier first; of dates that start on one day, the more exact first; no date last. */
export function byDate(a: PartialDate | null, b: PartialDate | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const [one, other] = [spanOf(a).first, spanOf(b).first];
  if (one !== other) return one < other ? -1 : 1;
  return b.length - a.length;
}

/** In full, in the reader's language: “29 March 2022”, “March 2022”, “2022”. */
export function formatDate(date: PartialDate, locale: string): string {
  const parts = date.split('-').length;
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${spanOf(date).first}T00:00:00Z`));
}
