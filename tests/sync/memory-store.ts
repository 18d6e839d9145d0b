/** A server in memory that does what it is asked to, and what a server may do to files of its own accord. */
import type { RemoteFile, RemoteStore } from '@/lib/sync/remote.ts';

export type MemoryStore = RemoteStore & {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  readonly folders: Set<string>;
  /** Requests so far, by verb. */
  readonly requests: string[];
};

export function memoryStore(): MemoryStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folders = new Set(['keys']);
  const requests: string[] = [];
  const asked = <R>(verb: string, answer: () => R): Promise<R> => {
    requests.push(verb);
    return Promise.resolve().then(answer);
  };
  return {
    files,
    folders,
    requests,
    mkdir: (folder) => asked('mkdir', () => void folders.add(folder)),
    put: (path, bytes) =>
      asked('put', () => {
        if (!folders.has(path.split('/')[0] ?? '')) throw new Error(`no folder for ${path}`);
        files.set(path, new Uint8Array(bytes));
      }),
    get: (path) => asked('get', () => files.get(path) ?? null),
    list: (folder) => asked('list', () => listed(files, folder)),
    dirs: () => asked('dirs', () => [...folders]),
    del: (path) => asked('del', () => void files.delete(path)),
  };
}

export const listed = (files: ReadonlyMap<string, Uint8Array>, folder: string): RemoteFile[] =>
  [...files]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, bytes]) => ({ name: path.slice(folder.length + 1), size: bytes.length }));
