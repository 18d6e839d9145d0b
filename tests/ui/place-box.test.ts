import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBox, type Box } from '@/lib/ui/place-box.ts';

const line = (left: number, top: number, right = left + 200): Box => ({ left, top, right, bottom: top + 20 });
const WINDOW = { width: 800, height: 600 };
const SIZE = { width: 300, height: 100 };

describe('a box beside a sentence', () => {
  it.each([
    ['below the last line', [line(100, 50), line(40, 70)], SIZE, { left: 40, top: 96 }],
    ['above the first, at the foot of the window', [line(100, 540), line(40, 560)], SIZE, { left: 100, top: 434 }],
    ['not out of the right edge', [line(700, 50)], SIZE, { left: 494, top: 76 }],
    ['not out of the left edge', [line(-50, 50)], SIZE, { left: 0, top: 76 }],
    [
      'a sentence taller than the window leaves the end that is freer',
      [line(0, 30), line(0, 550)],
      SIZE,
      { left: 0, top: 500 },
    ],
    ['a sentence scrolled away above', [line(0, -300)], SIZE, { left: 0, top: 6 }],
    ['no lines at all', [], SIZE, { left: 0, top: 6 }],
    ['a box larger than the window', [line(0, 50)], { width: 900, height: 700 }, { left: 0, top: 0 }],
  ])('%s', (_name, lines, size, place) => {
    expect(placeBox(lines, size, WINDOW)).toEqual(place);
  });

  it('stays in the window, and off the words wherever there is room', () => {
    const top = fc.integer({ min: 0, max: 570 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), top, fc.integer({ min: 20, max: 200 }), (x, y, height) => {
        const words = line(x, y);
        const { left, top: at } = placeBox([words], { width: 300, height }, WINDOW);
        expect(left >= 0 && left + 300 <= WINDOW.width).toBe(true);
        expect(at >= 0 && at + height <= WINDOW.height).toBe(true);
        expect(at >= words.bottom || at + height <= words.top).toBe(true);
      }),
    );
  });
});
