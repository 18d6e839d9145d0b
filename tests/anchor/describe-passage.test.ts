import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { note, spanOf, TEXT } from './pages.ts';

describe('describePassage', () => {
  it('keeps the words, what is around to word edges, and the position', () => {
    const { exact, prefix, suffix, position } = note('1,200 sailors');
    expect({ exact, prefix, suffix }).toEqual({
      exact: '1,200 sailors',
      prefix: '.\n“Nobody asked us,” Orlov told reporters, adding that at least ',
      suffix: ' were still waiting for their wages.\nA spokesman for the ',
    });
    expect(position).toEqual(spanOf(TEXT, '1,200 sailors'));
  });
  it('counts code points', () => {
    expect(describePassage(indexPage('😀😀 yes'), { start: 5, end: 8 }).position).toEqual({ start: 3, end: 6 });
  });
  it('names the heading above', () => {
    const text = 'One\nfirst\nTwo\nsecond';
    const page = indexPage(text, [spanOf(text, 'Two'), spanOf(text, 'One')]);
    expect(describePassage(page, spanOf(text, 'first')).heading).toBe('One');
    expect(describePassage(page, spanOf(text, 'second')).heading).toBe('Two');
    expect(describePassage(indexPage(text), spanOf(text, 'second')).heading).toBeNull();
  });
  it('never cuts a pair, nor keeps more than 64 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(), (text, at) => {
        const chars = Array.from(text);
        const start = chars.slice(0, at % (chars.length + 1)).join('').length;
        const { prefix, suffix } = describePassage(indexPage(text), { start, end: start });
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(64);
        expect((prefix + suffix).isWellFormed()).toBe(true);
      }),
    );
  });
});
