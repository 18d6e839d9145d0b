/** Pages embedded in a page: which of them may be read, and where they stand. Those of other sites show themselves to nobody. */
import { isShown } from './hidden.ts';
import { isTrappedDocument } from './traps.ts';

export type FrameReader = {
  /** The body of the page in a frame; null for a page of another site, an empty or hidden one, and beyond the bounds. */
  readonly bodyIn: (frame: Element) => Element | null;
  /** Those given so far, in order. */
  readonly bodies: () => readonly Element[];
};

/** Advertisements make many frames: what is read of them is bounded in number, depth, and elements of each. */
const MOST = 20;
const MOST_DEPTH = 3;
const MOST_ELEMENTS = 30_000;

export function createFrameReader(page: Document): FrameReader {
  const bodies: Element[] = [];
  const depths = new Map<Document, number>([[page, 0]]);
  return {
    bodies: () => bodies,
    bodyIn(frame) {
      const depth = (depths.get(frame.ownerDocument) ?? 0) + 1;
      if (bodies.length >= MOST || depth > MOST_DEPTH) return null;
      const inner = documentIn(frame);
      if (inner === null || depths.has(inner) || isTrappedDocument(inner) || !isShown(frame)) return null;
      const body = inner.querySelector('body');
      if (body === null || body.getElementsByTagName('*').length > MOST_ELEMENTS) return null;
      depths.set(inner, depth);
      bodies.push(body);
      return body;
    },
  };
}

/** The document in a frame of the same site. */
export function documentIn(frame: Element): Document | null {
  return frame.localName === 'iframe' && 'contentDocument' in frame && isDocument(frame.contentDocument)
    ? frame.contentDocument
    : null;
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 9;

/** The frame that a document is embedded in; null for the page itself. */
export function frameOf(document: Document): Element | null {
  return document.defaultView?.frameElement ?? null;
}
