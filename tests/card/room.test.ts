import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareRoom } from '@/lib/card/room.ts';

describe('the room of claims', () => {
  it.each([
    ['all fit', [3, 1, 1], 4, [3, 1, 1]],
    ['in proportion', [12, 6, 3], 4, [4, 2, 1]],
    ['each keeps one', [40, 1, 1], 4, [4, 1, 1]],
    ['none gets none', [5, 0], 4, [4, 0]],
    ['no claims', [], 4, []],
  ])('%s', (_name, origins, room, shares) => {
    expect(shareRoom(origins, room)).toEqual(shares);
  });

  it('never turns the order round, never shows more than there is, never hides a whole claim', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 12 }), fc.integer({ min: 1, max: 20 }), (origins, room) => {
        const shares = shareRoom(origins, room);
        origins.forEach((count, at) => {
          const share = shares[at] ?? Number.NaN;
          expect(share).toBeLessThanOrEqual(count);
          expect(share).toBeGreaterThanOrEqual(Math.min(1, count));
          expect(share).toBeLessThanOrEqual(Math.max(room, 1));
          origins.forEach((other, n) => {
            if (other >= count) expect(shares[n]).toBeGreaterThanOrEqual(share);
          });
        });
      }),
    );
  });
});
