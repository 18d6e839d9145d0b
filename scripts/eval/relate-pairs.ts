/** Labelled sentences related to the claims that their labels name, and how right the relations are. */
import type { Relation } from '@/lib/core/match.ts';
import type { Claim, Pack, Question } from '@/lib/core/pack.ts';
import { buildIndex } from '@/lib/matching/claim-index.ts';
import type { ClaimIndex } from '@/lib/matching/claim-index.ts';
import { weightOf } from '@/lib/matching/features.ts';
import { relateOrReject } from '@/lib/matching/relate.ts';
import { termsOf } from '@/lib/text/names.ts';
import type { LabelledArticle } from './labelled.ts';

export type RelatedPair = {
  readonly claim: string;
  readonly sentence: string;
  /** Whether the label says that the sentence denies the claim. */
  readonly denies: boolean;
  readonly found: Relation | 'rejected';
};

export function relatePairs(
  articles: readonly LabelledArticle[],
  packs: readonly Pack[],
  similarity: number | null,
): RelatedPair[] {
  const relators = packs.map(createRelator);
  return articles.flatMap(({ sentences, labels }) =>
    labels.flatMap(({ i, claims, denies }) => {
      const sentence = sentences[i] ?? '';
      return [...new Set([...claims, ...denies])].flatMap((claim) => {
        const found = relators
          .map((relate) => relate(sentence, claim, similarity))
          .find((relation) => relation !== null);
        return found === undefined ? [] : [{ claim, sentence, denies: denies.includes(claim), found }];
      });
    }),
  );
}

type Relator = (sentence: string, claim: string, similarity: number | null) => Relation | 'rejected' | null;

/** Null from the relator for a claim that the pack has not. Only the one claim is in question, whichever figure decides. */
export function createRelator(pack: Pack): Relator {
  const index = buildIndex(pack);
  const claims = new Map(
    pack.questions.flatMap((question) =>
      question.claims.map((claim): [string, Subject] => [claim.id, toSubject(question, claim, index)]),
    ),
  );
  return (text, id, similarity) => {
    const subject = claims.get(id);
    if (subject === undefined) return null;
    const terms = termsOf(text, index.names);
    const sentence = { text, words: [...new Set(terms.map(({ term }) => term))] };
    const options = { scope: pack.scope, ...(similarity !== null && { similarity }) };
    return relateOrReject(sentence, subject, index.names, options)?.relation ?? 'rejected';
  };
}

type Subject = Parameters<typeof relateOrReject>[1];

function toSubject(question: Question, claim: Claim, index: ClaimIndex): Subject {
  const words = new Set(termsOf(claim.says, index.names).map(({ term }) => term));
  return { question: { ...question, claims: [claim] }, claim, words, weight: (term) => weightOf(term, index) };
}

export function formatRelations(pairs: readonly RelatedPair[]): string {
  const count = (is: (pair: RelatedPair) => boolean): number => pairs.filter(is).length;
  const named = count(({ found }) => found === 'denies');
  const right = count(({ found, denies }) => found === 'denies' && denies);
  const denied = count(({ denies }) => denies);
  const rate = (part: number, of: number): string => (of === 0 ? '–' : (part / of).toFixed(3));
  const others = (['same', 'other-figure', 'other-answer', 'on-question', 'rejected'] as const).map(
    (relation) => `${relation} ${count(({ found }) => found === relation)}`,
  );
  return [
    `${pairs.length} pairs of sentence and claim, ${denied} of them denials`,
    `denies: ${named} named, precision ${rate(right, named)} (${right}), recall ${rate(right, denied)}`,
    `same among denials: ${count(({ found, denies }) => found === 'same' && denies)}`,
    others.join(', '),
  ].join('\n');
}
