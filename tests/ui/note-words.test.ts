import './i18n-stub.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutShort, noteKindInWords, noteName, writtenInWords } from '@/lib/ui/note-words.ts';
import { NOTES, sampleNote } from './sample-notes.ts';

const { WHOLE, HIGHLIGHT, CHANGED, TWICE, GONE } = NOTES;

describe('a note is called', () => {
  it.each([
    ['Note on the page', WHOLE],
    ['Highlight', HIGHLIGHT],
    ['Flag: figure', CHANGED],
    ['Note', TWICE],
    ['Flag: missing context', GONE],
  ])('“%s”', (words, { note }) => {
    expect(noteKindInWords(note)).toBe(words);
  });

  it.each([
    ['the words it stands on', HIGHLIGHT.note, 'nothing worth the name had come of the talks'],
    ['what is written, on a whole page', WHOLE.note, 'Compare with the board’s own report.'],
    ['its kind, without words', sampleNote({ passage: null, flag: 'source' }), 'Flag: source'],
    ['cut short', CHANGED.note, 'On 2 March the board named a figure of 1,500 people who have…'],
    ['in one line', sampleNote({ passage: null, body: ' two\n\n lines ' }), 'two lines'],
  ])('by %s', (_what, note, name) => {
    expect(noteName(note)).toBe(name);
  });
});

it.each([
  ['the same day', 60_000, 'March 3, 2021'],
  ['two days later', 48 * 3_600_000, 'March 3, 2021 · changed March 5, 2021'],
])('tells when it was changed: %s', (_when, later, words) => {
  const { created } = sampleNote({});
  expect(writtenInWords({ created, modified: created + later })).toBe(words);
});

describe('cut short', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc…'],
    ['ab cd', 3, 'ab…'],
    ['', 3, ''],
    ['👩‍👩‍👧👩‍👩‍👧', 1, '👩‍👩‍👧…'],
    ['e\u0301e\u0301', 1, 'e\u0301…'],
  ])('%j to %i', (text, most, short) => {
    expect(cutShort(text, most)).toBe(short);
  });

  it('is the text or its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
        const short = cutShort(text, most);
        expect(short === text || (short.endsWith('…') && text.startsWith(short.slice(0, -1)))).toBe(true);
      }),
    );
  });
});
