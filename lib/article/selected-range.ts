/** What the reader has selected, as the browser tells it: within shadow roots and embedded pages too. Knows no text. */
import { documentIn } from './frames.ts';

/** In reading order, whichever way it was selected. */
export type Selected = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** Null where nothing is selected, or what is selected stands in a field that the reader writes in. */
export function selectedRange(page: Document, shadowRoots: readonly ShadowRoot[]): Selected | null {
  const { document, active } = whereTheReaderIs(page);
  if (active !== null && isField(active)) return null;
  // Through the window: a page may have put something else in the place of its document's own.
  const selection = document.defaultView?.getSelection() ?? null;
  if (selection === null || selection.rangeCount === 0) return null;
  const [range] = rangesIn(selection, shadowRoots);
  return range === undefined || isEmpty(range) ? null : range;
}

function rangesIn(selection: Selection, shadowRoots: readonly ShadowRoot[]): Selected[] {
  if ('getComposedRanges' in selection) return selection.getComposedRanges({ shadowRoots: [...shadowRoots] });
  // Firefox before 142 tells of shadow roots without being asked, Chromium before 137 only each root of itself.
  const own = shadowRoots.filter(hasSelection).map((root) => root.getSelection());
  const within = own.find((one) => one !== null && one.rangeCount > 0 && !one.isCollapsed) ?? selection;
  return [within.getRangeAt(0)];
}

const hasSelection = (root: ShadowRoot): root is ShadowRoot & { getSelection: () => Selection | null } =>
  'getSelection' in root && typeof root.getSelection === 'function';

const isEmpty = ({ startContainer, startOffset, endContainer, endOffset }: Selected): boolean =>
  startContainer === endContainer && startOffset === endOffset;

type Whereabouts = { readonly document: Document; readonly active: Element | null };

/** Each document has a selection of its own; the one meant is where the reader was last. */
function whereTheReaderIs(document: Document): Whereabouts {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const inner = active === null ? null : documentIn(active);
  return inner === null ? { document, active } : whereTheReaderIs(inner);
}

const NOT_WRITTEN_IN = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/i;

const isField = (element: Element): boolean =>
  element.localName === 'textarea' ||
  (element.localName === 'input' && !NOT_WRITTEN_IN.test(element.getAttribute('type') ?? ''));
