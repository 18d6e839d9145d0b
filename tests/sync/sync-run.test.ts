import { describe, expect, it } from 'vitest';
import { collectLocal } from '@/lib/sync/local-edits.ts';
import { countPending } from './count-pending.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { TIDINESS } from '@/lib/sync/tidy.ts';
import { DAY, desk } from './desk.ts';
import { device } from './stamps.ts';

describe('two devices', () => {
  it('have the same notes, and the same deletions', async () => {
    const { seat, all } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'from one', body: 'text' });
    await two.write('y', { title: 'from two' });
    await all(one, two);
    expect(two.row('x')).toEqual({ title: 'from one', body: 'text' });
    expect(one.row('y')).toEqual({ title: 'from two' });
    await two.write('x', null);
    await all(two, one);
    expect(one.row('x')).toBeUndefined();
  });

  it('keep both texts that were written at the same time, and show the same one', async () => {
    const { seat, all } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { body: 'base' });
    await all(one, two);
    await one.write('x', { body: 'from one' });
    await two.write('x', { body: 'from two' });
    await all(one, two);
    const versions = [one, two].map((at) =>
      at.db.content.tables.records.get('notes/x')?.versions.map(({ text, base }) => [text, base?.text]),
    );
    expect(versions[0]).toEqual([
      ['from two', 'base'],
      ['from one', 'base'],
    ]);
    expect(versions[1]).toEqual(versions[0]);
    expect(one.row('x')).toEqual(two.row('x'));
  });

  it('do not send again what came from the other', async () => {
    const { seat, all } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'from one', body: 'text' });
    await all(one, two);
    expect([one.files().length, two.files().length]).toEqual([1, 0]);
  });

  it('have all of a long file, though it was interrupted half way', async () => {
    const { seat } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let note = 0; note < 1100; note += 1) await one.write(`n${note}`, { title: 'x' });
    await one.sync();
    for (const kept of [500, 1000]) {
      const { db } = two.parts();
      const dying: typeof db = {
        transact: (work) => (two.db.content.rows.size >= kept ? Promise.reject(new Error('died')) : db.transact(work)),
      };
      await expect(two.sync({ db: dying })).rejects.toThrow('died');
    }
    await two.sync();
    expect(two.db.content.rows.size).toBe(1100);
  });

  it('bring back all of a note that one wrote on while the other deleted it', async () => {
    const { seat, all } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'title', colour: 'red', body: 'text' });
    await all(one, two);
    await two.write('x', null);
    await two.sync();
    await one.write('x', { title: 'written on' });
    await all(one, two);
    expect(two.row('x')).toEqual({ title: 'written on', colour: 'red', body: 'text' });
    expect(one.row('x')).toEqual(two.row('x'));
  });
});

describe('what is written during a run', () => {
  it('is sent in the next, however it falls', async () => {
    for (let step = 0; step < 20; step += 1) {
      const { seat, store } = desk();
      const one = seat('a');
      await one.write('x', { title: 'before', body: 'before' });
      let calls = 0;
      const { db, sealer } = one.parts();
      const meanwhile = async (): Promise<void> => {
        if (calls++ === step) await one.write('x', { title: 'during', body: 'during' });
      };
      await one.sync({
        db: { transact: async (work) => (await meanwhile(), db.transact(work)) },
        sealer: { ...sealer, seal: async (content, place) => (await meanwhile(), sealer.seal(content, place)) },
        store: { ...store, put: async (path, bytes) => (await meanwhile(), store.put(path, bytes)) },
      });
      await one.sync();
      const two = seat('b');
      await two.sync();
      expect(two.row('x')).toEqual(one.row('x'));
      expect(two.row('x')).toEqual(
        step < calls ? { title: 'during', body: 'during' } : { title: 'before', body: 'before' },
      );
    }
  });
});

