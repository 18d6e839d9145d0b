/**
 * An inert copy of the page for Readability to take apart, and the texts that were copied, each with its live node.
 * The copy has only elements that bear text, with the attributes that are scored; nothing in it can load or run. Open
 * shadow roots and slots are copied where they show.
 */
import { copyAttributes, copyCounted, copyElement } from './copy-element.ts';
import {
  COUNTED,
  HEADINGS,
  isElement,
  isParagraph,
  isSlot,
  isText,
  runsByName,
  runsInline,
  SILENT,
} from './elements.ts';
import { isHidden } from './hidden.ts';
import type { Steps } from './steps.ts';
import { isTrappedForm, siblingAfter } from './traps.ts';

/** An element of the page and the one it shows in: across shadow roots, `parentNode` does not tell. */
export type Place = {
  readonly element: Element;
  readonly parent: Place | null;
  /** Whether it, or what it stands in, is one. */
  readonly inLink: boolean;
  readonly inHeading: boolean;
  readonly inCell: boolean;
};

export type PageText = {
  readonly node: Text;
  readonly place: Place;
  /** One number: one paragraph, heading or list item. */
  readonly block: number;
  /** One number: a range from one to the next takes in nothing else. */
  readonly run: number;
  /** Whether a line break parts it from the text before. */
  readonly broken: boolean;
  readonly isBlank: boolean;
};

export type Snapshot = {
  readonly document: Document;
  /** In the order in which they show. */
  readonly texts: readonly PageText[];
  /** Of a text node of the copy: the texts it was made from. */
  readonly textsOf: ReadonlyMap<Node, readonly PageText[]>;
  readonly shadowRoots: readonly ShadowRoot[];
};

/** Says whether an element is left out of the copy with all that is in it. */
export type LeaveOut = (element: Element, inTable: boolean) => boolean;

type Frame = {
  readonly place: Place;
  readonly copy: Element;
  readonly isBlock: boolean;
  readonly inParagraph: boolean;
  readonly inTable: boolean;
  readonly depth: number;
  /** Whether it shows a shadow root instead of its children. */
  readonly isHost: boolean;
  /** What a slot still has to show; null for every other element. */
  readonly assigned: Node[] | null;
  next: Node | null;
};

type Walk = {
  readonly page: Document;
  readonly document: Document;
  readonly leaveOut: LeaveOut;
  readonly texts: PageText[];
  readonly textsOf: Map<Node, PageText[]>;
  readonly shadowRoots: ShadowRoot[];
  readonly frames: Frame[];
  block: number;
  run: number;
  breaks: number;
};

const NODES_A_STEP = 150;
/** A hostile page must not keep us: what lies beyond is not read. */
const MOST_NODES = 150_000;
const MOST_DEPTH = 150;
/** Parsers stop nesting near here; a script can go on. */
const MOST_PLACES = 600;

export function* takeSnapshot(page: Document, leaveOut: LeaveOut): Steps<Snapshot> {
  const copy = page.implementation.createHTMLDocument('');
  const walk: Walk = {
    page,
    document: copy,
    leaveOut,
    texts: [],
    textsOf: new Map(),
    shadowRoots: [],
    frames: [],
    block: 0,
    run: 0,
    breaks: 0,
  };
  const body = page.querySelector('body');
  if (body === null) return { document: copy, texts: [], textsOf: new Map(), shadowRoots: [] };
  copyAttributes(body, body.getAttributeNames(), copy.body);
  walk.frames.push(frameOf(walk, body, copy.body, null));
  for (let nodes = 1; nodes < MOST_NODES && goOn(walk); nodes += 1) if (nodes % NODES_A_STEP === 0) yield 'pause';
  const { document, texts, textsOf, shadowRoots } = walk;
  return { document, texts, textsOf, shadowRoots };
}

/** Visits one node; false when there are no more. */
function goOn(walk: Walk): boolean {
  const frame = walk.frames.at(-1);
  if (frame === undefined) return false;
  const { next, assigned } = frame;
  if (assigned !== null) walk.run += 1;
  if (next === null) {
    walk.frames.pop();
    if (frame.isHost) walk.run += 1;
    if (frame.isBlock) walk.block += 1;
    return true;
  }
  if (isTrappedForm(next)) {
    frame.next = siblingAfter(walk.page, frame.place.element, next);
    walk.run += 1;
    return true;
  }
  frame.next = assigned === null ? next.nextSibling : (assigned.shift() ?? null);
  if (isText(next)) visitText(walk, next, frame);
  else if (isElement(next)) visitElement(walk, next, frame);
  return true;
}

