/**
 * Stage 3: which claim of the question is meant, and how the sentence stands to it. By rules that a reader can check;
 * a relation is named only when the sentence is explicit, for a wrong “denies” is worse than none.
 */
import type { Claim, Question } from '@/lib/core/pack.ts';
import type { Reason, Relation } from '@/lib/core/match.ts';
import { termsOf } from '@/lib/text/names.ts';
import type { Names, Term } from '@/lib/text/names.ts';
import { tokensOf } from '@/lib/text/tokens.ts';
import { figuresHere } from './figures.ts';
import type { FigureHere } from './figures.ts';
import type { ReadSentence } from './read-article.ts';

export type Related = {
  readonly relation: Relation;
  readonly claim: Claim | null;
  readonly reasons: readonly Reason[];
};

export type Candidate = {
  readonly question: Question;
  /** The claim with the best score; null where only the question shares words. */
  readonly claim: Claim | null;
  /** The terms of what the claim (else the question) says, and how much each tells. */
  readonly words: ReadonlySet<string>;
  readonly weight: (term: string) => number;
};

/** Of what the claim says: from this share on it is named; below, the mark speaks of the question alone. */
export const ENOUGH_TO_NAME = 0.25;
/** From this share on the sentence says the same, unless only one of the two says no. */
const NEARLY_ALL = 0.85;
/** Of the claim's words in the sentence, the share that must follow a cue, in its clause, for the claim to be what is denied. */
const MOSTLY = 0.75;
const LEAST_DENIED_WORDS = 3;

/** “Denied that …”, and “rejected claims that …”: to reject an offer denies nothing. */
const DENIAL =
  /\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|refut|contest)(?:s|es|e|ed|ing)?\s+(?:\S+\s+){0,3}?(?:claim|allegation|accusation|assertion|suggestion|charge|notion|idea|report)s?|no evidence (?:that|for|of)|not true that)\b/giu;
const NEGATION = /^(?:not|no|never|neither|nor|cannot|without|\p{L}+n't)$/u;

export function relate(sentence: ReadSentence, candidate: Candidate, names: Names): Related {
  const figure = ownFigure(sentence, candidate, names);
  const claim = figure?.claim ?? candidate.claim;
  if (claim === null) return onQuestion(null);
  const cue = denialOf(sentence, claim, names);
  if (cue !== null) return { relation: 'denies', claim, reasons: [{ kind: 'denial', cue }] };
  if (figure !== null) return sameFigure(claim, figure);
  const { other } = figuresHere(sentence, claim, names);
  if (other !== null) return otherFigure(claim, other);
  const held = shareHeld(sentence, candidate);
  if (held >= NEARLY_ALL && saysNoAlike(sentence.text, claim.says)) return { relation: 'same', claim, reasons: [] };
  return onQuestion(held >= ENOUGH_TO_NAME ? claim : null);
}

const onQuestion = (claim: Claim | null): Related => ({ relation: 'on-question', claim, reasons: [] });

/** Of the weight of what the claim says, the share that the sentence holds; 0 to 1. */
export function shareHeld({ words }: ReadSentence, { words: says, weight }: Candidate): number {
  const here = new Set(words);
  let [held, all] = [0, 0];
  for (const word of says) {
    all += weight(word);
    if (here.has(word)) held += weight(word);
  }
  return all === 0 ? 0 : held / all;
}

type FigureOfClaim = FigureHere & { readonly claim: Claim };

/**
 * The claim whose own figure the sentence gives: a number decides between claims that differ only in it. Where several
 * give that number, the nearest, else the first by name.
 */
function ownFigure(
  sentence: ReadSentence,
  { claim: nearest, question }: Candidate,
  names: Names,
): FigureOfClaim | null {
  if (sentence.numbers.length === 0) return null;
  const byName = question.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const claim of [...(nearest === null ? [] : [nearest]), ...byName]) {
    const { same } = figuresHere(sentence, claim, names);
    if (same !== null) return { ...same, claim };
  }
  return null;
}

function sameFigure(claim: Claim, { here }: FigureOfClaim): Related {
  return { relation: 'same', claim, reasons: [{ kind: 'same-figure', figure: here.text }] };
}

function otherFigure(claim: Claim, { here, figure }: FigureHere): Related {
  const { amount } = figure;
  const there = amount.kind === 'value' ? number(amount.value) : `${number(amount.low)}–${number(amount.high)}`;
  return { relation: 'other-figure', claim, reasons: [{ kind: 'other-figure', here: here.text, there }] };
}

/** “1,351”, “13.7 billion”. */
function number(value: number): string {
  const notation = value >= 1e6 ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  return value.toLocaleString('en-US', { maximumFractionDigits: 2, ...notation });
}

/**
 * The cue by which the sentence denies the claim: what is denied follows it, and is what the claim says. A claim that
 * speaks of a denial itself is never “denied” by the same word.
 */
function denialOf(sentence: ReadSentence, { says }: Claim, names: Names): string | null {
  if (isNegated(says) || holdsDenial(says)) return null;
  const said = new Set(termsOf(says, names).map(({ term }) => term));
  const held = sentence.terms.filter(({ term }) => said.has(term));
  for (const found of sentence.text.matchAll(DENIAL)) {
    const start = found.index + found[0].length;
    const end = start + (/[,;:()—–]|\s(?:but|while|though|although)\s|$/u.exec(sentence.text.slice(start))?.index ?? 0);
    const denied = distinct(held.filter((term) => term.start >= start && term.end <= end));
    if (denied >= LEAST_DENIED_WORDS && denied >= MOSTLY * distinct(held)) return found[0];
  }
  return null;
}

const distinct = (terms: readonly Term[]): number => new Set(terms.map(({ term }) => term)).size;

const isNegated = (text: string): boolean => tokensOf(text).some(({ word }) => NEGATION.test(word));
const holdsDenial = (text: string): boolean => text.search(DENIAL) >= 0;

/** A sentence that holds the claim's words and a “not” or “denied” of its own may well say the opposite. */
function saysNoAlike(sentence: string, claim: string): boolean {
  return isNegated(sentence) === isNegated(claim) && holdsDenial(sentence) === holdsDenial(claim);
}
