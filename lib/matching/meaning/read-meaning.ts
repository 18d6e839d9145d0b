/** An article read by meaning against one story: for each sentence the questions it may speak to, and how probably. */
import { daysWithin } from '@/lib/core/day-span.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { SentenceModel } from '@/lib/core/sentence-model.ts';
import type { ScoredHit } from '../candidates.ts';
import type { ClaimIndex } from '../claim-index.ts';
import type { ReadStory, Story } from '../story.ts';
import { createEventFinder } from '../time/event-mentions.ts';
import { cuesIn, readTimes, type ArticleTimes } from '../time/read-times.ts';
import type { ArticleVectors, VectorReader } from './article-vectors.ts';
import { createWeigher, type Weighed } from './evidence.ts';
import { standingOf } from './context.ts';
import { HEAD } from './head.ts';
import { nearnessOf, type Nearness, type PackMeaning } from './pack-meaning.ts';
import { scoreTaught, type TaughtScores } from './taught-features.ts';
import { probabilityOf, type Trained } from './trained.ts';

/** A sentence model with what was learned for it. `meaningOf`: the vectors of a pack, from wherever they are kept. */
export type Meaning = {
  readonly model: SentenceModel;
  readonly trained: Trained;
  readonly meaningOf: (index: ClaimIndex) => Promise<PackMeaning>;
};

export type MeaningHit = ScoredHit & {
  readonly nearness: Nearness | null;
  /** What in the sentence tells of the question's time, as it is written there. */
  readonly timeWords: readonly string[];
};

export type MeaningReading = {
  readonly weigh: (at: number) => Weighed[];
  /** Most probable first; of equals, by the question's name. */
  readonly score: (at: number) => MeaningHit[];
};
export type MeaningReader = (
  article: ArticleToMatch,
  read: ReadStory,
  which: readonly number[],
) => Promise<MeaningReading>;

/** `readVectors` is shared by the stories: a sentence's vector is the same for all of them. */
export function createMeaningReader(story: Story, meaning: Meaning, readVectors: VectorReader): MeaningReader {
  const findEvents = createEventFinder(story.pack, story.index.names);
  const timesOf = new WeakMap<ReadStory, ArticleTimes>();
  let ofPack: Promise<PackMeaning> | null = null;
  return async (article, read, which) => {
    const pack = await (ofPack ??= meaning.meaningOf(story.index).catch((cause: unknown) => {
      ofPack = null;
      throw cause;
    }));
    const vectors = await readVectors(article, around(which, article));
    const times = timesOf.get(read) ?? readTimes(article, (at) => read.sentences[at]?.terms ?? [], findEvents);
    timesOf.set(read, times);
    return readingOf({ story, article, read, times, trained: meaning.trained }, pack, vectors);
  };
}

/** With what is asked come its neighbours, and what says what the article is about. */
function around(which: readonly number[], article: ArticleToMatch): number[] {
  const head = Array.from({ length: Math.min(HEAD, article.sentences.length) }, (_, at) => at);
  return [...which, standingOf(article).headline, ...head, ...which.flatMap((at) => [at - 1, at + 1])];
}

type Read = {
  readonly story: Story;
  readonly article: ArticleToMatch;
  readonly read: ReadStory;
  readonly times: ArticleTimes;
  readonly trained: Trained;
};

function readingOf(
  { story, article, read, times, trained }: Read,
  pack: PackMeaning,
  vectors: ArticleVectors,
): MeaningReading {
  const { index, facts } = story;
  const taught = trained.taught.get(story.pack.id);
  const nearnessAt = remember(vectors, (vector): Nearness[] => nearnessOf(vector, pack, index.questions.length));
  const taughtAt = remember(vectors, (vector): TaughtScores | undefined =>
    taught === undefined ? undefined : scoreTaught(vector, taught, index.questions),
  );
  const weigh = createWeigher({
    index,
    article: read,
    facts,
    given: article,
    times,
    nearnessAt,
    taughtAt,
    strength: read.strength,
  });
  const timeWordsAt = (at: number, question: number): string[] => {
    const when = index.questions[question]?.when ?? null;
    const text = article.sentences[at]?.text ?? '';
    return when === null
      ? []
      : cuesIn(times.cues[at] ?? [], daysWithin(when)).map(({ start, end }) => text.slice(start, end));
  };
  const nameOf = ({ hit }: ScoredHit): string => index.questions[hit.question]?.id ?? '';
  return {
    weigh,
    score: (at) =>
      weigh(at)
        .map(({ hit, evidence }) => ({
          hit,
          score: probabilityOf(evidence, trained),
          nearness: nearnessAt(at)?.[hit.question] ?? null,
          timeWords: timeWordsAt(at, hit.question),
        }))
        .sort((a, b) => b.score - a.score || (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

function remember<T>(vectors: ArticleVectors, workOut: (vector: Float32Array) => T): (at: number) => T | undefined {
  const known = new Map<number, T>();
  return (at) => {
    const vector = vectors.get(at);
    if (vector === undefined) return undefined;
    const found = known.get(at) ?? workOut(vector);
    known.set(at, found);
    return found;
  };
}
