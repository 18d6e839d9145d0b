/** The beginning of an article, which says what it is about. */

/** Sentences. */
export const HEAD = 6;

/** The mean over the head's sentences that have a value; `none` where none has. */
export function meanOfHead(valueAt: (sentence: number) => number | undefined, none: number): number {
  const values = Array.from({ length: HEAD }, (_, at) => valueAt(at)).filter((value) => value !== undefined);
  return values.length === 0 ? none : values.reduce((sum, value) => sum + value, 0) / values.length;
}
