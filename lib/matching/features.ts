/** What is measured of a sentence and a question before they are accepted as a match. General measures: no word of any story. */
import { numbersIn } from '@/lib/text/numbers.ts';
import { termsOf } from '@/lib/text/names.ts';
import { highest, lowest } from '@/lib/core/figures.ts';
import type { Claim } from '@/lib/core/pack.ts';
import { eachOf } from './sparse-rows.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ReadArticle, ReadSentence } from './read-article.ts';
import type { Hit } from './retrieve.ts';

export const FEATURES = [
  /** Of the sentence's words by weight, those that the claim holds. */
  'sentenceShare',
  /** BM25 of the question with all its claims, and of the best claim; logarithms. */
  'questionScore',
  'claimScore',
  /** How far it is nearer than the runner-up; negative by how far it is behind the best. */
  'lead',
  /** Nearness of the sentences before and after to the same question. */
  'before',
  'after',
  /** How near the article's nearest sentences come to the question. */
  'bestInArticle',
  /** 1 if the sentence gives a number of the claim. */
  'sameFigure',
  /** 1 if the article is later than the story and no date here or beside it leads back. */
  'lateWithoutCue',
  /** Of the claim's words, weighted by how rare they are in the article, those that the sentence holds. */
  'rareShare',
  /** 1 for a question. */
  'asks',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** Years after which an article needs a cue that it speaks of the story's time. */
const SOON = 0.3;
/** A word that no claim holds says less than the rarest that one does: most such words are only the writer's. */
const UNKNOWN_WORD = 0.6;

/** What the features need of an entry, worked out once. */
export type EntryFacts = { readonly ownWords: ReadonlySet<string>; readonly values: ReadonlySet<number> };

export function factsOf(index: ClaimIndex, entry: number): EntryFacts {
  const at = index.entries[entry];
  const text = at?.claim?.says ?? index.questions[at?.question ?? -1]?.asks ?? '';
  return {
    ownWords: new Set(termsOf(text, index.names).map(({ term }) => term)),
    values: new Set(at?.claim ? valuesOf(at.claim) : []),
  };
}

const valuesOf = ({ says, figures }: Claim): number[] => [
  ...numbersIn(says).map(({ value }) => value),
  ...figures.flatMap((figure) => [lowest(figure), highest(figure)]),
];

export type FeatureContext = {
  readonly index: ClaimIndex;
  readonly article: ReadArticle;
  readonly facts: (entry: number) => EntryFacts;
};

/** `at` is the sentence's index in the article. */
export function featuresOf(hit: Hit, at: number, { index, article, facts }: FeatureContext): Features | null {
  const sentence = article.sentences[at];
  if (sentence === undefined) return null;
  const entry = hit.claimEntry >= 0 ? hit.claimEntry : (index.entryOfQuestion[hit.question] ?? -1);
  const { ownWords, values } = facts(entry);
  const near = (offset: number): number => article.sentences[at + offset]?.nearness.get(hit.question) ?? 0;
  const hasCue = [-1, 0, 1].some((offset) => article.sentences[at + offset]?.namesStoryTime ?? false);
  return {
    sentenceShare: shareHeld(sentence, entry, index),
    questionScore: Math.log(1 + hit.questionScore),
    claimScore: Math.log(1 + hit.claimScore),
    lead: leadOf(hit, sentence),
    before: near(-1),
    after: near(1),
    bestInArticle: article.bestOf.get(hit.question) ?? 0,
    sameFigure: sentence.numbers.some(({ value }) => values.has(value)) ? 1 : 0,
    lateWithoutCue: article.yearsLate > SOON && !hasCue ? 1 : 0,
    rareShare: rareShareOf(sentence, ownWords, article),
    asks: /\?["'”’)\s]*$/u.test(sentence.text) ? 1 : 0,
  };
}

export function weightOf(word: string, index: ClaimIndex): number {
  const id = index.termIds.get(word);
  return id === undefined ? UNKNOWN_WORD : (index.idf[id] ?? 0);
}

function shareHeld({ words }: ReadSentence, entry: number, index: ClaimIndex): number {
  const held = new Set<number>();
  eachOf(index.byEntry, entry, (id) => held.add(id));
  return weightedShare(
    words,
    (word) => held.has(index.termIds.get(word) ?? -1),
    (word) => weightOf(word, index),
  );
}

function rareShareOf({ words }: ReadSentence, ownWords: ReadonlySet<string>, article: ReadArticle): number {
  const here = new Set(words);
  const rarity = (word: string): number =>
    Math.log(1 + (article.sentences.length + 1) / (article.sentencesWith.get(word) ?? 1));
  return weightedShare([...ownWords], (word) => here.has(word), rarity);
}

function weightedShare(
  words: readonly string[],
  counts: (word: string) => boolean,
  weight: (word: string) => number,
): number {
  let [some, all] = [0, 0];
  for (const word of words) {
    const w = weight(word);
    all += w;
    if (counts(word)) some += w;
  }
  return all === 0 ? 0 : some / all;
}

function leadOf(hit: Hit, { nearness }: ReadSentence): number {
  const own = nearness.get(hit.question) ?? 0;
  const others = Array.from(nearness, ([question, near]) => (question === hit.question ? 0 : near));
  return own - Math.max(0, ...others);
}
