/** A made-up story for the tests of matching: a dam breaks, and accounts of it differ. */
import type { ArticleToMatch } from '@/lib/core/match.ts';
import { partialDate } from '@/lib/core/dates.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { buildPack } from '../build-pack.ts';
import type { PackSketch } from '../build-pack.ts';

export const KNOWN_SENTENCE =
  'Engineer Rosalind Achterberg told the inquiry that cracks had been logged for two winters.';
export const DOUBTED_SENTENCE =
  'Nobody, said Ombeline Castellan, has ever shown that quarry blasting weakened the wall.';
export const DOUBLE_SENTENCE = 'Sirens stayed silent in Velden and 61 people drowned there, survivors said.';
export const SHORT_SENTENCE = 'The gates jammed.';

const drowned = { name: 'drowned', of: 'people of the Orrin valley' };

export const DAM: PackSketch = {
  id: 'orrin-dam',
  names: [
    ['Orrin', 'Orryn'],
    ['Velden', 'Weldin'],
    ['Marisk', 'Marisk Power', 'Mariscus'],
    ['Halvorsen', 'Halvorssen'],
  ],
  questions: {
    'q-cause': {
      asks: 'Why did the Orrin dam break?',
      claims: {
        'cracks-ignored': {
          says: 'Marisk ignored cracks in the wall of the Orrin dam that its engineers had logged for two winters.',
          accounts: [{ source: 'gazette', speaker: 'Rosalind Achterberg', tells: [KNOWN_SENTENCE] }],
        },
        'quarry-blasting': {
          says: 'Blasting in the Tolland quarry weakened the foundations of the Orrin dam.',
          accounts: [
            { source: 'herald', speaker: 'Marisk', tells: [] },
            { source: 'gazette', speaker: 'Ombeline Castellan', stance: 'doubts', tells: [DOUBTED_SENTENCE] },
          ],
        },
        'record-rain': { says: 'Record rainfall filled the Orrin reservoir beyond what any dam could hold.' },
      },
    },
    'q-toll': {
      asks: 'How many people drowned in the Orrin valley?',
      claims: {
        'toll-43': { says: '43 people drowned in the Orrin valley.', figures: [{ ...drowned, value: 43 }] },
        'toll-61': {
          says: '61 people drowned in the Orrin valley.',
          figures: [{ ...drowned, value: 61 }],
          accounts: [{ source: 'herald', tells: [DOUBLE_SENTENCE] }],
        },
      },
    },
    'q-sirens': {
      asks: 'Were the villages below the Orrin dam warned in time?',
      claims: {
        'sirens-silent': {
          says: 'The sirens in Velden stayed silent until the flood had reached the village.',
          accounts: [{ source: 'herald', tells: [DOUBLE_SENTENCE] }],
        },
        'warned-by-phone': { says: 'Halvorsen telephoned the mayor of Velden an hour before the flood.' },
      },
    },
    'q-gates': {
      asks: 'Did the operators open the spillway gates of the Orrin dam?',
      claims: {
        'gates-jammed': {
          says: 'The spillway gates jammed when operators tried to open them.',
          accounts: [{ source: 'gazette', tells: [SHORT_SENTENCE] }],
        },
        'gates-kept-shut': { says: 'Marisk kept the spillway gates shut to save water for its turbines.' },
      },
    },
    'q-payment': {
      asks: 'What did Marisk offer the families of the Orrin valley?',
      claims: {
        'forty-million': {
          says: 'Marisk offered the families of the Orrin valley compensation of 40 million dollars.',
          figures: [{ name: 'compensation', unit: 'US dollars', of: 'families of the valley', value: 40_000_000 }],
        },
        'no-payment': { says: 'Marisk refused to pay any compensation before the inquiry ended.' },
      },
    },
  },
};

export const damPack = (): Pack => buildPack(DAM);

/** A second story, which shares no name with the first. */
export const regattaPack = (): Pack =>
  buildPack({
    id: 'regatta',
    questions: {
      'q-collision': {
        asks: 'Which yacht caused the collision at the Sandrigo regatta?',
        claims: {
          heron: { says: 'The yacht Heron crossed the bow of the Lanthorn at the Sandrigo regatta.' },
          lanthorn: { says: 'The Lanthorn ignored the right of way of the Heron at the Sandrigo regatta.' },
        },
      },
      'q-winner': {
        asks: 'Who won the Sandrigo regatta?',
        claims: { protest: { says: 'The jury of the Sandrigo regatta gave the cup to the crew of the Heron.' } },
      },
    },
  });

/** Sentences that tell the story around whatever a test puts among them, without answering a question themselves. */
const AROUND = [
  'The valley of the Orrin lies quiet again, and in Velden the bakery has opened its doors.',
  'Marisk, which built the Orrin dam, has its offices on a hill above Velden.',
  'Reporters drove up the Orrin from Velden to the broken dam of Marisk on a narrow road.',
];

export function damArticle(sentences: readonly string[], published = '2019-05-20'): ArticleToMatch {
  return toArticle([...sentences, ...AROUND], published);
}

export function toArticle(sentences: readonly string[], published: string | null = '2019-05-20'): ArticleToMatch {
  return {
    title: null,
    url: null,
    published: published === null ? null : partialDate(published),
    language: 'en',
    sentences: sentences.map((text, block) => ({ text, role: 'body', block })),
  };
}
