import { describe, expect, it } from 'vitest';
import { LIKELY } from '@/lib/attribution/likelihood.ts';
import { cueVerbs } from '@/lib/attribution/lexicon.ts';
import { proposeAccounts } from '@/lib/attribution/propose-accounts.ts';
import { anArticle, lastOf, proposalsOf } from './an-article.ts';

describe('the day on which it was said', () => {
  it.each([
    ['Porter said on Monday that it fell.', '2030-05-13', 'on Monday'],
    ['On Tuesday, Porter said it fell.', '2030-05-14', 'On Tuesday'],
    ['It fell, Porter said Monday.', '2030-05-13', 'Monday'],
    ['Porter told reporters on 3 May 2030 that it fell.', '2030-05-03', '3 May 2030'],
    ['Porter said in March 2030 that it fell.', '2030-03', 'March 2030'],
  ])('%s', (text, date, given) => {
    const { said } = lastOf(text);
    expect(said?.date).toBe(date);
    expect(text).toContain(given);
    expect(said?.given.text).toContain(given.replace(/^[Oo]n /, ''));
  });
  it.each([
    ['that on which it fell', 'Porter said it fell on Monday.'],
    ['one that is quoted', 'Porter said “on Monday it fell”.'],
    ['a word in marks', '“Monday” Porter said, and smiled.'],
    ['a beginning', 'Since Monday, Porter said, it has been shut.'],
    ['where nobody speaks', 'On Monday it fell.'],
  ])('is not %s', (_, text) => {
    expect(lastOf(text).said).toBeNull();
  });
});

describe('figures', () => {
  it('are those of the sentence, with their place in the article', () => {
    const text = 'It fell. Porter said at least 12 cracks were found.';
    const [figure, ...others] = lastOf(text).figures;
    expect(others).toEqual([]);
    expect(figure).toMatchObject({ low: 12, qualifier: 'at least' });
    expect(text.slice(figure?.start, figure?.end)).toBe('12');
    expect(text.slice(figure?.counted?.start, figure?.counted?.end)).toBe(
      'cracks were found'.slice(0, figure?.counted?.text.length),
    );
  });
});

describe('how likely it carries a claim', () => {
  const likely = (text: string): number => lastOf(text).likelihood;
  it.each([
    ['what was done, by whom and how often', 'On Tuesday, 14 Russian missiles destroyed three bridges near Kyiv.'],
    ['what somebody says was done', 'Porter said that 40 workers had died in Lindmouth.'],
  ])('likely: %s', (_, text) => {
    expect(likely(text)).toBeGreaterThan(LIKELY);
  });
  it.each([
    ['a figure', 'There fell 12 bridges in Lindmouth.', 'There fell some bridges in Lindmouth.'],
    ['what was, not what would be', 'They have left it there.', 'They may have left it there.'],
    ['a name', 'They met Ann Porter in Lindmouth.', 'They met somebody in some town.'],
    ['others, not oneself', 'They left it there.', 'We left our bridge.'],
    ['a statement', 'They left it there.', 'They left it there?'],
  ])('more with %s', (_, more, less) => {
    expect(likely(more)).toBeGreaterThan(likely(less));
  });
  it.each([
    ['a question', 'What should we do?'],
    ['a wish', 'We must all hope for the best.'],
    ['an opinion', 'It is a shame that nobody would help.'],
    ['a line of the page', 'Read more here'],
  ])('unlikely: %s', (_, text) => {
    expect(likely(text)).toBeLessThan(LIKELY);
  });
});

describe('what is read', () => {
  it('every sentence with words, in reading order', () => {
    expect(proposalsOf('It fell. …\nPorter said so.').map(({ sentence }) => sentence)).toEqual([0, 1]);
  });
  it('headlines too', () => {
    const [headline] = proposeAccounts(
      anArticle('Porter Denies Bridge Was Unsafe\nAnn Porter came.', { headline: true }),
    );
    expect(headline).toMatchObject({ stance: 'denies', speaker: { given: { text: 'Porter' } } });
  });
  it('nothing in another language', () => {
    expect(proposeAccounts({ ...anArticle('Porter said it fell.'), language: 'de' })).toEqual([]);
    expect(proposeAccounts({ ...anArticle('Porter said it fell.'), language: 'en-GB' })).toHaveLength(1);
    expect(proposeAccounts({ ...anArticle('Porter said it fell.'), language: null })).toHaveLength(1);
  });
});

describe('forms of a verb', () => {
  it.each([
    ['says', 'say'],
    ['said', 'say'],
    ['denies', 'deny'],
    ['denied', 'deny'],
    ['denying', 'deny'],
    ['admitted', 'admit'],
    ['admitting', 'admit'],
    ['wrote', 'write'],
    ['written', 'write'],
    ['writing', 'write'],
    ['dismisses', 'dismiss'],
    ['acknowledging', 'acknowledge'],
    ['agreeing', 'agree'],
    ['goes', 'go'],
  ])('%s is of %s', (form, base) => {
    expect(cueVerbs(form).map((verb) => verb.base)).toContain(base);
  });
});
