/** Which text stands under a point of the window. Highlights have no elements, so the caret position has to tell. */

export type CaretPoint = { readonly node: Node; readonly offset: number };

/** The text position at a point in CSS pixels of the window; looks into the open shadow roots it is given. */
export function caretAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): CaretPoint | null {
  if ('caretPositionFromPoint' in document) {
    const at = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    return at === null ? null : { node: at.offsetNode, offset: at.offset };
  }
  return null;
}

/** Carets snap to the nearest text, however far: a hit is one whose own boxes hold the point. `slack` in CSS pixels. */
export function coversPoint(range: Range, x: number, y: number, slack = 2): boolean {
  return Array.from(range.getClientRects()).some(
    ({ left, right, top, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  );
}
