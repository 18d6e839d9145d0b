/** A few devices around one server without faults, for one case at a time. */
import { runSync } from '@/lib/sync/sync-run.ts';
import { newSelf, type RunOutcome, type SyncParts } from '@/lib/sync/sync-parts.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import type { AlarmRow } from '@/lib/sync/tables.ts';
import { fakeSealer } from './fake-sealer.ts';
import { memoryDatabase, type Fields, type MemoryDatabase } from './memory-database.ts';
import { memoryStore, type MemoryStore } from './memory-store.ts';
import { seeded } from './seeded.ts';
import { device } from './stamps.ts';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 5, 1);

export type Seat = {
  readonly db: MemoryDatabase;
  readonly id: () => DeviceId;
  readonly parts: (changes?: Partial<SyncParts>) => SyncParts;
  readonly sync: (changes?: Partial<SyncParts>) => Promise<RunOutcome>;
  readonly write: (key: string, fields: Fields | null) => Promise<void>;
  readonly row: (key: string) => Fields | undefined;
  readonly alarms: () => AlarmRow[];
  /** Names of its files on the server. */
  readonly files: () => string[];
};

export type Desk = {
  readonly store: MemoryStore;
  readonly clock: { now: number };
  readonly seat: (letter: string, db?: MemoryDatabase) => Seat;
  /** Everybody syncs, twice: all that anybody knew is then known to all. */
  readonly all: (...seats: readonly Seat[]) => Promise<void>;
};

export function desk(): Desk {
  const store = memoryStore();
  const clock = { now: START };
  const chance = seeded(5);
  const seat = (letter: string, db = memoryDatabase()): Seat => {
    const { tables, rows } = db.content;
    if (tables.self.size === 0) tables.self.set('self', newSelf('vault', device(letter)));
    const id = (): DeviceId => tables.self.get('self')?.device ?? device(letter);
    const parts = (changes: Partial<SyncParts> = {}): SyncParts => ({
      ...{ db, library: db.library, store, sealer: fakeSealer(), now: () => (clock.now += 1), random: chance.next },
      ...{ signal: new AbortController().signal, onProgress: () => undefined, removed: [], ...changes },
    });
    return {
      ...{ db, id, parts },
      sync: (changes) => runSync(parts(changes)),
      write: (key, fields) => db.edit(`notes/${key}`, () => fields),
      row: (key) => rows.get(`notes/${key}`),
      alarms: () => [...tables.alarms.values()],
      files: () => [...store.files.keys()].filter((path) => path.startsWith(`${id()}/`)).map((path) => path.slice(13)),
    };
  };
  const all = async (...seats: readonly Seat[]): Promise<void> => {
    for (const one of [...seats, ...seats]) await one.sync();
  };
  return { store, clock, seat, all };
}
