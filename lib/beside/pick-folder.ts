/** A folder on this computer, as the reader picks it. The types of the browsers' interface are not in every compiler's library. */
type WithPicker = {
  readonly showDirectoryPicker?: (ask: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
};

/** To be called within a click. Null: none was picked. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  const host: typeof globalThis & WithPicker = globalThis;
  if (host.showDirectoryPicker === undefined) return null;
  try {
    return await host.showDirectoryPicker({ id: 'parallax-sync', mode: 'readwrite' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    throw cause;
  }
}
