/** Which words of a claim stand in a sentence: the same, one that says about the same, or one that says the opposite. */
import { edgeBefore } from './clauses.ts';
import type { Reading } from './reading.ts';
import { isVerb } from './roles.ts';
import { isIn } from './words.ts';
import type { Word } from './words.ts';

export type Pair = {
  /** Indices of the words. */
  readonly claim: number;
  readonly here: number;
  readonly weight: number;
  readonly meets: 'same' | 'contrary' | 'direction';
};
export type Alignment = {
  readonly pairs: readonly Pair[];
  /** Indices of the claim's words that tell, and how much. */
  readonly weights: ReadonlyMap<number, number>;
};

/** “Told”, “began”: words of no topic, by which it is yet seen who did what. */
const LIGHT = 0.5;
/** A name stands in every other sentence of the story. */
const NAME = 0.6;
const DEPENDENT = 0.5;

export function alignWords(claim: Reading, here: Reading, weight: (term: string) => number): Alignment {
  const dependent = dependentIn(claim);
  const weights = new Map(
    claim.words.flatMap((word, at) =>
      tells(claim, at) ? [[at, weightOf(word, weight) * (dependent[at] === true ? DEPENDENT : 1)] as const] : [],
    ),
  );
  const parts = partsOf(here);
  const found = new Map([...weights.keys()].map((at) => [at, placesOf(claim, at, here)] as const));
  const heldBy = new Map<number, number>();
  for (const [at, places] of found)
    for (const part of new Set(places.map((place) => parts[place] ?? 0)))
      heldBy.set(part, (heldBy.get(part) ?? 0) + (weights.get(at) ?? 0));
  const pairs = [...weights].flatMap(([at, own]): Pair[] => {
    const places = found.get(at) ?? [];
    const held = (place: number): number => heldBy.get(parts[place] ?? 0) ?? 0;
    const isBetter = (b: number, a: number): boolean =>
      held(b) > held(a) || (held(b) === held(a) && company(found, at, b) > company(found, at, a));
    const best = places.reduce<number | null>((a, b) => (a === null || isBetter(b, a) ? b : a), null);
    if (best !== null) return [{ claim: at, here: best, weight: own, meets: 'same' }];
    const other = oppositeIn(claim, at, here);
    return other === null ? [] : [{ claim: at, weight: own, ...other }];
  });
  return { pairs, weights };
}

/** Within so many words of one another words keep company. */
const BESIDE = 4;

/** How many other words of the claim stand beside a place. */
const company = (found: ReadonlyMap<number, readonly number[]>, at: number, place: number): number =>
  [...found].filter(([other, places]) => other !== at && places.some((next) => Math.abs(next - place) <= BESIDE))
    .length;

/** Whether a word belongs to a clause that hangs on another: “…, which Russia had to pre-empt”. */
function dependentIn(claim: Reading): boolean[] {
  let isDependent = false;
  return claim.words.map((word, at) => {
    if (at > 0 && isIn(claim, at, 'stopper')) isDependent = true;
    else if (edgeBefore(word) === 'hard') isDependent = false;
    return isDependent;
  });
}

/** Whether a word of the claim is looked for at all. */
function tells(text: Reading, at: number): boolean {
  const word = text.words[at];
  if (word === undefined || word.inPhrase || isIn(text, at, 'auxiliary', 'modal', 'negation')) return false;
  return word.term !== null || word.kin.length > 0 || isVerb(text, at);
}

function weightOf({ term, name }: Word, weight: (term: string) => number): number {
  return term === null ? LIGHT : weight(term) * (name ? NAME : 1);
}

/** Number of the part of the sentence for each word: a clause that contrasts is another part. */
function partsOf(here: Reading): number[] {
  let part = 0;
  return here.words.map((word, at) => {
    if (edgeBefore(word) === 'hard' || isIn(here, at, 'contrast')) part += 1;
    return part;
  });
}

function placesOf(claim: Reading, at: number, here: Reading): number[] {
  const word = claim.words[at];
  if (word === undefined) return [];
  const exact = [...here.words.keys()].filter((place) => here.words[place]?.key === word.key && isFree(here, place));
  if (exact.length > 0) return inOrder(claim, at, exact);
  const keys = new Set(claim.words.map(({ key }) => key));
  // What stands for a word of its own stands for no other.
  return [...here.words.keys()].filter(
    (place) => isFree(here, place) && !keys.has(here.words[place]?.key ?? '') && isAlike(claim, word, here, place),
  );
}

/** A word that stands as often here as in the claim stands for its own in turn. */
function inOrder({ words }: Reading, at: number, places: number[]): number[] {
  const own = [...words.keys()].filter((other) => words[other]?.key === words[at]?.key);
  const place = own.length > 1 && own.length === places.length ? places[own.indexOf(at)] : undefined;
  return place === undefined ? places : [place];
}

const isFree = ({ words }: Reading, place: number): boolean => words[place]?.inPhrase === false;

function isAlike(claim: Reading, word: Word, here: Reading, place: number): boolean {
  const other = here.words[place];
  if (other === undefined) return false;
  if (word.kin.some((kind) => other.kin.includes(kind))) return true;
  const state = word.capital && other.capital ? stateOf(claim, word) : null;
  return state !== null && state === stateOf(here, other);
}

export const stateOf = ({ language, names }: Reading, { term }: Word): number | null =>
  term === null ? null : language.stateOf(term, names);

function oppositeIn(claim: Reading, at: number, here: Reading): Pick<Pair, 'here' | 'meets'> | null {
  const opposites = (claim.words[at]?.kin ?? []).flatMap((kind) => claim.language.opposites.get(kind) ?? []);
  // What stands here for a word of the claim is not the opposite of another.
  const own = new Set(claim.words.map(({ key }) => key));
  for (const { kin, kind } of opposites) {
    const place = here.words.findIndex(
      (word, next) => word.kin.includes(kin) && !own.has(word.key) && isOwnOpposite(claim, at, here, next),
    );
    if (place >= 0) return { here: place, meets: kind };
  }
  return null;
}

/** “Before the invasion” and “after the lunch” are no opposites: a word without a topic of its own needs the same behind it. */
function isOwnOpposite(claim: Reading, at: number, here: Reading, place: number): boolean {
  if (here.words[place]?.inPhrase === true) return false;
  if (claim.words[at]?.term !== null) return true;
  const next = (text: Reading, from: number): Word | undefined =>
    text.words.slice(from + 1).find(({ term }) => term !== null);
  const [one, other] = [next(claim, at), next(here, place)];
  return one !== undefined && other?.key === one.key;
}
