import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { beginMarking, countWhole, mark, markAll, markedIds, markedNow, settle } from '@/lib/replica/marks.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';

let db: LibraryDb;
beforeEach(() => {
  db = openLibraryDb(`marked-${Math.random()}`);
});
afterEach(() => db.delete());

const within = <T>(work: () => Promise<T>): Promise<T> => db.transaction('rw', db.tables, async () => await work());
const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => `notes/${sampleNote(from + n).id}`);
const drain = async (limit: number): Promise<string[][]> => {
  const portions: string[][] = [];
  for (;;) {
    const found = await within(() => markedIds(db, limit));
    portions.push(found);
    await within(() => settle(db, found));
    if (found.length < limit) return portions;
  }
};

describe('marks', () => {
  it('come in the order in which they were made, each once, until they are settled', async () => {
    await within(async () => {
      await mark(db, ['a', 'b']);
      await mark(db, ['b', 'c']);
      await mark(db, []);
    });
    expect(await within(() => markedIds(db, 2))).toEqual(['a', 'b']);
    expect(await within(() => markedIds(db, 9))).toEqual(['a', 'b', 'c']);
    expect((await within(() => markedNow(db))).size).toBe(3);
    await within(() => settle(db, ['b']));
    expect(await within(() => markedIds(db, 9))).toEqual(['a', 'b', 'c']);
    await within(() => settle(db, ['a', 'b']));
    expect(await within(() => markedIds(db, 9))).toEqual(['c']);
  });

  it('fill up what was asked for, however many rows that takes', async () => {
    await within(async () => {
      for (let n = 0; n < 250; n += 1) await mark(db, [`x${n}`]);
    });
    const portions = await drain(60);
    expect(portions.map(({ length }) => length)).toEqual([60, 60, 60, 60, 10]);
    expect(new Set(portions.flat()).size).toBe(250);
    expect(await db.changes.count()).toBe(0);
  });

  it('of a whole table are of each of its rows', async () => {
    await db.notes.bulkPut(Array.from({ length: 1203 }, (_, n) => sampleNote(n)));
    await within(() => markAll(db, ['notes']));
    expect(await within(() => countWhole(db))).toBe(1203);
    const portions = await drain(700);
    expect(portions.flat()).toEqual(ids(0, 1203));
    expect(portions.map(({ length }) => length)).toEqual([700, 503]);
    expect(await db.changes.count()).toBe(0);
  });

  it('of a table that was emptied are of each record that is known of it', async () => {
    await db.table('syncRecords').bulkPut([{ id: 'notes/gone' }, { id: 'notebooks/other' }]);
    await db.notes.put(sampleNote(1));
    await beginMarking(db);
    await db.notes.clear();
    expect(await drain(10)).toEqual([['notes/gone']]);
  });

  it('that come between looking and settling stay', async () => {
    await within(() => mark(db, ['a']));
    const found = await within(() => markedIds(db, 5));
    await within(() => mark(db, ['a', 'b']));
    await within(() => settle(db, found));
    expect(await within(() => markedIds(db, 5))).toEqual(['a', 'b']);
  });
});
