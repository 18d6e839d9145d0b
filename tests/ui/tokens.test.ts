import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('lib/ui/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`no token --${name}`);
  return token[theme];
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'accent-soft'] as const;
const pairs = (fronts: readonly string[], grounds: readonly string[]) =>
  THEMES.flatMap((theme) =>
    fronts.flatMap((front) =>
      grounds.map((ground) => ({ name: `${front} on ${ground}, ${theme}`, theme, front, ground })),
    ),
  );

describe('text is readable', () => {
  const text = [...pairs(['ink', 'ink-2', 'accent'], GROUNDS), ...pairs(['on-accent'], ['accent'])];
  it.each(text)('$name', ({ theme, front, ground }) => {
    expect(contrast(colour(front, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('lines that carry meaning are seen', () => {
  const own = ['own-yellow', 'own-orange', 'own-sky', 'own-blue', 'own-purple'];
  it.each(pairs(['line', 'accent', 'mark', ...own], ['paper', 'sheet']))('$name', ({ theme, front, ground }) => {
    expect(contrast(colour(front, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe('the palette', () => {
  it('is all in tokens.css: no other file names a colour', () => {
    const others = ['base', 'card', 'evidence', 'reader', 'notes', 'library', 'forms', 'sync', 'in-page'].map((file) =>
      readFileSync(`lib/ui/${file}.css`, 'utf8').replace(/rgb\(0 0 0 \/ \d+%\)/g, ''),
    );
    expect(others.join('\n')).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color)\(/i);
  });

  // The colours of the reader's own highlights are their choice and say nothing.
  const saying = [...tokens].filter(([name]) => !name.startsWith('own-'));
  it.each(saying.flatMap(([name, { light, dark }]) => [[name, light] as const, [name, dark] as const]))(
    'has no red and no green: %s %s',
    (_name, hex) => {
      const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      const saturation = Math.max(red, green, blue) - Math.min(red, green, blue);
      const isRed = red === Math.max(red, green, blue) && red - green > 40;
      const isGreen = green === Math.max(red, green, blue) && green - Math.max(red, blue) > 20;
      expect(saturation > 30 && (isRed || isGreen)).toBe(false);
    },
  );

  it('was read whole', () => {
    expect(tokens.size).toBe(css.match(/light-dark\(/g)?.length);
    expect(tokens.size).toBeGreaterThan(8);
  });
});
