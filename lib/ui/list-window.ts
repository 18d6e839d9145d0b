/** Which rows of a long list to draw. */

/** Rows above and below what is in view, so that scrolling finds them drawn. */
const BEYOND = 8;

type ListView = {
  /** Pixels scrolled past, height of a row and of what is in view. */
  readonly top: number;
  readonly row: number;
  readonly view: number;
  readonly count: number;
};

/** From `from` up to but not `to`. Shrinking lists leave `top` behind for a moment, so it may lie past the end. */
export function windowOf({ top, row, view, count }: ListView): { readonly from: number; readonly to: number } {
  const last = Math.min(count, Math.ceil((top + view) / row) + BEYOND);
  const first = Math.floor(top / row) - BEYOND;
  return { from: Math.max(0, Math.min(first, count - Math.ceil(view / row) - BEYOND)), to: last };
}
