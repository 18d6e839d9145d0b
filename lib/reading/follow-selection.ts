/** Tells when the reader has finished selecting words, and when there are none selected any more. Listens only. */
import { selectedRange } from '@/lib/article/selected-range.ts';

export type SelectionEvents = {
  readonly onSelected: () => void;
  readonly onNone: () => void;
  /** Of the page, as far as they are known: a selection in one is not the document's. */
  readonly shadowRoots: () => readonly ShadowRoot[];
};

export type SelectionWatch = {
  /** Pages embedded in the page: each has a selection of its own. */
  readonly followIn: (documents: readonly Document[]) => void;
};

/** Milliseconds after the last change made by keys: a selection grows letter by letter. */
const SETTLED = 400;

/** Ends with `signal`. */
export function followSelection(document: Document, events: SelectionEvents, signal: AbortSignal): SelectionWatch {
  let settled: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  const followed = new WeakSet<Document>();
  const hasWords = () => selectedRange(document, events.shadowRoots()) !== null;
  const tell = () => (hasWords() ? events.onSelected() : events.onNone());

  function follow(one: Document): void {
    if (followed.has(one)) return;
    followed.add(one);
    one.addEventListener('pointerdown', () => void (pressed = true), { signal, passive: true, capture: true });
    one.addEventListener(
      'pointerup',
      () => {
        pressed = false;
        clearTimeout(settled);
        // The browser lets go of an old selection only after this.
        settled = setTimeout(tell, 0);
      },
      { signal, passive: true, capture: true },
    );
    one.addEventListener(
      'selectionchange',
      () => {
        clearTimeout(settled);
        if (!hasWords()) events.onNone();
        else if (!pressed) settled = setTimeout(tell, SETTLED);
      },
      { signal },
    );
  }

  follow(document);
  signal.addEventListener('abort', () => clearTimeout(settled), { once: true });
  return { followIn: (documents) => documents.forEach(follow) };
}
