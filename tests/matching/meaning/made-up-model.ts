/** A model of meaning for tests: words that stand for one thing have one place, and nothing else counts. */
import type { ModelInput, SentenceModel } from '@/lib/core/sentence-model.ts';
import { EVIDENCE, type EvidenceName } from '@/lib/matching/meaning/evidence.ts';
import { meaningOf } from '@/lib/matching/meaning/pack-meaning.ts';
import type { Meaning } from '@/lib/matching/meaning/read-meaning.ts';
import type { Trained } from '@/lib/matching/meaning/trained.ts';

const THINGS = [
  ['blasting', 'dynamite', 'explosives'],
  ['quarry', 'pit'],
  ['weakened', 'undermined'],
  ['foundations', 'footing'],
  ['sirens', 'horns', 'alarms'],
  ['silent', 'mute'],
  ['gates', 'sluices'],
  ['jammed', 'stuck'],
  ['drowned', 'perished'],
  ['compensation', 'damages'],
];

function vectorOf({ text }: ModelInput): Float32Array {
  const words = text.toLowerCase().split(/[^a-z]+/u);
  const counts = THINGS.map((thing) => words.filter((word) => thing.includes(word)).length);
  // What speaks of none of them is near to nothing.
  const length = Math.hypot(...counts) || 1;
  return Float32Array.from(counts, (count) => count / length);
}

export type Asked = { readonly encoded: string[] };

/** `encoded`: what the model was asked for, text by text. */
export function madeUpModel(): SentenceModel & Asked {
  const encoded: string[] = [];
  return {
    id: 'made-up',
    dimensions: THINGS.length,
    encoded,
    encode: (inputs) => {
      encoded.push(...inputs.map(({ text }) => text));
      return Promise.resolve(inputs.map(vectorOf));
    },
  };
}

const at = (name: EvidenceName): number => EVIDENCE.indexOf(name);
const level = (threshold: number) => ({ threshold, precision: 1, recall: 1 });

/** Sure (.98) of what is very near to a question, rather sure (.73) of what is near, else not (.02). */
export const MADE_UP: Trained = {
  model: 'made-up',
  trees: [
    [
      { feature: at('meansAll'), most: 0.5, missingLeft: true, left: 1, right: 2 },
      { leaf: -4 },
      { feature: at('meansAll'), most: 0.8, missingLeft: true, left: 3, right: 4 },
      { leaf: 1 },
      { leaf: 4 },
    ],
  ],
  intercept: 0,
  levels: { few: level(0.9), balanced: level(0.7), more: level(0.01) },
  taught: new Map(),
};

export const madeUpMeaning = (model: SentenceModel = madeUpModel()): Meaning => ({
  model,
  trained: MADE_UP,
  meaningOf: (index) => meaningOf(index, model),
});
