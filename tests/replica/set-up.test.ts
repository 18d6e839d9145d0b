import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptIn } from '@/lib/replica/kept.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';
import {
  CHOICE,
  createOn,
  emptyStore,
  inStep,
  joinOn,
  openBrowser,
  PASSPHRASE,
  PLACE,
  viewOn,
  type Browser,
} from './reader-browser.ts';
import { expectEqual } from './two-libraries.ts';

vi.mock('hash-wasm', () => import('./cheap-argon.ts'));

const SECRET = { kind: 'passphrase', text: PASSPHRASE } as const;

let store: MemoryStore;
let a: Browser;
let b: Browser;
beforeEach(() => {
  store = emptyStore();
  [a, b] = [openBrowser(store), openBrowser(store)];
});
afterEach(async () => {
  await Promise.all([a.close(), b.close()]);
});
describe('setting up', () => {
  it('finds the vault that is there, and makes none beside it unasked', async () => {
    await createOn(a);
    expect(await b.desk.probe(PLACE)).toMatchObject({ kind: 'vaults', vaults: [{ devices: 1 }] });
    const ask = { place: PLACE, passphrase: 'x', name: 'b', choice: CHOICE };
    expect(await b.desk.create({ ...ask, beside: false })).toEqual({ kind: 'taken' });
    expect(await b.desk.create({ ...ask, beside: true })).toMatchObject({ kind: 'done' });
    expect((await b.desk.probe(PLACE)).kind).toBe('vaults');
    await inStep(a, b);
    expect((await viewOn(a)).alarms.map(({ kind }) => kind)).toEqual(['foreign']);
  });

  it('by two at the same time comes to no vault that the other has not seen', async () => {
    const ask = { place: PLACE, passphrase: 'x', name: 'n', choice: CHOICE, beside: false };
    const kinds = (await Promise.all([a.desk.create(ask), b.desk.create(ask)])).map(({ kind }) => kind);
    const keyrings = [...store.files.keys()].filter((path) => path.endsWith('.key'));
    expect(kinds.filter((kind) => kind === 'done').length).toBe(keyrings.length);
    expect(keyrings.length).toBeLessThan(2);
  });

  it.each([
    ['a wrong passphrase', { kind: 'passphrase', text: 'wrong' } as const, 'wrong'],
    ['a recovery code that is none', { kind: 'recovery', code: 'AAAA' } as const, 'wrong'],
  ])('is refused with %s, and nothing is changed', async (_what, secret, kind) => {
    await createOn(a);
    const found = await b.desk.probe(PLACE);
    const vault = found.kind === 'vaults' ? found.vaults[0].vault : '';
    const join = { place: PLACE, vault, secret, name: 'b', choice: CHOICE };
    expect(await b.desk.join(join)).toEqual({ kind });
    expect(await b.view()).toEqual({ kind: 'off' });
  });

  it('with the recovery code works too', async () => {
    const recovery = await createOn(a);
    const found = await b.desk.probe(PLACE);
    const vault = found.kind === 'vaults' ? found.vaults[0].vault : '';
    const secret = { kind: 'recovery', code: recovery.toLowerCase() } as const;
    expect(await b.desk.join({ place: PLACE, vault, secret, name: 'b', choice: CHOICE })).toEqual({ kind: 'joined' });
  });

  it.each(['offline', 'auth', 'full', 'odd'] as const)('tells %s, and is off', async (why) => {
    const failing = {
      ...store,
      list: () => Promise.reject(new RemoteError(why)),
      dirs: () => Promise.reject(new RemoteError(why)),
    };
    const c = openBrowser(failing);
    expect(await c.desk.probe(PLACE)).toEqual({ kind: 'fault', why });
    const created = await c.desk.create({ place: PLACE, passphrase: 'x', name: 'c', choice: CHOICE, beside: false });
    expect(created).toEqual({ kind: 'fault', why });
    expect(await c.view()).toEqual({ kind: 'off' });
    await c.close();
  });

  it('with keys that do not come to lie there whole makes no vault', async () => {
    const put: MemoryStore['put'] = (path, bytes) => store.put(path, bytes.subarray(0, 100) as typeof bytes);
    const c = openBrowser({ ...store, put });
    const created = await c.desk.create({ place: PLACE, passphrase: 'x', name: 'c', choice: CHOICE, beside: false });
    expect(created).toEqual({ kind: 'fault', why: 'server' });
    expect(await c.view()).toEqual({ kind: 'off' });
    expect(await c.desk.probe(PLACE)).toEqual({ kind: 'damaged' });
    await c.close();
  });

  it('makes no request where the browser does not allow it', async () => {
    const c = openBrowser(store, { isAllowed: () => Promise.resolve(false) });
    expect(await c.desk.probe(PLACE)).toEqual({ kind: 'fault', why: 'denied' });
    expect(store.requests).toEqual([]);
    await c.close();
  });

  it('by a code, once', async () => {
    await a.library.notes.put(sampleNote(1));
    await createOn(a);
    expect(await a.desk.pairingCode({ kind: 'passphrase', text: 'wrong' })).toEqual({ kind: 'wrong' });
    const coded = await a.desk.pairingCode(SECRET);
    const code = coded.kind === 'code' ? coded.code : '';
    expect(await b.desk.readCode(code)).toEqual({ kind: 'code', place: PLACE });
    expect(await b.desk.joinByCode({ code, name: 'b', choice: CHOICE })).toEqual({ kind: 'joined' });
    await inStep(a, b);
    await expectEqual(a, b);
    const c = openBrowser(store);
    expect(await c.desk.joinByCode({ code, name: 'c', choice: CHOICE })).toEqual({ kind: 'expired' });
    expect(await c.desk.joinByCode({ code: 'PLX1-nonsense', name: 'c', choice: CHOICE })).toEqual({
      kind: 'unreadable',
    });
    await c.close();
  });

  it('by a code that was taken back does not work', async () => {
    await createOn(a);
    const coded = await a.desk.pairingCode(SECRET);
    await a.desk.endPairing();
    const code = coded.kind === 'code' ? coded.code : '';
    expect(await b.desk.joinByCode({ code, name: 'b', choice: CHOICE })).toEqual({ kind: 'expired' });
    expect([...store.files.keys()].some((path) => path.endsWith('.pair'))).toBe(false);
  });
});

