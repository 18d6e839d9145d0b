/** Joins the texts of an article, block by block, into one text and the segments that lead back to the page. */
import type { Segment } from './text-index.ts';

/** A text of a block; see `PageText`. */
export type Piece = { readonly node: Text; readonly run: number; readonly broken: boolean };

export type Indexed = {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly firstSegmentOf: ReadonlyMap<Node, number>;
};

export type Indexer = {
  /** Adds a block; false where it holds nothing but white space. `text` gives it back, normalised. */
  readonly addBlock: (pieces: readonly Piece[]) => { readonly start: number; readonly text: string } | null;
  readonly done: () => Indexed;
};

/**
 * What is not taken over letter by letter: more white space than one, and characters that do not show. ZWJ and ZWNJ
 * belong to the letters around them: they stay.
 */
const GAPS = /[^\S\ufeff]{2,}|[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const OTHER_SPACE = /[^\S ]/g;
const isSpace = (text: string, at: number): boolean => /^[^\S\ufeff]/.test(text.charAt(at));

type Building = {
  readonly segments: Segment[];
  readonly firstSegmentOf: Map<Node, number>;
  /** Of the block at hand. */
  readonly parts: string[];
  length: number;
  start: number;
  run: number;
};

export function createIndexer(): Indexer {
  const blocks: string[] = [];
  const building: Building = {
    segments: [],
    firstSegmentOf: new Map(),
    parts: [],
    length: 0,
    start: 0,
    run: 0,
  };
  return {
    addBlock(pieces) {
      const text = blockOf(building, pieces);
      if (text === '') return null;
      blocks.push(text);
      const start = building.start;
      building.start += text.length + 1;
      return { start, text };
    },
    done: () => ({
      text: blocks.join('\n'),
      segments: building.segments,
      firstSegmentOf: building.firstSegmentOf,
    }),
  };
}

function blockOf(building: Building, pieces: readonly Piece[]): string {
  building.parts.length = 0;
  building.length = 0;
  building.run += 1;
  let run = pieces[0]?.run;
  for (const piece of pieces) {
    if (piece.run !== run) building.run += 1;
    run = piece.run;
    if (piece.broken && !endsInSpace(building) && !isSpace(piece.node.data, 0)) addBreak(building);
    addPiece(building, piece.node);
  }
  if (endsInSpace(building)) dropLastSpace(building);
  return building.parts.join('');
}

const endsInSpace = ({ parts }: Building): boolean => parts.at(-1)?.endsWith(' ') ?? true;

/** No white space stands for it in the page: no range may hold the words on both sides. */
function addBreak(building: Building): void {
  building.parts.push(' ');
  building.length += 1;
  building.run += 1;
}

function addPiece(building: Building, node: Text): void {
  const { data } = node;
  let from = 0;
  for (const { index: at, 0: gap } of data.matchAll(GAPS)) {
    // Of white space, the first character stands for all of it.
    addSegment(building, node, from, isSpace(data, at) ? at + 1 : at);
    if (!isSpace(data, at)) building.run += 1;
    from = at + gap.length;
  }
  addSegment(building, node, from, data.length);
}

function addSegment(building: Building, node: Text, from: number, to: number): void {
  if (from < to && isSpace(node.data, from) && endsInSpace(building)) from += 1;
  if (to <= from) return;
  const { segments, firstSegmentOf, parts, run } = building;
  const text = node.data.slice(from, to).replace(OTHER_SPACE, ' ');
  const start = building.start + building.length;
  if (!firstSegmentOf.has(node)) firstSegmentOf.set(node, segments.length);
  segments.push({ start, end: start + text.length, node, from, run });
  parts.push(text);
  building.length += text.length;
}

function dropLastSpace(building: Building): void {
  const last = building.parts.pop();
  if (last === undefined) return;
  if (last.length > 1) building.parts.push(last.slice(0, -1));
  const segment = building.segments.at(-1);
  if (segment === undefined || segment.end !== building.start + building.length) return;
  if (last.length > 1) building.segments[building.segments.length - 1] = { ...segment, end: segment.end - 1 };
  else {
    building.segments.pop();
    if (building.firstSegmentOf.get(segment.node) === building.segments.length)
      building.firstSegmentOf.delete(segment.node);
  }
}
