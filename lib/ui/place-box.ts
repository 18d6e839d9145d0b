/** Where a tip or popover stands beside a marked sentence: never over its words, if there is any room for that. */

/** CSS pixels of the window. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Size = { readonly width: number; readonly height: number };
export type Place = { readonly left: number; readonly top: number };

const GAP = 6;

/**
 * Below the last line of `lines`, else above the first, else at the end of the window that the words leave freer.
 * Always wholly inside `window` when it fits there at all.
 */
export function placeBox(lines: readonly Box[], size: Size, window: Size): Place {
  const first = lines[0] ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const last = lines.at(-1) ?? first;
  const left = clamp(last.left, window.width - size.width - GAP);
  const below = last.bottom + GAP;
  if (below + size.height <= window.height) return { left, top: Math.max(below, GAP) };
  const above = first.top - GAP - size.height;
  if (above >= 0) return { left: clamp(first.left, window.width - size.width - GAP), top: above };
  const freeBelow = window.height - last.bottom;
  return { left, top: freeBelow >= first.top ? clamp(window.height, window.height - size.height) : 0 };
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
