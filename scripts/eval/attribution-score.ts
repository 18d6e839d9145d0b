/** Whether a proposal names the labelled speaker and stance; and the shares of a whole set. */
import { proposeAccounts } from '../../lib/attribution/propose-accounts.ts';
import type { Proposal } from '../../lib/attribution/proposal.ts';
import { tokensOf } from '../../lib/text/tokens.ts';
import type { Label, LabelledArticle, Reading } from './attribution-labels.ts';

export type Scored = {
  readonly label: Label;
  readonly text: string;
  readonly proposal: Proposal | null;
  readonly speaker: boolean;
  readonly stance: boolean;
  /** By the first reading alone. */
  readonly strict: { readonly speaker: boolean; readonly stance: boolean };
};

export function scoreArticle({ article, labels }: LabelledArticle): Scored[] {
  const proposals = proposeAccounts(article);
  return labels.map((label) => {
    const proposal = proposals.find(({ sentence }) => sentence === label.sentence) ?? null;
    const [first] = label.readings;
    const named = label.readings.filter((reading) => isSpeaker(reading, proposal));
    const hasStance = (reading: Reading): boolean => reading.stances.includes(proposal?.stance ?? 'asserts');
    // Who names nobody right is still scored for the stance, by the first reading.
    const stance = named.length > 0 ? named.some(hasStance) : first !== undefined && hasStance(first);
    return {
      label,
      text: article.sentences[label.sentence]?.text ?? '',
      proposal,
      speaker: named.length > 0,
      stance,
      strict: {
        speaker: first !== undefined && named.includes(first),
        stance: first !== undefined && hasStance(first),
      },
    };
  });
}

function isSpeaker({ speaker }: Reading, proposal: Proposal | null): boolean {
  const given = proposal?.speaker ?? null;
  if (speaker === null || given === null) return speaker === null && given === null;
  return isSameName(speaker, given.name);
}

const IDLE = new Set(
  'the a an of and for to at in mr mrs ms dr sir some other one senior his her its their'.split(' '),
);

/**
 * One person or body by two names: titles, first names, articles and the long form of an abbreviation do not count.
 * “The ministry” is nobody's name, so the end of a longer one only counts with a capital or as a plural.
 */
export function isSameName(label: string, given: string): boolean {
  const [one, other] = [label, given].map((name) =>
    tokensOf(name.replace(/[’']s\b/gu, '')).filter(({ word }) => !IDLE.has(word.toLowerCase())),
  );
  if (one === undefined || other === undefined || one.length === 0 || other.length === 0) return false;
  if (label.toLowerCase() === given.toLowerCase()) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const words = long.map(({ word }) => word.toLowerCase());
  const first = short.map(({ word }) => word.toLowerCase());
  if (isAbbreviation(short.map(({ word }) => word).join(''), long) || isAbbreviation(first[0] ?? '', long)) return true;
  const isEnd = first.every((word, at) => word === words[words.length - first.length + at]);
  const isProper = short.at(-1)?.capital === true || first.length > 1 || /s$/.test(first.at(-1) ?? '');
  const isBeginning = first.length > 2 && first.every((word, at) => word === words[at]);
  // Spelt in two ways: “Sergei Lavrov” and “Sergey Lavrov”.
  const isSpelt = first.length === 2 && words.length === 2 && first[0]?.charAt(0) === words[0]?.charAt(0);
  const isSurname = isSpelt && first[1] === words[1] && short.at(-1)?.capital === true;
  return (isEnd && isProper) || isBeginning || isSurname || isRoleAndName(first, words);
}

function isAbbreviation(
  letters: string,
  long: readonly { readonly word: string; readonly capital: boolean }[],
): boolean {
  const initials = long
    .filter(({ capital }) => capital)
    .map(({ word }) => word.charAt(0))
    .join('');
  return letters.length > 1 && letters.length < 7 && initials.toLowerCase() === letters.toLowerCase();
}

/** “Porter” within “Ann Porter, leader”. */
const isRoleAndName = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 1 && short.every((word) => long.includes(word));

export type Shares = {
  readonly count: number;
  readonly speaker: number;
  readonly stance: number;
  readonly both: number;
};

export function sharesOf(scored: readonly Scored[], isStrict = false): Shares {
  const share = (is: (one: Scored) => boolean): number =>
    scored.length === 0 ? 0 : scored.filter(is).length / scored.length;
  const of = (one: Scored) => (isStrict ? one.strict : one);
  return {
    count: scored.length,
    speaker: share((one) => of(one).speaker),
    stance: share((one) => of(one).stance),
    both: share((one) => of(one).speaker && of(one).stance),
  };
}
