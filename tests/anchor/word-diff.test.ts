import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '@/lib/anchor/word-diff.ts';

const SIGN = { kept: ' ', removed: '-', added: '+' } as const;
const runs = (noted: string, now: string): string[] =>
  wordDiff(noted, now).runs.map(({ kind, text }) => SIGN[kind] + text.trim());
const changes = (noted: string, now: string): string[] =>
  wordDiff(noted, now).changes.map((change) => `${change.kind}: ${change.noted ?? '∅'} → ${change.now ?? '∅'}`);

describe('runs', () => {
  it.each([
    ['equal', 'It ended.', 'It ended.', [' It ended.']],
    ['a word replaced', 'ships sail again', 'boats sail again', ['-ships', '+boats', ' sail again']],
    ['a word put in', 'they sailed', 'they never sailed', [' they', '+never', ' sailed']],
    ['a word left out', 'they never sailed', 'they sailed', [' they', '-never', ' sailed']],
    ['other printing is no change', '“It’s  over”', '"It\'s over"', [' "It\'s over"']],
    ['all new', 'one two', 'three', ['-one two', '+three']],
    ['nothing noted', '', 'new', ['+new']],
    ['nothing left', 'old', '', ['-old']],
    ['no spaces between words', '', '', []],
  ])('%s', (_name, noted, now, expected) => {
    expect(runs(noted, now)).toEqual(expected);
  });
});

describe('what changes the meaning', () => {
  it.each([
    ['a number', 'At least 7,000 soldiers.', 'At least 15,000 soldiers.', ['number: 7,000 → 15,000']],
    ['its unit', 'It cost $13.7 billion.', 'It cost $13.7 million.', ['number: $13.7 billion → $13.7 million']],
    ['the same number in words', 'There were 57 men.', 'There were fifty-seven men.', []],
    ['a date', 'It ended in March 2022.', 'It ended in April 2022.', ['date: March 2022 → April 2022']],
    [
      'day and year of a date',
      'On 3 March 2021 it fell.',
      'On 4 March 2022 it fell.',
      ['date: 3 March 2021 → 4 March 2022'],
    ],
    [
      'a name',
      'He met Vladimir Putin there.',
      'He met Volodymyr Zelensky there.',
      ['name: Vladimir Putin → Volodymyr Zelensky'],
    ],
    ['a negation gone', 'They did not agree.', 'They did agree.', ['negation: not → ∅']],
    ['a negation put in', 'They agreed.', 'They never agreed.', ['negation: ∅ → never']],
    ['the same negation', "They don't agree.", 'They do not agree.', []],
    ['other words', 'They sailed slowly.', 'They sailed quickly.', []],
  ])('%s', (_name, noted, now, expected) => {
    expect(changes(noted, now)).toEqual(expected);
  });
});

it('kept and added is what stands there, kept and removed as many words as were noted', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'not', '7', 'Kyiv', '.')).map((words) => words.join(' '));
  fc.assert(
    fc.property(texts, texts, (noted, now) => {
      const { runs: all } = wordDiff(noted, now);
      const of = (...kinds: readonly string[]): string =>
        all.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text.trim()] : [])).join(' ');
      expect(of('kept', 'added').trim()).toBe(now.trim());
      expect(of('kept', 'removed').trim()).toBe(noted.trim());
    }),
  );
});

it('long texts are compared at the words that each has once', () => {
  const words = Array.from({ length: 5000 }, (_, n) => `w${n}`);
  const { runs: all } = wordDiff(words.join(' '), words.with(2500, 'new').join(' '));
  expect(all.map(({ kind }) => kind)).toEqual(['kept', 'removed', 'added', 'kept']);
});
