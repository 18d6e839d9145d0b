/** What a keyboard reaches, in order, by its name. Folded content is left out, as browsers do. */
const REACHABLE = 'a[href], button, select, input, textarea, summary, [tabindex]:not([tabindex="-1"])';

export function tabOrder(root: ParentNode = document.body): string[] {
  return [...root.querySelectorAll<HTMLElement>(REACHABLE)].filter(isReachable).map(nameOf);
}

function isReachable(element: HTMLElement): boolean {
  const folded = element.closest('details:not([open])');
  if (folded === null) return true;
  return element.tagName === 'SUMMARY' && element.parentElement === folded && isReachableAbove(folded);
}

const isReachableAbove = (details: Element): boolean =>
  details.parentElement?.closest('details:not([open])') === null || details.parentElement === null;

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
  return label.replace(/\s+/g, ' ').trim();
}
