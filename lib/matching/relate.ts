/**
 * Stage 3: which claim of the question is meant, and how the sentence stands to it. By rules that a reader can check;
 * a relation is named only when the sentence is explicit, for a wrong “denies” is worse than none.
 */
import { spanOf } from '@/lib/core/dates.ts';
import type { Reason, Relation } from '@/lib/core/match.ts';
import type { Claim, Question, Scope } from '@/lib/core/pack.ts';
import type { Names } from '@/lib/text/names.ts';
import { figuresHere } from './figures.ts';
import type { ReadSentence } from './read-article.ts';
import { compare } from './relation/compare.ts';
import { asksWho, conclude } from './relation/conclude.ts';
import type { Conclusion } from './relation/compared.ts';
import { ENGLISH } from './relation/language.ts';
import type { Language } from './relation/language.ts';
import { readText } from './relation/reading.ts';
import type { Reading } from './relation/reading.ts';
import { eraOf } from './relation/when.ts';
import type { Era } from './relation/when.ts';

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

export type RelateOptions = {
  /** How near sentence and claim are by the measure of a model, 0 to 1. */
  readonly similarity?: number;
  /** The time of the story, for claims that name none. */
  readonly scope?: Pick<Scope, 'from' | 'to'>;
  /** Null where the words of the pack's language are not known. */
  readonly language?: Language | null;
};

/** Of what the claim says: from this share on it is named; below, the mark speaks of the question alone. */
export const ENOUGH_TO_NAME = 0.25;

type SentenceToRelate = Pick<ReadSentence, 'text' | 'words'>;

/** As `relateOrReject`, but what is not about the claim is still on its question. */
export function relate(
  sentence: SentenceToRelate,
  candidate: Candidate,
  names: Names,
  options: RelateOptions = {},
): Related {
  return relateOrReject(sentence, candidate, names, options) ?? onQuestion(null);
}

/** Null where the sentence tells of another act: done by another, to another, the other way round, in another year. */
export function relateOrReject(
  sentence: SentenceToRelate,
  candidate: Candidate,
  names: Names,
  options: RelateOptions = {},
): Related | null {
  const { language = ENGLISH } = options;
  if (language === null) return onQuestion(namedClaim(sentence, candidate));
  const reader: Reader = { names, language };
  const here = readText(sentence.text, names, language);
  const claim = claimOfFigure(here, candidate) ?? candidate.claim;
  if (claim === null) return onQuestion(null);
  const conclusion = concludeOn(here, claim, { candidate, reader, options });
  if (conclusion.kind === 'rejected') return null;
  const { relation, reasons } = conclusion;
  return { relation, claim: relation === 'on-question' ? namedClaim(sentence, candidate) : claim, reasons };
}

const onQuestion = (claim: Claim | null): Related => ({ relation: 'on-question', claim, reasons: [] });

const namedClaim = (sentence: SentenceToRelate, candidate: Candidate): Claim | null =>
  shareHeld(sentence, candidate) >= ENOUGH_TO_NAME ? candidate.claim : null;

type Reader = { readonly names: Names; readonly language: Language };
type Around = { readonly candidate: Candidate; readonly reader: Reader; readonly options: RelateOptions };

function concludeOn(here: Reading, claim: Claim, { candidate, reader, options }: Around): Conclusion {
  const read = (text: string): Reading => readText(text, reader.names, reader.language);
  const there = read(claim.says);
  return conclude({
    claim: there,
    here,
    found: compare(there, here, candidate.weight, eraOf(claim, candidate.question) ?? eraOfScope(options.scope)),
    figures: figuresHere(here, claim),
    hasFigures: claim.figures.length > 0,
    asksWho: asksWho(candidate.question, read),
    similarity: options.similarity ?? null,
  });
}

const eraOfScope = (scope: RelateOptions['scope']): Era | null =>
  scope === undefined
    ? null
    : { from: Number(spanOf(scope.from).first.slice(0, 4)), to: Number(spanOf(scope.to).last.slice(0, 4)) };

/** Of the weight of what the claim says, the share that the sentence holds; 0 to 1. */
export function shareHeld({ words }: Pick<ReadSentence, 'words'>, { words: says, weight }: Candidate): number {
  const here = new Set(words);
  let [held, all] = [0, 0];
  for (const word of says) {
    all += weight(word);
    if (here.has(word)) held += weight(word);
  }
  return all === 0 ? 0 : held / all;
}

/**
 * The claim whose own figure the sentence gives: a number decides between claims that differ only in it. Where several
 * give that number, the nearest, else the first by name.
 */
function claimOfFigure(here: Reading, { claim: nearest, question }: Candidate): Claim | null {
  const byName = question.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const claims = [...(nearest === null ? [] : [nearest]), ...byName];
  return claims.find((claim) => claim.figures.length > 0 && figuresHere(here, claim).same !== null) ?? null;
}
