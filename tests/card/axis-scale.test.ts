import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisScale } from '@/lib/card/axis-scale.ts';

describe('a scale', () => {
  it.each([
    ['from nought', [1351, 7000], [0, 2000, 4000, 6000, 8000]],
    ['up to its own end', [15_000], [0, 5000, 10_000, 15_000]],
    ['below nought', [-3, 5], [-4, -2, 0, 2, 4, 6]],
    ['only below', [-8], [-8, -6, -4, -2, 0]],
    ['small', [0.3], [0, 0.1, 0.2, 0.30000000000000004]],
    ['nothing', [], [0, 0.5]],
    ['nothing but nought', [0], [0, 0.5]],
    ['not a number', [Number.NaN, 4], [0, 1, 2, 3, 4]],
  ])('%s', (_name, values, ticks) => {
    expect(axisScale(values).ticks).toEqual(ticks);
  });

  it('holds every value, keeps their order and has few ticks', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-6);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) => {
        const { from, to, ticks, at } = axisScale(values);
        const sorted = values.toSorted((a, b) => a - b);
        const places = sorted.map(at);
        expect(from).toBeLessThanOrEqual(sorted[0] ?? 0);
        expect(to).toBeGreaterThanOrEqual(sorted.at(-1) ?? 0);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
