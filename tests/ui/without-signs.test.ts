/** Markdown in one plain line: fewer signs, the same words, no other meaning. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSigns } from '@/lib/ui/without-signs.ts';

describe('Markdown as plain words', () => {
  it.each([
    ['## Title\n\n**strong**, *soft*, _soft_, ***both*** and `code`', 'Title\n\nstrong, soft, soft, both and code'],
    ['[the board](https://a.example/b) says', 'the board says'],
    ['![a crane](https://a.example/c.png)', 'a crane'],
    ['~~1,200~~ 1,500', '~~1,200~~ 1,500'],
    ['> he said\n- [ ] ask\n1. read', '> he said\n- [ ] ask\n1. read'],
    ['harbour_talks_2021 and 2*3*4', 'harbour_talks_2021 and 2*3*4'],
    ['#tag and a * star * apart', '#tag and a * star * apart'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['\\*as typed\\*', '\\*as typed\\*'],
    ['(*soft*).', '(soft).'],
  ])('%j', (text, plain) => {
    expect(withoutSigns(text)).toBe(plain);
  });

  it('is cut where it is very long, and does not take long', () => {
    expect(withoutSigns('a'.repeat(5_000))).toHaveLength(5_000);
    for (const sign of ['*a ', '[', '[a](https://', '`a', '_', '# '])
      expect(withoutSigns(sign.repeat(300_000))).toMatch(/^.{1,5000}…$/s);
  });

  it('loses no word that is no address', () => {
    const piece = fc.constantFrom('*', '**', '_', '`', '[', ']', '(', ')', '# ', '\n', ' ', '~~', '\\', '!', 'w');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(withoutSigns(text).replaceAll(/[^w]/g, '')).toBe(text.replaceAll(/[^w]/g, ''));
      }),
    );
  });
});
