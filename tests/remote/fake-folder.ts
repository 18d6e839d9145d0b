/** A folder of the File System Access API in memory, as strict as Chrome's where it matters here. */
type FakeFile = { kind: 'file'; bytes: Uint8Array<ArrayBuffer> };
type FakeDirectory = { kind: 'directory'; entries: Map<string, FakeFile | FakeDirectory> };

export type FakeFolder = {
  readonly handle: FileSystemDirectoryHandle;
  permission: PermissionState;
  /** The folder itself is no longer there. */
  isUnplugged: boolean;
  /** What the next write of a file ends with, before it is closed. */
  failNextWrite: string | null;
  /** Names below the folder, `/` between them, each with its length. */
  readonly files: () => Record<string, number>;
  readonly addFile: (path: string, bytes: Uint8Array<ArrayBuffer>) => void;
};

/** `private`: the browser's own, which in Firefox has no question for permission. */
export function fakeFolder(kind: 'chosen' | 'private' = 'chosen'): FakeFolder {
  const root: FakeDirectory = { kind: 'directory', entries: new Map() };
  const fake: FakeFolder = {
    handle: {} as FileSystemDirectoryHandle,
    permission: 'granted',
    isUnplugged: false,
    failNextWrite: null,
    files: () => Object.fromEntries(filesIn(root, '')),
    addFile: (path, bytes) => {
      const [name = '', ...outer] = path.split('/').reverse();
      directoryAt(root, outer.reverse()).entries.set(name, { kind: 'file', bytes });
    },
  };
  return Object.assign(fake, { handle: directoryHandle(kind, root, fake) });
}

/** Answers never come at once. */
const later = (): Promise<void> => Promise.resolve();
const fault = (name: string): DOMException => new DOMException(name, name);

/** Throws where the folder is not there, or nobody may. */
function check(fake: FakeFolder): void {
  if (fake.isUnplugged) throw fault('NotFoundError');
  if (fake.permission !== 'granted') throw new Error('used without having asked');
}

function directoryHandle(name: string, directory: FakeDirectory, fake: FakeFolder): FileSystemDirectoryHandle {
  const open = (child: string, kind: 'file' | 'directory', make: (() => FakeFile | FakeDirectory) | null) => {
    check(fake);
    if (!/^[^/\\]+$/.test(child) || child === '.' || child === '..') throw new TypeError('Name is not allowed.');
    const found = directory.entries.get(child) ?? make?.();
    if (found === undefined) throw fault('NotFoundError');
    if (found.kind !== kind) throw fault('TypeMismatchError');
    directory.entries.set(child, found);
    return found;
  };
  const handleOf = (child: string, entry: FakeFile | FakeDirectory): FileSystemHandle =>
    entry.kind === 'file' ? fileHandle(child, entry, fake) : directoryHandle(child, entry, fake);
  const handle = {
    kind: 'directory',
    name,
    ...(name === 'chosen' && { queryPermission: () => Promise.resolve(fake.permission) }),
    getDirectoryHandle: async (child: string, { create = false } = {}) => {
      await later();
      const made = (): FakeDirectory => ({ kind: 'directory', entries: new Map() });
      return handleOf(child, open(child, 'directory', create ? made : null));
    },
    getFileHandle: async (child: string, { create = false } = {}) => {
      await later();
      const made = (): FakeFile => ({ kind: 'file', bytes: new Uint8Array() });
      return handleOf(child, open(child, 'file', create ? made : null));
    },
    removeEntry: async (child: string) => {
      await later();
      check(fake);
      if (!directory.entries.delete(child)) throw fault('NotFoundError');
    },
    keys: async function* () {
      await later();
      check(fake);
      yield* directory.entries.keys();
    },
    values: async function* () {
      await later();
      check(fake);
      for (const [child, entry] of directory.entries) yield handleOf(child, entry);
    },
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

function fileHandle(name: string, file: FakeFile, fake: FakeFolder): FileSystemHandle {
  const handle = {
    kind: 'file',
    name,
    getFile: async () => {
      await later();
      check(fake);
      return new File([file.bytes], name);
    },
    createWritable: async () => {
      await later();
      check(fake);
      let pending = new Uint8Array();
      return {
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          await later();
          const failure = fake.failNextWrite;
          fake.failNextWrite = null;
          if (failure !== null) throw fault(failure);
          pending = bytes.slice();
        },
        close: async () => {
          await later();
          file.bytes = pending;
        },
      };
    },
  };
  return handle as unknown as FileSystemHandle;
}

function directoryAt(root: FakeDirectory, names: readonly string[]): FakeDirectory {
  return names.reduce((directory, name) => {
    const next = directory.entries.get(name) ?? { kind: 'directory', entries: new Map() };
    directory.entries.set(name, next);
    if (next.kind !== 'directory') throw new Error(`${name} is a file`);
    return next;
  }, root);
}

function filesIn(directory: FakeDirectory, before: string): [string, number][] {
  return [...directory.entries].flatMap(([name, entry]): [string, number][] =>
    entry.kind === 'file' ? [[before + name, entry.bytes.length]] : filesIn(entry, `${before}${name}/`),
  );
}
