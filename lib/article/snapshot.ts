/**
 * An inert copy of the page for Readability to take apart, and the texts that were copied, each with its live node.
 * The copy has only elements that bear text, with the attributes that are scored; nothing in it can load or run. Open
 * shadow roots and slots are copied where they show.
 */
import { copyAttributes, copyCounted, copyElement } from './copy-element.ts';
import { isText, runsByName } from './elements.ts';
import type { Steps } from './steps.ts';
import { walkPage, type Outer, type PageText, type Visitor } from './walk-page.ts';

export type Snapshot = {
  readonly document: Document;
  /** In the order in which they show. */
  readonly texts: readonly PageText[];
  /** Of a text node of the copy: the texts it was made from. */
  readonly textsOf: ReadonlyMap<Node, readonly PageText[]>;
  readonly shadowRoots: readonly ShadowRoot[];
};

export type LeaveOut = Visitor<unknown>['leavesOut'];

type Copying = {
  readonly document: Document;
  readonly texts: PageText[];
  readonly textsOf: Map<Node, PageText[]>;
};

const MOST_DEPTH = 150;

export function* takeSnapshot(page: Document, leavesOut: LeaveOut): Steps<Snapshot> {
  const document = page.implementation.createHTMLDocument('');
  const copying: Copying = { document, texts: [], textsOf: new Map() };
  const body = page.querySelector('body');
  if (body === null) return { ...copying, shadowRoots: [] };
  copyAttributes(body, body.getAttributeNames(), document.body);
  const shadowRoots = yield* walkPage(body, document.body, copierOf(copying, leavesOut));
  return { ...copying, shadowRoots };
}

const copierOf = (copying: Copying, leavesOut: LeaveOut): Visitor<Element> => ({
  leavesOut,
  text: (text, copy) => copyText(copying, text, copy),
  enter(element, attributes, outer) {
    if (isNeedless(element, outer)) return outer.kept;
    const copy = copyElement(copying.document, element, attributes);
    outer.kept.appendChild(copy);
    return copy;
  },
  pass(element, copy) {
    const { document } = copying;
    const counted = element.localName === 'br' ? document.createElement('br') : copyCounted(document, element);
    if (counted !== null) copy.appendChild(counted);
  },
  bodyIn: () => null,
});

function copyText({ document, texts, textsOf }: Copying, text: PageText, copy: Element): void {
  const { data } = text.node;
  texts.push(text);
  // Few nodes and single spaces: Readability joins and measures them again and again.
  const words = text.isBlank ? ' ' : isRagged(data) ? data.replace(/\s{2,}/g, ' ') : data;
  const { lastChild } = copy;
  const before = lastChild === null ? undefined : textsOf.get(lastChild);
  if (before !== undefined && lastChild !== null && isText(lastChild)) {
    lastChild.appendData(words);
    before.push(text);
    return;
  }
  const twin = document.createTextNode(words);
  copy.appendChild(twin);
  textsOf.set(twin, [text]);
}

const isRagged = (data: string): boolean => data.includes('\n') || data.includes('  ');

/** The markup of words within a paragraph is not scored, links apart; and Readability calls itself for each level. */
const isNeedless = ({ localName }: Element, { inParagraph, depth }: Outer<Element>): boolean =>
  depth > MOST_DEPTH || (inParagraph && localName !== 'a' && runsByName(localName));