describe('what gets its stamp while a file is sealed', () => {
  it('is not taken for sent', async () => {
    const { seat, clock } = desk();
    const one = seat('a');
    await one.write('x', { title: 'before', body: 'before' });
    const { db, library, sealer } = one.parts();
    const seal: typeof sealer.seal = async (content, place) => {
      await one.write('x', { title: 'during', body: 'during' });
      await db.transact((tx) => collectLocal(tx, library, { device: one.id(), now: clock.now, limit: 9 }));
      return sealer.seal(content, place);
    };
    await one.sync({ sealer: { ...sealer, seal }, budget: { files: 1 } });
    expect(one.db.content.tables.records.get('notes/x')?.unsent).toBe(1);
    await one.sync();
    const fresh = seat('f');
    await fresh.sync();
    expect(fresh.row('x')).toEqual({ title: 'during', body: 'during' });
  });
});

describe('requests', () => {
  it('of an idle run are one for the vault and one for each folder', async () => {
    const { seat, all, store } = desk();
    const seats = ['a', 'b', 'c', 'd', 'e'].map((letter) => seat(letter));
    for (const one of seats) await one.write(one.id(), { title: 'x' });
    await all(...seats);
    store.requests.length = 0;
    await seats[0]?.sync();
    expect([...store.requests].sort()).toEqual(['dirs', 'list', 'list', 'list', 'list', 'list']);
  });
  it('of an edit are ten at the most, also when files are packed', async () => {
    const { seat, all, store, clock } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await all(one, two);
    for (let edit = 0; edit < 80; edit += 1) {
      await one.write('x', { title: String(edit) });
      store.requests.length = 0;
      await one.sync();
      expect(store.requests.length).toBeLessThanOrEqual(10);
      expect(one.files().length).toBeLessThanOrEqual(20);
      clock.now += DAY / 8;
      if (edit % 5 === 4) await one.sync();
    }
  });
});

describe('a file that was packed up between the listing and the look', () => {
  it('is found in its pack, in the same run', async () => {
    const { seat, store, clock } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let edit = 0; edit <= TIDINESS.enough; edit += 1) {
      await one.write(`n${edit}`, { title: 'x' });
      await one.sync();
      clock.now += DAY / 24;
    }
    const before = await store.list(one.id());
    await one.sync();
    let lists = 0;
    const list: typeof store.list = (folder) =>
      folder === one.id() && (lists += 1) === 1 ? Promise.resolve(before) : store.list(folder);
    expect(await two.sync({ store: { ...store, list } })).toEqual({ kind: 'done' });
    expect(two.db.content.rows.size).toBe(TIDINESS.enough + 1);
    await two.sync();
    expect(two.alarms()).toEqual([]);
  });
});

describe('a budget', () => {
  it('ends a run early, and the next goes on', async () => {
    const { seat } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let note = 0; note < 4; note += 1) {
      await one.write(`n${note}`, { title: 'x' });
      await one.sync();
    }
    expect(await two.sync({ budget: { files: 3 } })).toEqual({ kind: 'more' });
    expect(two.db.content.rows.size).toBe(3);
    expect(await two.sync({ budget: { files: 3 } })).toEqual({ kind: 'done' });
    expect(two.db.content.rows.size).toBe(4);
  });
  it('cuts what is long into several files', async () => {
    const { seat } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (let note = 0; note < 12; note += 1) await one.write(`n${note}`, { title: 'x'.repeat(400_000) });
    expect(await one.sync({ budget: { files: 1 } })).toEqual({ kind: 'more' });
    expect(await one.sync()).toEqual({ kind: 'done' });
    expect(one.files()).toHaveLength(3);
    await two.sync();
    expect(two.db.content.rows.size).toBe(12);
  });
});

