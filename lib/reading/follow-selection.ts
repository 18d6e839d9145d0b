/** Tells when the reader has finished selecting words, and when there are none selected any more. Listens only. */

export type SelectionEvents = {
  readonly onSelected: () => void;
  readonly onNone: () => void;
};

/** Milliseconds after the last change made by keys: a selection grows letter by letter. */
const SETTLED = 400;
const EDITABLE = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Ends with `signal`. */
export function followSelection(
  document: Document,
  { onSelected, onNone }: SelectionEvents,
  signal: AbortSignal,
): void {
  let settled: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  const hasWords = () => {
    const selection = document.getSelection();
    return selection !== null && !selection.isCollapsed && !isInField(document) && selection.toString().trim() !== '';
  };
  const tell = () => (hasWords() ? onSelected() : onNone());

  document.addEventListener('pointerdown', () => void (pressed = true), { signal, passive: true, capture: true });
  document.addEventListener(
    'pointerup',
    () => {
      pressed = false;
      clearTimeout(settled);
      // The browser lets go of an old selection only after this.
      settled = setTimeout(tell, 0);
    },
    { signal, passive: true, capture: true },
  );
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(settled);
      if (document.getSelection()?.isCollapsed !== false) onNone();
      else if (!pressed) settled = setTimeout(tell, SETTLED);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(settled), { once: true });
}

const isInField = (document: Document): boolean => document.activeElement?.matches(EDITABLE) === true;
