import { describe, expect, it } from 'vitest';
import { measureHits } from '@/lib/matching/candidates.ts';
import type { Features } from '@/lib/matching/features.ts';
import { createStory } from '@/lib/matching/story.ts';
import { damArticle, damPack } from './dam-story.ts';

const story = createStory(damPack());
const GATES = 'The spillway gates jammed when operators tried to open them.';
const OTHER = 'The bakery in Velden sells rye bread.';

/** Of the first sentence and the question about the gates. */
function measured(sentences: readonly string[], published = '2019-05-20', at = 0): Features {
  const read = story.read(damArticle(sentences, published));
  const hits = read === null ? [] : measureHits(story, read, at);
  const found = hits.find(({ hit }) => story.index.questions[hit.question]?.id === 'q-gates');
  if (found === undefined) throw new Error('The sentence does not touch the question');
  return found.features;
}
const changes = (name: keyof Features, one: Features, other: Features): number => other[name] - one[name];

describe('what is measured', () => {
  it('of the sentence: words that the claim does not hold dilute it, known to the pack or not', () => {
    const plain = measured([GATES]);
    const diluted = measured([GATES.replace('.', ' and xylophones played.')]);
    expect(plain.sentenceShare).toBe(1);
    expect(changes('sentenceShare', plain, diluted)).toBeLessThan(-0.05);
    expect(changes('rareShare', plain, diluted)).toBe(0);
    expect(plain.rareShare).toBe(1);
  });

  it('of the claim: what the sentence does not hold is missing', () => {
    const half = measured(['The spillway gates jammed.']);
    expect(half.rareShare).toBeLessThan(0.7);
    expect(half.sentenceShare).toBe(1);
    expect(half.claimScore).toBeLessThan(measured([GATES]).claimScore);
  });

  it('of the neighbours: how near they are to the same question', () => {
    const alone = measured([OTHER, GATES, OTHER], undefined, 1);
    expect([alone.before, alone.after]).toEqual([0, 0]);
    const between = measured(['The gates jammed.', GATES, 'Operators tried.'], undefined, 1);
    expect(between.before).toBeGreaterThan(0.1);
    expect(between.after).toBeGreaterThan(0.1);
  });

  it('of the article: the mean of its five nearest sentences', () => {
    const once = measured([GATES]).bestInArticle;
    const five = measured(Array<string>(5).fill(GATES)).bestInArticle;
    expect(five).toBeGreaterThan(3 * once);
    expect(measured(Array<string>(9).fill(GATES)).bestInArticle).toBeCloseTo(five, 6);
  });

  it('of the field: the lead over the runner-up', () => {
    const alone = measured([GATES]);
    const contested = measured([`${GATES.replace('.', '')} and the sirens in Velden stayed silent until the flood.`]);
    expect(alone.lead).toBeGreaterThan(contested.lead);
  });

  it.each([
    ['a date of the story in the sentence', [GATES.replace('.', ' in May 2019.')], 0],
    ['a date of the story beside it', [GATES, 'It was May 2019.'], 0],
    ['a date of another time', [GATES.replace('.', ' in May 2012.')], 1],
    ['no date', [GATES], 1],
    ['a date of the story far away', [GATES, OTHER, OTHER, 'It was May 2019.'], 1],
  ])('of the time, years later, with %s', (_name, sentences, late) => {
    expect(measured(sentences, '2023-01-01').lateWithoutCue).toBe(late);
  });

  it.each([
    ['within the story', '2019-05-20', 0],
    ['soon after', '2019-08', 0],
    ['before', '2015', 0],
    ['long after', '2020-01', 1],
    ['at no known time', 'unknown', 1],
  ])('of the time %s', (_name, published, late) => {
    expect(measured([GATES], published).lateWithoutCue).toBe(late);
  });

  it.each([
    ['Did the gates jam?', 1],
    ['“Did the gates jam?”', 1],
    ['Did the gates jam? They did.', 0],
  ])('of the form: %s', (text, asks) => {
    expect(measured([text]).asks).toBe(asks);
  });
});
