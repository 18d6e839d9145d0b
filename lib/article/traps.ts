/**
 * A page decides what its forms and its document answer to a script: `<input name="firstChild">` becomes the form's
 * `firstChild`, `<img name="querySelector">` the document's. What is trapped so is left out, not believed.
 */

/** All that is asked of a live element. */
const ASKED = `assignedNodes checkVisibility childNodes closest contains firstChild getAttribute getAttributeNames
  getElementsByTagName getRootNode hasAttribute localName nextElementSibling nextSibling nodeType ownerDocument
  parentElement parentNode previousElementSibling previousSibling querySelector querySelectorAll shadowRoot
  textContent`.split(/\s+/);
const ASKED_OF_DOCUMENT = `activeElement baseURI createRange createTreeWalker defaultView documentElement
  implementation querySelector querySelectorAll`.split(/\s+/);

const kindOf = (node: Node): string => Object.prototype.toString.call(node);

export const isTrappedForm = (node: Node): boolean =>
  kindOf(node) === '[object HTMLFormElement]' && ASKED.some((name) => Object.hasOwn(node, name));

export const isTrappedDocument = (page: Document): boolean =>
  ASKED_OF_DOCUMENT.some((name) => Object.hasOwn(page, name));

/** The sibling after `node`, a child of `parent`, whatever the node itself says. */
export function siblingAfter(page: Document, parent: Node, node: Node): Node | null {
  const walker = page.createTreeWalker(parent);
  walker.currentNode = node;
  return walker.nextSibling();
}
