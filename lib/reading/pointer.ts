/** Turns the pointer over the page into the mark or note beneath it. Listens only; the page's own handlers come first and last. */
import { offsetAt, type TextIndex } from '@/lib/article/text-index.ts';
import { caretAt, coversPoint } from '@/lib/marks/hit-test.ts';
import type { Span } from '@/lib/core/article.ts';

/** What the pointer may be over: things that stand in the page's text. */
export type PointerTarget = {
  readonly things: () => readonly { readonly span: Span; readonly ranges: readonly Range[] }[];
  readonly index: () => TextIndex | null;
  /** After the pointer rested on one; null when it left. */
  readonly onRest?: (thing: number | null) => void;
  readonly onClick: (thing: number) => void;
};

/** Milliseconds that the pointer must rest before anything is shown. */
const REST = 300;
/** What a click already means something to. */
const ACTIVE =
  'a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role="button"], [role="link"]';

/** A click is for the first target that has something there. */
export function followPointer(document: Document, targets: readonly PointerTarget[], signal: AbortSignal): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const over = new Map<PointerTarget, number | null>();
  const isIdle = () => targets.every(({ things }) => things().length === 0);

  function restAt(x: number, y: number): void {
    for (const target of targets) {
      const thing = target.onRest === undefined ? null : thingAt(document, target, x, y);
      if (thing === (over.get(target) ?? null)) continue;
      over.set(target, thing);
      target.onRest?.(thing);
    }
  }

  document.addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerType }) => {
      clearTimeout(rest);
      if (pointerType === 'touch' || isIdle()) return;
      rest = setTimeout(() => restAt(clientX, clientY), REST);
    },
    { signal, passive: true },
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!isPlainClick(event) || isIdle()) return;
      for (const target of targets) {
        const thing = thingAt(document, target, event.clientX, event.clientY);
        if (thing === null) continue;
        // What a click brings says more than the tip that the resting pointer would.
        clearTimeout(rest);
        over.set(target, thing);
        target.onClick(thing);
        return;
      }
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

/** Index into the target's things of the one whose own boxes hold the point. */
function thingAt(document: Document, { things, index }: PointerTarget, x: number, y: number): number | null {
  const textIndex = things().length === 0 ? null : index();
  const caret = textIndex === null ? null : caretAt(document, x, y, textIndex.shadowRoots);
  if (textIndex === null || caret === null) return null;
  const offset = offsetAt(textIndex, caret.node, caret.offset);
  if (offset === null) return null;
  const at = things().findIndex(
    ({ span, ranges }) =>
      offset >= span.start && offset <= span.end && ranges.some((range) => coversPoint(range, x, y)),
  );
  return at === -1 ? null : at;
}
