/** From what a sentence may speak to, to what the reader is told of it: the claim, the relation, the reasons. */
import type { Match, Reason } from '@/lib/core/match.ts';
import type { Claim } from '@/lib/core/pack.ts';
import { sharedReasons } from './explain.ts';
import { weightOf } from './features.ts';
import { knownClaims, type KnownAccount } from './known.ts';
import type { MeaningHit } from './meaning/read-meaning.ts';
import type { ReadSentence } from './read-article.ts';
import { ENOUGH_TO_NAME, relateOrReject, shareHeld, type Candidate } from './relate.ts';
import { languageOf } from './relation/language.ts';
import type { ReadStory, Story } from './story.ts';

/** `hitsAt`: of a sentence, the most probable first; from `threshold` on they are shown. */
export type Candidates = {
  readonly hitsAt: (at: number) => readonly MeaningHit[];
  readonly threshold: number;
};
type Place = { readonly story: Story; readonly read: ReadStory; readonly at: number };

const MOST_ALSO = 2;
/** By meaning a claim is named from this nearness on. */
const NEAR_ENOUGH = 0.4;

export function probableMatch(place: Place, { hitsAt, threshold }: Candidates): { match: Match; shown: boolean }[] {
  const sentence = place.read.sentences[place.at];
  const [best, ...others] = hitsAt(place.at);
  if (sentence === undefined || best === undefined) return [];
  const match = matchOf(place, sentence, best);
  if (match === null) return [];
  const also = others
    .filter(({ score }) => score >= threshold)
    .slice(0, MOST_ALSO)
    .flatMap((other) => alsoOf(place.story, sentence, other));
  return [{ match: { ...match, also }, shown: best.score >= threshold }];
}

function matchOf({ story, read, at }: Place, sentence: ReadSentence, best: MeaningHit): Match | null {
  const candidate = candidateOf(story, best);
  if (candidate === null) return null;
  const { language, scope } = story.pack;
  const related = relateOrReject(sentence, candidate, story.index.names, {
    scope,
    language: languageOf(language),
    ...(best.nearness !== null && { similarity: best.nearness.claimCosine }),
  });
  if (related === null) return null;
  const { relation, reasons } = related;
  const claim = related.claim ?? (isNamedByMeaning(best) ? candidate.claim : null);
  return {
    sentence: at,
    pack: story.pack.id,
    question: candidate.question.id,
    claim: claim?.id ?? null,
    relation,
    accounts: [],
    score: best.score,
    reasons: [
      ...reasons,
      ...meaningReasons(best, reasons),
      ...sharedReasons(sentence, candidate),
      ...(best.timeWords.length > 0 ? [{ kind: 'its-time', words: best.timeWords } as const] : []),
      { kind: 'story', names: read.storyNames },
    ],
    also: [],
  };
}

const isNamedByMeaning = ({ nearness }: MeaningHit): boolean =>
  nearness !== null && nearness.claimCosine >= NEAR_ENOUGH;

/** Which of the pack's texts is near to the sentence, unless the relation has said so. */
function meaningReasons({ nearness }: MeaningHit, given: readonly Reason[]): Reason[] {
  if (nearness === null) return [];
  const { aspect, claim, wording, asks, nearestAspect } = nearness;
  const most = Math.max(aspect, claim, wording, asks);
  if (most < NEAR_ENOUGH) return [];
  if (aspect === most && nearestAspect !== null) return [{ kind: 'near-aspect', says: nearestAspect }];
  const isSaid = given.some(({ kind }) => kind === 'near-meaning' || kind === 'whole-claim');
  return most === asks || isSaid ? [] : [{ kind: 'near-claim' }];
}

function candidateOf({ index, facts }: Story, { hit }: MeaningHit): Candidate | null {
  const question = index.questions[hit.question];
  if (question === undefined) return null;
  const claim = index.entries[hit.claimEntry]?.claim ?? null;
  const { ownWords } = facts(claim === null ? (index.entryOfQuestion[hit.question] ?? -1) : hit.claimEntry);
  return { question, claim, words: ownWords, weight: (term) => weightOf(term, index) };
}

function alsoOf(story: Story, sentence: ReadSentence, hit: MeaningHit): Match['also'] {
  const candidate = candidateOf(story, hit);
  if (candidate === null) return [];
  const named = shareHeld(sentence, candidate) >= ENOUGH_TO_NAME || isNamedByMeaning(hit);
  return [
    {
      question: candidate.question.id,
      claim: (named ? candidate.claim?.id : null) ?? null,
      relation: 'on-question',
      accounts: [],
      score: hit.score,
    },
  ];
}

/** The claim nearest to the sentence comes first; without a reading of the article, the first by name. */
export function knownMatch(
  story: Story,
  at: number,
  accounts: readonly KnownAccount[],
  read: ReadStory | null,
): Match[] {
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
