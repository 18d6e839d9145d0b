/**
 * Tells when a page is worth reading again: another address in the same document, or text of the article that came
 * late, changed or went. Costs nothing while nothing changes, and little on pages that never stop changing.
 */

export type Watched = {
  /** Live elements that hold the article; empty while there is none. */
  readonly roots: () => readonly Element[];
  readonly address: () => string;
};

/** Milliseconds: from the first change to `onChange`, and the longest the pause grows to on a page that keeps changing. */
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 30_000;
/** Characters of new text outside the article that may be the start of one. */
const MUCH_TEXT = 200;

/** `onChange` resolves to whether the reading came out different; while it does not, the pauses grow. */
export function watchPage(
  document: Document,
  watched: Watched,
  onChange: () => Promise<boolean>,
  signal: AbortSignal,
): void {
  let address = watched.address();
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let changedMeanwhile = false;

  // As a function: what an await lets happen is beyond the compiler's sight.
  const changedDuring = () => changedMeanwhile;
  const moved = () => watched.address() !== address;
  const observer = new MutationObserver((records) => {
    if (moved()) pause = FIRST_PAUSE;
    else if (!records.some((record) => matters(record, watched.roots()))) return;
    schedule();
  });
  const observe = () =>
    observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });

  function schedule(): void {
    if (timer !== undefined || signal.aborted) return;
    // Nothing more to learn until the page is read again.
    observer.disconnect();
    if (reading) {
      changedMeanwhile = true;
      return;
    }
    timer = setTimeout(() => void reread(), pause);
  }

  async function reread(): Promise<void> {
    timer = undefined;
    const elsewhere = moved();
    address = watched.address();
    reading = true;
    changedMeanwhile = false;
    observe();
    const different = await onChange();
    reading = false;
    pause = different || elsewhere ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    if (changedDuring()) schedule();
  }

  const onMove = () => {
    if (moved()) schedule();
  };
  document.defaultView?.addEventListener('popstate', onMove, { signal });
  document.defaultView?.addEventListener('hashchange', onMove, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  observe();
}

function matters({ target, addedNodes, removedNodes }: MutationRecord, roots: readonly Element[]): boolean {
  if (roots.length === 0) return Array.from(addedNodes).some(hasMuchText);
  const touches = (node: Node) => roots.some((root) => root.contains(node) || node.contains(root));
  if (roots.some((root) => root.contains(target))) return true;
  return (
    Array.from(removedNodes).some(touches) || Array.from(addedNodes).some((node) => touches(node) || hasMuchText(node))
  );
}

const hasMuchText = (node: Node): boolean => (node.textContent?.length ?? 0) >= MUCH_TEXT;
