/**
 * Pairs of a claim of the built-in pack and a sentence in our own words, by kind, with the relations that are right. The
 * sentences are made up to test the rules; nobody has said them. Every second one of a kind was held out while the rules
 * were first made; docs/relations.md has the figures of that first run, and of the fresh pairs’.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELATIONS } from '@/lib/core/match.ts';
import { oneOf } from '@/lib/core/parse.ts';
import { createRelator } from '@/scripts/eval/relate-pairs.ts';
import { loadShippedPacks } from '@/scripts/eval/load-packs.ts';

export const KINDS = [
  'figures',
  'negation',
  'actor',
  'direction',
  'time',
  'attribution',
  'modality',
  'paraphrase',
] as const;
export type Kind = (typeof KINDS)[number];
const VERDICTS = [...RELATIONS, 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Challenge = {
  readonly kind: Kind;
  readonly claim: string;
  readonly sentence: string;
  /** All that are right. */
  readonly right: readonly Verdict[];
  readonly heldOut: boolean;
};
export type Tried = Challenge & { readonly found: Verdict };

/** Each line of a kind's file is `claim | right/right | sentence`. */
export function readChallenge(kind: Kind): Challenge[] {
  const lines = JSON.parse(readFileSync(join(import.meta.dirname, `${kind}.json`), 'utf8')) as readonly string[];
  return lines.map((line, at) => {
    const [claim = '', right = '', ...rest] = line.split(' | ');
    return {
      kind,
      claim,
      sentence: rest.join(' | '),
      right: right.split('/').map((verdict) => oneOf(VERDICTS, verdict, `${kind}[${at}]`)),
      heldOut: at % 2 === 1,
    };
  });
}

/** Pairs written when the rules were done, and run once before any was changed for them; `kind | claim | right | sentence`. */
export function readFresh(): Challenge[] {
  const lines = JSON.parse(readFileSync(join(import.meta.dirname, 'fresh.json'), 'utf8')) as readonly string[];
  return lines.map((line, at) => {
    const [kind, claim = '', right = '', ...rest] = line.split(' | ');
    return {
      kind: oneOf(KINDS, kind, `fresh[${at}]`),
      claim,
      sentence: rest.join(' | '),
      right: right.split('/').map((verdict) => oneOf(VERDICTS, verdict, `fresh[${at}]`)),
      heldOut: true,
    };
  });
}

/** Sentences with a “no” near the words of a claim, half of which deny it; `claim | denies or not | sentence`. */
export function readDenials(): Challenge[] {
  const lines = JSON.parse(readFileSync(join(import.meta.dirname, 'denials.json'), 'utf8')) as readonly string[];
  return lines.map((line, at) => {
    const [claim = '', verdict, ...rest] = line.split(' | ');
    const isDenial = oneOf(['denies', 'not'], verdict, `denials[${at}]`) === 'denies';
    const right = VERDICTS.filter((one) => (one === 'denies') === isDenial);
    return { kind: 'negation', claim, sentence: rest.join(' | '), right, heldOut: false };
  });
}

/** `similarity` as if a model had found each sentence so near its claim. */
export function tryChallenge(
  pairs: readonly Challenge[] = KINDS.flatMap(readChallenge),
  similarity: number | null = null,
): Tried[] {
  const relators = loadShippedPacks().map(createRelator);
  return pairs.map((challenge) => {
    const found = relators
      .map((relate) => relate(challenge.sentence, challenge.claim, similarity))
      .find((one) => one !== null);
    if (found === undefined) throw new Error(`No claim ${challenge.claim} in the packs`);
    return { ...challenge, found };
  });
}

export const isRight = ({ found, right }: Tried): boolean => right.includes(found);
export const shareRight = (tried: readonly Tried[]): number => tried.filter(isRight).length / tried.length;
