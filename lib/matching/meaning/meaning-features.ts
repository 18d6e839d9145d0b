/** What of a sentence's meaning the acceptance looks at, for one question. */
import { meanOfHead } from './head.ts';
import type { Nearness } from './pack-meaning.ts';

export const MEANING_FEATURES = [
  'meansAll',
  'meansAsks',
  'meansClaim',
  'meansWording',
  'meansAspect',
  'meansTopThree',
  /** How far it is nearer than the runner-up, or behind the best; and how many questions are nearer. */
  'meansLead',
  'meansRank',
  /** Of all questions the nearest. */
  'meansMost',
  /** Of the sentences before and after, to the same question. */
  'meansBefore',
  'meansAfter',
  /** Of the headline to the same question; and mean, over the article's head, of the nearest of all questions. */
  'meansHeadline',
  'meansHead',
] as const;
export type MeaningFeature = (typeof MEANING_FEATURES)[number];

/** By sentence, then by question; undefined where the sentence is empty or not there. */
export type NearnessAt = (sentence: number) => readonly Nearness[] | undefined;

/** For a sentence that is not there. */
const FAR = 0;

/** `head`: of the whole article, what `nearnessOfHead` gives. */
export type Place = {
  readonly at: number;
  readonly question: number;
  readonly headline: number;
  readonly head: number;
};

export function meaningFeatures(
  { at, question, headline, head }: Place,
  nearnessAt: NearnessAt,
): Record<MeaningFeature, number> {
  const here = nearnessAt(at) ?? [];
  const own = here[question];
  const others = here.filter((_, n) => n !== question).map(({ all }) => all);
  const all = own?.all ?? FAR;
  const nearAt = (sentence: number): number => nearnessAt(sentence)?.[question]?.all ?? FAR;
  return {
    meansAll: all,
    meansAsks: own?.asks ?? FAR,
    meansClaim: own?.claim ?? FAR,
    meansWording: own?.wording ?? FAR,
    meansAspect: own?.aspect ?? FAR,
    meansTopThree: own?.topThree ?? FAR,
    meansLead: all - Math.max(FAR, ...others),
    meansRank: Math.log(1 + others.filter((other) => other > all).length),
    meansMost: Math.max(FAR, all, ...others),
    meansBefore: nearAt(at - 1),
    meansAfter: nearAt(at + 1),
    meansHeadline: nearAt(headline),
    meansHead: head,
  };
}

/** Mean, over the article's head, of the nearest of all questions. */
export function nearnessOfHead(nearnessAt: NearnessAt): number {
  return meanOfHead((at) => {
    const questions = nearnessAt(at);
    return questions === undefined ? undefined : Math.max(FAR, ...questions.map(({ all }) => all));
  }, FAR);
}
