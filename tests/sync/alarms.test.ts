import { describe, expect, it } from 'vitest';
import { forgetDeletes, undoDeletes } from '@/lib/sync/undo-deletes.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { DAY, desk, type Seat } from './desk.ts';
import { device } from './stamps.ts';

const kinds = (seat: Seat): string[] => seat.alarms().map(({ kind, device: of }) => `${kind} ${of?.[0] ?? ''}`);
const HOUR = DAY / 24;

describe('files of a device that are not there any more', () => {
  it('are told when three runs on end miss them, once, and until they are there again', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await all(one, two);
    const [lost] = [...store.files].filter(([path]) => path.startsWith(one.id()));
    store.files.delete(lost?.[0] ?? '');
    await two.sync();
    await two.sync();
    expect(kinds(two)).toEqual([]);
    await two.sync();
    expect(kinds(two)).toEqual(['rolled-back a']);
    await two.db.transact((tx) =>
      tx.drop(
        'alarms',
        two.alarms().map((alarm) => alarm.id),
      ),
    );
    await two.sync();
    expect(kinds(two)).toEqual([]);
    await one.sync();
    expect(one.files()).toHaveLength(1);
    await two.sync();
    expect(two.db.content.tables.peers.get(one.id())?.amiss).toBe(0);
  });
  it('are not told for one listing that is old', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await all(one, two);
    const old = { ...store, list: () => Promise.resolve([]) };
    for (let run = 0; run < 6; run += 1) await two.sync(run % 3 === 2 ? {} : { store: old });
    expect(kinds(two)).toEqual([]);
  });
  it('are known by what another device says of them', async () => {
    const { seat, store } = desk();
    const [one, two, three] = [seat('a'), seat('b'), seat('c')];
    for (const title of ['1', '2']) {
      await one.write('x', { title });
      await one.sync();
    }
    await two.write('y', { title: 'y' });
    await two.sync();
    const [, last = ''] = [...store.files.keys()].filter((path) => path.startsWith(one.id())).sort();
    store.files.delete(last);
    for (let run = 0; run < 3; run += 1) await three.sync();
    expect(kinds(three)).toEqual(['missing a']);
    await one.sync();
    await three.sync();
    expect(kinds(three)).toEqual([]);
  });
  it('are none where they were packed into another', async () => {
    const { seat, clock } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let edit = 0; edit < 40; edit += 1) {
      await one.write('x', { title: String(edit) });
      await one.sync();
      await two.sync();
      if (edit % 10 === 9) await one.sync();
      clock.now += HOUR;
    }
    expect(one.files().length).toBeLessThan(20);
    for (let run = 0; run < 4; run += 1) await two.sync();
    expect(kinds(two)).toEqual([]);
    expect(two.db.content.tables.peers.get(one.id())).toMatchObject({ upTo: 40, amiss: 0 });
  });
});

