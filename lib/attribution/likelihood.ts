/**
 * How likely a sentence carries something that can be checked: what was done and by whom, when and how much; not what
 * should be, what may come, what is asked or thought. The weights were learned by scripts/fit-likelihood.ts.
 */
import { isOne } from './lexicon.ts';
import type { Word } from './words.ts';

export type Told = {
  readonly words: readonly Word[];
  readonly text: string;
  readonly figures: number;
};

/** From here on a sentence is more likely than not to be worth proposing. */
export const LIKELY = 0.5;

/** Each between 0 and 1. That somebody is said to say it did not help: opinions are said as well. */
export const SIGNS = [
  'figures',
  'dated',
  'past',
  'named',
  'asked',
  'unreal',
  'opinion',
  'self',
  'short',
  'quoted',
] as const;
export type Sign = (typeof SIGNS)[number];

const BASE = -0.4;
const WEIGHTS: Readonly<Record<Sign, number>> = {
  figures: 1.3,
  dated: 0.2,
  past: 1.8,
  named: 1.3,
  asked: -0.9,
  unreal: -2.1,
  opinion: -1.0,
  self: -1.0,
  short: -0.4,
  quoted: -1.1,
};

const SHORT = 7;
/** That many are enough. */
const ENOUGH = { past: 3, named: 4, unreal: 2, opinion: 2, self: 2 } as const;

export function likelihoodOf(told: Told): number {
  const signs = signsOf(told);
  const sum = SIGNS.reduce((all, sign) => all + WEIGHTS[sign] * signs[sign], BASE);
  return 1 / (1 + Math.exp(-sum));
}

export function signsOf({ words, text, figures }: Told): Readonly<Record<Sign, number>> {
  const share = (most: number, is: (word: Word, at: number) => boolean): number =>
    Math.min(words.filter(is).length, most) / most;
  return {
    figures: figures > 0 ? 1 : 0,
    dated: share(1, ({ word, capital }) => capital && isOne(word, 'time')),
    past: share(ENOUGH.past, ({ word, capital }) => !capital && (isOne(word, 'pastVerb') || /[a-z]{2}ed$/.test(word))),
    named: share(ENOUGH.named, ({ capital, word }, at) => capital && at > 0 && !isOne(word, 'firstPerson')),
    asked: /\?["'”’»)\]]*$/u.test(text.trimEnd()) ? 1 : 0,
    unreal: share(ENOUGH.unreal, ({ word, capital }) => !capital && isOne(word, 'unreal')),
    opinion: share(ENOUGH.opinion, ({ word }) => isOne(word, 'opinion')),
    self: share(ENOUGH.self, ({ word }) => isOne(word, 'firstPerson')),
    short: words.length < SHORT ? 1 : 0,
    quoted: words.length === 0 ? 0 : words.filter(({ quoted }) => quoted).length / words.length,
  };
}
