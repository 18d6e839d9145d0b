/**
 * Which of the words that a sentence seems to deny it does deny. “Has not revised the toll of 1,351” denies a revision and
 * no toll: a “no” holds for what it governs, its own verb or noun, and for more only along with that.
 */
import type { Span } from '@/lib/core/article.ts';
import type { Pair } from './align.ts';
import { edgeBefore, range } from './clauses.ts';
import type { Compared } from './compared.ts';
import type { Reading } from './reading.ts';
import { isVerb } from './roles.ts';
import { isIn, lengthAt } from './words.ts';

/** Within so many words of a contrary verb stands something of what the claim’s verb is about. */
const MOST_BESIDE = 6;
/** A “no” may stand before so many nouns of one phrase: “no credible evidence of arms”. */
const MOST_NOUNS = 4;

/** The same with only those words taken for denied that are governed by what denies them. */
export function onlyGoverned(compared: Compared): Compared {
  const { found } = compared;
  const flips = found.flips.filter((pair) => isGoverned(compared, pair));
  if (flips.length === found.flips.length) return compared;
  const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0);
  const told = sum([...found.alignment.weights].filter(([at]) => at >= found.start).map(([, weight]) => weight));
  const denied = sum(flips.map(({ weight }) => weight)) / Math.max(told, Number.EPSILON);
  return { ...compared, found: { ...found, flips, denied } };
}

function isGoverned(compared: Compared, pair: Pair): boolean {
  const { claim, here } = compared;
  if (pair.meets === 'contrary') return isOfSameKind(compared, pair);
  const cue = here.signs.at(pair.here) === -1 ? here.signs.cueAt(pair.here) : null;
  if (cue !== null && claim.signs.at(pair.claim) !== -1) return isCueOfClaim(compared, cue);
  return here.signs.at(pair.here) !== 1 || (isOfSameKind(compared, pair) && stands(compared, pair));
}

/** A verb has a verb for its contrary, or a noun that is about the same. */
function isOfSameKind({ claim, here, found: { alignment } }: Compared, pair: Pair): boolean {
  if (!isVerb(claim, pair.claim) || isVerb(here, pair.here)) return true;
  return alignment.pairs.some(
    ({ claim: at, here: place, meets }) =>
      meets === 'same' &&
      at > pair.claim &&
      claim.words[at]?.name !== true &&
      place > pair.here &&
      place - pair.here <= MOST_BESIDE,
  );
}

/** What only the claim says no to is said here with something else of the claim in the same part of the sentence. */
function stands({ here, found: { alignment, flips } }: Compared, pair: Pair): boolean {
  const others = alignment.pairs.filter(({ claim: at }) => !flips.some((flip) => flip.claim === at));
  const isApart = (one: number, other: number): boolean =>
    range(Math.min(one, other) + 1, Math.max(one, other) + 1).some((at) => edgeBefore(here.words[at]) === 'hard');
  // Nothing but one word of it, “talks”, says nothing of it.
  if (others.length === 0) return flips.length > 1;
  return others.some((other) => !isApart(other.here, pair.here));
}

function isCueOfClaim(compared: Compared, cue: Span): boolean {
  const { claim, here, found } = compared;
  const isOfCue = (at: number): boolean => here.signs.at(at) === -1 && here.signs.cueAt(at)?.start === cue.start;
  const scope = [...here.words.keys()].filter(isOfCue);
  if (tellsApart(claim, here, scope)) return false;
  const flips = found.flips.filter((pair) => isOfCue(pair.here));
  const at = here.words.findIndex(({ start }) => start === cue.start);
  if (isRestriction(here, at)) return false;
  if (isPlainNo(here, at) || isOfPhrase(here, at, scope)) {
    const told = new Set(flips.map((pair) => pair.here));
    return headsOf(here, at, scope, told).some((head) => told.has(head));
  }
  return flips.some((pair) => pair.claim >= found.start && claim.words[pair.claim]?.name !== true);
}

/** “No basis for a nation separate from the Russians”: what is denied is itself a “not the same”. */
const tellsApart = (claim: Reading, here: Reading, scope: readonly number[]): boolean =>
  scope.some((at) => isIn(here, at, 'apart') && !claim.words.some(({ key }) => key === here.words[at]?.key));

