/** The order in which to ask for sentences: what the reader sees now, then what comes after it, then what came before. */

/**
 * `rangeOf` gives a range at the start of a sentence, or null where it is not on the page. Reads layout: call once.
 * @returns the same indices, reordered.
 */
export function visibleFirst(
  document: Document,
  which: readonly number[],
  rangeOf: (index: number) => Range | null,
): number[] {
  const height = document.defaultView?.innerHeight ?? 0;
  const firstSeen = which.findIndex((index) => (topOf(rangeOf(index)) ?? -1) >= 0);
  if (firstSeen <= 0 || height === 0) return [...which];
  return [...which.slice(firstSeen), ...which.slice(0, firstSeen).reverse()];
}

/** Distance from the top of the window in CSS pixels; null where the text has no box. */
function topOf(range: Range | null): number | null {
  const box = range?.getClientRects()[0];
  return box === undefined ? null : box.bottom;
}
