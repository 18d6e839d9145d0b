import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';
import { cutStore } from './cut-off.ts';
import {
  browserOn,
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
import { id } from './samples.ts';
import { rowsOf } from './two-libraries.ts';

vi.mock('hash-wasm', () => import('./cheap-argon.ts'));

const SECRET = { kind: 'passphrase', text: PASSPHRASE } as const;
const NEW = { kind: 'passphrase', text: 'another six words entirely' } as const;
const WRONG = { kind: 'passphrase', text: 'wrong' } as const;

let store: MemoryStore;
let a: Browser;
let b: Browser;
let c: Browser;
let recovery: string;
beforeEach(async () => {
  store = emptyStore();
  [a, b, c] = [openBrowser(store), openBrowser(store), openBrowser(store)];
  await a.library.notes.put(sampleNote(1));
  recovery = await createOn(a);
  await joinOn(b);
  await inStep(a, b);
});
afterEach(async () => {
  await Promise.all([a.close(), b.close(), c.close()]);
});

const keyrings = (): string[] => [...store.files.keys()].filter((path) => path.endsWith('.key'));
const opensWith = async (secret: Parameters<typeof a.desk.unlockAgain>[0]): Promise<string> => {
  const found = await c.desk.probe(PLACE);
  const vault = found.kind === 'vaults' ? found.vaults[0].vault : '';
  return (await c.desk.join({ place: PLACE, vault, secret, name: 'c', choice: CHOICE })).kind;
};

describe('a new passphrase', () => {
  it('opens the vault, the old one does not, and devices that are in stay in', async () => {
    const before = keyrings();
    expect(await a.desk.changePassphrase(SECRET, NEW.text)).toEqual({ kind: 'done' });
    expect(keyrings()).toHaveLength(1);
    expect(keyrings()).not.toEqual(before);
    await b.library.notes.put(sampleNote(2));
    await inStep(a, b);
    expect((await viewOn(b)).status.failing).toBeNull();
    expect(await rowsOf(b)).toEqual(await rowsOf(a));
    expect(await opensWith(SECRET)).toBe('wrong');
    expect(await opensWith(NEW)).toBe('joined');
  });

  it('is not taken from somebody who does not know the old one', async () => {
    const before = [...store.files.keys()];
    expect(await a.desk.changePassphrase(WRONG, NEW.text)).toEqual({ kind: 'wrong' });
    expect([...store.files.keys()]).toEqual(before);
  });

  it('may be cut off after any request: one of the two opens the vault', async () => {
    for (let left = 2; left < 20; left += 2) {
      const { desk } = browserOn(a.db, cutStore(store, { left }));
      await desk.changePassphrase({ kind: 'recovery', code: recovery }, `passphrase ${left}`).catch(() => undefined);
      expect(await opensWith({ kind: 'recovery', code: recovery })).toBe('joined');
      await inStep(a, b);
      expect((await viewOn(a)).status.failing).toBeNull();
      expect((await viewOn(b)).status.failing).toBeNull();
    }
  });
});

it('a new recovery code opens the vault, and the old one does not', async () => {
  const renewed = await a.desk.newRecovery(SECRET);
  const code = renewed.kind === 'done' ? renewed.recovery : '';
  expect(await opensWith({ kind: 'recovery', code: recovery })).toBe('wrong');
  expect(await opensWith({ kind: 'recovery', code })).toBe('joined');
});

describe('a device that is removed', () => {
  beforeEach(async () => {
    expect(await opensWith(SECRET)).toBe('joined');
    await inStep(c, a, b);
  });
  const idOf = async (name: string): Promise<string> =>
    (await viewOn(a)).devices.find((device) => device.name === name)?.id ?? '';

  it('reads nothing from then on and says so; the others go on without being asked', async () => {
    const revoked = await a.desk.revoke(await idOf('second'), SECRET, NEW.text);
    expect(revoked.kind).toBe('done');
    await a.library.notes.put(sampleNote(2, { body: 'after the removal' }));
    await inStep(a, c, b);
    expect((await viewOn(b)).status.failing).toMatchObject({ why: 'revoked', nextTry: null });
    expect(await b.library.notes.get(sampleNote(2).id)).toBeNull();
    expect((await viewOn(c)).status.failing).toBeNull();
    expect(await rowsOf(c)).toEqual(await rowsOf(a));
    expect((await viewOn(c)).devices.map(({ name }) => name).sort()).toEqual(['c', 'first']);
  });

  it('leaves behind what it wrote, which is then sent by another', async () => {
    await b.library.notes.put(sampleNote(3));
    await inStep(b, a);
    const removed = await idOf('second');
    await a.desk.revoke(removed, SECRET, NEW.text);
    await inStep(a);
    expect([...store.files.keys()].filter((path) => path.startsWith(removed))).toEqual([]);
    const d = openBrowser(store);
    const found = await d.desk.probe(PLACE);
    const vault = found.kind === 'vaults' ? found.vaults[0].vault : '';
    await d.desk.join({ place: PLACE, vault, secret: NEW, name: 'd', choice: CHOICE });
    await inStep(d);
    expect(await d.library.notes.get(sampleNote(3).id)).not.toBeNull();
    await d.close();
  });

  it('is no other than one that is there, and not this one', async () => {
    expect(await a.desk.revoke('nobodynobody', SECRET, NEW.text)).toEqual({ kind: 'refused' });
    expect(await a.desk.revoke(await idOf('first'), SECRET, NEW.text)).toEqual({ kind: 'refused' });
  });
});

describe('new keys that a device was not handed', () => {
  it('are asked for, and then it goes on', async () => {
    // Its keys were lost: a profile that was restored without them.
    await b.db.table('syncKept').delete('deviceKeys');
    expect(await opensWith(SECRET)).toBe('joined');
    await inStep(c, a);
    const device = (await viewOn(a)).devices.find(({ name }) => name === 'c')?.id ?? '';
    await a.desk.revoke(device, SECRET, NEW.text);
    await a.library.notes.change(id, { colour: 'sky' });
    await inStep(a, b);
    expect((await viewOn(b)).status.failing).toMatchObject({ why: 'locked' });
    expect(await b.desk.unlockAgain(SECRET)).toEqual({ kind: 'wrong' });
    expect(await b.desk.unlockAgain(NEW)).toEqual({ kind: 'done' });
    await inStep(b);
    expect((await viewOn(b)).status.failing).toBeNull();
    expect(await b.library.notes.get(id)).toMatchObject({ colour: 'sky' });
  });
});
