import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileNames } from '@/lib/exchange/markdown-name.ts';
import { arbitraryText } from './arbitrary-note.ts';

const name = (title: string): string => createFileNames()(title);
const namesOf = (titles: readonly string[]): string[] => titles.map(createFileNames());
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('a file’s name', () => {
  it.each([
    ['Harbour talks end', 'Harbour talks end.md'],
    ['Who: what? [a/b] #1 ^2 | “x” <y> *', 'Who what a b 1 2 “x” y.md'],
    ['  ..hidden. ', 'hidden.md'],
    ['', 'Untitled.md'],
    ['???', 'Untitled.md'],
    ['con', '_con.md'],
    ['COM1.txt', '_COM1.txt.md'],
    ['LPT³', '_LPT³.md'],
    ['Conference', 'Conference.md'],
    ['Two\nlines\u0000\u202E', 'Two lines.md'],
    ['e\u0301te\u0301', 'été.md'],
  ])('%j', (title, expected) => expect(name(title)).toBe(expected));

  it('is short enough for every disk, and never cut within a character', () => {
    expect(bytes(name('a'.repeat(500)))).toBeLessThanOrEqual(123);
    expect(name('新'.repeat(500))).toBe(`${'新'.repeat(40)}.md`);
    expect(name('🧿'.repeat(500))).toBe(`${'🧿'.repeat(30)}.md`);
  });

  it('is taken once, also where capitals and accents are not told apart', () => {
    expect(namesOf(['Talks', 'talks', 'TALKS', 'Tälks', 'Talks (2)', 'Straße', 'STRASSE'])).toEqual([
      'Talks.md',
      'talks (2).md',
      'TALKS (3).md',
      'Tälks (4).md',
      'Talks (2) (2).md',
      'Straße.md',
      'STRASSE (2).md',
    ]);
  });
  it('ten thousand of one title do not wait for each other', () => {
    expect(new Set(namesOf(Array.from({ length: 10_000 }, () => 'Live'))).size).toBe(10_000);
  });

  it('is safe whatever the title', () => {
    fc.assert(
      fc.property(fc.array(arbitraryText(300), { maxLength: 8 }), (titles) => {
        const names = namesOf(titles);
        const folded = names.map((each) => each.normalize('NFKD').toUpperCase().toLowerCase());
        expect(new Set(folded).size).toBe(titles.length);
        for (const each of names) {
          expect(each).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\p{Cs}]|^[. ]|[. ]\.md$|^\.md$/u);
          expect(each).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(bytes(each)).toBeLessThan(143);
        }
      }),
    );
  });
});
