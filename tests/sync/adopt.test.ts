import { describe, expect, it } from 'vitest';
import { adoptDevice, repairDevice } from '@/lib/sync/adopt.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { desk, type Seat } from './desk.ts';

const titlesOn = (seat: Seat): unknown[] => [...seat.db.content.rows.values()].map((row) => row.title).sort();

describe('a device that does not come back', () => {
  it('is taken over: its notes stay, its folder is emptied, and nobody misses it', async () => {
    const { seat, all } = desk();
    const [one, two, three] = [seat('a'), seat('b'), seat('c')];
    await one.write('x', { title: 'x' });
    await one.write('y', { title: 'y' });
    await all(one, two, three);
    await two.write('y', { title: 'later' });
    await one.write('z', { title: 'not seen by anybody yet' });
    await one.sync();
    expect(await adoptDevice(two.parts(), one.id())).toEqual({ kind: 'done' });
    expect(one.files()).toEqual([]);
    for (let run = 0; run < 5; run += 1) await all(three, two);
    expect([...two.alarms(), ...three.alarms()]).toEqual([]);
    const fresh = seat('f');
    for (let run = 0; run < 5; run += 1) await fresh.sync();
    expect([titlesOn(fresh), fresh.alarms()]).toEqual([['later', 'not seen by anybody yet', 'x'], []]);
    expect(titlesOn(three)).toEqual(titlesOn(fresh));
  });
  it('is not emptied before all of it has arrived', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x' });
    await all(one, two);
    const put = (): Promise<never> => Promise.reject(new RemoteError('full'));
    expect(await adoptDevice(two.parts({ store: { ...store, put } }), one.id())).toMatchObject({ why: 'full' });
    expect(one.files()).toHaveLength(1);
    expect(await adoptDevice(two.parts({ budget: { files: 1 } }), one.id())).toEqual({ kind: 'more' });
    expect(one.files()).toHaveLength(1);
    expect(await adoptDevice(two.parts(), one.id())).toEqual({ kind: 'done' });
    expect([one.files().length, two.files().length]).toEqual([0, 2]);
  });
  it('leaves behind what it had taken over itself, too', async () => {
    const { seat, all, store } = desk();
    const [one, two, three] = [seat('a'), seat('b'), seat('c')];
    await one.write('x', { title: 'x' });
    await one.sync();
    await adoptDevice(two.parts(), one.id());
    await all(three);
    await adoptDevice(three.parts(), two.id());
    expect([...store.files.keys()].every((path) => path.startsWith(three.id()))).toBe(true);
    const fresh = seat('f');
    await fresh.sync();
    expect(fresh.row('x')).toEqual({ title: 'x' });
  });
  it('counts only up to where it was removed', async () => {
    const { seat } = desk();
    const [one, two] = [seat('a'), seat('b')];
    for (const title of ['before', 'after']) {
      await one.write('x', { title });
      await one.sync();
    }
    const removed = [{ device: one.id(), upTo: 1 }];
    await two.sync({ removed });
    expect(two.row('x')).toEqual({ title: 'before' });
    await adoptDevice(two.parts({ removed }), one.id());
    expect([two.row('x'), one.files().length]).toEqual([{ title: 'before' }, 1]);
  });
  it('lives on in what others know of it, where its files are lost', async () => {
    const { seat, all, store } = desk();
    const [one, two] = [seat('a'), seat('b')];
    await one.write('x', { title: 'x', body: 'text' });
    await two.write('y', { title: 'y' });
    await all(one, two);
    for (const path of [...store.files.keys()]) if (path.startsWith(one.id())) store.files.delete(path);
    await two.db.transact((tx) => repairDevice(tx, one.id()));
    await two.sync();
    const fresh = seat('f');
    await fresh.sync();
    expect(fresh.row('x')).toEqual({ title: 'x', body: 'text' });
  });
});
