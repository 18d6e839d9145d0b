/** What lies between a device and its server: every fault that was seen on real ones, as often as asked. */
import { RemoteError, type RemoteFile, type RemoteStore } from '@/lib/sync/remote.ts';
import type { RemoteFault } from '@/lib/core/sync.ts';
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Chance } from './seeded.ts';

const FAULTS: readonly RemoteFault[] = ['offline', 'auth', 'busy', 'full', 'odd', 'server'];

/** Of one server, for all its devices: what it answered before, and names under which nothing ever arrives whole. */
export type Past = {
  readonly listings: Map<string, readonly RemoteFile[]>;
  readonly dirs: { last: readonly string[] };
  readonly poisoned: Set<string>;
};
export const newPast = (): Past => ({ listings: new Map(), dirs: { last: [] }, poisoned: new Set() });

/** `rate`: of a fault, for each call. */
export type Weather = { readonly rate: () => number; readonly chance: Chance; readonly past: Past };

export function faultyStore(store: MemoryStore, { rate, chance, past }: Weather): RemoteStore {
  const fails = (): boolean => chance.happens(rate());
  const fault = (): RemoteError => new RemoteError(chance.pick(FAULTS), undefined, chance.happens(0.3) ? 1000 : null);
  /** Before it had any effect, or after. */
  const unsure = async (act: () => Promise<unknown>): Promise<never> => {
    if (chance.happens(0.5)) await act();
    throw fault();
  };
  return {
    mkdir: (folder) => (fails() ? unsure(() => store.mkdir(folder)) : store.mkdir(folder)),
    put: (path, bytes) => faultyPut(store, path, bytes, { fails, fault, chance, past, isCalm: rate() === 0 }),
    get: async (path, limit) => {
      if (!fails()) return store.get(path, limit);
      const bytes = await store.get(path, limit);
      if (bytes === null || chance.happens(0.4)) throw fault();
      return chance.happens(0.5) ? cut(bytes, chance) : flipped(bytes, chance);
    },
    list: async (folder) => {
      const now = await store.list(folder);
      const before = past.listings.get(folder) ?? [];
      if (chance.happens(0.5)) past.listings.set(folder, now);
      if (!fails()) return now;
      if (chance.happens(0.3)) throw fault();
      if (chance.happens(0.4)) return [...before];
      return chance.happens(0.5) ? chance.shuffled(now) : now.filter(() => chance.happens(0.7));
    },
    dirs: async (folder) => {
      const now = await store.dirs(folder);
      const before = past.dirs.last;
      if (chance.happens(0.5)) past.dirs.last = now;
      if (!fails()) return now;
      if (chance.happens(0.5)) throw fault();
      return [...before];
    },
    del: (path) => {
      if (!fails()) return store.del(path);
      return chance.happens(0.3) ? Promise.resolve() : unsure(() => store.del(path));
    },
  };
}

type Putting = {
  readonly fails: () => boolean;
  readonly fault: () => RemoteError;
  readonly chance: Chance;
  readonly past: Past;
  readonly isCalm: boolean;
};

async function faultyPut(store: MemoryStore, path: string, bytes: SealedBytes, putting: Putting): Promise<void> {
  const { fails, fault, chance, past, isCalm } = putting;
  if (past.poisoned.has(path) && !isCalm) return store.put(path, flipped(bytes, chance));
  if (!fails()) return store.put(path, bytes);
  const kind = chance.below(6);
  if (kind === 0) throw fault();
  if (kind === 1) return;
  if (kind === 2) await store.put(path, bytes);
  if (kind === 3 || kind === 4)
    await store.put(path, chance.happens(0.7) ? cut(bytes, chance) : flipped(bytes, chance));
  if (kind === 5) {
    past.poisoned.add(path);
    return store.put(path, flipped(bytes, chance));
  }
  if (kind !== 4) throw fault();
}

export const cut = (bytes: Uint8Array, chance: Chance): SealedBytes =>
  new Uint8Array(bytes.subarray(0, chance.below(bytes.length))) as SealedBytes;

export function flipped(bytes: Uint8Array, chance: Chance): SealedBytes {
  const changed = new Uint8Array(bytes);
  const at = chance.below(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  return changed as SealedBytes;
}
