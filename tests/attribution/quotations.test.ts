import { describe, expect, it } from 'vitest';
import { quotationsIn } from '@/lib/attribution/quotations.ts';
import { lastOf, proposalsOf } from './an-article.ts';

const quoted = (text: string, ends: readonly number[] = [text.length]): string[] =>
  quotationsIn(text, ends).map(({ inner }) => text.slice(inner.start, inner.end));

describe('what stands in quotation marks', () => {
  it.each([
    ['curly', 'She said “it fell” and “it broke”.', ['it fell', 'it broke']],
    ['straight', 'She said "it fell" and "it broke".', ['it fell', 'it broke']],
    ['opened in one way and closed in another', 'She said “it fell".', ['it fell']],
    ['German', 'Sie sagte: „Es fiel“, und ging.', ['Es fiel']],
    ['French', 'Elle dit « il est tombé » et part.', [' il est tombé ']],
    ['turned round', 'Sie sagte: »Es fiel«, und ging.', ['Es fiel']],
    ['Swedish', 'Hon sa ”det föll” och gick.', ['det föll']],
    ['single', 'She said ‘it fell’ and ‘it broke’.', ['it fell', 'it broke']],
    ['single and straight', "She said 'it fell' and left.", ['it fell']],
    ['with a quotation within', '“I shouted, ‘Close it!’ and ran,” she said.', ['I shouted, ‘Close it!’ and ran,']],
    ['with one of its own marks within', '“I said “Close it” twice,” she said.', ['I said “Close it']],
    ['none: apostrophes', "The county's bridge didn't fall in the '90s, the drivers' union said.", []],
    ['none: curly apostrophes', 'It’s the county’s ’90s bridge.', []],
    ['none: a single mark that nothing closes', 'In the ‘old town it fell.', []],
    ['none: a mark that only closes', 'It fell” and broke.', []],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
  it('a mark that nothing closes quotes its sentence', () => {
    expect(quoted('“It fell. It broke.', [9, 19])).toEqual(['It fell.']);
  });
  it('a new paragraph of one quotation opens again', () => {
    expect(quoted('“It fell.\n“It broke,” she said.')).toEqual(['It fell.\n“It broke,']);
  });
  it('ends with its paragraph, where the next does not open again', () => {
    expect(quoted('“It fell.\nIt broke.” Yes.', [9, 19, 24])).toEqual(['It fell.']);
  });
});

describe('the words of a speaker', () => {
  const speakers = (text: string): (string | null)[] => proposalsOf(text).map(({ speaker }) => speaker?.name ?? null);
  it.each([
    ['over several sentences, the cue last', '“It is old. It is unsafe. It must go,” said Ann Porter.', 3],
    ['over several sentences, the cue first', 'Ann Porter said: “It is old. It is unsafe. It must go.”', 3],
    ['behind a quotation with its cue', '“It is old,” said Ann Porter. “It is unsafe.” “It must go.”', 3],
    ['over paragraphs', '“It is old,” said Ann Porter.\n“It is unsafe.\n“It must go.”', 3],
    ['at the head of a paragraph whose cue comes later', 'It fell.\n“It is old.” “It is unsafe,” said Ann Porter.', 2],
  ])('%s', (_, text, count) => {
    const found = speakers(text);
    expect(found.slice(-count)).toEqual(Array(count).fill('Ann Porter'));
  });
  it('end where the quotation does', () => {
    expect(speakers('“It is old,” said Ann Porter. The bridge was shut.')).toEqual(['Ann Porter', null]);
  });
  it('are no heading within the text', () => {
    expect(speakers('“It is old,” said Ann Porter.\n– ‘Will do anything’ –')).toEqual(['Ann Porter', null]);
  });
  it('are verbatim, and only those in marks', () => {
    const { quotes } = lastOf('Ann Porter said it was “nearer to thirty” and “a shame”.');
    expect(quotes.map(({ text }) => text)).toEqual(['nearer to thirty', 'a shame']);
  });
  it('are not proposed where the outlet speaks', () => {
    expect(lastOf('The “safe” bridge was shut.').quotes).toEqual([]);
  });
});
