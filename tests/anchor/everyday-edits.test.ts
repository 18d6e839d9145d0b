/** What newsrooms do to an article after it is out: what a reader would never understand to be lost. */
import { describe, expect, it } from 'vitest';
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';

const PAGE = [
  'How to build a terrarium',
  'A glass jar, a handful of gravel and some moss are all that a small terrarium needs, says Mira Holt, who has built them for twenty years.',
  'She begins with the gravel, two fingers deep, so that the water has somewhere to go. Then comes a thin layer of charcoal, which keeps the air fresh.',
  'The soil should be moist but never wet. “If it drips when you squeeze it, wait a day,” she says, and laughs.',
  'Ferns, fittonia and baby tears do well behind glass. Cacti do not: they rot within weeks, and no amount of sand will save them.',
  'Once it is planted the jar is closed, and for the first week it stands in the shade. After that it wants light, but no sun.',
  'A good terrarium is watered twice a year. The oldest in her shop has not been opened since the spring of 2014.',
];
const LAST =
  'A good terrarium is watered twice a year. The oldest in her shop has not been opened since the spring of 2014.';
const SHORT = 'watered twice a year';
const UPDATE = 'Updated on Sunday with what readers wrote to us about their own jars.';

function foundAs(words: string, edit: (paragraphs: readonly string[]) => readonly string[]): string {
  const text = PAGE.join('\n');
  const start = text.indexOf(words);
  const passage = describePassage(indexPage(text), { start, end: start + words.length });
  const edited = edit(PAGE).join('\n');
  const [result] = anchorAll(indexPage(edited), [passage]);
  return result === undefined || !('span' in result)
    ? (result?.kind ?? 'none')
    : edited.slice(result.span.start, result.span.end);
}
const reworded = (from: string, to: string) => (paragraphs: readonly string[]) =>
  paragraphs.map((paragraph) => paragraph.replace(from, to));

describe('a passage is found when', () => {
  it.each<[string, string, (paragraphs: readonly string[]) => readonly string[], string]>([
    ['one number in it is corrected', LAST, reworded('twice', 'three times'), LAST.replace('twice', 'three times')],
    [
      'that, a note comes in above, and a paragraph goes',
      LAST,
      (paragraphs) => [UPDATE, ...reworded('twice', 'three times')(paragraphs).filter((_, at) => at !== 2)],
      LAST.replace('twice', 'three times'),
    ],
    [
      'a word is added in it',
      LAST,
      reworded('her shop', 'her little shop'),
      LAST.replace('her shop', 'her little shop'),
    ],
    ['the sentence after it is reworded', SHORT, reworded('The oldest in her shop', 'The oldest of them'), SHORT],
    ['a note comes in above it', SHORT, (paragraphs) => [UPDATE, ...paragraphs], SHORT],
    ['the paragraph before it goes', LAST, (paragraphs) => paragraphs.filter((_, at) => at !== 5), LAST],
    ['its paragraph moves to the top', LAST, ([title = '', ...rest]) => [title, LAST, ...rest.slice(0, -1)], LAST],
  ])('%s', (_name, words, edit, expected) => expect(foundAs(words, edit)).toBe(expected));

  it('and is lost when its paragraph goes', () => {
    expect(foundAs(LAST, (paragraphs) => paragraphs.slice(0, -1))).toBe('orphan');
    expect(foundAs(SHORT, (paragraphs) => paragraphs.slice(0, -1))).toBe('orphan');
  });
});
