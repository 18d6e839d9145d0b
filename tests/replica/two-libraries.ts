/** Libraries with sync's tables beside them, and what one writes handed to another without any file or server between. */
import { expect } from 'vitest';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { createLibrarySide } from '@/lib/replica/library-side.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { beginMarking, countWhole, markedNow } from '@/lib/replica/marks.ts';
import { createSyncDatabase, recordsOfKind } from '@/lib/replica/sync-database.ts';
import { applyRecords } from '@/lib/sync/apply-records.ts';
import { collectLocal } from '@/lib/sync/local-edits.ts';
import { everyWrite } from '@/lib/sync/record-homes.ts';
import type { RecordId } from '@/lib/sync/record.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { newSelf } from '@/lib/sync/sync-parts.ts';
import type { LibrarySide, RecordRow, SelfRow, SyncDatabase } from '@/lib/sync/tables.ts';
import type { SyncChoice } from '@/lib/core/sync.ts';

export type Synced = {
  readonly db: LibraryDb;
  readonly library: Library;
  readonly sync: SyncDatabase;
  readonly side: LibrarySide;
  readonly self: SelfRow;
  /** What was written here becomes records; the ids of those that changed. */
  readonly collect: () => Promise<RecordId[]>;
  readonly take: (from: Synced) => Promise<void>;
  readonly records: (kind: string) => Promise<RecordRow[]>;
  readonly marks: () => Promise<number>;
};

let clock = 1_700_000_000_000;
export const tick = (): number => (clock += 1000);

export async function openSynced(
  name: string,
  choice: SyncChoice = { settings: true, allTexts: false },
): Promise<Synced> {
  const db = openLibraryDb(`${name}-${Math.random()}`);
  const device = name.padEnd(12, '0') as DeviceId;
  const [sync, side, self] = [createSyncDatabase(db), createLibrarySide(db, '1'), newSelf('vault', device)];
  await beginMarking(db);
  await keptIn(db).put('choice', choice);
  await sync.transact((tx) => tx.put('self', [self]));
  const records = (kind: string) => db.transaction('r', db.table('syncRecords'), () => recordsOfKind(db, kind));
  const all = () => db.table<RecordRow, string>('syncRecords').toArray();
  const collect = async () => {
    const before = new Map((await all()).map((record) => [record.id, JSON.stringify(record)]));
    while ((await sync.transact((tx) => collectLocal(tx, side, { device, now: tick(), limit: 50 }))) > 0);
    return (await all()).filter((record) => before.get(record.id) !== JSON.stringify(record)).map(({ id }) => id);
  };
  const take = async (from: Synced) => {
    const changes = (await from.db.table<RecordRow>('syncRecords').toArray()).map(everyWrite);
    await sync.transact((tx) => applyRecords(tx, side, changes, self, tick()));
  };
  return {
    ...{ db, library: createLibrary(db), sync, side, self, collect, take, records },
    marks: () => db.transaction('r', db.tables, async () => (await countWhole(db)) + (await markedNow(db)).size),
  };
}

/** Until neither has anything that the other does not know. */
export async function bringTogether(...all: readonly Synced[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const one of all) await one.collect();
    for (const one of all) for (const other of all) if (one !== other) await one.take(other);
  }
}

/** Every row of what is replicated, in the order of the keys. */
export async function rowsOf({ db }: Pick<Synced, 'db'>): Promise<Record<string, unknown[]>> {
  const names = ['notes', 'articles', 'texts', 'feedback', 'settings', 'packs', 'sources', 'questions', 'claims'];
  return Object.fromEntries(
    await Promise.all([...names, 'accounts'].map(async (name) => [name, await db.table(name).toArray()] as const)),
  );
}

export const expectEqual = async (one: Pick<Synced, 'db'>, other: Pick<Synced, 'db'>): Promise<void> =>
  expect(await rowsOf(other)).toEqual(await rowsOf(one));

/** Brought together they are equal, and neither has anything left to say. */
export async function expectTogether(one: Synced, other: Synced): Promise<void> {
  await bringTogether(one, other);
  await expectEqual(one, other);
  const left = [await one.collect(), await other.collect(), await one.marks(), await other.marks()];
  expect(left).toEqual([[], [], 0, 0]);
}