function visitText(walk: Walk, node: Text, { place, copy }: Frame): void {
  const { data } = node;
  const isBlank = !/\S/.test(data);
  const text: PageText = { node, place, block: walk.block, run: walk.run, broken: walk.breaks > 0, isBlank };
  if (!isBlank) walk.breaks = 0;
  walk.texts.push(text);
  // Few nodes and single spaces: Readability joins and measures them again and again.
  const words = isBlank ? ' ' : isRagged(data) ? data.replace(/\s{2,}/g, ' ') : data;
  const { lastChild } = copy;
  const before = lastChild === null ? undefined : walk.textsOf.get(lastChild);
  if (before !== undefined && lastChild !== null && isText(lastChild)) {
    lastChild.appendData(words);
    before.push(text);
    return;
  }
  const twin = walk.document.createTextNode(words);
  copy.appendChild(twin);
  walk.textsOf.set(twin, [text]);
}

const isRagged = (data: string): boolean => data.includes('\n') || data.includes('  ');

function visitElement(walk: Walk, element: Element, frame: Frame): void {
  const { localName } = element;
  if (localName === 'br') {
    walk.breaks += 1;
    if (walk.breaks === 2) walk.block += 1;
    frame.copy.appendChild(walk.document.createElement('br'));
    return;
  }
  const attributes = element.getAttributeNames();
  const isLeftOut = SILENT.has(localName) || isHidden(element, attributes) || walk.leaveOut(element, frame.inTable);
  if (isLeftOut || COUNTED.has(localName)) {
    if (element.firstChild !== null) walk.run += 1;
    if (localName === 'hr') walk.block += 1;
    const counted = isLeftOut ? null : copyCounted(walk.document, element);
    if (counted !== null) frame.copy.appendChild(counted);
    return;
  }
  const copy = isNeedless(element, frame) ? frame.copy : copyElement(walk.document, element, attributes);
  if (copy !== frame.copy) frame.copy.appendChild(copy);
  const inner = frameOf(walk, element, copy, frame);
  if (inner.isBlock) {
    walk.block += 1;
    walk.breaks = 0;
  }
  walk.frames.push(inner);
}

/** The markup of words within a paragraph is not scored, links apart; and Readability calls itself for each level. */
const isNeedless = ({ localName }: Element, { inParagraph, depth }: Frame): boolean =>
  depth > MOST_DEPTH || (inParagraph && localName !== 'a' && runsByName(localName));

function frameOf(walk: Walk, element: Element, copy: Element, outer: Frame | null): Frame {
  const { shadowRoot } = element;
  if (shadowRoot !== null) {
    walk.shadowRoots.push(shadowRoot);
    walk.run += 1;
  }
  const assigned = isSlot(element) ? element.assignedNodes() : [];
  const first = assigned.shift();
  const inParagraph = outer?.inParagraph ?? false;
  return {
    place: outer !== null && outer.depth > MOST_PLACES ? outer.place : placeOf(element, outer?.place ?? null),
    copy,
    isBlock: !runsInline(element, inParagraph),
    inParagraph: inParagraph || isParagraph(element),
    inTable: outer !== null && (outer.inTable || element.localName === 'table' || element.localName === 'code'),
    depth: (outer?.depth ?? 0) + 1,
    isHost: shadowRoot !== null,
    assigned: first === undefined ? null : assigned,
    next: first ?? (shadowRoot ?? element).firstChild,
  };
}

function placeOf(element: Element, parent: Place | null): Place {
  const { localName } = element;
  return {
    element,
    parent,
    inLink: parent?.inLink === true || localName === 'a',
    inHeading: parent?.inHeading === true || HEADINGS.has(localName) || element.getAttribute('role') === 'heading',
    inCell: parent?.inCell === true || localName === 'td' || localName === 'th',
  };
}
