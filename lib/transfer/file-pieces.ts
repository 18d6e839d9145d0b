/** A file's text in pieces, as the disk gives them. `onRead`: how many bytes more were read. Throws what the disk throws. */
export async function* piecesOf(file: Blob, signal: AbortSignal, onRead: (bytes: number) => void = ignore) {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      onRead(value.byteLength);
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    // Whoever asked for the pieces may have seen enough of them.
    await reader.cancel();
  }
}

const ignore = (): void => undefined;
