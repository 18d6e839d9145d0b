/** What sync noticed and the reader decides, at the desk: deleted in numbers, missing on the server, settled while writing. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';
import { createOn, emptyStore, inStep, joinOn, openBrowser, viewOn, type Browser } from './reader-browser.ts';
import { id } from './samples.ts';
import { rowsOf } from './two-libraries.ts';

vi.mock('hash-wasm', () => import('./cheap-argon.ts'));

let store: MemoryStore;
let a: Browser;
let b: Browser;
beforeEach(async () => {
  store = emptyStore();
  [a, b] = [openBrowser(store), openBrowser(store)];
  for (let n = 1; n <= 60; n += 1) await a.library.notes.put(sampleNote(n));
  await createOn(a);
  await joinOn(b);
  await inStep(a, b);
});
afterEach(async () => {
  await Promise.all([a.close(), b.close()]);
});
const notes = async ({ db }: Browser): Promise<number> => db.notes.count();

describe('much that was deleted at once', () => {
  beforeEach(async () => {
    await b.library.noteListing.changeMany(
      Array.from({ length: 55 }, (_, n) => sampleNote(n + 1).id),
      () => ({ deleted: 5 }),
    );
    await b.library.notes.emptyBin(10);
    await inStep(b, a);
    expect([await notes(a), await notes(b)]).toEqual([5, 5]);
  });

  it('can be brought back, for all devices', async () => {
    const [alarm] = (await viewOn(a)).alarms;
    expect(alarm).toMatchObject({ kind: 'many-deleted', records: 55 });
    await a.desk.undoDeletes(alarm?.id ?? '');
    expect(await notes(a)).toBe(60);
    await inStep(a, b);
    expect(await rowsOf(b)).toEqual(await rowsOf(a));
    expect((await viewOn(a)).alarms).toEqual([]);
  });

  it('stays deleted where that was meant', async () => {
    const [alarm] = (await viewOn(a)).alarms;
    await a.desk.dismiss(alarm?.id ?? '');
    await inStep(a, b);
    expect([await notes(a), await notes(b), (await viewOn(a)).alarms.length]).toEqual([5, 5, 0]);
    expect(await a.db.table('syncUndo').count()).toBe(0);
  });
});

it('files of another device that are missing are told of by its name, and sent again by this one', async () => {
  const device = (await viewOn(b)).devices.find(({ isThis }) => !isThis)?.id ?? '';
  for (const path of store.files.keys()) if (path.startsWith(device)) store.files.delete(path);
  for (let run = 0; run < 4; run += 1) await b.run();
  const [alarm] = (await viewOn(b)).alarms;
  expect(alarm).toMatchObject({ device: 'first' });
  await b.desk.repair(alarm?.id ?? '');
  await b.run();
  expect((await viewOn(b)).alarms).toEqual([]);
  const c = openBrowser(store);
  await joinOn(c, 'third');
  expect(await notes(c)).toBe(60);
  await c.close();
});

describe('a conflict that is settled', () => {
  const two = async (): Promise<void> => {
    await a.library.notes.change(id, { body: 'from a' });
    await b.library.notes.change(id, { body: 'from b' });
    await inStep(a, b);
  };

  it('while the reader has written on is not: the new text is shown with the others', async () => {
    await two();
    await a.library.notes.change(id, { body: 'written on' });
    await a.desk.settle(id, 'from both');
    await inStep(a, b);
    const texts = (await viewOn(a)).conflicts.flatMap(({ versions }) => versions.map(({ text }) => text));
    expect(texts).toContain('written on');
    await a.desk.settle(id, 'now from all');
    await inStep(a, b);
    expect([(await viewOn(b)).conflicts, (await b.library.notes.get(id))?.body]).toEqual([[], 'now from all']);
  });

  it('with the same text on both sides is none', async () => {
    await a.library.notes.change(id, { body: 'the same' });
    await b.library.notes.change(id, { body: 'the same' });
    await inStep(a, b);
    expect((await viewOn(a)).conflicts).toEqual([]);
  });
});
