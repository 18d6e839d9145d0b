/** How much of each claim stands open: in proportion to its origins, so that the space itself does not mislead. */

/**
 * Of each number of origins, how many are shown before “more”. The largest gets at most `room`; the others shrink by
 * the same factor; each keeps one.
 */
export function shareRoom(origins: readonly number[], room: number): number[] {
  const most = Math.max(...origins, 1);
  const factor = Math.min(1, room / most);
  return origins.map((count) => Math.min(count, Math.max(1, Math.round(count * factor))));
}
