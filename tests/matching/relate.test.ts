import { describe, expect, it } from 'vitest';
import type { ClaimId } from '@/lib/core/ids.ts';
import { termsOf } from '@/lib/text/names.ts';
import { figuresHere } from '@/lib/matching/figures.ts';
import type { ReadSentence } from '@/lib/matching/read-article.ts';
import { relate, relateOrReject } from '@/lib/matching/relate.ts';
import english from '@/lib/matching/relation/en.json' with { type: 'json' };
import { ENGLISH, compileLanguage, languageOf } from '@/lib/matching/relation/language.ts';
import { readText } from '@/lib/matching/relation/reading.ts';
import type { Related, RelateOptions } from '@/lib/matching/relate.ts';
import { createStory } from '@/lib/matching/story.ts';
import { buildPack } from '../build-pack.ts';
import { DAM, damArticle } from './dam-story.ts';

const people = 'people of the Orrin valley';
const story = createStory(
  buildPack({
    ...DAM,
    questions: {
      ...DAM.questions,
      'q-hurt': {
        asks: 'Who was hurt in the Orrin valley?',
        claims: {
          hurt: {
            says: '43 people of the Orrin valley drowned and 610 were injured.',
            figures: [
              { name: 'drowned', value: 43, of: people },
              { name: 'injured', value: 610, of: people },
            ],
          },
        },
      },
      'q-warning': {
        asks: 'Did Marisk warn the villages?',
        claims: { 'never-warned': { says: 'Marisk never warned the villages of the Orrin valley of the danger.' } },
      },
      'q-share': {
        asks: 'How much of the Orrin valley was flooded?',
        claims: {
          share: {
            says: '80 percent of the Orrin valley was flooded.',
            figures: [{ name: 'flooded', unit: 'percent', value: 80, of: 'the Orrin valley' }],
          },
        },
      },
    },
  }),
);
const { names, questions } = story.index;

function readSentence(text: string): ReadSentence {
  const sentence = story.read(damArticle([text]))?.sentences[0];
  if (sentence === undefined) throw new Error('The article around the sentence does not tell the story');
  return sentence;
}
function claimOf(id: string) {
  for (const question of questions)
    for (const claim of question.claims) if (claim.id === (id as ClaimId)) return { question, claim };
  throw new Error(`No claim ${id}`);
}
function found(id: string, text: string, options: RelateOptions = {}): Related | null {
  const { question, claim } = claimOf(id);
  const words = new Set(termsOf(claim.says, names).map(({ term }) => term));
  return relateOrReject(readSentence(text), { question, claim, words, weight: () => 1 }, names, options);
}
const relationOf = (id: string, text: string, options: RelateOptions = {}) =>
  found(id, text, options)?.relation ?? 'rejected';

function related(id: string, text: string): Related {
  const { question, claim } = claimOf(id);
  const words = new Set(termsOf(claim.says, names).map(({ term }) => term));
  return relate(readSentence(text), { question, claim, words, weight: () => 1 }, names);
}

const read = (text: string) => readText(text, names, ENGLISH);

describe('figuresHere', () => {
  it.each([
    ['each before its word', '43 people of the valley drowned and 610 were injured', '43', null],
    ['each after its word', 'In the valley of the people drowned 9 and injured 16', null, '9'],
    ['others, in order', 'Of the valley people 9 have drowned and 16 have been injured', null, '9'],
    ['the second another', '43 people drowned and 500 injured in the valley', '43', null],
    ['a value of the claim in the wrong place', 'In the valley 610 people drowned', null, null],
    ['in words', 'Fifty people of the valley drowned', null, 'Fifty'],
    ['too far from the word', `50 people of the valley ${'and then again '.repeat(5)} drowned`, null, null],
    ['of something else', '50 sheep drowned', null, null],
    ['of another order', 'In the valley 9,000,000 people drowned', null, null],
    ['a share', 'In the valley 50 percent of people drowned', null, null],
    ['a year', 'In the valley people drowned in 1953', null, null],
    ['none', 'People drowned in the valley', null, null],
  ])('%s', (_name, text, same, other) => {
    const found = figuresHere(read(text), claimOf('hurt').claim);
    expect([found.same?.here.text ?? null, found.other?.here.text ?? null]).toEqual([same, other]);
  });

  it('knows a share by its unit', () => {
    const share = (text: string) => figuresHere(read(text), claimOf('share').claim);
    expect(share('80 per cent of the Orrin valley was flooded').same?.here.text).toBe('80 per cent');
    expect(share('Half, or 50%, of the Orrin valley was flooded').other?.here.text).toBe('50%');
    expect(share('50 farms in the Orrin valley were flooded')).toEqual({ same: null, other: null });
  });
});

