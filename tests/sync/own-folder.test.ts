import { describe, expect, it } from 'vitest';
import { countPending } from './count-pending.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { TIDINESS } from '@/lib/sync/tidy.ts';
import { DAY, desk, type Seat } from './desk.ts';
import { memoryDatabase } from './memory-database.ts';
import { device } from './stamps.ts';

const titlesOn = (seat: Seat): unknown[] => [...seat.db.content.rows.values()].map((row) => row.title).sort();

describe('a copy of a profile', () => {
  it('takes a new name, sends what it had again, and reads the old folder', async () => {
    const { seat } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    await one.sync();
    const copy = seat('a', memoryDatabase(one.db));
    await one.write('y', { title: 'y' });
    await one.sync();
    await copy.write('z', { title: 'z' });
    expect(await copy.sync()).toEqual({ kind: 'done' });
    expect(copy.id()).not.toBe(one.id());
    expect(copy.db.content.tables.self.get('self')?.formerly).toEqual([one.id()]);
    expect(titlesOn(copy)).toEqual(['x', 'y', 'z']);
    expect(copy.alarms()).toMatchObject([{ kind: 'copied-profile' }]);
    expect(copy.files()).toHaveLength(1);
    await one.sync();
    expect([one.id(), titlesOn(one)]).toEqual([device('a'), ['x', 'y', 'z']]);
    const fresh = seat('f');
    await fresh.sync();
    expect(titlesOn(fresh)).toEqual(['x', 'y', 'z']);
  });
  it('has in its new folder all that it had in the old one', async () => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x', body: 'text' });
    await one.sync();
    const copy = seat('a', memoryDatabase(one.db));
    await one.write('y', { title: 'y' });
    await one.sync();
    await copy.sync();
    for (const path of [...store.files.keys()]) if (path.startsWith(one.id())) store.files.delete(path);
    const fresh = seat('f');
    await fresh.sync();
    expect(fresh.row('x')).toEqual({ title: 'x', body: 'text' });
  });
  it('is not taken for one because of a listing that is old', async () => {
    const { seat, store, clock } = desk();
    const one = seat('a');
    const before = new Map<string, number>();
    for (let edit = 0; edit < 30; edit += 1) {
      await one.write('x', { title: String(edit) });
      await one.sync();
      for (const name of one.files()) before.set(name, 99);
      clock.now += DAY / 24;
    }
    await one.sync();
    const old = [...before].map(([name, size]) => ({ name, size }));
    await one.sync({ store: { ...store, list: () => Promise.resolve(old) } });
    expect([one.id(), one.alarms()]).toEqual([device('a'), []]);
    await one.db.transact((tx) =>
      tx.drop(
        'ownFiles',
        [...one.db.content.tables.ownFiles.values()].filter((file) => file.state === 'gone').map((file) => file.name),
      ),
    );
    await one.sync({ store: { ...store, list: () => Promise.resolve(old) } });
    expect(one.id()).toBe(device('a'));
  });
  it('is not taken for one because of a delete that did not happen', async () => {
    const { seat, store, clock } = desk();
    const one = seat('a');
    const lost = { ...store, del: () => Promise.resolve() };
    for (let edit = 0; edit <= TIDINESS.enough + 1; edit += 1) {
      await one.write('x', { title: String(edit) });
      await one.sync();
      clock.now += DAY / 24;
    }
    await one.sync({ store: lost });
    expect(one.files().length).toBeGreaterThan(TIDINESS.enough);
    await one.sync();
    expect([one.id(), one.alarms(), one.files().length < TIDINESS.enough]).toEqual([device('a'), [], true]);
  });
  it('may leave rubbish, which is cleared away when nobody could read it for a day', async () => {
    const { seat, store, clock } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    await one.sync();
    const rubbish = `${one.id()}/00000001-00000001-${'0'.repeat(32)}.plx`;
    store.files.set(rubbish, new Uint8Array(9));
    for (let hour = 0; hour < 23; hour += 1) {
      clock.now += DAY / 24;
      await one.sync();
    }
    expect(store.files.has(rubbish)).toBe(true);
    for (let hour = 0; hour < 24; hour += 1) {
      clock.now += DAY / 24;
      await one.sync();
    }
    expect([store.files.has(rubbish), one.alarms(), one.files().length]).toEqual([false, [], 1]);
  });
  it('is a backup that was restored as well, and nothing is lost', async () => {
    const { seat } = desk();
    const one = seat('a');
    await one.write('x', { title: 'old' });
    await one.sync();
    const backup = memoryDatabase(one.db);
    await one.write('x', { title: 'new' });
    await one.sync();
    const restored = seat('a', backup);
    await restored.sync();
    expect(restored.row('x')).toEqual({ title: 'new' });
    expect(restored.id()).not.toBe(device('a'));
  });
});

