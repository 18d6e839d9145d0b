import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';
import { createOn, emptyStore, inStep, joinOn, openBrowser, PLACE, viewOn, type Browser } from './reader-browser.ts';
import { ANSWER, ARTICLE, id, ON_TEXT, TEXT } from './samples.ts';
import { expectEqual } from './two-libraries.ts';

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
describe('from the first device to the last', () => {
  it('create, write, join, be equal, write at the same time, settle, leave', async () => {
    expect(await a.view()).toEqual({ kind: 'off' });
    expect(await a.desk.probe(PLACE)).toEqual({ kind: 'empty' });
    await a.library.articles.put(ARTICLE, [TEXT]);
    await a.library.notes.put(sampleNote(1, ON_TEXT));
    await createOn(a);
    expect(await viewOn(a)).toMatchObject({
      place: { kind: 'webdav', where: PLACE.kind === 'webdav' ? PLACE.url : '', user: 'ada' },
      status: { pending: 0, running: null, failing: null },
      devices: [{ name: 'first', isThis: true }],
      ...{ conflicts: [], alarms: [] },
    });
    expect((await viewOn(a)).status.lastSuccess).not.toBeNull();

    await b.library.feedback.say(ANSWER);
    await joinOn(b);
    await inStep(a, b);
    await expectEqual(a, b);
    expect((await viewOn(a)).devices.map(({ name, isThis }) => [name, isThis])).toEqual([
      ['first', true],
      ['second', false],
    ]);

    await a.library.notes.change(id, { body: 'from a' });
    await b.library.notes.change(id, { body: 'from b' });
    expect((await viewOn(a)).status.pending).toBe(1);
    await inStep(a, b);
    await expectEqual(a, b);
    const [conflict] = (await viewOn(a)).conflicts;
    expect(conflict?.versions.map(({ device, text }) => [device, text]).sort()).toEqual([
      ['first', 'from a'],
      ['second', 'from b'],
    ]);
    expect([conflict?.note, conflict?.base]).toEqual([id, 'Who counted?']);

    await b.desk.settle(id, 'from both');
    await inStep(a, b);
    await expectEqual(a, b);
    expect((await a.library.notes.get(id))?.body).toBe('from both');
    expect((await viewOn(a)).conflicts).toEqual([]);

    expect(await b.desk.leave({ deleteRemote: 'nothing' })).toEqual({ kind: 'done' });
    expect(await b.view()).toEqual({ kind: 'off' });
    expect((await b.library.notes.get(id))?.body).toBe('from both');
    expect(await b.run()).toBe('off');
    await b.library.notes.put(sampleNote(2));
    expect(await b.db.changes.count()).toBe(0);
  });

  it('nothing of it can be read in the storage', async () => {
    await a.library.notes.put(sampleNote(1, { body: 'zephyr canary' }));
    await createOn(a);
    const all = [...store.files].map(([path, bytes]) => path + Buffer.from(bytes).toString('latin1')).join('');
    expect(all).not.toMatch(/zephyr|kiva-herald|first|Who counted/);
    expect([...store.files.values()].every(({ length }) => [1024, 4096, 16384, 65536].includes(length))).toBe(true);
  });
});
