/** What can go wrong between the reader and their library, sorted by what they can do about it. */
export type LibraryErrorKind = 'full' | 'unavailable' | 'corrupt';

export class LibraryError extends Error {
  readonly kind: LibraryErrorKind;
  constructor(kind: LibraryErrorKind, cause: unknown) {
    super(`library: ${kind}`, { cause });
    this.name = 'LibraryError';
    this.kind = kind;
  }
}

/** Runs a piece of storage work; whatever it throws comes out as a LibraryError. A failed write has changed nothing. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof LibraryError ? cause : new LibraryError(kindOf(cause), cause);
  }
}

function kindOf(cause: unknown): LibraryErrorKind {
  const names = new Set<string>();
  for (let error = cause; error instanceof Error; error = 'inner' in error ? error.inner : error.cause)
    names.add(error.name);
  if (names.has('QuotaExceededError')) return 'full';
  return names.has('ParseError') ? 'corrupt' : 'unavailable';
}