describe('relate', () => {
  const shut = 'the spillway gates shut to save water for its turbines';

  it.each([
    ['the whole claim', `Marisk kept ${shut}.`, 'same', 'gates-kept-shut'],
    ['its negation', `Marisk never kept ${shut}.`, 'denies', 'gates-kept-shut'],
    ['half of it', 'Marisk wanted the gates shut to save money.', 'on-question', 'gates-kept-shut'],
    ['one word of it', 'The turbines hum.', 'on-question', null],
    ['its denial', `Marisk denied that it kept ${shut}.`, 'denies', 'gates-kept-shut'],
    ['its denial by noun', `There was no evidence that Marisk kept ${shut}.`, 'denies', 'gates-kept-shut'],
    [
      'a claim dismissed',
      `Halvorsen dismissed as gossip the claim that Marisk kept ${shut}.`,
      'denies',
      'gates-kept-shut',
    ],
    [
      'a denial of half of it',
      'Marisk kept the spillway gates shut and denied doing so to save water.',
      'on-question',
      'gates-kept-shut',
    ],
    [
      'a denial of its second half',
      'Marisk kept the spillway gates shut and denied it did so to save water for its turbines.',
      'on-question',
      'gates-kept-shut',
    ],
    ['a denial of a word of it', 'Halvorsen denied the water.', 'on-question', null],
    ['a denial of other things', `Having denied a rumour, Marisk kept ${shut}.`, 'same', 'gates-kept-shut'],
    ['an offer rejected', `Marisk rejected an offer and kept ${shut}.`, 'same', 'gates-kept-shut'],
  ])('%s', (_name, text, relation, claim) => {
    const found = related('gates-kept-shut', text);
    expect([found.relation, found.claim?.id ?? null]).toEqual([relation, claim]);
  });

  it('sees that a claim which itself says no is denied', () => {
    const found = related(
      'never-warned',
      'Marisk denied that it never warned the villages of the Orrin valley of the danger.',
    );
    expect(found.relation).toBe('denies');
  });

  it('lets a number choose between claims that differ only in it', () => {
    expect(related('toll-43', '61 people drowned in the Orrin valley.')).toMatchObject({
      relation: 'same',
      claim: { id: 'toll-61' },
    });
  });

  it('compares with the nearest claim where the number is nobody’s', () => {
    const reasons = [{ kind: 'other-figure', here: '58', there: '61' }];
    expect(related('toll-61', '58 people drowned in the Orrin valley.')).toMatchObject({
      relation: 'other-figure',
      claim: { id: 'toll-61' },
      reasons,
    });
  });

  it('names no claim where only the question shares words', () => {
    const { question } = claimOf('toll-61');
    const candidate = { question, claim: null, words: new Set<string>(), weight: () => 1 };
    expect(relate(readSentence('How many?'), candidate, names)).toEqual({
      relation: 'on-question',
      claim: null,
      reasons: [],
    });
  });
});

