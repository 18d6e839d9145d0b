/** Waits for something to become true; a failing look counts as “not yet”. */
export async function until<T>(look: () => Promise<T>, milliseconds = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds;
  let last: unknown;
  for (;;) {
    try {
      const value = await look();
      if (value) return value;
      last = value;
    } catch (cause) {
      last = cause;
    }
    if (Date.now() > end)
      throw new Error(`waited ${milliseconds} ms in vain; the last look gave ${String(last)}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
