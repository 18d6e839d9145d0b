/** The vectors of packs, which take seconds to work out. A cache: what is damaged or of another edition counts as missing. */
import type { PackId } from '@/lib/core/ids.ts';
import { ParseError, count, record } from '@/lib/core/parse.ts';
import type { PackedVectors } from '@/lib/core/sentence-model.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';

export type MeaningKey = { readonly pack: PackId; readonly model: string; readonly digest: string };

export type MeaningStore = {
  readonly get: (key: MeaningKey) => Promise<PackedVectors | null>;
  readonly put: (key: MeaningKey, vectors: PackedVectors) => Promise<void>;
};

export function createMeaningStore(db: LibraryDb): MeaningStore {
  return {
    get: ({ pack, model, digest }) =>
      guarded(async () => {
        const row = await db.meanings.get([pack, model]);
        return row?.digest === digest ? vectorsOf(row.vectors) : null;
      }),
    put: (key, vectors) =>
      guarded(async () => {
        await db.meanings.put({ ...key, vectors });
      }),
  };
}

function vectorsOf(value: unknown): PackedVectors | null {
  try {
    const { dimensions, count: rows, values, scales } = record(value, 'vectors');
    const each = count(dimensions, 'dimensions');
    if (!(values instanceof Int8Array) || !(scales instanceof Float32Array)) return null;
    if (scales.length !== rows || values.length !== each * scales.length) return null;
    return { dimensions: each, count: scales.length, values, scales };
  } catch (cause) {
    if (cause instanceof ParseError) return null;
    throw cause;
  }
}
