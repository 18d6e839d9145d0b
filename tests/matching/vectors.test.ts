import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cosinesWith, nearest, packVectors } from '@/lib/matching/meaning/vectors.ts';

const unit = (values: readonly number[]) => {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
};
const vectorsOf = (dimensions: number) =>
  fc.array(
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions }).map(unit),
    { minLength: 1, maxLength: 30 },
  );

it('keeps cosines to about a hundredth, in a quarter of the memory', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }).chain((dimensions) => vectorsOf(dimensions)),
      (vectors) => {
        const packed = packVectors(vectors);
        const [query = Float32Array.of()] = vectors;
        const cosines = cosinesWith(query, packed);
        vectors.forEach((vector, at) => {
          const exact = vector.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0);
          expect(Math.abs((cosines[at] ?? NaN) - exact)).toBeLessThan(0.02);
        });
        expect(packed.values.byteLength).toBe(vectors.length * query.length);
      },
    ),
  );
});

it('gives the nearest first, of equals the first', () => {
  fc.assert(
    fc.property(vectorsOf(6), fc.integer({ min: 0, max: 35 }), (vectors, most) => {
      const packed = packVectors([...vectors, ...vectors]);
      const [query = Float32Array.of()] = vectors;
      const sorted = [...cosinesWith(query, packed)]
        .map((cosine, at) => ({ at, cosine }))
        .sort((a, b) => b.cosine - a.cosine || a.at - b.at);
      expect(nearest(query, packed, most)).toEqual(sorted.slice(0, most));
    }),
  );
});

it('knows nothing near in nothing', () => {
  expect(nearest(Float32Array.of(), packVectors([]), 3)).toEqual([]);
  expect(cosinesWith(unit([0, 0]), packVectors([unit([0, 0])]))).toEqual(Float32Array.of(0));
});

it('refuses vectors of different models', () => {
  expect(() => packVectors([unit([1]), unit([1, 2])])).toThrow(RangeError);
  expect(() => cosinesWith(unit([1, 2, 3]), packVectors([unit([1, 2])]))).toThrow(RangeError);
});
