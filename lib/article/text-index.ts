/**
 * The article's text with the way back to the page: which characters stand in which live text node. White space is
 * single spaces; soft hyphens and other characters that do not show are not in the text, and no range takes them in.
 */
import type { Span } from '@/lib/core/article.ts';

/** A stretch of text that stands in one node without a gap: `text[start + n]` is `node.data[from + n]`. */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly node: Text;
  readonly from: number;
  /** Segments of one run are one range. */
  readonly run: number;
};

export type TextIndex = {
  readonly text: string;
  /** In order; spaces that stand for a line break or a paragraph's end are in none. */
  readonly segments: readonly Segment[];
  /** Of each node, its first segment. The others follow. */
  readonly firstSegmentOf: ReadonlyMap<Node, number>;
  /** The smallest live elements that hold the article, outside and inside shadow roots. */
  readonly roots: readonly Element[];
  /** Open shadow roots of the page, whether or not the article reaches into them. */
  readonly shadowRoots: readonly ShadowRoot[];
};

/**
 * The span as ranges of the live page, in order; what they hold, joined, is the span's text. Several where the page has
 * text between that is not the article's, or a shadow root begins. Empty where the page has changed meanwhile.
 */
export function rangesOf(index: TextIndex, { start, end }: Span): Range[] {
  const ranges: Range[] = [];
  if (end <= start) return ranges;
  let run: number | null = null;
  for (let at = segmentAfter(index, start); at < index.segments.length; at += 1) {
    const segment = index.segments[at];
    if (segment === undefined || segment.start >= end) break;
    const { node } = segment;
    const from = segment.from + Math.max(start, segment.start) - segment.start;
    const to = segment.from + Math.min(end, segment.end) - segment.start;
    if (to > node.length || !node.isConnected) return [];
    const last = ranges.at(-1);
    if (last === undefined || segment.run !== run) ranges.push(rangeIn(node, from, to));
    else last.setEnd(node, to);
    run = segment.run;
  }
  return ranges;
}

function rangeIn(node: Text, from: number, to: number): Range {
  const range = node.ownerDocument.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}

/** Where a point of the page stands in the text; null outside the article. In white space: at the next word. */
export function offsetAt(index: TextIndex, node: Node, offset: number): number | null {
  const first = index.firstSegmentOf.get(node);
  if (first === undefined) return null;
  let end: number | null = null;
  for (let at = first; at < index.segments.length; at += 1) {
    const segment = index.segments[at];
    if (segment === undefined || segment.node !== node) break;
    end = segment.end;
    const within = offset - segment.from;
    if (within <= segment.end - segment.start) return segment.start + Math.max(within, 0);
  }
  return end;
}

/** The first segment that ends after `offset`. */
function segmentAfter({ segments }: TextIndex, offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
