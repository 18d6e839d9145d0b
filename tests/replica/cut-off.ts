/** What is cut off after so many steps: as if the worker, or the page, had been stopped between two of them. */
import type { RemoteStore } from '@/lib/sync/remote.ts';

export class Killed extends Error {}

/** Counts down over all that it is put into. */
export type Fuse = { left: number };

export const step = (fuse: Fuse): void => {
  if (fuse.left <= 0) throw new Killed();
  fuse.left -= 1;
};

/** Cut off before a request, or after it has had its effect and before anybody hears of it. */
export function cutStore(store: RemoteStore, fuse: Fuse): RemoteStore {
  const cut =
    <A extends readonly unknown[], R>(verb: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      step(fuse);
      const answer = await verb(...args);
      step(fuse);
      return answer;
    };
  return {
    mkdir: cut(store.mkdir),
    put: cut(store.put),
    get: cut(store.get),
    list: cut(store.list),
    dirs: cut(store.dirs),
    del: cut(store.del),
  };
}
