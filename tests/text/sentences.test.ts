import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '@/lib/text/sentences.ts';
import { SENTENCE_CASES } from './sentence-cases.ts';
import { ROUNDS } from '@/tests/rounds.ts';

const pieces = (text: string): string[] => splitSentences(text).map((span) => text.slice(span.start, span.end));

describe.each(Object.entries(SENTENCE_CASES))('%s', (_group, cases) => {
  it.each(cases)('%s', (marked) => {
    expect(pieces(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((piece) => piece.trim()));
  });
});

it('has enough cases to mean something', () => {
  expect(Object.values(SENTENCE_CASES).flat().length).toBeGreaterThanOrEqual(120);
});

describe('edges', () => {
  it.each([
    ['nothing', '', []],
    ['white space', ' \u00a0\n ', []],
    ['only marks', '…!', ['…!']],
    ['marks before words', '*** The end.', ['*** The end.']],
    ['a rule between sentences', 'It ended. *** It began.', ['It ended.', '*** It began.']],
    ['lines', 'One line\nanother line', ['One line', 'another line']],
    ['space at the ends', '  It ended. It began.  ', ['It ended.', 'It began.']],
  ])('%s', (_name, text, expected) => expect(pieces(text)).toEqual(expected));
});

/** Words and marks that meet every rule. */
const TOKENS = [
  'Mr.',
  'U.S.',
  'the',
  'The',
  'In',
  'A.',
  'I.',
  'I',
  'p.m.',
  'No.',
  '5',
  '2022.',
  'Sept.',
  'Inc.',
  'left.',
  'left',
  '“Why?”',
  '“We',
  'won.”',
  '…',
  '...',
  'wait…',
  '[1]',
  '(He',
  'stayed.)',
  'said',
  'asked',
  'Orlov',
  '1.',
  'b.',
  '—',
  '- 2)',
  '"',
  "'",
  '他说。',
  '好！',
  '؟',
  '😀',
  '•',
  '*',
  '»',
  '«',
  'it.Next',
  'example.com.',
  'Plan',
  'vs.',
  'Monday',
  'am',
  '3.',
  'März',
  '!',
  '?',
];
const prose = fc.array(fc.constantFrom(...TOKENS), { maxLength: 25 }).map((words) => words.join(' '));
const anyText = fc.oneof(prose, fc.string({ unit: 'grapheme', maxLength: 80 }));

describe('for any text', () => {
  it('covers all but white space, in order, trimmed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let from = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(from, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          from = end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
      { numRuns: 2000 * ROUNDS },
    );
  });

  it('leaves a sentence whole that it has split off', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const piece of pieces(text)) expect(pieces(piece)).toEqual([piece]);
      }),
      { numRuns: 3000 * ROUNDS },
    );
  });
});

it('takes time in proportion to the length of the text', () => {
  const text = 'Mr. Orlov of Acme Inc. met A. Tan at 5 p.m. in the U.S. The end came. '.repeat(2000);
  const begun = performance.now();
  expect(splitSentences(text).length).toBe(4000);
  expect(performance.now() - begun).toBeLessThan(1500);
});
