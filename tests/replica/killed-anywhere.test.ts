/** The worker may die between any two steps: whichever it is, the next run goes on from there, and all is as if it had not. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { ROUNDS } from '@/tests/rounds.ts';
import { cutStore, step, type Fuse } from './cut-off.ts';
import {
  browserOn,
  createOn,
  emptyStore,
  inStep,
  joinOn,
  openBrowser,
  PASSPHRASE,
  PLACE,
  CHOICE,
  viewOn,
  type Browser,
} from './reader-browser.ts';
import { rowsOf } from './two-libraries.ts';

vi.mock('hash-wasm', () => import('./cheap-argon.ts'));

/** Another connection to the same database, of which every transaction is a step. */
function cutDb(db: LibraryDb, fuse: Fuse): LibraryDb {
  const cut = openLibraryDb(db.name);
  cut.use({
    stack: 'dbcore',
    name: 'cut',
    create: (core) => ({
      ...core,
      transaction: (...ask) => {
        step(fuse);
        return core.transaction(...ask);
      },
    }),
  });
  return cut;
}

/** Runs until it is killed. @returns whether it was. */
async function runUntil(browser: Browser, store: Parameters<typeof cutStore>[0], left: number): Promise<boolean> {
  const fuse: Fuse = { left };
  const db = cutDb(browser.db, fuse);
  await db.open();
  await browserOn(db, cutStore(store, fuse))
    .run()
    .catch(() => undefined);
  db.close();
  return fuse.left <= 0;
}

const isFine = async (browser: Browser): Promise<void> => {
  expect((await viewOn(browser)).status).toMatchObject({ pending: 0, running: null, failing: null });
};
/** In the quick run every so-manieth step. */
const EVERY = ROUNDS > 1 ? 1 : 2;

describe('killed after any step', () => {
  it('of a run, and run again: all have the same, and nothing is left to send', async () => {
    const store = emptyStore();
    const [a, b] = [openBrowser(store), openBrowser(store)];
    for (let n = 1; n <= 3; n += 1) await a.library.notes.put(sampleNote(n));
    await createOn(a);
    await joinOn(b);
    await inStep(a, b);
    let wasKilled = true;
    for (let left = 0; wasKilled; left += EVERY) {
      const note = sampleNote(10 + left);
      await a.library.notes.put(note);
      await a.library.notes.change(sampleNote(1).id, { colour: left % 2 === 0 ? 'sky' : 'blue', tags: [`t${left}`] });
      await b.library.notes.change(sampleNote(2).id, { body: `text ${left}` });
      await b.run();
      wasKilled = await runUntil(a, store, left);
      await inStep(a, b);
      expect(await rowsOf(b)).toEqual(await rowsOf(a));
      expect((await a.library.notes.get(sampleNote(2).id))?.body).toBe(`text ${left}`);
      expect(await b.library.notes.get(note.id)).toEqual(note);
      await isFine(a);
      await isFine(b);
    }
    const c = openBrowser(store);
    await joinOn(c, 'fresh');
    expect((await rowsOf(c)).notes).toEqual((await rowsOf(a)).notes);
    expect((await viewOn(c)).alarms).toEqual([]);
    await Promise.all([a.close(), b.close(), c.close()]);
  });

  it('of the first run of a device that joins', async () => {
    const store = emptyStore();
    const a = openBrowser(store);
    for (let n = 1; n <= 3; n += 1) await a.library.notes.put(sampleNote(n));
    await createOn(a);
    let wasKilled = true;
    for (let left = 0; wasKilled; left += 2 * EVERY) {
      const copy = emptyStore();
      store.files.forEach((bytes, path) => copy.files.set(path, bytes));
      store.folders.forEach((folder) => copy.folders.add(folder));
      const b = openBrowser(copy);
      await b.library.notes.put(sampleNote(50));
      const found = await b.desk.probe(PLACE);
      const vault = found.kind === 'vaults' ? found.vaults[0].vault : '';
      const secret = { kind: 'passphrase', text: PASSPHRASE } as const;
      await b.desk.join({ place: PLACE, vault, secret, name: 'b', choice: CHOICE });
      wasKilled = await runUntil(b, copy, left);
      await inStep(b);
      expect((await rowsOf(b)).notes).toEqual([1, 2, 3, 50].map((n) => sampleNote(n)));
      await isFine(b);
      await b.close();
    }
    await a.close();
  });

  it('of setting up, and asked again', async () => {
    let isDone = false;
    for (let left = 0; !isDone; left += 1) {
      const store = emptyStore();
      const a = openBrowser(store);
      await a.library.notes.put(sampleNote(1));
      const fuse: Fuse = { left };
      const db = cutDb(a.db, fuse);
      await db.open();
      const ask = { place: PLACE, passphrase: PASSPHRASE, name: 'a', choice: CHOICE, beside: false };
      isDone = await browserOn(db, cutStore(store, fuse))
        .desk.create(ask)
        .then(
          () => true,
          () => false,
        );
      db.close();
      // The vault may be there already: then it opens with the passphrase that was chosen.
      if ((await a.view()).kind === 'off') {
        const again = await a.desk.create(ask);
        if (again.kind === 'taken') await joinOn(a, 'a');
        else expect(again.kind).toBe('done');
      }
      await inStep(a);
      await isFine(a);
      const b = openBrowser(store);
      await joinOn(b);
      expect(await b.library.notes.get(sampleNote(1).id)).toEqual(sampleNote(1));
      await Promise.all([a.close(), b.close()]);
    }
  });
});