describe('settings at the start', () => {
  it('of the vault count where it says something, and those that it does not say are told', async () => {
    await a.library.settings.set({ theme: 'dark' });
    await createOn(a);
    await b.library.settings.set({ theme: 'light', level: 'few' });
    await joinOn(b);
    await inStep(a, b);
    await expectEqual(a, b);
    expect(await a.library.settings.get()).toMatchObject({ theme: 'dark', level: 'few' });
  });

  it('that were not wanted come once they are', async () => {
    await a.library.settings.set({ theme: 'dark' });
    await createOn(a);
    await joinOn(b);
    await b.desk.choose({ settings: false, allTexts: false });
    await a.library.settings.set({ theme: 'light' });
    await inStep(a, b);
    expect((await b.library.settings.get()).theme).toBe('dark');
    await b.desk.choose(CHOICE);
    await inStep(a, b);
    expect((await b.library.settings.get()).theme).toBe('light');
  });
});

describe('this device', () => {
  it('is called otherwise, everywhere', async () => {
    await createOn(a);
    await joinOn(b);
    await b.desk.rename('laptop');
    await inStep(b, a);
    expect((await viewOn(a)).devices.map(({ name }) => name)).toEqual(['first', 'laptop']);
  });

  it('keeps nothing of the vault once the library is wiped', async () => {
    await createOn(a);
    await a.runner.alone(() => a.library.wipe());
    expect(await a.view()).toEqual({ kind: 'off' });
    expect(await Promise.all(a.db.tables.map((table) => table.count()))).toEqual(a.db.tables.map(() => 0));
    expect(store.files.size).toBeGreaterThan(1);
    expect(await keptIn(a.db).get('keys')).toBeUndefined();
  });
});
