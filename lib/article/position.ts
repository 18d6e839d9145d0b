/** Where any point of the page stands in its text: in elements too, and beside what is no part of the text. */
import { isElement, isText } from './elements.ts';
import { frameOf, isDocument } from './frames.ts';
import { isShadowRoot } from './roots.ts';
import { offsetAt, type TextIndex } from './text-index.ts';
import { isTrappedForm } from './traps.ts';

/** Where the text begins that shows after a point; null where there is none. */
export function textAfter(index: TextIndex, node: Node, offset: number): number | null {
  const isBefore = createOrder(node, offset);
  return offsetAt(index, node, offset) ?? index.segments.find((text) => isBefore(text.node) === false)?.start ?? null;
}

/** Where the text ends that shows before a point; null where there is none. */
export function textBefore(index: TextIndex, node: Node, offset: number): number | null {
  const isBefore = createOrder(node, offset);
  return offsetAt(index, node, offset) ?? index.segments.findLast((text) => isBefore(text.node) === true)?.end ?? null;
}

/** Says whether a text shows before the point or after it; null where neither can be said. */
function createOrder(node: Node, offset: number): (text: Node) => boolean | null {
  /** Of everything around the point: the part that the point stands before; null at the end. */
  const marks = new Map<Node, Node | null>([[node, node.childNodes[offset] ?? null]]);
  let below = node;
  for (let around = shownIn(node); around !== null; around = shownIn(around)) {
    marks.set(around, below);
    below = around;
  }
  return (text) => {
    let part = text;
    for (let around = shownIn(text); around !== null; around = shownIn(around)) {
      const mark = marks.get(around);
      if (mark !== undefined) return isPartBefore(part, text, around, mark);
      part = around;
    }
    return null;
  };
}

/** As `compareDocumentPosition` says it. */
const PRECEDING = 2;

function isPartBefore(part: Node, text: Node, around: Node, mark: Node | null): boolean | null {
  const precedes = (node: Node): boolean => mark === null || (mark.compareDocumentPosition(node) & PRECEDING) !== 0;
  if (!isShadowRoot(part)) return precedes(part);
  // The point is among the children of a shadow's host: only those that a slot shows are before or after it.
  return around.contains(text) ? precedes(text) : null;
}

/** What a node shows in: its slot, its parent, its shadow's host, its page's frame. */
function shownIn(node: Node): Node | null {
  if (isTrappedForm(node)) return null;
  if (isElement(node) || isText(node)) return node.assignedSlot ?? node.parentNode;
  if (isShadowRoot(node)) return node.host;
  return isDocument(node) ? frameOf(node) : node.parentNode;
}
