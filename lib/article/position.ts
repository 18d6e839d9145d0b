/** Where any point of the page stands in its text: in elements too, and beside what is no part of the text. */
import { isElement, isText } from './elements.ts';
import { frameOf, isDocument } from './frames.ts';
import { isShadowRoot } from './roots.ts';
import { offsetAt, type TextIndex } from './text-index.ts';
import { isTrappedForm } from './traps.ts';

/**
 * Between the words that show before it and those that show after: where white space parts them, at either end of it.
 * Null where the page's text is empty or does not tell.
 */
export function positionOf(index: TextIndex, node: Node, offset: number): number | null {
  return offsetAt(index, node, offset) ?? positionAmong(index, standingsOf(node, offset));
}

/** In one of the elements around a point: how far out that is, and what the point stands before; null at the end. */
type Standing = { readonly level: number; readonly before: Node | null };
type Standings = ReadonlyMap<Node, Standing>;

function standingsOf(node: Node, offset: number): Standings {
  const standings = new Map<Node, Standing>([[node, { level: 0, before: node.childNodes[offset] ?? null }]]);
  let before = node;
  for (let around = shownIn(node); around !== null; around = shownIn(around)) {
    standings.set(around, { level: standings.size, before });
    before = around;
  }
  return standings;
}

/** The innermost element around the point that has text in it decides: by that text alone. */
function positionAmong({ segments }: TextIndex, standings: Standings): number | null {
  let innermost = standings.size;
  let position: number | null = null;
  let isPassed = false;
  for (const { node, start, end } of segments) {
    const [standing, part] = sharedBy(standings, node);
    if (standing === undefined || standing.level > innermost) continue;
    if (standing.level < innermost) isPassed = false;
    innermost = standing.level;
    if (isPassed) continue;
    isPassed = !isBefore(part, standing.before);
    position = isPassed ? start : end;
    if (isPassed && innermost === 0) break;
  }
  return position;
}

/** The innermost element around both a text and the point, and the part of it in which the text is. */
function sharedBy(standings: Standings, text: Node): readonly [Standing | undefined, Node] {
  let part = text;
  for (let around = shownIn(text); around !== null; around = shownIn(around)) {
    const standing = standings.get(around);
    // The point is among a host's own children: only those of them that a slot shows can be before or after it.
    if (standing !== undefined && !isShadowRoot(part)) return [standing, part];
    if (standing !== undefined && around.contains(text)) return [standing, text];
    part = around;
  }
  return [undefined, part];
}

/** As `compareDocumentPosition` says it. */
const PRECEDING = 2;

const isBefore = (part: Node, mark: Node | null): boolean =>
  mark === null || (mark.compareDocumentPosition(part) & PRECEDING) !== 0;

/** What a node shows in: its slot, its parent, its shadow's host, its page's frame. */
function shownIn(node: Node): Node | null {
  if (isTrappedForm(node)) return null;
  if (isElement(node) || isText(node)) return node.assignedSlot ?? node.parentNode;
  if (isShadowRoot(node)) return node.host;
  return isDocument(node) ? frameOf(node) : node.parentNode;
}
