import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seedPacks } from '@/entrypoints/background/seed-packs.ts';
import type { PackId } from '@/lib/core/ids.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { HARBOUR, HARBOUR_FILE } from '@/tests/card/harbour-pack.ts';

const NAME = HARBOUR_FILE.id;
/** What the extension ships: the list, and the files it names. */
const shipped =
  (version: string, file: unknown = { ...HARBOUR_FILE, version }) =>
  (path: string) =>
    Promise.resolve(
      path === '/packs/index.json'
        ? JSON.stringify([{ id: NAME, version, file: 'harbour.json' }])
        : JSON.stringify(file),
    );

let db: LibraryDb;
let library: Library;
beforeEach(() => {
  db = openLibraryDb(`seed-${Math.random()}`);
  library = createLibrary(db);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});
const versions = async () => (await library.packs.list()).map(({ id, version, from }) => `${id} ${version} ${from}`);

describe('seedPacks', () => {
  it('puts the shipped packs in once', async () => {
    expect(await seedPacks(library.packs, shipped('1.0.0'))).toBe(true);
    expect(await versions()).toEqual([`${NAME} 1.0.0 built-in`]);
    expect(await seedPacks(library.packs, shipped('1.0.0'))).toBe(false);
  });

  it('brings in a newer edition, which stays switched off if the older was', async () => {
    await seedPacks(library.packs, shipped('1.0.0'));
    await library.packs.switch(NAME as PackId, false);
    expect(await seedPacks(library.packs, shipped('1.1.0'))).toBe(true);
    expect(await versions()).toEqual([`${NAME} 1.1.0 built-in`]);
    expect(await library.packs.active()).toEqual([]);
  });

  it('goes back with the extension, too', async () => {
    await seedPacks(library.packs, shipped('2.0.0'));
    await seedPacks(library.packs, shipped('1.0.0'));
    expect(await versions()).toEqual([`${NAME} 1.0.0 built-in`]);
  });

  it('leaves the packs of the reader alone', async () => {
    await library.packs.put({ ...HARBOUR, id: 'mine' as PackId }, 'reader');
    await seedPacks(library.packs, shipped('1.0.0'));
    expect(await versions()).toContain('mine 1.2.0 reader');
  });

  it('keeps the older edition where the shipped file is damaged', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await seedPacks(library.packs, shipped('1.0.0'));
    await seedPacks(library.packs, shipped('1.1.0', { ...HARBOUR_FILE, questions: [] }));
    expect(await versions()).toEqual([`${NAME} 1.0.0 built-in`]);
    expect(said).toHaveBeenCalledOnce();
  });
});
