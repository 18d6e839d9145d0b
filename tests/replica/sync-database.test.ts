import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSyncDatabase, recordsOfSeveralTexts } from '@/lib/replica/sync-database.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { newSelf } from '@/lib/sync/sync-parts.ts';
import type { DeviceId, Stamp } from '@/lib/sync/stamp.ts';
import type { PeerRow, RecordRow, SyncDatabase, SyncTx } from '@/lib/sync/tables.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { memoryDatabase } from '@/tests/sync/memory-database.ts';

let db: LibraryDb;
let sync: SyncDatabase;
beforeEach(() => {
  db = openLibraryDb(`tables-${Math.random()}`);
  sync = createSyncDatabase(db);
});
afterEach(() => db.delete());

const version = (stamp: string) => ({ stamp: stamp as Stamp, text: stamp, seen: {}, base: null, home: null });
const row = (n: number, homes: readonly string[], unsent: 0 | 1, texts: number): RecordRow => ({
  ...{ id: `notes/${n}`, floor: null, cells: {}, homes, unsent },
  versions: Array.from({ length: texts }, (_, at) => version(`v${at}`)) as unknown as RecordRow['versions'],
});
const peer = (n: number): PeerRow => ({
  ...{ device: `device${n}` as DeviceId, applied: [], upTo: n, highest: n, claimed: 0, adopted: false, amiss: 0 },
});

type Step = (tx: SyncTx) => Promise<unknown>;
const number = fc.integer({ min: 0, max: 5 });
const file = fc.constantFrom('x', 'y', 'z');
const anyRow = fc
  .tuple(number, fc.uniqueArray(file), fc.constantFrom<0 | 1>(0, 1), fc.integer({ min: 0, max: 3 }))
  .map((parts) => row(...parts));
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.array(anyRow, { maxLength: 4 }).map(
    (rows): Step =>
      (tx) =>
        tx.put('records', rows),
  ),
  number.map(
    (n): Step =>
      (tx) =>
        tx.put('peers', [peer(n)]),
  ),
  fc.array(number).map(
    (ns): Step =>
      (tx) =>
        tx.drop(
          'records',
          ns.map((n) => `notes/${n}`),
        ),
  ),
  number.map(
    (n): Step =>
      (tx) =>
        tx.drop('peers', [`device${n}`]),
  ),
  number.map(
    (n): Step =>
      (tx) =>
        tx.get('records', `notes/${n}`),
  ),
  fc.array(number).map(
    (ns): Step =>
      (tx) =>
        tx.getMany(
          'records',
          ns.map((n) => `notes/${n}`),
        ),
  ),
  fc.constant<Step>(async (tx) => new Set(await tx.all('peers'))),
  fc.integer({ min: 1, max: 4 }).map(
    (limit): Step =>
      (tx) =>
        tx.unsent(limit),
  ),
  fc.constant<Step>((tx) => tx.countUnsent()),
  fc.uniqueArray(file).map(
    (files): Step =>
      async (tx) =>
        sorted(await tx.homedIn(files)),
  ),
  fc.constantFrom('records', 'peers', 'self').map(
    (table): Step =>
      (tx) =>
        tx.count(table),
  ),
);
const sorted = (rows: readonly RecordRow[]) => rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

describe('the tables of sync', () => {
  it('answer as those in memory do, whatever is asked, and a transaction that fails leaves nothing', async () => {
    const transaction = fc.record({ steps: fc.array(anyStep, { maxLength: 6 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
        await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
        const memory = memoryDatabase();
        for (const { steps, fails } of transactions) {
          const all = async (tx: SyncTx): Promise<unknown[]> => {
            const answers: unknown[] = [];
            for (const step of steps) answers.push(await step(tx));
            if (fails) throw new LibraryError('full', null);
            return answers;
          };
          const [one, other] = await Promise.all([memory, sync].map((of) => of.transact(all).catch(String)));
          expect(other).toEqual(one);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are written with the library, or not at all', async () => {
    const failing = sync.transact(async (tx) => {
      await tx.put('peers', [peer(1)]);
      await db.notes.put(sampleNote(1));
      throw new LibraryError('full', null);
    });
    await expect(failing).rejects.toThrow(LibraryError);
    expect([await db.notes.count(), await sync.transact((tx) => tx.count('peers'))]).toEqual([0, 0]);
  });

  it('know which records have several texts without looking at the others', async () => {
    const several = () => db.transaction('r', db.table('syncRecords'), async () => recordsOfSeveralTexts(db));
    await sync.transact((tx) => tx.put('records', [row(1, [], 0, 1), row(2, [], 0, 2), row(3, [], 0, 3)]));
    expect((await several()).map(({ id }) => id)).toEqual(['notes/2', 'notes/3']);
    await sync.transact((tx) => tx.put('records', [row(2, [], 0, 1)]));
    expect((await several()).map(({ id }) => id)).toEqual(['notes/3']);
  });

  it('are not written to any more once this device is in another vault, or in none', async () => {
    const bound = createSyncDatabase(db, 'vault');
    const put = () => bound.transact((tx) => tx.put('peers', [peer(1)]));
    await expect(put()).rejects.toThrow(LibraryError);
    await sync.transact((tx) => tx.put('self', [newSelf('vault', 'device0' as DeviceId)]));
    await put();
    await sync.transact((tx) => tx.put('self', [newSelf('another', 'device0' as DeviceId)]));
    await expect(put()).rejects.toThrow(LibraryError);
  });

  it('tell a full disk as what it is', async () => {
    const full = sync.transact(() => Promise.reject(new DOMException('no room', 'QuotaExceededError')));
    await expect(full).rejects.toMatchObject({ kind: 'full' });
  });
});
