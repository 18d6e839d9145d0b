/** Files into a zip, one after the other, so that no more than one is in memory. */
import { Zip, ZipDeflate } from 'fflate';

export type FileToZip = { readonly name: string; readonly text: string };

/** More would need another form of the format, which the writer does not know. */
export const MOST_FILES = 65_535;

export class TooManyFilesError extends Error {
  constructor() {
    super(`more than ${MOST_FILES} files`);
    this.name = 'TooManyFilesError';
  }
}

/** `made`: milliseconds since 1970, for all of them. Throws `TooManyFilesError`. */
export async function* zipFiles(files: AsyncIterable<FileToZip>, made: number): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let waiting: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    waiting.push(chunk);
  });
  const taken = (): Uint8Array[] => {
    if (failure !== null) throw failure;
    const chunks = waiting;
    waiting = [];
    return chunks;
  };
  let count = 0;
  for await (const { name, text } of files) {
    if (++count > MOST_FILES) throw new TooManyFilesError();
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = made;
    zip.add(entry);
    entry.push(encoder.encode(text), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
