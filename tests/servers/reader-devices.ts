/** Devices of one reader, whole but for the browser: sync, encryption and adapters as they are, their database in memory. */
import { openRemote } from '@/lib/remote/open-remote.ts';
import type { Place } from '@/lib/core/sync.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { newDeviceId, newSelf, type RunOutcome } from '@/lib/sync/sync-parts.ts';
import { runSync } from '@/lib/sync/sync-run.ts';
import { secureRandom, type Bytes } from '@/lib/vault/bytes.ts';
import { createVault } from '@/lib/vault/keyring.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import type { NewKeyring } from '@/lib/vault/vault.ts';
import { memoryDatabase, type MemoryDatabase } from '../sync/memory-database.ts';
import { nodeEnv } from './node-env.ts';
import { seededRandom } from './seeded-random.ts';

export const PASSPHRASE = 'quarz moor zephyr canary seven lamps';

export type ReaderVault = NewKeyring & {
  /** Everything that chance gave for it: the root key among it. */
  readonly secrets: readonly Bytes[];
};
export type ReaderDevice = {
  readonly db: MemoryDatabase;
  readonly store: RemoteStore;
  /** Until it has nothing left to do, or fails. */
  readonly sync: (mayStartAnew?: boolean) => Promise<RunOutcome>;
  /** Milliseconds by which its clock goes wrong. */
  clockOff: number;
};

export async function makeVault(): Promise<ReaderVault> {
  const secrets: Bytes[] = [];
  const random = (length: number): Bytes => {
    const bytes = secureRandom(length);
    secrets.push(bytes.slice());
    return bytes;
  };
  return { ...(await createVault({ passphrase: PASSPHRASE, random })), secrets };
}

/** As the first device does, once the place has answered. */
export async function putKeyring(store: RemoteStore, { keyring }: NewKeyring): Promise<void> {
  await store.mkdir('keys');
  await store.put(`keys/${keyring.name}`, keyring.bytes);
}

export function joinVault(vault: NewKeyring, place: Place, seed: number): ReaderDevice {
  const db = memoryDatabase();
  const random = seededRandom(seed);
  const now = (): number => Date.now() + device.clockOff;
  const store = openRemote(place, { ...nodeEnv(seed), now });
  const sealer = createSealer(vault.keys);
  db.content.tables.self.set('self', newSelf(vault.keys.vault, newDeviceId(random)));
  const parts = {
    ...{ db, store, sealer, random, now, library: db.library, removed: [] },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    // As few as make it pack and delete within a test.
    tidiness: { enough: 4, atMost: 6 },
  };
  const device: ReaderDevice = {
    db,
    store,
    clockOff: 0,
    sync: async (mayStartAnew = false) => {
      for (;;) {
        const outcome = await runSync({ ...parts, mayStartAnew });
        if (outcome.kind !== 'more') return outcome;
      }
    },
  };
  return device;
}

/** What the reader has on it, and what it knows of each text: to be compared with another device's. */
export function shelfOf({ db }: ReaderDevice): unknown {
  const texts = [...db.content.tables.records.values()].flatMap(({ id, versions }) =>
    versions.length === 0 ? [] : [[id, versions.map(({ stamp, text }) => [stamp, text])] as const],
  );
  const sorted = <V>(entries: Iterable<readonly [string, V]>): Record<string, V> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { rows: sorted(db.content.rows), texts: sorted(texts) };
}
