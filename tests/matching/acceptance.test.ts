import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEARNED, probabilityOf } from '@/lib/matching/accept.ts';
import { FEATURES } from '@/lib/matching/features.ts';
import type { Features } from '@/lib/matching/features.ts';
import { fitLogistic } from '@/scripts/train/logistic.ts';

const features = (value: (name: string) => number): Features =>
  Object.fromEntries(FEATURES.map((name) => [name, value(name)])) as Features;

describe('the learned acceptance', () => {
  it('weighs every feature and no other', () => {
    expect(Object.keys(LEARNED.weights).sort()).toEqual([...FEATURES].sort());
  });

  it('is silent about a sentence that shares nothing', () => {
    expect(
      probabilityOf(
        features(() => 0),
        LEARNED,
      ),
    ).toBeLessThan(0.01);
  });

  it.each(['sentenceShare', 'questionScore', 'claimScore', 'rareShare', 'sameFigure'] as const)(
    'rises with %s',
    (name) => {
      const at = (value: number): number =>
        probabilityOf(
          features((other) => (other === name ? value : 0.5)),
          LEARNED,
        );
      expect(at(1)).toBeGreaterThan(at(0));
    },
  );

  it.each(['lateWithoutCue', 'asks'] as const)('falls with %s', (name) => {
    const at = (value: number): number =>
      probabilityOf(
        features((other) => (other === name ? value : 0.5)),
        LEARNED,
      );
    expect(at(1)).toBeLessThan(at(0));
  });

  it('shows what is surer than a coin by far, and not only certainties', () => {
    const { few, balanced, more } = LEARNED.levels;
    expect(balanced.threshold).toBeGreaterThan(0.5);
    expect(balanced.threshold).toBeLessThan(0.95);
    expect([few.threshold, balanced.threshold, more.threshold].sort().reverse()).toEqual([
      few.threshold,
      balanced.threshold,
      more.threshold,
    ]);
  });
});

describe('fitLogistic', () => {
  it('finds the weights that made the examples', () => {
    const grid = Array.from({ length: 4000 }, (_, n) => [(n % 63) / 63, ((n * 7) % 61) / 61]);
    const examples = grid.map(([a = 0, b = 0], n) => ({
      x: [a, b],
      y: (n * 0.618034) % 1 < 1 / (1 + Math.exp(-(1 + 3 * a - 4 * b))),
    }));
    const { intercept, weights } = fitLogistic(examples);
    expect(intercept).toBeCloseTo(1, 0);
    expect(weights[0]).toBeCloseTo(3, 0);
    expect(weights[1]).toBeCloseTo(-4, 0);
  });

  it('gives a feature that never changes no weight', () => {
    const { weights } = fitLogistic([0, 1, 2, 3].map((n) => ({ x: [n, 5], y: n > 1 })));
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[1]).toBe(0);
  });

  it('does not depend on the scale of a feature', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (scale) => {
        const examples = [0, 1, 2, 3, 4].map((n) => ({ x: [n * scale], y: n % 2 === 0 || n > 2 }));
        const { intercept, weights } = fitLogistic(examples);
        const plain = fitLogistic(examples.map(({ x: [value = 0], y }) => ({ x: [value / scale], y })));
        expect((weights[0] ?? 0) * scale).toBeCloseTo(plain.weights[0] ?? 0, 6);
        expect(intercept).toBeCloseTo(plain.intercept, 6);
      }),
    );
  });

  it('stays finite where a feature decides alone, by the pull towards 0', () => {
    const count = 40;
    const examples = Array.from({ length: count }, (_, n) => ({ x: [n % 2 === 0 ? 1 : -1], y: n % 2 === 0 }));
    const [weight = 0] = fitLogistic(examples).weights;
    // At the optimum the examples push as much as the ridge pulls.
    expect(count * (1 - 1 / (1 + Math.exp(-weight)))).toBeCloseTo(weight, 4);
  });

  it('has nothing to learn from nothing', () => {
    expect(() => fitLogistic([])).toThrow('No examples');
  });
});
