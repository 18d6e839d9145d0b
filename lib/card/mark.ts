/** How a mark looks and what it announces: decided by the accounts alone, never by who is right. */
import type { ClaimId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark, MarkKind } from '@/lib/core/marks.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Question } from '@/lib/core/pack.ts';
import { countOrigins } from '@/lib/pack/origins.ts';
import type { SourcesById } from '@/lib/pack/origins.ts';
import { sideOf } from './fold-origins.ts';

/**
 * `differ`: rival positions, or somebody denies or doubts the claim. `agree`: one telling from two origins or more.
 * Without a claim, or with one that the question no longer has, all accounts of the question decide.
 */
export function markKindOf(question: Question, claim: ClaimId | null, sources: SourcesById): MarkKind {
  if (question.kind === 'contested' && question.claims.length > 1) return 'differ';
  const meant = question.claims.filter(({ id }) => id === claim);
  const accounts = (meant.length > 0 ? meant : question.claims).flatMap((one) => one.accounts);
  if (accounts.some(({ stance }) => sideOf(stance) === 'disputes')) return 'differ';
  return countOrigins(accounts, sources) > 1 ? 'agree' : 'single';
}

/** What of a pack a mark is made from. */
export type MarkStory = { readonly questions: ReadonlyMap<QuestionId, Question>; readonly sources: SourcesById };

/**
 * `text` is the matched sentence; the counts are of the whole question, as its card will show them. Further questions
 * that the pack no longer holds are left out. Null when it no longer holds the match's own.
 */
export function toMark(match: Match, text: string, { questions, sources }: MarkStory): Mark | null {
  const question = questions.get(match.question);
  if (question === undefined) return null;
  const also = match.also.filter((one) => questions.has(one.question));
  const accounts = question.claims.flatMap((claim) => claim.accounts).filter(({ source }) => sources.has(source));
  return {
    match: { ...match, also },
    kind: markKindOf(question, match.claim, sources),
    text,
    asks: question.asks,
    alsoAsks: also.flatMap((one) => questions.get(one.question)?.asks ?? []),
    accounts: accounts.length,
    origins: countOrigins(accounts, sources),
  };
}
