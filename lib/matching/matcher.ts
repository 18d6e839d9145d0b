/**
 * The one door to matching: packs and an article in, matches out. Retrieve → accept → relate → explain; what is behind
 * it may be replaced by something better without anybody noticing but the reader.
 */
import type { ArticleToMatch, Match } from '@/lib/core/match.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { DEFAULT_SETTINGS, type MarkLevel } from '@/lib/core/settings.ts';
import { LEARNED, type Acceptance } from './accept.ts';
import { scoreHits } from './candidates.ts';
import { hashSentences, recognise, type HashedSentence } from './known.ts';
import { createVectorReader } from './meaning/article-vectors.ts';
import { createMeaningReader, type Meaning, type MeaningReader } from './meaning/read-meaning.ts';
import { rememberLast } from './remember-last.ts';
import { createStory, type ReadStory, type Story } from './story.ts';
import { knownMatch, probableMatch, type Candidates } from './to-match.ts';

export type MatchOptions = {
  /** Whether sentences are recognised by their hash. Off, to measure what an unseen article would get. */
  readonly known: boolean;
  /** How sure is sure enough; the reader's setting. */
  readonly level?: MarkLevel;
};

export type RankedMatch = { readonly match: Match; readonly shown: boolean };

export type Matcher = {
  /** At most one match for each of the sentences at `which` (indices into the article's), in the order of the article. */
  readonly match: (article: ArticleToMatch, which: readonly number[], options: MatchOptions) => Promise<Match[]>;
  /** The best candidate of every sentence that has one, shown or not: for measuring. */
  readonly rank: (article: ArticleToMatch, options: MatchOptions) => Promise<RankedMatch[]>;
};

export type Engine = {
  /** Asked for when an article tells a story; null, or none given: words alone are compared. */
  readonly meaning?: () => Promise<Meaning | null>;
  /** Told when the model failed in the midst of an article, which is then compared by words. */
  readonly onMeaningLost?: (cause: unknown) => void;
  /** Of words alone. */
  readonly acceptance?: Acceptance;
};

export function createMatcher(packs: readonly Pack[], engine: Engine = {}): Matcher {
  const stories = packs.map(createStory);
  const readerOf = meaningReaders();
  const hashesOf = rememberLast(({ sentences }) => hashSentences(sentences.map(({ text }) => text)));
  const rankAt = async (article: ArticleToMatch, which: readonly number[], options: MatchOptions) => {
    const level = options.level ?? DEFAULT_SETTINGS.level;
    const task: Task = { article, which, hashes: options.known ? hashesOf(article) : [], level, engine, readerOf };
    return bestOfEach((await Promise.all(stories.map((story) => rankByStory(story, task)))).flat());
  };
  return {
    match: async (article, which, options) =>
      (await rankAt(article, which, options)).flatMap(({ match, shown }) => (shown ? [match] : [])),
    rank: (article, options) => rankAt(article, [...article.sentences.keys()], options),
  };
}

type Task = {
  readonly article: ArticleToMatch;
  readonly which: readonly number[];
  /** Of all sentences of the article; none where sentences are not to be recognised. */
  readonly hashes: readonly HashedSentence[];
  readonly level: MarkLevel;
  readonly engine: Engine;
  readonly readerOf: (story: Story, meaning: Meaning) => MeaningReader;
};

async function rankByStory(story: Story, task: Task): Promise<RankedMatch[]> {
  const { article, which, hashes } = task;
  const known = recognise(hashes, story.known);
  const read = story.read(article);
  const unknown = which.filter((at) => !known.has(at));
  const candidates =
    read === null || unknown.length === 0 ? null : await candidatesIn(story, read, { ...task, which: unknown });
  return which.flatMap((at) => {
    const accounts = known.get(at);
    if (accounts !== undefined) return knownMatch(story, at, accounts, read).map((match) => ({ match, shown: true }));
    if (read === null || candidates === null) return [];
    return probableMatch({ story, read, at }, candidates);
  });
}

/** By meaning where there is a model, else by words. */
async function candidatesIn(story: Story, read: ReadStory, task: Task): Promise<Candidates> {
  const { article, which, level, engine, readerOf } = task;
  try {
    const meaning = (await engine.meaning?.()) ?? null;
    if (meaning !== null) {
      const { score } = await readerOf(story, meaning)(article, read, which);
      return { hitsAt: score, threshold: meaning.trained.levels[level].threshold };
    }
  } catch (cause) {
    if (engine.onMeaningLost === undefined) throw cause;
    engine.onMeaningLost(cause);
  }
  const acceptance = engine.acceptance ?? LEARNED;
  const hitsAt: Candidates['hitsAt'] = (at) =>
    scoreHits(story, read, at, acceptance).map((hit) => ({ ...hit, nearness: null, timeWords: [] }));
  return { hitsAt, threshold: acceptance.levels[level].threshold };
}

/** Made once for a story and a model; of another model everything is made anew. */
function meaningReaders(): Task['readerOf'] {
  let of: { readonly model: string; readonly readVectors: ReturnType<typeof createVectorReader> } | null = null;
  let readers = new Map<Story, MeaningReader>();
  return (story, meaning) => {
    if (of?.model !== meaning.model.id) {
      of = { model: meaning.model.id, readVectors: createVectorReader(meaning.model) };
      readers = new Map();
    }
    const reader = readers.get(story) ?? createMeaningReader(story, meaning, of.readVectors);
    readers.set(story, reader);
    return reader;
  };
}

/** One for each sentence, in the order of the article; the surest, and of equals the first by the pack's name. */
function bestOfEach(ranked: readonly RankedMatch[]): RankedMatch[] {
  const best = new Map<number, RankedMatch>();
  for (const one of ranked) {
    const other = best.get(one.match.sentence);
    if (other === undefined || isSurer(one, other)) best.set(one.match.sentence, one);
  }
  return [...best.values()].sort((a, b) => a.match.sentence - b.match.sentence);
}

function isSurer({ match: a }: RankedMatch, { match: b }: RankedMatch): boolean {
  return a.score !== b.score ? a.score > b.score : a.pack < b.pack;
}
