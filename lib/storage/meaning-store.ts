/** The vectors of packs, which take seconds to work out. A cache: what is damaged or of another edition counts as missing. */
import type { PackId } from '@/lib/core/ids.ts';
import { count, record } from '@/lib/core/parse.ts';
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
  const { dimensions, count: rows, values, scales } = record(value, 'vectors');
  const size = count(dimensions, 'dimensions') * count(rows, 'count');
  if (!(values instanceof Int8Array) || !(scales instanceof Float32Array)) return null;
  if (values.length !== size || scales.length !== rows) return null;
  return { dimensions: Number(dimensions), count: scales.length, values, scales };
}
