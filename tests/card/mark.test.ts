import { describe, expect, it } from 'vitest';
import { markKindOf, toMark } from '@/lib/card/mark.ts';
import type { MarkKind } from '@/lib/core/marks.ts';
import type { QuestionId } from '@/lib/core/ids.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Question, Stance } from '@/lib/core/pack.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { HARBOUR, questionOf } from './harbour-pack.ts';

const sources = indexSources(HARBOUR.sources);
const cranes = questionOf('q-cranes');
const outcome = questionOf('q-outcome');

const reported = (question: Question): Question => ({ ...question, kind: 'reported' });
const withStance = (question: Question, stance: Stance): Question => ({
  ...question,
  claims: question.claims.map((claim) => ({
    ...claim,
    accounts: claim.accounts.map((account, at) => (at === 0 ? { ...account, stance } : account)),
  })),
});
const claimId = (question: Question, at: number) => question.claims[at]?.id ?? null;

describe('the kind of a mark', () => {
  const cases: readonly (readonly [string, Question, number | null, MarkKind])[] = [
    ['rival claims differ, whichever is meant', outcome, 0, 'differ'],
    ['rival claims differ when none is clearly meant', outcome, null, 'differ'],
    ['a contested question with one claim does not differ by itself', { ...cranes, kind: 'contested' }, 0, 'agree'],
    ['two origins agree', cranes, 0, 'agree'],
    ['one origin is single', questionOf('q-fire'), 0, 'single'],
    ['one origin is single, though two articles carry it', reported(outcome), 1, 'single'],
    ['a doubt makes it differ', reported(outcome), 2, 'differ'],
    ['a denial makes it differ', withStance(cranes, 'denies'), 0, 'differ'],
    ['passing on does not', withStance(cranes, 'reports'), 0, 'agree'],
    ['a doubt of another claim does not', reported(outcome), 0, 'single'],
    ['without a claim all accounts of the question decide', reported(outcome), null, 'differ'],
  ];
  it.each(cases)('%s', (_name, question, claim, kind) => {
    expect(markKindOf(question, claim === null ? null : claimId(question, claim), sources)).toBe(kind);
  });

  it('falls back on the question for a claim that it no longer has', () => {
    expect(markKindOf(cranes, claimId(outcome, 0), sources)).toBe('agree');
  });
});

it('a mark counts the accounts and origins of its whole question', () => {
  const match: Match = {
    sentence: 4,
    pack: HARBOUR.id,
    question: outcome.id,
    claim: claimId(outcome, 1),
    relation: 'same',
    accounts: [],
    score: 0.9,
    reasons: [],
    also: [
      { question: cranes.id, claim: null, relation: 'on-question', accounts: [], score: 0.8 },
      { question: 'q-gone' as QuestionId, claim: null, relation: 'on-question', accounts: [], score: 0.8 },
    ],
  };
  const questions = new Map(HARBOUR.questions.map((question) => [question.id, question]));
  expect(toMark({ ...match, question: 'q-gone' as QuestionId }, 'A sentence.', { questions, sources })).toBeNull();
  expect(toMark(match, 'A sentence.', { questions, sources })).toEqual({
    match: { ...match, also: match.also.slice(0, 1) },
    kind: 'differ',
    text: 'A sentence.',
    asks: 'What did the harbour talks of 2 March 2021 achieve?',
    alsoAsks: [cranes.asks],
    accounts: 7,
    origins: 4,
  });
});
