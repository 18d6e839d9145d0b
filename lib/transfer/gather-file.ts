/** Pieces of text or bytes on their way into one file. */

/** Bytes handed over at once. Notes are short, and each handing over costs. */
const PORTION = 1_000_000;

/**
 * The whole file, which the browser keeps on its own disk when it is long: a response's body goes there as it comes.
 * Throws what `pieces` throws; nothing is left of it then.
 */
export async function gatherFile(pieces: AsyncIterable<string | Uint8Array>, type: string): Promise<Blob> {
  const portions = inPortions(pieces);
  let failure: { readonly cause: unknown } | null = null;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await portions.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        failure = { cause };
        throw cause;
      }
    },
    async cancel() {
      await portions.return(undefined);
    },
  });
  try {
    return await new Response(body, { headers: { 'content-type': type } }).blob();
  } catch (cause) {
    // A browser may put an error of its own in the place of ours.
    throw toldOf(failure) ?? cause;
  }
}

/** Assigned in a callback, which the compiler does not follow. */
const toldOf = (failure: { readonly cause: unknown } | null): unknown => failure?.cause;

async function* inPortions(
  pieces: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const encoder = new TextEncoder();
  let portion = new Uint8Array(PORTION);
  let filled = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
    for (let from = 0; from < bytes.length;) {
      const some = bytes.subarray(from, from + PORTION - filled);
      portion.set(some, filled);
      filled += some.length;
      from += some.length;
      if (filled < PORTION) continue;
      yield portion;
      portion = new Uint8Array(PORTION);
      filled = 0;
    }
  }
  if (filled > 0) yield portion.subarray(0, filled);
}
