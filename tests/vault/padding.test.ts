import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPaddedSize, paddedSize } from '@/lib/vault/padding.ts';

const KIB = 1024;

describe('the size of a file', () => {
  it.each([
    [1, 1],
    [1 * KIB, 1],
    [1 * KIB + 1, 4],
    [4 * KIB + 1, 16],
    [16 * KIB + 1, 64],
    [64 * KIB, 64],
    [64 * KIB + 1, 128],
    [128 * KIB + 1, 192],
    [1024 * KIB, 1024],
    [1024 * KIB + 1, 1280],
    [1280 * KIB + 1, 1536],
    [3000 * KIB, 3072],
  ])('of %i bytes is %i KiB', (bytes, kib) => {
    expect(paddedSize(bytes)).toBe(kib * KIB);
  });
  it('holds what is in it, never falls, and is one of few', () => {
    const bytes = fc.integer({ min: 1, max: 9_000_000 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(paddedSize(less)).toBeLessThanOrEqual(paddedSize(more));
        expect(paddedSize(one)).toBeGreaterThanOrEqual(one);
        expect(isPaddedSize(paddedSize(one))).toBe(true);
        expect(isPaddedSize(one)).toBe(paddedSize(one) === one);
      }),
    );
    const all = new Set(Array.from({ length: 8192 }, (_, kib) => paddedSize((kib + 1) * KIB)));
    expect(all.size).toBe(4 + 15 + 28);
  });
});
