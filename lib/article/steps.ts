/** Work that can be put down: a generator that yields wherever it may pause, run at once or in slices of main-thread time. */

/** Yields `rest` before a stretch that cannot be put down: it should begin a slice of its own. */
export type Steps<T> = Generator<'pause' | 'rest', T>;

export type Slicing = {
  readonly signal: AbortSignal;
  /** Resolves once the page has had its turn. */
  readonly pause?: () => Promise<void>;
};

/** Milliseconds after which a slice is put down: well under the 50 that a reader feels, on a machine half as fast. */
const SLICE = 12;

export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Null once `signal` aborts. */
export async function runInSlices<T>(steps: Steps<T>, { signal, pause = nextTask }: Slicing): Promise<T | null> {
  let begun = performance.now();
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value === 'pause' && performance.now() - begun < SLICE) continue;
    await pause();
    begun = performance.now();
  }
  return null;
}

/** A message is a task at once, where timers of a page that has many wait 4 ms and more. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
