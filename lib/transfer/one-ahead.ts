/** Asks for the next item before the one at hand is used: reading goes on while the disk is written to. */
export async function* oneAhead<T>(items: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = items.next();
      // Nobody may be waiting for it any more when it fails.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return();
  }
}
