/** A sentence laid beside a claim: how much of it it holds, what of that it denies, and what stands against their being one. */
import type { Span } from '@/lib/core/article.ts';
import type { DateMention } from '@/lib/text/date-mentions.ts';
import { compareActors } from './actors.ts';
import type { Actors } from './actors.ts';
import { alignWords } from './align.ts';
import type { Alignment, Pair } from './align.ts';
import { isFinite } from './clauses.ts';
import { sameMode } from './modes.ts';
import type { Reading } from './reading.ts';
import { isVerb } from './roles.ts';
import { isIn } from './words.ts';
import { otherTime } from './when.ts';
import type { Era } from './when.ts';

export type Comparison = {
  readonly alignment: Alignment;
  /** Of the weight of what the claim says, the share that the sentence holds; 0 to 1. */
  readonly held: number;
  /** The same with what the sentence has the other way round. */
  readonly heldOrReversed: number;
  /** Index at which the claim begins to say something of its subject. */
  readonly start: number;
  /** Of what the claim says of its subject, the shares that the sentence denies, states and leaves open. */
  readonly denied: number;
  readonly stated: number;
  readonly open: number;
  /** The pairs of which one of the two says no. */
  readonly flips: readonly Pair[];
  /** Of what is held, the share that is said in the same way: as a fact, as a plan. */
  readonly saidAlike: number;
  readonly modeCue: Span | null;
  /** An act the other way round: “advance” for “withdraw”. */
  readonly reversed: Pair | null;
  readonly actors: Actors;
  readonly otherTime: DateMention | null;
};

export function compare(claim: Reading, here: Reading, weight: (term: string) => number, era: Era | null): Comparison {
  const alignment = alignWords(claim, here, weight);
  const { pairs, weights } = alignment;
  const all = sum([...weights.values()]);
  const met = pairs.filter(({ meets }) => meets === 'same');
  const signed = signPairs(claim, here, pairs);
  const start = predicateStart(claim);
  const told = [...weights].filter(([at]) => at >= start);
  const share = (sign: number): number =>
    sum(signed.filter((pair) => pair.sign === sign && (pair.claim >= start || sign === -1)).map(({ weight: w }) => w)) /
    Math.max(sum(told.map(([, w]) => w)), Number.EPSILON);
  const unlike = met.filter((pair) => !sameMode(modeOf(claim, pair.claim), modeOf(here, pair.here)));
  return {
    alignment,
    start,
    held: all === 0 ? 0 : sum(met.map(({ weight: w }) => w)) / all,
    heldOrReversed:
      all === 0 ? 0 : sum(pairs.filter(({ meets }) => meets !== 'contrary').map(({ weight: w }) => w)) / all,
    denied: share(-1),
    stated: share(1),
    open: share(0),
    flips: signed.filter(({ sign }) => sign === -1),
    saidAlike: met.length === 0 ? 0 : 1 - sum(unlike.map(({ weight: w }) => w)) / sum(met.map(({ weight: w }) => w)),
    modeCue: unlike.map((pair) => here.modes[pair.here]?.cue ?? null).find((cue) => cue !== null) ?? null,
    reversed: reversedIn(claim, here, alignment),
    actors: compareActors(claim, here, alignment),
    otherTime: otherTime(claim, here, alignment, era),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const modeOf = ({ modes }: Reading, at: number) => modes[at]?.mode ?? 'fact';

type Signed = Pair & { readonly sign: number };

/**
 * What “did not say that …” leaves open is denied where the claim is that it was said: it goes with the verb on which it
 * depends, if that is the claim’s own.
 */
function signPairs(claim: Reading, here: Reading, pairs: readonly Pair[]): Signed[] {
  const signed = pairs
    .filter(({ meets }) => meets !== 'direction')
    .map((pair) => ({ ...pair, sign: signOf(claim, here, pair) }));
  return signed.map((pair) => {
    const cue = here.signs.at(pair.here) === 0 ? here.signs.cueAt(pair.here) : null;
    const verb = cue === null ? undefined : signed.find((other) => here.words[other.here]?.start === cue.start);
    return verb === undefined ? pair : { ...pair, sign: verb.sign };
  });
}

/** Whether the sentence says of the word what the claim says: 1, the opposite: -1, or neither. */
function signOf(claim: Reading, here: Reading, { claim: at, here: place, meets }: Pair): number {
  const product = claim.signs.at(at) * here.signs.at(place);
  return meets === 'contrary' ? -product : product;
}

const MOST_BEHIND = 4;
const isRightBehind = (at: number, next: number): boolean => next > at && next - at <= MOST_BEHIND;

/** Where the claim begins to say something of its subject: a “not” leaves the subject out. */
function predicateStart(claim: Reading): number {
  const verb = claim.words.findIndex(
    (word, at) =>
      at > 0 && ((isFinite(claim, at) && !isOfSubject(claim, at)) || (word.kin.length > 0 && word.term === null)),
  );
  return verb < 0 ? Math.floor(claim.words.length / 3) : verb;
}

/** “The talks mediated by Bennett”. */
const isOfSubject = (claim: Reading, at: number): boolean =>
  isIn(claim, at + 1, 'by') && !isIn(claim, at, 'auxiliary', 'modal') && !isIn(claim, at - 1, 'auxiliary', 'modal');

/** Not where the act is itself undone: “halted its advance”. */
function reversedIn(claim: Reading, here: Reading, { pairs }: Alignment): Pair | null {
  // A noun is the opposite of a verb only where the same thing follows: “reduce attacks”, “an increase in attacks”.
  const isOfOneKind = ({ claim: at, here: place }: Pair): boolean =>
    isVerb(claim, at) === isVerb(here, place) ||
    pairs.some((pair) => pair.meets === 'same' && isRightBehind(at, pair.claim) && isRightBehind(place, pair.here));
  const isStated = ({ claim: at, here: place }: Pair): boolean => claim.signs.at(at) * here.signs.at(place) === 1;
  const found = pairs.find((pair) => pair.meets === 'direction' && isStated(pair) && isOfOneKind(pair));
  return found ?? null;
}