describe('a file that cannot be read', () => {
  it('is tried again, told after a day, and settled when it can be read', async () => {
    const { seat, clock, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await one.sync();
    const [path = '', whole = new Uint8Array()] = [...store.files][0] ?? [];
    store.files.set(path, whole.slice(0, 20));
    for (let run = 0; run < 10; run += 1) await two.sync();
    expect(kinds(two)).toEqual([]);
    const requests = store.requests.filter((verb) => verb === 'get').length;
    await two.sync();
    expect(store.requests.filter((verb) => verb === 'get').length).toBe(requests);
    for (let hour = 0; hour < 30; hour += 7) {
      clock.now += 7 * HOUR;
      await two.sync();
    }
    expect(two.alarms()).toMatchObject([{ kind: 'damaged', device: one.id(), files: 1 }]);
    store.files.set(path, whole);
    clock.now += 7 * HOUR;
    expect(await two.sync()).toEqual({ kind: 'done' });
    expect(two.row('x')).toEqual({ title: 'x' });
    expect([kinds(two), two.db.content.tables.badFiles.size]).toEqual([[], 0]);
  });
  it('does not keep others from being read', async () => {
    const { seat, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (const key of ['x', 'y']) {
      await one.write(key, { title: key });
      await one.sync();
    }
    const [first = ''] = [...store.files.keys()].sort();
    store.files.set(first, new Uint8Array(8));
    await two.sync();
    expect([two.row('x'), two.row('y')]).toEqual([undefined, { title: 'y' }]);
  });
  it.each(['newer', 'foreign'] as const)('is told at once where it is %s', async (kind) => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await one.sync();
    const sealer = { ...two.parts().sealer, open: () => Promise.resolve({ kind }) };
    await two.sync({ sealer });
    expect(kinds(two)).toEqual([`${kind} a`]);
    store.requests.length = 0;
    await all(two);
    expect(kinds(two)).toEqual([]);
  });
  it('asks for new keys where its key is not here', async () => {
    const { seat } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await one.sync();
    await two.write('y', { title: 'y' });
    const sealer = { ...two.parts().sealer, open: () => Promise.resolve({ kind: 'no-key' as const }) };
    expect(await two.sync({ sealer })).toMatchObject({ kind: 'failed', why: 'locked' });
    expect(two.files()).toHaveLength(1);
    expect(await two.sync()).toEqual({ kind: 'done' });
    expect(two.row('x')).toEqual({ title: 'x' });
  });
  it('is one with bytes of another file', async () => {
    const { seat, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (const key of ['x', 'y']) {
      await one.write(key, { title: key });
      await one.sync();
    }
    const [first = '', second = ''] = [...store.files.keys()].sort();
    store.files.set(first, store.files.get(second) ?? new Uint8Array());
    await two.sync();
    expect([two.row('x'), [...two.db.content.tables.badFiles.keys()]]).toEqual([undefined, [first]]);
  });
});

describe('many deletions at once', () => {
  async function deleted(count: number, of: number): Promise<{ readonly one: Seat; readonly two: Seat }> {
    const { seat, all } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let note = 0; note < of; note += 1) await one.write(`n${note}`, { title: `t${note}`, body: `b${note}` });
    await all(one, two);
    for (let note = 0; note < count; note += 1) await one.write(`n${note}`, null);
    await one.sync();
    await two.sync();
    return { one, two };
  }
  it.each([
    [9, 12, 0],
    [10, 200, 0],
    [12, 50, 12],
    [51, 1000, 51],
  ])('%i of %i', async (count, of, told) => {
    const { two } = await deleted(count, of);
    expect(two.db.content.rows.size).toBe(of - count);
    expect(two.alarms()).toMatchObject(told === 0 ? [] : [{ kind: 'many-deleted', records: told }]);
    expect(two.db.content.tables.undo.size).toBe(told);
  });
  it('can be undone, on every device', async () => {
    const { one, two } = await deleted(12, 20);
    await two.write('n3', { title: 'written again' });
    const id = two.alarms()[0]?.id ?? '';
    const writer = { device: two.id(), now: 5 };
    expect(await two.db.transact((tx) => undoDeletes(tx, two.db.library, id, writer))).toBe(11);
    expect([two.row('n3'), two.row('n5')]).toEqual([{ title: 'written again' }, { title: 't5', body: 'b5' }]);
    expect([two.alarms(), two.db.content.tables.undo.size]).toEqual([[], 0]);
    await two.sync();
    await one.sync();
    expect(one.db.content.rows.size).toBe(20);
    expect(one.row('n5')).toEqual({ title: 't5', body: 'b5' });
  });
  it('can be let go', async () => {
    const { two } = await deleted(12, 20);
    await two.db.transact((tx) => forgetDeletes(tx, two.alarms()[0]?.id ?? ''));
    expect([two.alarms(), two.db.content.tables.undo.size, two.db.content.rows.size]).toEqual([[], 0, 8]);
  });
  it('are counted over a pull that was interrupted', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let note = 0; note < 20; note += 1) await one.write(`n${note}`, { title: 'x' });
    await all(one, two);
    for (let note = 0; note < 12; note += 1) {
      await one.write(`n${note}`, null);
      if (note % 6 === 5) await one.sync();
    }
    let gets = 0;
    const get: typeof store.get = (path, limit) =>
      (gets += 1) > 1 ? Promise.reject(new RemoteError('offline')) : store.get(path, limit);
    expect(await two.sync({ store: { ...store, get } })).toMatchObject({ why: 'offline' });
    expect([two.db.content.rows.size, two.alarms()]).toEqual([14, []]);
    await two.sync();
    expect(two.alarms()).toMatchObject([{ kind: 'many-deleted', records: 12 }]);
  });
});

describe('a clock that is far off', () => {
  it('is told, and what it wrote can be written over', async () => {
    const { seat, all, clock } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'from the future' });
    await one.sync({ now: () => clock.now + 40 * DAY });
    await two.sync();
    expect(two.alarms()).toMatchObject([{ kind: 'clock', device: device('a') }]);
    await two.write('x', { title: 'from now' });
    await all(two, one);
    expect(one.row('x')).toEqual({ title: 'from now' });
  });
});