describe('a file of ours that the server lost', () => {
  it.each(['deleted', 'cut', 'changed'] as const)('is sent again where it was %s', async (how) => {
    const { seat, store, clock } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    await one.sync();
    const [path = '', bytes = new Uint8Array()] = [...store.files][0] ?? [];
    if (how === 'deleted') store.files.delete(path);
    else if (how === 'cut') store.files.set(path, bytes.slice(0, 9));
    else store.files.set(path, new Uint8Array(bytes.length));
    clock.now += how === 'changed' ? DAY : 0;
    expect(await one.sync()).toEqual({ kind: 'done' });
    const fresh = seat('f');
    await fresh.sync();
    expect(fresh.row('x')).toEqual({ title: 'x' });
    expect([one.files().length, one.db.content.tables.self.get('self')?.nextSeq]).toEqual([1, 2]);
  });
  it('counts as pending until it is there again', async () => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    await one.sync();
    store.files.clear();
    await one.sync({ store: { ...store, put: () => Promise.reject(new RemoteError('full')) } });
    expect(await one.db.transact(countPending)).toBe(1);
    await one.sync();
    expect(await one.db.transact(countPending)).toBe(0);
  });
  it('is asked for by name before it is believed to be lost', async () => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    await one.sync();
    const before = one.files();
    await one.sync({ store: { ...store, list: () => Promise.resolve([]) } });
    expect(one.files()).toEqual(before);
  });
});

describe('a name under which nothing arrives whole', () => {
  it('is given up, and what it held sent under another', async () => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    const poisoned = new Set<string>();
    const put: typeof store.put = (path, bytes) => {
      if (poisoned.size === 0) poisoned.add(path);
      return store.put(path, poisoned.has(path) ? (bytes.slice(0, 30) as typeof bytes) : bytes);
    };
    expect(await one.sync({ store: { ...store, put } })).toEqual({ kind: 'done' });
    expect(one.files()).toHaveLength(1);
    const [name = ''] = one.files();
    expect([...poisoned][0]?.endsWith(name)).toBe(false);
    expect(name.startsWith('00000001-00000001-')).toBe(true);
    const fresh = seat('f');
    await fresh.sync();
    expect([fresh.row('x'), fresh.alarms()]).toEqual([{ title: 'x' }, []]);
  });
  it('is not written over, for somebody may have read it', async () => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    const unsure: typeof store.put = async (path, bytes) => {
      await store.put(path, bytes);
      throw new RemoteError('offline');
    };
    expect(await one.sync({ store: { ...store, put: unsure } })).toMatchObject({ why: 'offline' });
    const put = (): Promise<never> => Promise.reject(new Error('sent again'));
    expect(await one.sync({ store: { ...store, put } })).toEqual({ kind: 'done' });
    expect(await one.db.transact(countPending)).toBe(0);
  });
  it('is the fault of the place where all of them are', async () => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    const page = new TextEncoder().encode('<!doctype html><title>Log in</title>');
    const get: typeof store.get = (path) => Promise.resolve(store.files.has(path) ? page : null);
    expect(await one.sync({ store: { ...store, get } })).toMatchObject({ kind: 'failed', why: 'odd' });
    expect(await one.db.transact(countPending)).toBe(1);
    await one.sync();
    expect([await one.db.transact(countPending), one.files().length]).toEqual([0, 1]);
  });
});
