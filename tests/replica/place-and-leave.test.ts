import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '@/lib/core/sync.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';
import {
  browserOn,
  createOn,
  emptyStore,
  inStep,
  joinOn,
  openBrowser,
  PLACE,
  viewOn,
  type Browser,
} from './reader-browser.ts';
import { id } from './samples.ts';
import { rowsOf } from './two-libraries.ts';

vi.mock('hash-wasm', () => import('./cheap-argon.ts'));

const ELSEWHERE: Place = { kind: 'webdav', url: 'https://other.example/dav', user: 'ada', password: 'p' };

let store: MemoryStore;
let other: MemoryStore;
let a: Browser;
let b: Browser;
beforeEach(async () => {
  [store, other] = [emptyStore(), emptyStore()];
  const open = ({ place }: { readonly place: Place }) => (urlOf(place) === urlOf(ELSEWHERE) ? other : store);
  [a, b] = [openBrowser(open), openBrowser(open)];
  await a.library.notes.put(sampleNote(1));
  await createOn(a);
  await joinOn(b);
  await b.library.notes.put(sampleNote(2));
  await inStep(a, b);
});
afterEach(async () => {
  await Promise.all([a.close(), b.close()]);
});
const urlOf = (place: Place): string => (place.kind === 'webdav' ? place.url : '');
const empty = (where: MemoryStore): void => {
  where.files.clear();
  where.folders.clear();
};
const equal = async (): Promise<void> => expect(await rowsOf(b)).toEqual(await rowsOf(a));
const isFine = async (browser: Browser): Promise<void> => {
  expect((await viewOn(browser)).status).toMatchObject({ pending: 0, running: null, failing: null });
};
const fresh = async (): Promise<Browser> => {
  const c = openBrowser(store);
  await joinOn(c, 'third');
  return c;
};

describe('a vault that is gone', () => {
  it('is told, and nothing is deleted for it; put there again by one, the others go on', async () => {
    const before = await rowsOf(a);
    empty(store);
    await inStep(a, b);
    expect((await viewOn(a)).status.failing).toMatchObject({ why: 'vault-gone' });
    expect(await rowsOf(a)).toEqual(before);
    expect(store.files.size).toBe(0);
    expect(await a.desk.startAnew()).toEqual({ kind: 'done' });
    await inStep(a, b);
    await isFine(a);
    await isFine(b);
    const c = await fresh();
    expect((await rowsOf(c)).notes).toEqual(before.notes);
    expect((await viewOn(c)).devices.map(({ name }) => name).sort()).toEqual(['first', 'second', 'third']);
    await c.close();
  });

  it('of which only the keys are gone is told as well, and put right', async () => {
    for (const path of store.files.keys()) if (path.startsWith('keys/')) store.files.delete(path);
    await inStep(a);
    expect((await viewOn(a)).status.failing).toMatchObject({ why: 'vault-gone' });
    await a.desk.startAnew();
    await inStep(a, b);
    await isFine(b);
    await (await fresh()).close();
  });

  it('is not believed to be gone by one short listing', async () => {
    const list = (folder: string) => (folder === 'keys' ? Promise.resolve([]) : store.list(folder));
    await inStep(browserOn(a.db, { ...store, list }));
    await isFine(a);
  });

  it('started anew while it cannot be reached is put there later', async () => {
    empty(store);
    await inStep(a);
    const offline = browserOn(a.db, { ...store, put: () => Promise.reject(new RemoteError('offline')) });
    expect(await offline.desk.startAnew()).toEqual({ kind: 'fault', why: 'offline' });
    await inStep(a, b);
    await isFine(b);
    await (await fresh()).close();
  });
});

describe('another place', () => {
  it('without the vault is not taken, unless all of it is to be brought there', async () => {
    expect(await a.desk.changePlace(ELSEWHERE, false)).toEqual({ kind: 'no-vault' });
    expect(other.files.size).toBe(0);
    await isFine(a);
    expect(await a.desk.changePlace(ELSEWHERE, true)).toEqual({ kind: 'done' });
    await inStep(a);
    await isFine(a);
    // What others wrote has been brought along: they may never come.
    const c = openBrowser(other);
    await joinOn(c, 'third');
    expect((await rowsOf(c)).notes).toEqual((await rowsOf(a)).notes);
    await c.close();
    expect(await b.desk.changePlace(ELSEWHERE, false)).toEqual({ kind: 'done' });
    await b.library.notes.change(id, { colour: 'sky' });
    await inStep(b, a);
    await equal();
    await isFine(b);
    expect((await a.library.notes.get(id))?.colour).toBe('sky');
    expect((await viewOn(a)).alarms).toEqual([]);
  });

  it('of the same vault, with a new password, is used from then on', async () => {
    const changed: Place = { kind: 'webdav', url: urlOf(PLACE), user: 'ada', password: 'new' };
    expect(await a.desk.changePlace(changed, false)).toEqual({ kind: 'done' });
    await inStep(a);
    await isFine(a);
  });
});

describe('leaving', () => {
  it('with nothing deleted leaves the storage as it is', async () => {
    const before = [...store.files.keys()];
    expect(await a.desk.leave({ deleteRemote: 'nothing' })).toEqual({ kind: 'done' });
    expect([...store.files.keys()]).toEqual(before);
    expect(a.told).toContain('sync.stop');
  });

  it('with what this device wrote deletes its folder alone', async () => {
    const device = (await viewOn(a)).devices.find(({ isThis }) => isThis)?.id ?? '';
    expect(await a.desk.leave({ deleteRemote: 'this-device' })).toEqual({ kind: 'done' });
    const left = [...store.files.keys()].map((path) => path.split('/')[0]);
    expect(left).not.toContain(device);
    expect(new Set(left).size).toBe(2);
    await inStep(b);
    expect(await b.library.notes.get(id)).not.toBeNull();
  });

  it('with everything deletes everything, and the others say so', async () => {
    expect(await a.desk.leave({ deleteRemote: 'everything' })).toEqual({ kind: 'done' });
    expect([...store.files.keys()]).toEqual([]);
    await inStep(b);
    expect((await viewOn(b)).status.failing).toMatchObject({ why: 'vault-gone' });
    expect(await b.library.notes.get(id)).not.toBeNull();
    expect(await a.library.notes.get(id)).not.toBeNull();
  });

  it('without the storage is not done half: it is told, and can be asked again', async () => {
    const offline = browserOn(a.db, { ...store, del: () => Promise.reject(new RemoteError('offline')) });
    expect(await offline.desk.leave({ deleteRemote: 'everything' })).toEqual({ kind: 'fault', why: 'offline' });
    expect((await a.view()).kind).toBe('on');
    expect(await a.desk.leave({ deleteRemote: 'everything' })).toEqual({ kind: 'done' });
    expect([...store.files.keys()]).toEqual([]);
  });

  it('and coming back brings together what either has', async () => {
    await a.desk.leave({ deleteRemote: 'nothing' });
    await a.library.notes.put(sampleNote(4));
    await b.library.notes.put(sampleNote(5));
    await joinOn(a, 'again');
    await inStep(b, a);
    await equal();
    expect(await b.db.notes.count()).toBe(4);
  });
});
