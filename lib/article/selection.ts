/** The reader's selection as a span of the page's text, and where it is on the screen. */
import type { Span } from '@/lib/core/article.ts';
import { boxesOf, type Box } from './boxes.ts';
import { frameOf } from './frames.ts';
import type { PageIndex } from './page-text.ts';
import { isShadowRoot } from './roots.ts';
import { selectedRange } from './selected-range.ts';
import { offsetAt, rangesOf } from './text-index.ts';

/**
 * Without white space around, and as far as the text goes: what is selected beyond, of fields, hidden words or our own
 * parts, is left out. Null where no word is selected, or the reader is writing in a field.
 */
export function selectionSpan(page: PageIndex): Span | null {
  const [document] = page.documents;
  const selected = document === undefined ? null : selectedRange(document, page.shadowRoots);
  if (selected === null) return null;
  const start = startIn(page, { node: selected.startContainer, offset: selected.startOffset });
  const end = endIn(page, { node: selected.endContainer, offset: selected.endOffset });
  const words = page.text.slice(start, end);
  const span = { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
  return span.end > span.start ? span : null;
}

/** Of the selection's lines, in reading order; none where nothing is selected or the page has changed. */
export function selectionBoxes(page: PageIndex): readonly Box[] {
  const span = selectionSpan(page);
  return span === null ? [] : boxesOf(rangesOf(page, span));
}

/** Of the selection's last line: where its end is. */
export const selectionRect = (page: PageIndex): Box | null => selectionBoxes(page).at(-1) ?? null;

type Point = { readonly node: Node; readonly offset: number };

function startIn(page: PageIndex, point: Point): number {
  const at = offsetAt(page, point.node, point.offset);
  if (at !== null) return at;
  const isBefore = createSideTest(point);
  return page.segments.find(({ node }) => !isBefore(node))?.start ?? page.text.length;
}

function endIn(page: PageIndex, point: Point): number {
  const at = offsetAt(page, point.node, point.offset);
  if (at !== null) return at;
  const isBefore = createSideTest(point);
  return page.segments.findLast(({ node }) => isBefore(node))?.end ?? 0;
}

/** Says whether a text begins before `point`, in whichever of the page's trees either stands. */
function createSideTest(point: Point): (node: Node) => boolean {
  const points = pointsAbove(point);
  return (node) => {
    for (let at: Node | null = node; at !== null; at = hostOf(at)) {
      const there = points.get(at.getRootNode());
      if (there !== undefined) return there.comparePoint(at, 0) < 0;
    }
    return false;
  };
}

/** The point as it looks from each tree around it, by the tree's root: there, its host stands for it. */
function pointsAbove({ node, offset }: Point): ReadonlyMap<Node, Range> {
  const points = new Map<Node, Range>([[node.getRootNode(), rangeFrom(node, (range) => range.setStart(node, offset))]]);
  for (let host = hostOf(node); host !== null; host = hostOf(host)) {
    const shown = host;
    points.set(
      host.getRootNode(),
      rangeFrom(host, (range) => range.setStartBefore(shown)),
    );
  }
  return points;
}

function rangeFrom(node: Node, start: (range: Range) => void): Range {
  const range = documentOf(node).createRange();
  start(range);
  range.collapse(true);
  return range;
}

/** The element that shows the tree in which `node` stands: of a shadow root or an embedded page. */
function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  if (isShadowRoot(root)) return root.host;
  return isDocument(root) ? frameOf(root) : null;
}

function documentOf(node: Node): Document {
  const document = isDocument(node) ? node : node.ownerDocument;
  if (document === null) throw new Error('a node in no document');
  return document;
}

const isDocument = (node: Node): node is Document => node.nodeType === 9;
