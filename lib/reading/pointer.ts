/** Turns the pointer over the page into the mark beneath it. Listens only; the page's own handlers come first and last. */
import { offsetAt, type TextIndex } from '@/lib/article/text-index.ts';
import { caretAt, coversPoint } from '@/lib/marks/hit-test.ts';
import type { LiveMark } from './reader.ts';

export type PointerTarget = {
  readonly marks: () => readonly LiveMark[];
  readonly index: () => TextIndex | null;
};

export type PointerEvents = {
  /** After the pointer rested on a mark; null when it left. */
  readonly onRest: (mark: number | null) => void;
  readonly onClick: (mark: number) => void;
};

/** Milliseconds that the pointer must rest before anything is shown. */
const REST = 300;
/** What a click already means something to. */
const ACTIVE =
  'a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role="button"], [role="link"]';

export function followPointer(
  document: Document,
  target: PointerTarget,
  events: PointerEvents,
  signal: AbortSignal,
): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let over: number | null = null;

  document.addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerType }) => {
      clearTimeout(rest);
      if (pointerType === 'touch' || target.marks().length === 0) return;
      rest = setTimeout(() => {
        const mark = markAt(document, target, clientX, clientY);
        if (mark === over) return;
        over = mark;
        events.onRest(mark);
      }, REST);
    },
    { signal, passive: true },
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!isPlainClick(event) || target.marks().length === 0) return;
      const mark = markAt(document, target, event.clientX, event.clientY);
      if (mark === null) return;
      // The card says more than the tip that the resting pointer would bring.
      clearTimeout(rest);
      over = mark;
      events.onClick(mark);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(rest), { once: true });
}

function isPlainClick(event: MouseEvent): boolean {
  if (event.button !== 0 || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  const [inner] = event.composedPath();
  if (inner === undefined || !isElement(inner)) return false;
  // Whoever has just selected words wants those, not a card.
  return inner.closest(ACTIVE) === null && inner.ownerDocument.getSelection()?.isCollapsed !== false;
}

/** Not by `instanceof`: the document may be a frame's, with classes of its own. */
const isElement = (target: EventTarget): target is Element => 'nodeType' in target && target.nodeType === 1;

/** Index into the marks of the one whose own boxes hold the point. */
function markAt(document: Document, { marks, index }: PointerTarget, x: number, y: number): number | null {
  const textIndex = index();
  const caret = textIndex === null ? null : caretAt(document, x, y, textIndex.shadowRoots);
  if (textIndex === null || caret === null) return null;
  const offset = offsetAt(textIndex, caret.node, caret.offset);
  if (offset === null) return null;
  const at = marks().findIndex(({ span }) => offset >= span.start && offset <= span.end);
  return marks()[at]?.ranges.some((range) => coversPoint(range, x, y)) === true ? at : null;
}
