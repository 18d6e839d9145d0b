/**
 * Goes through what a page shows, in the order in which it shows: open shadow roots and slots in place, without what is
 * silent or hidden. Gives every text with what it stands in; what is made of it is the caller's.
 */
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

/** An element of the page and the one it shows in: across shadow roots and frames, `parentNode` does not tell. */
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

/** What the walk is for. `T` is what the visitor keeps with an element for what is found in it. */
export type Visitor<T> = {
  readonly text: (text: PageText, kept: T) => void;
  /** Before what is in the element. */
  readonly enter: (element: Element, attributes: readonly string[], outer: Outer<T>) => T;
  /** Of elements whose inside is not visited: line breaks, and those that are counted. */
  readonly pass: (element: Element, kept: T) => void;
  /** Says whether an element is left out with all that is in it. */
  readonly leavesOut: (element: Element, inTable: boolean) => boolean;
  /** The body to show in place of an embedded page, or null. */
  readonly bodyIn: (frame: Element) => Element | null;
};

/** The element around. */
export type Outer<T> = {
  readonly kept: T;
  readonly inParagraph: boolean;
  readonly depth: number;
};

type Level<T> = Outer<T> & {
  readonly place: Place;
  readonly isBlock: boolean;
  readonly inTable: boolean;
  /** Whether it shows a shadow root or another page instead of its children. */
  readonly isHost: boolean;
  /** What a slot still has to show; null for every other element. */
  readonly assigned: Node[] | null;
  next: Node | null;
};

type Walk<T> = {
  readonly page: Document;
  readonly visitor: Visitor<T>;
  readonly shadowRoots: ShadowRoot[];
  readonly levels: Level<T>[];
  block: number;
  run: number;
  breaks: number;
};

const NODES_A_STEP = 150;
/** A hostile page must not keep us: what lies beyond is not read. */
const MOST_NODES = 150_000;
/** Parsers stop nesting near here; a script can go on. */
const MOST_PLACES = 600;

/** Gives the open shadow roots that were met. `kept` is for what stands in the body itself. */
export function* walkPage<T>(body: Element, kept: T, visitor: Visitor<T>): Steps<readonly ShadowRoot[]> {
  const page = body.ownerDocument;
  const walk: Walk<T> = { page, visitor, shadowRoots: [], levels: [], block: 0, run: 0, breaks: 0 };
  walk.levels.push(levelOf(walk, body, kept, null));
  for (let nodes = 1; nodes < MOST_NODES && goOn(walk); nodes += 1) if (nodes % NODES_A_STEP === 0) yield 'pause';
  return walk.shadowRoots;
}

/** Visits one node; false when there are no more. */
function goOn<T>(walk: Walk<T>): boolean {
  const level = walk.levels.at(-1);
  if (level === undefined) return false;
  const { next, assigned } = level;
  if (assigned !== null) walk.run += 1;
  if (next === null) {
    walk.levels.pop();
    if (level.isHost) walk.run += 1;
    if (level.isBlock) walk.block += 1;
    return true;
  }
  if (isTrappedForm(next)) {
    level.next = siblingAfter(walk.page, level.place.element, next);
    walk.run += 1;
    return true;
  }
  level.next = assigned === null ? next.nextSibling : (assigned.shift() ?? null);
  if (isText(next)) visitText(walk, next, level);
  else if (isElement(next)) visitElement(walk, next, level);
  return true;
}

function visitText<T>(walk: Walk<T>, node: Text, { place, kept }: Level<T>): void {
  const isBlank = !/\S/.test(node.data);
  const text: PageText = { node, place, block: walk.block, run: walk.run, broken: walk.breaks > 0, isBlank };
  if (!isBlank) walk.breaks = 0;
  walk.visitor.text(text, kept);
}

function visitElement<T>(walk: Walk<T>, element: Element, level: Level<T>): void {
  const { localName } = element;
  const { visitor } = walk;
  if (localName === 'br') {
    walk.breaks += 1;
    if (walk.breaks === 2) walk.block += 1;
    visitor.pass(element, level.kept);
    return;
  }
  const attributes = element.getAttributeNames();
  const isLeftOut = SILENT.has(localName) || isHidden(element, attributes) || visitor.leavesOut(element, level.inTable);
  if (isLeftOut || COUNTED.has(localName)) {
    if (element.firstChild !== null) walk.run += 1;
    if (localName === 'hr') walk.block += 1;
    if (!isLeftOut) visitor.pass(element, level.kept);
    const body = isLeftOut ? null : visitor.bodyIn(element);
    if (body !== null) enterFrame(walk, body, level);
    return;
  }
  enter(walk, levelOf(walk, element, visitor.enter(element, attributes, level), level));
}

function enter<T>(walk: Walk<T>, level: Level<T>): void {
  if (level.isBlock) {
    walk.block += 1;
    walk.breaks = 0;
  }
  walk.levels.push(level);
}

function enterFrame<T>(walk: Walk<T>, body: Element, level: Level<T>): void {
  walk.run += 1;
  enter(walk, { ...levelOf(walk, body, level.kept, level), isBlock: true, isHost: true, inParagraph: false });
}

function levelOf<T>(walk: Walk<T>, element: Element, kept: T, outer: Level<T> | null): Level<T> {
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
    kept,
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

/** The paragraph or box that a text in `place` is laid out in. */
export function blockElement(place: Place): Element {
  return place.parent !== null && runsByName(place.element.localName) ? blockElement(place.parent) : place.element;
}
