/** The window of a test file goes when the file ends; what Preact still has to do by then, a frame later, needs it. */
import { afterAll, vi } from 'vitest';

/** Milliseconds: longer than Preact waits for a frame that does not come. */
const FRAME = 80;

afterAll(async () => {
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, FRAME));
});
