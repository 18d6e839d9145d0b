/** Tells when the text in which notes stand may have changed, in shadow roots and embedded pages too; on busy pages seldom. */

/** Milliseconds: from the first change to `onChange`, and the longest the pause grows to on a page that keeps changing. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Milliseconds without any change after which a page counts as quiet again. */
const QUIET = 3_000;

export type TextWatch = {
  /** What to observe from now on; nothing when empty. */
  readonly follow: (roots: readonly Node[]) => void;
};

/** `onChange` resolves to whether anything came out different; while it does not, the pauses grow. Ends with `signal`. */
export function watchText(onChange: () => Promise<boolean>, signal: AbortSignal): TextWatch {
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let again = false;
  let lastChange = 0;
  const observer = new MutationObserver(() => {
    const now = Date.now();
    if (now - lastChange > QUIET) pause = FIRST_PAUSE;
    lastChange = now;
    if (looking) again = true;
    else timer ??= setTimeout(() => void look(), pause);
  });

  async function look(): Promise<void> {
    looking = true;
    const different = await onChange();
    looking = false;
    pause = different ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    timer = again && !signal.aborted ? setTimeout(() => void look(), pause) : undefined;
    again = false;
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    follow(roots) {
      observer.disconnect();
      if (signal.aborted) return;
      for (const root of roots) observer.observe(root, { subtree: true, childList: true, characterData: true });
    },
  };
}
