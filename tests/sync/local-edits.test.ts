import { describe, expect, it } from 'vitest';
import { collectLocal, settleBody } from '@/lib/sync/local-edits.ts';
import { isGone, mergeRecord } from '@/lib/sync/merge-record.ts';
import { UNSENT, type RecordChange } from '@/lib/sync/record.ts';
import { rowOf } from '@/lib/sync/record-homes.ts';
import { NOTHING_SEEN } from '@/lib/sync/seen.ts';
import { timeOf } from '@/lib/sync/stamp.ts';
import type { RecordRow } from '@/lib/sync/tables.ts';
import { memoryDatabase, type MemoryDatabase } from './memory-database.ts';
import { at, changeOf, device } from './stamps.ts';

const ID = 'notes/one';
const ME = device('a');

async function collect(db: MemoryDatabase, now: number, limit = 100): Promise<RecordRow | undefined> {
  await db.transact((tx) => collectLocal(tx, db.library, { device: ME, now, limit }));
  return db.content.tables.records.get(ID);
}

/** As a pull would. */
async function take(db: MemoryDatabase, change: RecordChange, home: string | null = null): Promise<void> {
  const row = rowOf(mergeRecord(db.content.tables.records.get(ID), change, home));
  await db.transact(async (tx) => {
    await tx.put('records', [row]);
    await db.library.show(tx, [row]);
  });
}

const write = (db: MemoryDatabase, fields: object): Promise<void> => db.edit(ID, () => ({ ...fields }));
const textOf = (stamp: ReturnType<typeof at>, text: string) => ({ stamp, text, seen: NOTHING_SEEN, base: null });

describe('a field that was written', () => {
  it('becomes a write of this device that is to be sent', async () => {
    const db = memoryDatabase();
    await write(db, { title: 'one', colour: 'red' });
    expect(await collect(db, 10)).toMatchObject({
      cells: { title: { stamp: at(10), value: 'one', home: UNSENT }, colour: { stamp: at(10), value: 'red' } },
      unsent: 1,
    });
    expect(db.content.marks.size).toBe(0);
  });
  it('is later than what it replaces, whatever the clock says', async () => {
    const db = memoryDatabase();
    await take(db, changeOf({ floor: at(700, 'b'), cells: { title: { stamp: at(900, 'b'), value: 'theirs' } } }));
    await write(db, { title: 'mine', colour: 'red' });
    const record = await collect(db, 10);
    expect(record?.cells.title?.stamp).toBe(at(901));
    expect(record?.cells.colour?.stamp).toBe(at(701));
  });
  it('is nothing new where it says what is known', async () => {
    const db = memoryDatabase();
    await take(db, changeOf({ cells: { title: { stamp: at(9, 'b'), value: 'same' } } }));
    await write(db, { title: 'same' });
    expect((await collect(db, 10))?.unsent).toBe(0);
  });
  it('leaves the others as they are', async () => {
    const db = memoryDatabase();
    await take(
      db,
      changeOf({ cells: { title: { stamp: at(9, 'b'), value: 'x' }, colour: { stamp: at(9, 'b'), value: 'y' } } }),
    );
    await write(db, { title: 'mine' });
    expect((await collect(db, 10))?.cells.colour).toEqual({ stamp: at(9, 'b'), value: 'y', home: null });
  });
  it('is left out where it is no value that can be sent', async () => {
    const db = memoryDatabase();
    const deep = JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown;
    await write(db, { title: deep, 'no name': 1, __proto__x: 1, colour: 'red' });
    expect(Object.keys((await collect(db, 10))?.cells ?? {})).toEqual(['no name', 'colour']);
  });
  it('is taken in portions', async () => {
    const db = memoryDatabase();
    for (const id of ['notes/a', 'notes/b', 'notes/c']) await db.edit(id, () => ({ title: id }));
    const writer = { device: ME, now: 1, limit: 2 };
    expect(await db.transact((tx) => collectLocal(tx, db.library, writer))).toBe(2);
    expect(await db.transact((tx) => collectLocal(tx, db.library, writer))).toBe(1);
    expect(db.content.tables.records.size).toBe(3);
  });
});

