import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_CONTRAST, TONES, contrast, toneOn, type Rgb } from '@/lib/marks/tones.ts';
import { highlightName } from '@/lib/marks/painter.ts';
import { parseColor } from '@/lib/marks/ground.ts';
import { MARK_KINDS } from '@/lib/core/marks.ts';
import { ROUNDS } from '@/tests/rounds.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colorOf = (name: string): Rgb => TONES.find((tone) => tone.name === name)?.color ?? [0, 0, 0];

describe('tones', () => {
  it('stand out from every ground there is', () => {
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (ground) => {
        expect(contrast(colorOf(toneOn(ground)), ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
      { numRuns: 5000 * ROUNDS },
    );
  });

  it.each<[string, Rgb, string]>([
    ['white', [255, 255, 255], 'light'],
    ['sepia', [244, 236, 216], 'light'],
    ['Financial pink', [255, 241, 229], 'light'],
    ['dark grey', [24, 26, 27], 'dark'],
    ['black', [0, 0, 0], 'dark'],
    ['mid grey', [128, 128, 128], 'deep'],
  ])('on %s', (_name, ground, expected) => expect(toneOn(ground)).toBe(expected));

  it('measures contrast as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });
});

describe('marks.css', () => {
  const css = readFileSync('public/marks.css', 'utf8');
  it.each(
    TONES.flatMap(({ name, color }) =>
      [...MARK_KINDS, 'picked' as const].map((kind) => [highlightName(kind, name), color] as const),
    ),
  )('paints %s in its tone', (highlight, color) => {
    const rule = new RegExp(`::highlight\\(${highlight}\\)\\s*\\{([^}]*)\\}`).exec(css)?.[1];
    expect(rule).toContain(color.join(' '));
  });
  it.each([
    ['differ', 'double'],
    ['agree', 'solid'],
    ['single', 'dotted'],
  ])('%s is %s, so told without colour', (kind, pattern) => {
    for (const { name } of TONES)
      expect(css).toMatch(new RegExp(`::highlight\\(parallax-${kind}-${name}\\)\\s*\\{[^}]*${pattern}`));
  });
  it('honours forced colours for every highlight', () => {
    const forced = css.slice(css.indexOf('forced-colors'));
    for (const { name } of TONES)
      for (const kind of [...MARK_KINDS, 'picked']) expect(forced).toContain(`parallax-${kind}-${name}`);
  });
});

describe('parseColor', () => {
  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
    ['rgb(1 2 3 / 50%)', [1, 2, 3, 0.5]],
    ['rgba(0, 0, 0, 0)', [0, 0, 0, 0]],
    ['color(display-p3 1 0 0)', null],
    ['transparent', null],
  ])('%s', (css, expected) => expect(parseColor(css)).toEqual(expected));
});
