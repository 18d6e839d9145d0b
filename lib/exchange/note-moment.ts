/** Moments as the formats write them. */

const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * ISO 8601 in UTC of milliseconds since 1970; the nearest that can be written, where no year of four digits holds it.
 */
export const isoOf = (moment: number): string =>
  new Date(Math.min(LAST, Math.max(0, Math.floor(moment)))).toISOString();

/** Milliseconds since 1970, the rest of a finer time left out; null where the text is no date. */
export function momentOf(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const fine = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{3})\d*(.*)$/.exec(text);
  const moment = Date.parse(fine === null ? text : `${fine[1] ?? ''}${fine[2] ?? ''}`);
  return Number.isNaN(moment) ? null : moment;
}
