/**
 * The one door to matching: packs and an article in, matches out. Retrieve → accept → relate → explain; what is behind
 * it may be replaced by something better without anybody noticing but the reader.
 */
import type { ArticleToMatch, Match } from '@/lib/core/match.ts';
import type { Claim, Pack } from '@/lib/core/pack.ts';
import { LEARNED } from './accept.ts';
import type { Acceptance } from './accept.ts';
import { scoreHits } from './candidates.ts';
import type { ScoredHit } from './candidates.ts';
import { sharedReasons } from './explain.ts';
import { weightOf } from './features.ts';
import { hashSentences, knownClaims, recognise } from './known.ts';
import type { HashedSentence, KnownAccount } from './known.ts';
import type { ReadSentence } from './read-article.ts';
import { ENOUGH_TO_NAME, relateOrReject, shareHeld } from './relate.ts';
import type { Candidate } from './relate.ts';
import { languageOf } from './relation/language.ts';
import { rememberLast } from './remember-last.ts';
import { createStory } from './story.ts';
import type { ReadStory, Story } from './story.ts';

/** `known`: whether sentences are recognised by their hash. Off, to measure what an unseen article would get. */
export type MatchOptions = { readonly known: boolean };

export type RankedMatch = { readonly match: Match; readonly shown: boolean };

export type Matcher = {
  /** At most one match for each of the sentences at `which` (indices into the article's), in the order of the article. */
  readonly match: (article: ArticleToMatch, which: readonly number[], options: MatchOptions) => Promise<Match[]>;
  /** The best candidate of every sentence that has one, shown or not: for measuring. */
  readonly rank: (article: ArticleToMatch, options: MatchOptions) => Promise<RankedMatch[]>;
};

const MOST_ALSO = 2;

export function createMatcher(packs: readonly Pack[], acceptance: Acceptance = LEARNED): Matcher {
  const stories = packs.map(createStory);
  const hashesOf = rememberLast(({ sentences }) => hashSentences(sentences.map(({ text }) => text)));
  const rankAt = (article: ArticleToMatch, which: readonly number[], { known }: MatchOptions): RankedMatch[] => {
    const task = { which, hashes: known ? hashesOf(article) : [], acceptance };
    return bestOfEach(stories.flatMap((story) => rankByStory(story, article, task)));
  };
  return {
    match: (article, which, options) =>
      Promise.resolve(rankAt(article, which, options).flatMap(({ match, shown }) => (shown ? [match] : []))),
    rank: (article, options) => Promise.resolve(rankAt(article, [...article.sentences.keys()], options)),
  };
}

type Task = {
  readonly which: readonly number[];
  /** Of all sentences of the article; none where sentences are not to be recognised. */
  readonly hashes: readonly HashedSentence[];
  readonly acceptance: Acceptance;
};

function rankByStory(story: Story, article: ArticleToMatch, { which, hashes, acceptance }: Task): RankedMatch[] {
  const known = recognise(hashes, story.known);
  const read = story.read(article);
  return which.flatMap((at) => {
    const accounts = known.get(at);
    if (accounts !== undefined) return knownMatch(story, at, accounts, read).map((match) => ({ match, shown: true }));
    const sentence = read?.sentences[at];
    if (!read || !sentence) return [];
    const [best, ...others] = scoreHits(story, read, at, acceptance);
    if (best === undefined) return [];
    const also = others.filter(({ score }) => score >= acceptance.threshold).slice(0, MOST_ALSO);
    const shown = best.score >= acceptance.threshold;
    return probableMatch(story, at, { read, sentence, best, also }).map((match) => ({ match, shown }));
  });
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

type Probable = {
  readonly read: ReadStory;
  readonly sentence: ReadSentence;
  readonly best: ScoredHit;
  readonly also: readonly ScoredHit[];
};

function probableMatch(story: Story, at: number, { read, sentence, best, also }: Probable): Match[] {
  const candidate = candidateOf(story, best);
  if (candidate === null) return [];
  const { language, scope } = story.pack;
  const related = relateOrReject(sentence, candidate, story.index.names, { scope, language: languageOf(language) });
  if (related === null) return [];
  const { relation, claim, reasons } = related;
  return [
    {
      sentence: at,
      pack: story.pack.id,
      question: candidate.question.id,
      claim: claim?.id ?? null,
      relation,
      accounts: [],
      score: best.score,
      reasons: [...reasons, ...sharedReasons(sentence, candidate), { kind: 'story', names: read.storyNames }],
      also: also.flatMap((other) => alsoOf(story, sentence, other)),
    },
  ];
}

function candidateOf({ index, facts }: Story, { hit }: ScoredHit): Candidate | null {
  const question = index.questions[hit.question];
  if (question === undefined) return null;
  const claim = index.entries[hit.claimEntry]?.claim ?? null;
  const { ownWords } = facts(claim === null ? (index.entryOfQuestion[hit.question] ?? -1) : hit.claimEntry);
  return { question, claim, words: ownWords, weight: (term) => weightOf(term, index) };
}

function alsoOf(story: Story, sentence: ReadSentence, hit: ScoredHit): Match['also'] {
  const candidate = candidateOf(story, hit);
  if (candidate === null) return [];
  const claim = shareHeld(sentence, candidate) >= ENOUGH_TO_NAME ? candidate.claim : null;
  return [
    {
      question: candidate.question.id,
      claim: claim?.id ?? null,
      relation: 'on-question',
      accounts: [],
      score: hit.score,
    },
  ];
}

/** The claim nearest to the sentence comes first; without a reading of the article, the first by name. */
function knownMatch(story: Story, at: number, accounts: readonly KnownAccount[], read: ReadStory | null): Match[] {
  const { pack, index } = story;
  const hits = read?.sentences[at]?.hits ?? [];
  const scoreOf = (claim: Claim): number =>
    hits.find(({ claimEntry }) => index.entries[claimEntry]?.claim === claim)?.claimScore ?? 0;
  const [first, ...others] = knownClaims(accounts, scoreOf);
  if (first === undefined) return [];
  return [
    {
      sentence: at,
      pack: pack.id,
      question: first.question.id,
      claim: first.claim.id,
      relation: first.relation,
      accounts: first.accounts,
      score: 1,
      reasons: first.accounts.map((account) => ({ kind: 'same-sentence', account })),
      also: others.map(({ question, claim, relation, accounts }) => ({
        question: question.id,
        claim: claim.id,
        relation,
        accounts,
        score: 1,
      })),
    },
  ];
}
