/** Vectors of length 1 kept as bytes, and how near they are to one that is asked about. */
import type { PackedVectors } from '@/lib/core/sentence-model.ts';

export type Near = { readonly at: number; readonly cosine: number };

const LARGEST = 127;

/** Each by its own largest number: a cosine is right to about 0.002. Throws where the vectors are not of one length. */
export function packVectors(vectors: readonly Float32Array[]): PackedVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const values = new Int8Array(vectors.length * dimensions);
  const scales = new Float32Array(vectors.length);
  for (const [row, vector] of vectors.entries()) {
    if (vector.length !== dimensions) throw new RangeError(`${vector.length} numbers beside ${dimensions}`);
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = largest === 0 ? 1 : largest / LARGEST;
    scales[row] = scale;
    vector.forEach((value, at) => (values[row * dimensions + at] = Math.round(value / scale)));
  }
  return { dimensions, count: vectors.length, values, scales };
}

/** Of `query`, of length 1, with every row. */
export function cosinesWith(query: Float32Array, vectors: PackedVectors): Float32Array {
  const { dimensions, count, scales } = vectors;
  if (query.length !== dimensions) throw new RangeError(`${query.length} numbers beside ${dimensions}`);
  const cosines = new Float32Array(count);
  const asked = Float64Array.from(query);
  const inFours = count - (count % 4);
  for (let row = 0; row < inFours; row += 4) addFour(cosines, row, asked, vectors);
  for (let row = inFours; row < count; row += 1) {
    const values = vectors.values.subarray(row * dimensions, (row + 1) * dimensions);
    cosines[row] = values.reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0);
  }
  scales.forEach((scale, row) => (cosines[row] = (cosines[row] ?? 0) * scale));
  return cosines;
}

/** Four rows at once: each number of the question is fetched once for all of them, and no sum waits for itself. */
function addFour(sums: Float32Array, row: number, asked: Float64Array, { dimensions, values }: PackedVectors): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0, place = row * dimensions; at < dimensions; at += 1, place += 1) {
    const number = asked[at] ?? 0;
    a += number * (values[place] ?? 0);
    b += number * (values[place + dimensions] ?? 0);
    c += number * (values[place + 2 * dimensions] ?? 0);
    d += number * (values[place + 3 * dimensions] ?? 0);
  }
  sums.set([a, b, c, d], row);
}

/** The `most` nearest rows, the nearest first, of equals the first in order. */
export function nearest(query: Float32Array, vectors: PackedVectors, most: number): Near[] {
  const found: Near[] = [];
  if (most <= 0) return found;
  let least = -Infinity;
  for (const [at, cosine] of cosinesWith(query, vectors).entries()) {
    if (found.length === most && cosine <= least) continue;
    const place = found.findLastIndex((near) => near.cosine >= cosine) + 1;
    found.splice(place, 0, { at, cosine });
    if (found.length > most) found.pop();
    least = found.at(-1)?.cosine ?? least;
  }
  return found;
}
