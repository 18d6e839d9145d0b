/** What the elements of a page mean for its text, as data. Names as `localName` gives them. */
const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Their text is no text of the page, or no running text. */
export const SILENT = names(`
  script style noscript template select textarea button datalist canvas video audio map meter progress output head link
  meta title base param source track colgroup col noframes noembed rp rt dialog svg math
  amp-analytics amp-state amp-ad amp-embed amp-sidebar amp-consent amp-user-notification amp-sticky-ad`);

/** Copied without what is in them: Readability counts them. */
export const COUNTED = names('img input iframe embed object hr');

/** They run with the words around them; every other element begins a block and ends one. */
const INLINE = names(`
  a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rb ruby s samp slot
  small span strike strong sub sup time tt u var wbr`);

const PARAGRAPHS = names('p h1 h2 h3 h4 h5 h6 li dt dd blockquote td th pre');

export const HEADINGS = names('h1 h2 h3 h4 h5 h6');

export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isSlot = (element: Element): element is HTMLSlotElement =>
  element.localName === 'slot' && 'assignedNodes' in element;

export const isParagraph = (element: Element): boolean => PARAGRAPHS.has(element.localName);

export const runsByName = (localName: string): boolean => INLINE.has(localName);

/** Elements of the page's own making run with the words of a paragraph, and are blocks elsewhere. */
export function runsInline(element: Element, inParagraph: boolean): boolean {
  const byName = INLINE.has(element.localName) || (inParagraph && element.localName.includes('-'));
  return mayBeStyledOtherwise(element, byName, inParagraph) ? displaysInline(element, byName) : byName;
}

/** Few elements are worth asking: spans in a row that may be paragraphs, boxes amid words that may run with them. */
function mayBeStyledOtherwise(element: Element, inline: boolean, inParagraph: boolean): boolean {
  if (!inline) return isWordy(element, 'previousSibling') || isWordy(element, 'nextSibling');
  if (inParagraph || element.localName === 'br') return false;
  const { localName, previousElementSibling: before, nextElementSibling: after } = element;
  return (before?.localName === localName || after?.localName === localName) && isLong(element);
}

/** Whether words stand right beside it, in however many nodes. */
function isWordy(element: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  let node: Node | null = element[side];
  while (node !== null && isText(node) && !/\S/.test(node.data)) node = node[side];
  return node !== null && isText(node);
}

const isLong = (element: Element): boolean => element.textContent.length >= 20;

function displaysInline(element: Element, byName: boolean): boolean {
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '';
  if (display === '' || display === 'none') return byName;
  return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
}