describe('what stops a run', () => {
  it.each(['offline', 'denied', 'auth', 'full', 'odd', 'server'] as const)('%s is told', async (kind) => {
    const { seat, store } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    const put = (): Promise<never> => Promise.reject(new RemoteError(kind));
    expect(await one.sync({ store: { ...store, put } })).toEqual({ kind: 'failed', why: kind, retryAfter: null });
    expect(await one.db.transact(countPending)).toBe(1);
    expect(await one.sync()).toEqual({ kind: 'done' });
    expect(await one.db.transact(countPending)).toBe(0);
  });
  it('is told with the time that the server asks for', async () => {
    const { seat, store } = desk();
    const dirs = (): Promise<never> => Promise.reject(new RemoteError('busy', undefined, 7000));
    expect(await seat('a').sync({ store: { ...store, dirs } })).toMatchObject({ why: 'busy', retryAfter: 7000 });
  });
  it('may be a full disk, keys that are not unlocked, or being removed', async () => {
    const { seat } = desk();
    const one = seat('a');
    await one.write('x', { title: 'x' });
    const full = Object.assign(new Error('full'), { kind: 'full' });
    const db = { transact: () => Promise.reject(full) };
    expect(await one.sync({ db })).toMatchObject({ kind: 'failed', why: 'library' });
    const seal = (): Promise<never> => Promise.reject(new Error('no key'));
    expect(await one.sync({ sealer: { ...one.parts().sealer, seal } })).toMatchObject({ why: 'locked' });
    expect(await one.sync({ removed: [{ device: device('a'), upTo: 0 }] })).toMatchObject({ why: 'revoked' });
    expect(one.files()).toEqual([]);
  });
  it('is a fault of the program, and is thrown, where it is one', async () => {
    const { seat, store } = desk();
    const dirs = (): Promise<never> => Promise.reject(new TypeError('a bug'));
    await expect(seat('a').sync({ store: { ...store, dirs } })).rejects.toThrow('a bug');
  });
  it('is the caller who wants it stopped', async () => {
    const { seat } = desk();
    expect(await seat('a').sync({ signal: AbortSignal.abort() })).toEqual({ kind: 'more' });
  });
  it('is not one file that cannot be fetched', async () => {
    const { seat, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await one.sync();
    await two.write('y', { title: 'y' });
    const get: typeof store.get = (path, limit) =>
      path.startsWith(device('a')) ? Promise.reject(new RemoteError('server')) : store.get(path, limit);
    expect(await two.sync({ store: { ...store, get } })).toMatchObject({ kind: 'failed', why: 'server' });
    expect(two.files()).toHaveLength(1);
    expect(await two.sync()).toEqual({ kind: 'done' });
    expect(two.row('x')).toEqual({ title: 'x' });
  });
});

describe('a vault that is not there any more', () => {
  it('deletes nothing, and is filled again only when the reader says so', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await two.write('y', { title: 'y' });
    await all(one, two);
    store.files.clear();
    store.folders.clear();
    expect(await one.sync()).toEqual({ kind: 'failed', why: 'vault-gone', retryAfter: null });
    expect(one.db.content.rows.size).toBe(2);
    expect(store.files.size).toBe(0);
    expect(await one.sync({ mayStartAnew: true })).toEqual({ kind: 'done' });
    const fresh = seat('c');
    await fresh.sync();
    expect(fresh.db.content.rows.size).toBe(2);
    expect(await two.sync()).toEqual({ kind: 'done' });
    expect(two.db.content.rows.size).toBe(2);
    expect([...one.alarms(), ...two.alarms(), ...fresh.alarms()]).toEqual([]);
  });
  it('is no fault where there never was one', async () => {
    const { seat, store } = desk();
    store.folders.clear();
    expect(await seat('a').sync()).toEqual({ kind: 'done' });
  });
  it('deletes nothing where only the folders are gone', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await all(one, two);
    store.files.clear();
    expect(await two.sync()).toEqual({ kind: 'done' });
    expect(two.row('x')).toEqual({ title: 'x' });
    await one.sync();
    expect(one.files()).toHaveLength(1);
  });
});
