import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PackId } from '@/lib/core/ids.ts';
import { packVectors } from '@/lib/matching/meaning/vectors.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';

const KEY = { pack: 'p' as PackId, model: 'm', digest: 'd' };
const VECTORS = packVectors([Float32Array.of(1, 0), Float32Array.of(0.6, 0.8)]);

let db: LibraryDb;
let library: Library;
beforeEach(() => {
  db = openLibraryDb(`meanings-${Math.random()}`);
  library = createLibrary(db);
});
afterEach(() => db.delete());

describe('vectors of packs', () => {
  it('come out as they went in, one edition for a pack and a model', async () => {
    await library.meanings.put({ ...KEY, digest: 'older' }, VECTORS);
    await library.meanings.put(KEY, VECTORS);
    expect(await library.meanings.get(KEY)).toEqual(VECTORS);
    expect(await db.meanings.count()).toBe(1);
  });

  it.each([
    ['another pack', { ...KEY, pack: 'q' as PackId }],
    ['another model', { ...KEY, model: 'n' }],
    ['other texts', { ...KEY, digest: 'e' }],
  ])('are not those of %s', async (_what, key) => {
    await library.meanings.put(KEY, VECTORS);
    expect(await library.meanings.get(key)).toBeNull();
  });

  it.each([
    ['none', null],
    ['too short', { ...VECTORS, values: VECTORS.values.slice(1) }],
    ['of another kind', { ...VECTORS, values: [...VECTORS.values] }],
    ['without scales', { ...VECTORS, scales: new Float32Array() }],
    ['without a size', { ...VECTORS, dimensions: -1 }],
  ])('count as missing where they are damaged: %s', async (_what, vectors) => {
    await db.table<object>('meanings').put({ ...KEY, vectors });
    expect(await library.meanings.get(KEY)).toBeNull();
  });

  it('go when everything is wiped', async () => {
    await library.meanings.put(KEY, VECTORS);
    await library.wipe();
    expect(await library.meanings.get(KEY)).toBeNull();
  });
});
