/** The live elements to watch: when nothing in them changes, the article has not changed. */

/** A text with where it stands: its node, at the least. */
type Standing = { readonly node: Node };

/**
 * The smallest elements that hold the texts: one for the headline, one for the rest, and one for each shadow root that
 * the article reaches into.
 */
export function rootsOf(
  headline: readonly Standing[],
  blocks: readonly { readonly pieces: readonly Standing[] }[],
): Element[] {
  const roots = new Map<Node, Element>();
  for (const { pieces } of blocks) for (const { node } of pieces) addTo(roots, node.parentElement);
  const above = new Map<Node, Element>();
  for (const { node } of headline) addTo(above, node.parentElement);
  const body = Array.from(roots.values());
  return [...body, ...Array.from(above.values()).filter((element) => !body.some((root) => root.contains(element)))];
}

function addTo(roots: Map<Node, Element>, element: Element | null): void {
  if (element === null) return;
  const scope = element.getRootNode();
  const known = roots.get(scope);
  if (known?.contains(element) === true) return;
  roots.set(scope, known === undefined ? element : commonAncestor(known, element));
  // Who watches the page sees a shadow's host go, and not what is in it.
  if (known === undefined && isShadowRoot(scope)) addTo(roots, scope.host);
}

export const isShadowRoot = (scope: Node): scope is ShadowRoot => scope.nodeType === 11 && 'host' in scope;

function commonAncestor(one: Element, other: Element): Element {
  let at = one;
  while (!at.contains(other) && at.parentElement !== null) at = at.parentElement;
  return at;
}
