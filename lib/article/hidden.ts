/** What the reader cannot see is not read. */

const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** By its own attributes: cheap, and true of all that is in it. */
export function isHidden(element: Element, attributes: readonly string[]): boolean {
  for (const name of attributes) {
    if (name === 'hidden') return true;
    if (name === 'style' && HIDING_STYLE.test(element.getAttribute(name) ?? '')) return true;
    if (name === 'aria-modal' && element.getAttribute(name) === 'true') return true;
    if (name === 'aria-hidden' && element.getAttribute(name) === 'true' && !isCovered(element)) return true;
  }
  return false;
}

/** A page that shows a box over itself hides the article from screen readers only. */
const isCovered = (element: Element): boolean => element.getElementsByTagName('p').length > 2;

/** By the page's style sheets: costs a look at the layout, so for few elements only. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function' || element.checkVisibility()) return true;
  // An element that is laid out as if only its contents were there has no box to see.
  const view = element.ownerDocument.defaultView;
  const isBoxless = view?.getComputedStyle(element).display === 'contents';
  return isBoxless && element.parentElement !== null && isShown(element.parentElement);
}
