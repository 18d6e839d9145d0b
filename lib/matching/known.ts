/** Recognition for certain: a sentence that is the very sentence of an account, by its hash. */
import type { AccountId } from '@/lib/core/ids.ts';
import type { Account, Claim, Pack, Question, SentenceHash, Stance } from '@/lib/core/pack.ts';
import type { Relation } from '@/lib/core/match.ts';
import { hashSentence, sentenceKey } from '@/lib/text/sentence-hash.ts';

export type KnownAccount = { readonly question: Question; readonly claim: Claim; readonly account: Account };
export type KnownSentences = ReadonlyMap<SentenceHash, readonly KnownAccount[]>;

/**
 * A shorter sentence (“It failed.”) may stand in any article: it is taken for the account's only where the article
 * holds a longer sentence of the same source.
 */
const LEAST_WORDS = 6;

export function indexKnown({ questions }: Pack): KnownSentences {
  const known = new Map<SentenceHash, KnownAccount[]>();
  for (const question of questions)
    for (const claim of question.claims)
      for (const account of claim.accounts)
        for (const { hash } of account.locators)
          known.set(hash, [...(known.get(hash) ?? []), { question, claim, account }]);
  return known;
}

export type HashedSentence = { readonly hash: SentenceHash; readonly isLong: boolean };

export function hashSentences(texts: readonly string[]): HashedSentence[] {
  return texts.map((text) => ({
    hash: hashSentence(text),
    isLong: sentenceKey(text).split(' ').length >= LEAST_WORDS,
  }));
}

/** By index of the sentence; sentences that are no account's are absent. */
export function recognise(
  sentences: readonly HashedSentence[],
  known: KnownSentences,
): ReadonlyMap<number, readonly KnownAccount[]> {
  const found = sentences.map(({ hash }) => known.get(hash) ?? []);
  const sources = new Set(
    found.flatMap((accounts, at) => (sentences[at]?.isLong ? accounts.map(({ account }) => account.source) : [])),
  );
  const sure = found.map((accounts) => accounts.filter(({ account }) => sources.has(account.source)));
  return new Map([...sure.entries()].filter(([, accounts]) => accounts.length > 0));
}

/** All accounts of one claim that stand in one sentence. */
export type KnownClaim = {
  readonly question: Question;
  readonly claim: Claim;
  readonly accounts: readonly AccountId[];
  readonly relation: Relation;
};

/** A sentence may tell several claims; in the order of `nearness`, best first, then by name. */
export function knownClaims(accounts: readonly KnownAccount[], nearness: (claim: Claim) => number): KnownClaim[] {
  const byClaim = new Map<Claim, KnownAccount[]>();
  for (const known of accounts) byClaim.set(known.claim, [...(byClaim.get(known.claim) ?? []), known]);
  const claims = Array.from(byClaim.values(), toKnownClaim).filter((claim) => claim !== null);
  return claims.sort((a, b) => nearness(b.claim) - nearness(a.claim) || (a.claim.id < b.claim.id ? -1 : 1));
}

function toKnownClaim(of: readonly KnownAccount[]): KnownClaim | null {
  const [first] = of;
  if (first === undefined) return null;
  const { question, claim } = first;
  return {
    question,
    claim,
    accounts: of.map(({ account }) => account.id),
    relation: relationOf(of.map(({ account }) => account.stance)),
  };
}

/** A doubt is no denial: it leaves open what is so. */
function relationOf(stances: readonly Stance[]): Relation {
  if (stances.every((stance) => stance === 'denies')) return 'denies';
  return stances.every((stance) => stance === 'denies' || stance === 'doubts') ? 'on-question' : 'same';
}