/** “The troops that were not leaving”: it is only said which are meant. */
function isRestriction(here: Reading, at: number): boolean {
  const that = range(0, at).findLast((next) => !isIn(here, next, 'auxiliary', 'modal', 'adverb')) ?? -1;
  if (!isIn(here, that, 'relative') || that + 1 === at || edgeBefore(here.words[that]) !== 'none') return false;
  const noun = here.words[that - 1];
  return noun !== undefined && noun.term !== null && !isIn(here, that - 1, 'saying', 'claimNoun', 'evidence');
}

/** “Refused to name”, “denied telling”: as a “not” before the verb; “denied that …” has a clause of its own. */
const isOfPhrase = (here: Reading, at: number, [first = -1]: readonly number[]): boolean =>
  isIn(here, at, 'inverting') &&
  (isIn(here, first - 1, 'to') || here.language.isProgress(here.words[first]?.word ?? ''));

/** “Not”, “never”, “nobody”; other cues have a clause or a claim that depends on them. */
export const isPlainNo = (text: Reading, at: number): boolean =>
  isIn(text, at, 'negation', 'negativePhrase') || text.language.isNegative(text.words[at]?.word ?? '');

/** The words that a “no” at `at` is about: the nouns behind it as far as the first verb that says something. */
function headsOf(text: Reading, at: number, scope: readonly number[], told: ReadonlySet<number>): number[] {
  const heads = scope.filter((place) => place < at);
  let nouns = 0;
  for (const place of scope) {
    if (place < at || !(isContent(text, place) || isBareVerb(text, place, told))) continue;
    const isLight = isIn(text, place, 'lightVerb', 'evidence', 'claimNoun', 'substantiate', 'trueWord');
    heads.push(place);
    if (isLight) continue;
    if (isVerb(text, place) && !isIn(text, place - 1, 'determiner')) break;
    nouns += 1;
    if (nouns === MOST_NOUNS) break;
  }
  return heads;
}

/** “Did not back it”: a word of no topic, but the claim’s own. */
const isBareVerb = (text: Reading, at: number, told: ReadonlySet<number>): boolean =>
  told.has(at) && text.words[at]?.name === false;

function isContent(text: Reading, at: number): boolean {
  const word = text.words[at];
  if (word === undefined || word.name || isIn(text, at, 'auxiliary', 'modal', 'adverb')) return false;
  return word.term !== null || word.kin.length > 0;
}

/** Whether it is said outright that there is no such thing: “denied that”, “there was no”, “a myth”. */
export function isOutspoken(here: Reading, at: number): boolean {
  const word = cueWord(here, at);
  return (isIn(here, word - 2, 'existential') && isIn(here, word - 1, 'be')) || isClaimDenied(here, at);
}

/** The same where a statement or its grounds are denied: “false claims of”, “no sign that”. */
export function isClaimDenied(here: Reading, at: number): boolean {
  const word = cueWord(here, at);
  if (!isPlainNo(here, word)) return isIn(here, word, ...OUTSPOKEN);
  const length = Math.max(1, lengthAt(here.words, word, here.language.list('negativePhrase')));
  return range(word + length, word + length + 2).some((next) => isIn(here, next, 'evidence'));
}

/** Of what depends on a denial at least so many words are looked at, and so many of them are the claim’s. */
const LEAST_TOLD = 3;
const MOSTLY_TOLD = 0.75;

/** “It is not true that their offers were delaying tactics”: all of what is denied is the claim, if not all of the claim. */
export function isAllOfScope({ here, found: { flips, alignment } }: Compared): boolean {
  const told = new Set(alignment.pairs.map((pair) => pair.here));
  const isOfWord = (at: number, word: number): boolean => cueWord(here, at) === word;
  return flips.some(({ here: place }) => {
    const cue = cueWord(here, place);
    const content = [...here.words.keys()].filter(
      (at) =>
        isOfWord(at, cue) && (told.has(at) || here.words[at]?.term !== null) && !isIn(here, at, 'trueWord', 'evidence'),
    );
    const own = content.filter((at) => told.has(at));
    return own.length >= LEAST_TOLD && own.length >= MOSTLY_TOLD * content.length;
  });
}

/** Index of the word that denies the one at `at`; -1 where it is not denied. */
export function cueWord(here: Reading, at: number): number {
  const cue = here.signs.at(at) === -1 ? here.signs.cueAt(at) : null;
  return cue === null ? -1 : here.words.findIndex(({ start }) => start === cue.start);
}

const OUTSPOKEN = [
  'inverting',
  'rejecting',
  'denialNoun',
  'falseNoun',
  'falseAdjective',
  'falseStory',
  'falseAdverb',
] as const;