describe('relateOrReject', () => {
  it.each([
    ['another who did it', 'The mayor of Velden telephoned Halvorsen an hour before the flood.', 'warned-by-phone'],
    [
      'the passive turned round',
      'Halvorsen was telephoned by the mayor of Velden an hour before the flood.',
      'warned-by-phone',
    ],
    ['another year', 'In 1931 43 people drowned in the Orrin valley.', 'toll-43'],
  ])('rejects %s', (_name, text, id) => {
    const { scope } = story.pack;
    expect(relationOf(id, text, { scope })).toBe('rejected');
  });

  it.each([
    [
      'in the passive',
      'The mayor of Velden was telephoned by Halvorsen an hour before the flood.',
      'warned-by-phone',
      'same',
    ],
    [
      'as a possibility',
      'The spillway gates may have jammed when operators tried to open them.',
      'gates-jammed',
      'on-question',
    ],
    [
      'as a question',
      'Did Marisk keep the spillway gates shut to save water for its turbines?',
      'gates-kept-shut',
      'on-question',
    ],
    [
      'on condition',
      'If Marisk kept the spillway gates shut to save water, it is to blame.',
      'gates-kept-shut',
      'on-question',
    ],
    [
      'with a “no” said twice',
      'Marisk never denied that it kept the spillway gates shut to save water for its turbines.',
      'gates-kept-shut',
      'same',
    ],
    ['by its contrary', 'Marisk agreed to pay compensation before the inquiry ended.', 'no-payment', 'denies'],
    [
      'as said by nobody',
      'Marisk did not say that it kept the spillway gates shut to save water for its turbines.',
      'gates-kept-shut',
      'on-question',
    ],
  ])('takes a claim %s', (_name, text, id, relation) => {
    expect(relationOf(id, text)).toBe(relation);
  });

  it('takes a model’s word for a paraphrase, but not against a “no”, another actor or another figure', () => {
    const near = { similarity: 0.9 };
    const told = 'Marisk let the spillway gates stay closed because its turbines needed the water.';
    expect(relationOf('gates-kept-shut', told)).toBe('on-question');
    expect(relationOf('gates-kept-shut', told, { similarity: 0.5 })).toBe('on-question');
    expect(found('gates-kept-shut', told, near)).toMatchObject({
      relation: 'same',
      reasons: [{ kind: 'near-meaning' }],
    });
    expect(
      relationOf('gates-kept-shut', 'Marisk did not let the spillway gates stay closed for its turbines.', near),
    ).not.toBe('same');
    expect(relationOf('toll-43', 'In the Orrin valley 58 people drowned.', near)).toBe('other-figure');
  });

  it.each([
    ['rejected as what the claim says', 'He dismissed the closed spillway gates as kept shut to save water.', false],
    ['whose words hang on another act', 'Marisk has not explained why it kept the spillway gates shut.', false],
    ['that only tells which are meant', 'The gates that were not kept shut to save water gave way.', false],
    ['said by whoever is spoken of', 'Anyone who says that Marisk kept no gates shut to save water errs.', false],
    ['of the act itself', 'Marisk did not keep the spillway gates shut to save water.', true],
    ['of what was said', 'Velden called false claims that Marisk kept the gates shut to save water.', true],
    ['of something of the sort', 'Marisk denies doing anything of the kind.', true],
    ['for want of evidence', 'There is no evidence of that.', true],
    ['in two words', 'Not so, says Marisk.', true],
  ])('takes a denial %s', (_name, text, isDenial) => {
    expect(relationOf('gates-kept-shut', text, { similarity: 0.9 }) === 'denies').toBe(isDenial);
  });

  it('takes no denial of something unnamed for one of a claim that itself says no', () => {
    const near = { similarity: 0.9 };
    expect(relationOf('never-warned', 'Marisk rejected the accusation.', near)).toBe('on-question');
    expect(relationOf('gates-kept-shut', 'Marisk rejected the accusation.', near)).toBe('denies');
  });

  it('takes a figure that is one end of a span for no statement of it', () => {
    const span = 'The truth lies between the 43 people drowned in the Orrin valley by their count and the 90 by ours.';
    expect(relationOf('toll-43', 'In the Orrin valley 43 people drowned.')).toBe('same');
    expect(relationOf('toll-43', span)).toBe('on-question');
  });

  it('names no relation that rests on words where the words of the language are not known', () => {
    const text = 'Marisk never kept the spillway gates shut to save water for its turbines.';
    expect(relationOf('gates-kept-shut', text, { language: languageOf('eo') })).toBe('on-question');
    expect(relationOf('gates-kept-shut', text, { language: languageOf('en-GB') })).toBe('denies');
  });

  it('reads a language from its lists alone', () => {
    const lists = { ...english.lists, negation: `${english.lists.negation}, nowise` };
    const text = 'Marisk nowise kept the spillway gates shut to save water for its turbines.';
    expect(relationOf('gates-kept-shut', text)).toBe('same');
    expect(relationOf('gates-kept-shut', text, { language: compileLanguage({ ...english, lists }) })).toBe('denies');
  });
});
