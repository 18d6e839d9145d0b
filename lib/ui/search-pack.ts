/** Finds questions of a pack by what they ask, claim, and who speaks to them. */
import type { Account, Question } from '@/lib/core/pack.ts';

const MARKS = /\p{M}+/gu;
const fold = (text: string): string => text.normalize('NFKD').replace(MARKS, '').toLowerCase();

/** Questions that hold every word of `query` somewhere, in the pack's order; all of them for an empty query. */
export function searchQuestions(questions: readonly Question[], query: string): Question[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return questions.filter((question) => {
    const text = fold(textOf(question));
    return words.every((word) => text.includes(word));
  });
}

function textOf({ asks, claims }: Question): string {
  const accounts = claims.flatMap((claim) => claim.accounts);
  return [asks, ...claims.map(({ says }) => says), ...accounts.map(wordsOf)].join(' ');
}

const wordsOf = ({ speaker, role, via, quote, note }: Account): string =>
  [speaker, role, via, quote, note].filter((part) => part !== null).join(' ');
