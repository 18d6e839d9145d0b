/** What the copy that Readability gets keeps of an element: enough to score it, and nothing that loads or runs. */

const KEPT = new Set(['class', 'id', 'itemprop', 'rel', 'role', 'dir', 'summary', 'rowspan', 'colspan', 'datatable']);
const VIDEO = /\/\/(?:www\.)?(?:(?:dailymotion|youtube|youtube-nocookie|player\.vimeo|v\.qq)\.com|player\.twitch\.tv)/i;

export function copyElement(inert: Document, element: Element, attributes: readonly string[]): Element {
  const copy = inert.createElement(copyName(element.localName));
  copyAttributes(element, attributes, copy);
  return copy;
}

/** A parser makes names that `createElement` refuses. */
function copyName(name: string): string {
  if (name === 'font') return 'span';
  // As a part of a form, its id would be the form's own property.
  if (name === 'fieldset') return 'div';
  return /^[a-z][a-z0-9-]*$/.test(name) ? name : 'div';
}

export function copyAttributes(element: Element, attributes: readonly string[], copy: Element): void {
  for (const name of attributes) {
    if (KEPT.has(name)) copy.setAttribute(name, element.getAttribute(name) ?? '');
    // Links within the page weigh less; no other address is looked at.
    else if (name === 'href' && element.getAttribute(name)?.startsWith('#') === true) copy.setAttribute(name, '#here');
  }
}

/**
 * Stands for an image, a form field or an embedded page, of which only the number counts, and whether it is a video.
 * Null for an image without a source: Readability does not count it.
 */
export function copyCounted(inert: Document, element: Element): Element | null {
  const { localName } = element;
  if (localName === 'img' && !element.getAttributeNames().some((name) => name.includes('src'))) return null;
  const copy = inert.createElement(localName);
  const source = element.getAttribute('src') ?? element.getAttribute('data') ?? '';
  if (VIDEO.test(source)) copy.setAttribute('title', '//www.youtube.com');
  return copy;
}
