/** A folder of this device, through the File System Access API: on a drive, or carried elsewhere by some other program. */
import type { RemoteFault } from '@/lib/core/sync.ts';
import { RemoteError, type RemoteFile, type RemoteStore } from '@/lib/sync/remote.ts';

type Folder = FileSystemDirectoryHandle & {
  /** Not in Firefox, which has private folders only. */
  readonly queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
};
type Open = (path: string, create: boolean) => Promise<FileSystemDirectoryHandle | null>;

/** Chrome's, of a write under way. */
const UNFINISHED = '.crswap';
const FAULTS: Readonly<Record<string, RemoteFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  QuotaExceededError: 'full',
  NoModificationAllowedError: 'busy',
  InvalidStateError: 'busy',
  TypeMismatchError: 'odd',
  // Of the chosen folder itself, on a drive that is not there; what is missing inside is told apart before.
  NotFoundError: 'offline',
};

export function createFolder(chosen: Folder | undefined, root: string): RemoteStore {
  const open: Open = async (path, create) => {
    const home = await allowed(chosen);
    // Asked every time: a drive that was unplugged must not look like an empty one.
    await home.keys().next();
    let folder: FileSystemDirectoryHandle | null = home;
    for (const name of [root, ...partsOf(path)])
      folder = folder && (await unlessMissing(folder.getDirectoryHandle(name, { create })));
    return folder;
  };
  const verbs: RemoteStore = {
    mkdir: async (path) => {
      await open(path, true);
    },
    put: async (path, bytes) => {
      const folder = await open(parentOf(path), true);
      const writable = await (await folder?.getFileHandle(lastOf(path), { create: true }))?.createWritable();
      // What is written is there only once it is closed, all at once.
      await writable?.write(bytes);
      await writable?.close();
    },
    get: async (path, limit) => readFile(await open(parentOf(path), false), lastOf(path), limit),
    list: async (path) => listFiles(await open(path, false)),
    dirs: async (path) =>
      (await entriesOf(await open(path, false))).flatMap((entry) => (isFile(entry) ? [] : entry.name)),
    del: async (path) => {
      const folder = await open(parentOf(path), false);
      if (folder !== null) await unlessMissing(folder.removeEntry(lastOf(path)));
    },
  };
  return {
    mkdir: told(verbs.mkdir),
    put: told(verbs.put),
    get: told(verbs.get),
    list: told(verbs.list),
    dirs: told(verbs.dirs),
    del: told(verbs.del),
  };
}

async function allowed(folder: Folder | undefined): Promise<Folder> {
  const permission = (await folder?.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (folder === undefined || permission !== 'granted') throw new RemoteError('denied', permission);
  return folder;
}

async function readFile(folder: FileSystemDirectoryHandle | null, name: string, limit: number) {
  const handle = folder && (await unlessMissing(folder.getFileHandle(name)));
  const file = handle && (await unlessMissing(handle.getFile()));
  if (file === null) return null;
  if (file.size > limit) throw new RemoteError('odd', 'too long');
  return new Uint8Array(await file.arrayBuffer());
}

async function listFiles(folder: FileSystemDirectoryHandle | null): Promise<RemoteFile[]> {
  const handles = (await entriesOf(folder)).filter(isFile).filter(({ name }) => !name.endsWith(UNFINISHED));
  const files = await Promise.all(handles.map((handle) => unlessMissing(handle.getFile())));
  return files.flatMap((file) => (file === null ? [] : [{ name: file.name, size: file.size }]));
}

async function entriesOf(folder: FileSystemDirectoryHandle | null): Promise<FileSystemHandle[]> {
  const entries: FileSystemHandle[] = [];
  if (folder !== null) for await (const entry of folder.values()) entries.push(entry);
  return entries;
}

const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';
const partsOf = (path: string): string[] => path.split('/').filter(Boolean);
const parentOf = (path: string): string => partsOf(path).slice(0, -1).join('/');
const lastOf = (path: string): string => partsOf(path).at(-1) ?? '';

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (cause) {
    if (nameOf(cause) === 'NotFoundError') return null;
    throw cause;
  }
}

/** The same, its exceptions as RemoteError. */
function told<A extends readonly unknown[], R>(verb: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await verb(...args);
    } catch (cause) {
      throw cause instanceof RemoteError ? cause : new RemoteError(FAULTS[nameOf(cause)] ?? 'server', cause);
    }
  };
}

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : '');
