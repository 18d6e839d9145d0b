/** Where ranges are on the screen: in CSS pixels of the page's own window, for those in embedded pages too. */
import { frameOf } from './frames.ts';

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Of every line and every part of one that is styled apart, in order. */
export function boxesOf(ranges: readonly Range[]): Box[] {
  return ranges.flatMap((range) => {
    const { ownerDocument } = range.startContainer;
    const toPage = ownerDocument === null ? (box: Box) => box : mapperOf(ownerDocument);
    return Array.from(range.getClientRects(), toPage);
  });
}

type Mapper = (box: Box) => Box;

/** From a document's coordinates to those of the outermost one. */
function mapperOf(document: Document): Mapper {
  const frame = frameOf(document);
  if (frame === null) return (box) => box;
  const outer = mapperOf(frame.ownerDocument);
  const { left, top, right } = frame.getBoundingClientRect();
  const width = 'offsetWidth' in frame && typeof frame.offsetWidth === 'number' ? frame.offsetWidth : 0;
  // Frames may be drawn larger or smaller than they are.
  const scale = width === 0 ? 1 : (right - left) / width;
  const [x, y] = [frame.clientLeft + padding(frame, 'paddingLeft'), frame.clientTop + padding(frame, 'paddingTop')];
  return (box) =>
    outer({
      left: left + (x + box.left) * scale,
      top: top + (y + box.top) * scale,
      right: left + (x + box.right) * scale,
      bottom: top + (y + box.bottom) * scale,
    });
}

const padding = (frame: Element, side: 'paddingLeft' | 'paddingTop'): number =>
  Number.parseFloat(frame.ownerDocument.defaultView?.getComputedStyle(frame)[side] ?? '') || 0;