describe('a row that is gone', () => {
  it('becomes a deletion later than all that is known of it', async () => {
    const db = memoryDatabase();
    const seen = { upTo: { [device('c')]: at(950, 'c') }, except: [] };
    await take(
      db,
      changeOf({
        cells: { title: { stamp: at(900, 'b'), value: 'x' } },
        versions: [{ ...textOf(at(970, 'b'), 't'), seen }],
      }),
    );
    await db.edit(ID, () => null);
    const record = await collect(db, 10);
    expect(record).toMatchObject({ floor: { stamp: at(971), home: UNSENT }, cells: {}, versions: [] });
  });
  it('is none where nothing was known', async () => {
    const db = memoryDatabase();
    await write(db, { title: 'short' });
    await db.edit(ID, () => null);
    expect(await collect(db, 10)).toBeUndefined();
  });
  it('lives again when it is written again', async () => {
    const db = memoryDatabase();
    await take(db, changeOf({ floor: at(900, 'b') }));
    await write(db, { title: 'again', body: 'again' });
    const record = await collect(db, 10);
    expect(record?.cells.title?.stamp).toBe(at(901));
    expect(record?.versions[0]?.stamp).toBe(at(901));
  });
});

describe('a text that was written', () => {
  it('replaces the one that was shown, and has it as its base once others may have it', async () => {
    const db = memoryDatabase();
    await write(db, { body: 'first' });
    await collect(db, 10);
    await write(db, { body: 'second' });
    expect((await collect(db, 20))?.versions).toMatchObject([{ text: 'second', base: null }]);
    await take(db, changeOf({ cells: { x: { stamp: at(1), value: 1 } } }));
    const row = db.content.tables.records.get(ID);
    const sent = row?.versions.map((version) => ({ ...version, home: 'file' })) ?? [];
    if (row !== undefined) await db.transact((tx) => tx.put('records', [rowOf({ ...row, versions: sent })]));
    await write(db, { body: 'third' });
    await collect(db, 30);
    await write(db, { body: 'fourth' });
    expect((await collect(db, 40))?.versions).toMatchObject([
      { text: 'fourth', base: { stamp: at(20), text: 'second' } },
    ]);
  });
  it('carries no base that is long', async () => {
    const db = memoryDatabase();
    await take(db, changeOf({ versions: [textOf(at(5, 'b'), 'x'.repeat(4097))] }));
    await write(db, { body: 'short' });
    expect((await collect(db, 10))?.versions[0]?.base).toBeNull();
  });
  it('leaves others that were written at the same time, also earlier ones of its own', async () => {
    const db = memoryDatabase();
    await write(db, { body: 'mine' });
    await collect(db, 10);
    await take(db, changeOf({ versions: [textOf(at(50, 'b'), 'theirs')] }));
    await write(db, { body: 'mine, after theirs' });
    const record = await collect(db, 60);
    expect(record?.versions.map((version) => version.text)).toEqual(['mine, after theirs', 'mine']);
    const [newest] = record?.versions ?? [];
    expect(newest?.seen).toEqual({ upTo: { [device('b')]: at(50, 'b') }, except: [at(10)] });
  });
  it('leaves what its predecessor left, though it was never seen here', async () => {
    const db = memoryDatabase();
    const seen = { upTo: {}, except: [at(10, 'b')] };
    await take(db, changeOf({ versions: [{ ...textOf(at(50, 'b'), 'second of theirs'), seen }] }));
    await write(db, { body: 'mine' });
    await collect(db, 60);
    await take(db, changeOf({ versions: [textOf(at(10, 'b'), 'first of theirs')] }));
    const texts = db.content.tables.records.get(ID)?.versions.map((version) => version.text);
    expect(texts).toEqual(['mine', 'first of theirs']);
  });
});

describe('texts made one', () => {
  it('replaces them all', async () => {
    const db = memoryDatabase();
    await take(
      db,
      changeOf({ versions: [textOf(at(5, 'b'), 'one'), textOf(at(6, 'c'), 'two'), textOf(at(7), 'three')] }),
    );
    const settled = await db.transact((tx) => settleBody(tx, ID, 'all', { device: ME, now: 3 }));
    expect(settled?.versions).toMatchObject([{ text: 'all', stamp: at(8), home: UNSENT }]);
  });
  it('is nothing where the record is gone', async () => {
    const db = memoryDatabase();
    await take(db, changeOf({ floor: at(5, 'b') }));
    expect(await db.transact((tx) => settleBody(tx, ID, 'all', { device: ME, now: 3 }))).toBeNull();
    expect(isGone(db.content.tables.records.get(ID) ?? { id: ID, floor: null, cells: {}, versions: [] })).toBe(true);
  });
});

describe('a clock that is absurd', () => {
  it('writes stamps that others take', async () => {
    const db = memoryDatabase();
    await write(db, { title: 'x' });
    const stamp = (await collect(db, 10 ** 16))?.cells.title?.stamp;
    expect(stamp === undefined ? 0 : timeOf(stamp)).toBe(10 ** 14);
  });
});
