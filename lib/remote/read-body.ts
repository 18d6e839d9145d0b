/** An answer's body: whole, and not longer than it may be. */

export class TooLong extends Error {}
export class Short extends Error {}

/** `onChunk` hears each sign of life. @throws TooLong, unread; Short, where less came than was announced. */
export async function readBody(
  response: Response,
  limit: number,
  onChunk: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = lengthOf(response.headers);
  const reader = response.body?.getReader();
  if (announced !== null && announced > limit) {
    await reader?.cancel();
    throw new TooLong();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    onChunk();
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TooLong();
    }
    chunks.push(value);
  }
  if (announced !== null && length !== announced) throw new Short();
  return joined(chunks, length);
}

/** Null where it is not said, or said of what was compressed on the way. */
function lengthOf(headers: Headers): number | null {
  const text = headers.get('content-length');
  return text === null || headers.has('content-encoding') ? null : Number(text);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
