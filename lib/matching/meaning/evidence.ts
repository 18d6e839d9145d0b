/** Everything that is measured of a sentence and a question before it is decided whether one speaks to the other. */
import { daysWithin } from '@/lib/core/day-span.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import { FEATURES, featuresOf, type FeatureContext } from '../features.ts';
import type { Hit } from '../retrieve.ts';
import { SENTENCE_FEATURES, sentenceFeatures } from '../sentence-features.ts';
import type { ArticleTimes } from '../time/read-times.ts';
import { TIME_FEATURES, createTimeMeasure, type TimeMeasure } from '../time/time-features.ts';
import { standingOf } from './context.ts';
import { MEANING_FEATURES, meaningFeatures, nearnessOfHead, type NearnessAt } from './meaning-features.ts';
import { TAUGHT_FEATURES, taughtFeatures, taughtOfHead, type TaughtAt } from './taught-features.ts';

export const EVIDENCE = [
  ...MEANING_FEATURES,
  ...TAUGHT_FEATURES,
  ...FEATURES,
  ...TIME_FEATURES,
  ...SENTENCE_FEATURES,
] as const;
export type EvidenceName = (typeof EVIDENCE)[number];
/** Numbers in the order of EVIDENCE. */
export type Evidence = readonly number[];

export type EvidenceSources = FeatureContext & {
  readonly given: ArticleToMatch;
  readonly times: ArticleTimes;
  readonly nearnessAt: NearnessAt;
  readonly taughtAt: TaughtAt;
  readonly strength: number;
};

/** Questions by meaning that are looked at beside those that share words. */
const MOST_BY_MEANING = 6;

export type Weighed = { readonly hit: Hit; readonly evidence: Evidence };

/** For one sentence: each question that it may speak to. */
export function createWeigher(sources: EvidenceSources): (at: number) => Weighed[] {
  const { index, article, given, times, nearnessAt, taughtAt, strength } = sources;
  const { headline, headings } = standingOf(given);
  const [meansHead, taughtHead] = [nearnessOfHead(nearnessAt), taughtOfHead(taughtAt)];
  const measures = new Map<number, TimeMeasure>();
  const timeOf = (question: number): TimeMeasure => {
    const when = index.questions[question]?.when ?? null;
    const known = measures.get(question) ?? createTimeMeasure(times, when === null ? null : daysWithin(when));
    measures.set(question, known);
    return known;
  };
  return (at) => {
    const sentence = article.sentences[at];
    if (sentence === undefined || sentence.text === '') return [];
    const heading = headings[at] ?? -1;
    const place = { at, sentences: article.sentences.length, heading: heading === at, strength };
    const ofSentence = sentenceFeatures(sentence, place);
    return candidatesOf(sentence.hits, nearnessAt(at), taughtAt(at)).flatMap((hit): Weighed[] => {
      const words = featuresOf(hit, at, sources);
      if (words === null) return [];
      const all: Record<EvidenceName, number> = {
        ...meaningFeatures({ at, question: hit.question, headline, head: meansHead }, nearnessAt),
        ...taughtFeatures({ at, question: hit.question, head: taughtHead }, taughtAt),
        ...words,
        ...timeOf(hit.question)(at, [headline, heading]),
        ...ofSentence,
      };
      return [
        { hit: { ...hit, claimEntry: nearestClaim(hit, nearnessAt(at)) }, evidence: EVIDENCE.map((name) => all[name]) },
      ];
    });
  };
}

/** By words, by meaning, and by what was taught. */
function candidatesOf(hits: readonly Hit[], nearness: ReturnType<NearnessAt>, taught: ReturnType<TaughtAt>): Hit[] {
  const questions = new Set(hits.map(({ question }) => question));
  const add = (scores: readonly number[]): void => {
    const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    for (const question of order.slice(0, MOST_BY_MEANING)) questions.add(question);
  };
  if (nearness !== undefined) add(nearness.map(({ all }) => all));
  if (taught !== undefined)
    add(Array.from(taught.subarray(0, -1), (score) => (Number.isNaN(score) ? -Infinity : score)));
  const others = [...questions].filter((question) => !hits.some((hit) => hit.question === question));
  return [...hits, ...others.map((question): Hit => ({ question, claimEntry: -1, claimScore: 0, questionScore: 0 }))];
}

const nearestClaim = ({ question, claimEntry }: Hit, nearness: ReturnType<NearnessAt>): number =>
  nearness?.[question]?.claimEntry ?? claimEntry;
