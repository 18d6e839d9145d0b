import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '@/lib/matching/fingerprint.ts';
import { gate, storyNames, storyStrength } from '@/lib/matching/gate.ts';
import { buildPack } from '../build-pack.ts';
import { DAM, damPack, regattaPack } from './dam-story.ts';

const dam = fingerprintOf(damPack());
const regatta = fingerprintOf(regattaPack());

const ON_THE_DAM =
  'The Orrin dam broke on Sunday. Marisk, its owner, had kept the spillway gates shut. In Velden, people drowned.';
const FILLER = 'The moss in the glass jar wants light, a little water and patience. '.repeat(60);

describe('gate', () => {
  it.each([
    ['an article of the story', ON_THE_DAM, ['orrin-dam']],
    ['the same in other spellings', ON_THE_DAM.replace('Orrin', 'Orryn').replace('Velden', 'Weldin'), ['orrin-dam']],
    ['the same in capitals', ON_THE_DAM.toUpperCase(), ['orrin-dam']],
    ['an article of the other story', 'At the Sandrigo regatta the yacht Heron met the Lanthorn.', ['regatta']],
    [
      'both in one',
      `${ON_THE_DAM} At the Sandrigo regatta the yacht Heron met the Lanthorn.`,
      ['orrin-dam', 'regatta'],
    ],
    ['a terrarium', FILLER, []],
    ['a long article that names the place once', `${FILLER} ${FILLER} He was born in Velden. ${FILLER}`, []],
    [
      'a long article that tells the story in one sentence',
      `${FILLER.repeat(9)} ${ON_THE_DAM} ${FILLER.repeat(9)}`,
      [],
    ],
    ['words of the story in another matter', 'People offered families in the village compensation.', []],
    ['names only inside other words', 'Orrington, Mariska and Veldenham met Preorrin, Demarisk and Newvelden.', []],
    ['nothing', '', []],
  ])('%s', (_name, text, told) => {
    expect(gate(text, [dam, regatta])).toEqual(told);
  });

  it('has nothing to say without packs', () => {
    expect(gate(ON_THE_DAM, [])).toEqual([]);
  });

  it('names the story as the article does, the weightiest first', () => {
    expect(storyNames('WELDIN and the Orryn, said Mariscus', dam)).toEqual(['Orryn', 'Mariscus', 'WELDIN']);
  });

  it('is stronger the more of the story stands in a text, and never above 1', () => {
    const strengths = ['', 'Velden', 'Velden and Marisk', ON_THE_DAM, ON_THE_DAM.repeat(50)].map((text) =>
      storyStrength(text, dam),
    );
    expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
    expect(strengths[0]).toBe(0);
    expect(strengths.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('fingerprintOf', () => {
  it('puts the recurring names first, all spellings together', () => {
    expect(dam.terms[0]?.spellings).toEqual(['orrin', 'orryn']);
    expect(dam.terms[1]?.spellings).toEqual(['mariscus', 'marisk', 'marisk power']);
  });

  it('holds no word that stands in one text alone, no number and no stop word', () => {
    const spellings = dam.terms.flatMap((term) => term.spellings);
    for (const absent of ['tolland', '61', '43', 'the', 'bakery']) expect(spellings).not.toContain(absent);
  });

  it('does not look for an abbreviation that is a common word in lower case', () => {
    const print = fingerprintOf(
      buildPack({
        id: 'us',
        names: [['United States', 'US']],
        questions: {
          q: {
            asks: 'What did the US pay?',
            claims: { c: { says: 'The US paid Velden.' }, d: { says: 'The US did not pay.' } },
          },
        },
      }),
    );
    expect(print.terms.flatMap((term) => term.spellings)).toContain('united states');
    expect(print.terms.flatMap((term) => term.spellings)).not.toContain('us');
  });

  it('tells months and weekdays from names', () => {
    const print = fingerprintOf(
      buildPack({
        id: 'days',
        questions: {
          q: {
            asks: 'What happened in Velden on Monday in March?',
            claims: { c: { says: 'In Velden it rained on Monday in March.' } },
          },
        },
      }),
    );
    const spellings = print.terms.flatMap((term) => term.spellings);
    expect(spellings).toContain('velden');
    expect(spellings).not.toContain('monday');
    expect(spellings).not.toContain('march');
  });

  it('counts a word once for each text, and of speakers only their names', () => {
    const accounts = ['a', 'b', 'c'].map((source) => ({ source, speaker: 'a spokesman of Lanthorn Lines', tells: [] }));
    const { terms } = fingerprintOf(
      buildPack({
        id: 'count',
        questions: {
          q: {
            asks: 'What of Velden?',
            claims: { c: { says: 'To Velden, from Velden, by Velden.', accounts } },
          },
        },
      }),
    );
    const weights = Object.fromEntries(terms.map(({ spellings, weight }) => [spellings.join('/'), weight]));
    expect(weights).toEqual({ velden: 2, lanthorn: 3, lines: 3 });
  });

  it('is made of one question too', () => {
    const small = fingerprintOf(
      buildPack({
        id: 'small',
        questions: { q: { asks: 'Who sank the Lanthorn?', claims: { c: { says: 'A storm.' } } } },
      }),
    );
    expect(gate('A storm sank the Lanthorn off Sandrigo.', [small])).toEqual(['small']);
    expect(gate(ON_THE_DAM, [small])).toEqual([]);
  });

  it('does not depend on the order of the questions', () => {
    const reversed = { ...DAM, questions: Object.fromEntries(Object.entries(DAM.questions).reverse()) };
    expect(fingerprintOf(buildPack(reversed))).toEqual(dam);
  });

  it('is plain data of a few kilobytes', () => {
    expect(JSON.parse(JSON.stringify(dam))).toEqual(dam);
    expect(JSON.stringify(dam).length).toBeLessThan(8192);
  });
});
