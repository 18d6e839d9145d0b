/** Whether a sentence says that the claim is not so. */
import type { Reason } from '@/lib/core/match.ts';
import { cut, isNear, related } from './compared.ts';
import type { Compared, Conclusion } from './compared.ts';
import type { Pair } from './align.ts';
import { sameMode } from './modes.ts';
import type { Reading } from './reading.ts';
import { isVerb } from './roles.ts';
import { cueWord, isAllOfScope, isClaimDenied, isOutspoken, onlyGoverned } from './scoped.ts';
import { isIn } from './words.ts';

/** Of what the claim says of its subject, the share that has to be denied for the claim to be. */
const DENIED = 0.4;
/** The same where the sentence’s own words say no to it. */
const DENIED_BY_CUE = 0.35;
const DENIED_BY_MEANING = 0.25;
/** The same where it is said outright that it is not so. */
const DENIED_OUTRIGHT = 0.2;
/** The same where nothing of the claim is stated, and how much of the claim the sentence must hold then. */
const DENIED_ALONE = 0.2;
const HELD_ALONE = 0.35;
const HELD_FOR_ACT = 0.5;
/** How much more of it is denied than stated. */
const MOSTLY_DENIED = 2.5;
const ACTS_DENIED = 0.8;
const ALL_DENIED = 0.75;
const LEAST_DENIED = 2;
/** Less of the claim than this is as good as none: a name. */
const LEAST_STATED = 0.1;
const MOST_STATED = 0.25;
const HELD_FOR_REVERSAL = 0.4;
/** Within so many words of a contrary verb stands something of what the claim’s verb is about. */
const MOST_BESIDE = 6;

export function denial(given: Compared): Conclusion | null {
  const compared = onlyGoverned(given);
  const { claim, here, found } = compared;
  const near = isNear(compared);
  if (!isOwnNoTaken(compared)) return null;
  const isDenied =
    isRootDenied(compared) || isMostlyDenied(compared, near ? leastByMeaning(compared) : leastDenied(compared));
  if (!isDenied || !isSaidAlike(compared, found.flips)) return near ? unnamed(compared) : null;
  return related('denies', ...denialReasons(claim, here, found.flips));
}

/** Where only the claim says no, the word that it says no to first has to be here: “kept off the table” is not “put on it”. */
function isOwnNoTaken(compared: Compared): boolean {
  const {
    claim,
    here,
    found: { flips, alignment },
  } = compared;
  const own = flips.filter((pair) => pair.meets === 'same' && claim.signs.at(pair.claim) === -1);
  if (own.length === 0 || own.length < flips.length || here.unnamedDenial !== null) return true;
  const first = [...alignment.weights.keys()].find((at) => claim.signs.at(at) === -1);
  return own.some((pair) => pair.claim === first) && !isShunned(compared);
}

/** “Kept out of every bloc”, “forbidden to join”: a no in words that are no “not”, and of which nothing else was made. */
function isShunned({ claim, here, found: { alignment } }: Compared): boolean {
  const used = new Set(alignment.pairs.map((pair) => pair.here));
  const cues = new Set([...here.words.keys()].map((at) => here.signs.cueAt(at)?.start));
  return here.words.some(
    ({ key, start }, at) =>
      isIn(here, at, 'adverse', 'shunning') &&
      !used.has(at) &&
      !cues.has(start) &&
      !claim.words.some((word) => word.key === key),
  );
}

/** The claim’s own verb by its contrary: “accepted” for “refused”, and the rest as the claim has it. */
function isRootDenied({ claim, here, found: { flips, held, start, alignment } }: Compared): boolean {
  const root = rootOf(claim, start);
  const contrary = flips.find((pair) => pair.claim === root && pair.meets === 'contrary');
  if (contrary === undefined || held < HELD_FOR_REVERSAL || !isVerb(here, contrary.here)) return false;
  const isBeside = (at: number): boolean => Math.abs(at - contrary.here) <= MOST_BESIDE;
  return alignment.pairs.some((pair) => pair.meets === 'same' && pair.claim > root && isBeside(pair.here));
}

/** Less is enough where it is said outright. */
const leastByMeaning = (compared: Compared): number => {
  const {
    here,
    found: { flips },
  } = compared;
  const isOutright = flips.length > 0 && flips.every((pair) => isOutspoken(here, pair.here));
  return isOutright || isAllOfScope(compared) ? DENIED_OUTRIGHT : DENIED_BY_MEANING;
};

/** Less is enough where all that the sentence says of the claim is that it is not so, and its act is named. */
function leastDenied(compared: Compared): number {
  const { claim, here, found } = compared;
  const { flips, stated, open, held, start } = found;
  const root = rootOf(claim, start);
  const isAlone = stated === 0 && open === 0 && held >= HELD_ALONE && flips.length > LEAST_DENIED;
  if (isAlone && flips.some((pair) => pair.claim === root)) return DENIED_ALONE;
  return flips.every((pair) => here.signs.at(pair.here) === -1) ? DENIED_BY_CUE : DENIED;
}

/** “Their aims were far from achieved”: one word, but all that the claim says of its subject. */
function isActAlone({ claim, found: { flips, stated, held, start } }: Compared): boolean {
  const root = rootOf(claim, start);
  return stated === 0 && held >= HELD_FOR_ACT && flips.some((pair) => pair.claim === root);
}

/** “Disproven claims of genocide”: one word, but none of the claim tells more, and nothing else of it is said. */
function isCoreDenied({ here, found: { flips, stated, alignment } }: Compared): boolean {
  const heaviest = Math.max(...alignment.weights.values());
  const isCore = (pair: Pair): boolean => pair.weight >= heaviest && isClaimDenied(here, pair.here);
  return stated < LEAST_STATED && flips.some(isCore);
}

const rootOf = (claim: Reading, start: number): number =>
  claim.words.findIndex((_, at) => at >= Math.min(start, 1) && isVerb(claim, at));

function isMostlyDenied(compared: Compared, enough: number): boolean {
  const { claim, found } = compared;
  const isAct = ({ claim: at }: Pair): boolean => isVerb(claim, at);
  const flipped = new Set(found.flips.map((pair) => pair.claim));
  const acts = found.alignment.pairs.filter(
    (pair) => isAct(pair) && pair.meets === 'same' && pair.claim >= found.start,
  );
  // Where the acts are denied, the when and where of them may be left standing.
  const isOfActs = found.flips.some(isAct) && acts.every((pair) => flipped.has(pair.claim));
  const isClear = found.denied >= enough && found.denied >= (isOfActs ? ACTS_DENIED : MOSTLY_DENIED) * found.stated;
  const isMuch =
    found.flips.length >= LEAST_DENIED ||
    found.denied >= ALL_DENIED ||
    isActAlone(compared) ||
    (isNear(compared) && isCoreDenied(compared));
  return isClear && found.denied > found.open && isMuch && isOutright(compared);
}

/**
 * What is not so must be said in the way in which the claim says it is: “did not promise” denies no promise kept. What
 * hangs on the act that is denied may be said otherwise.
 */
function isSaidAlike({ claim, here }: Compared, flips: readonly Pair[]): boolean {
  const isAlike = (pair: Pair): boolean => {
    const [there, now] = [claim.modes[pair.claim]?.mode ?? 'fact', here.modes[pair.here]?.mode ?? 'fact'];
    if (sameMode(there, now) || (there === 'possible' && now === 'fact')) return true;
    return now === 'fact' && (isRefused(here, pair.here) || isNounDenied(here, pair.here));
  };
  const [first] = flips.toSorted((one, other) => one.here - other.here).filter(({ here: at }) => isVerb(here, at));
  if (first !== undefined && isVerb(claim, first.claim) && isAlike(first)) return true;
  const weigh = (pairs: readonly Pair[]): number => pairs.reduce((sum, { weight }) => sum + weight, 0);
  return weigh(flips.filter(isAlike)) * 2 > weigh(flips);
}

/** “There was no sign of an attack” denies a coming one too: a noun is neither plan nor fact. */
const isNounDenied = (here: Reading, at: number): boolean => !isVerb(here, at) && isOutspoken(here, at);

/** “Refused to leave” denies a plan to leave. */
function isRefused(here: Reading, at: number): boolean {
  const cue = here.signs.at(at) === -1 ? here.signs.cueAt(at) : null;
  const word = cue === null ? -1 : here.words.findIndex(({ start }) => start === cue.start);
  return word >= 0 && isIn(here, word, 'spurning');
}

/** “It was no invasion” for “it was an invasion” is. An object alone is not enough (“gave up any claim to arms”): what is denied is an act, or the denial is outspoken. */
function isOutright({ claim, here, found: { flips, denied, start } }: Compared): boolean {
  if (denied >= ALL_DENIED) return true;
  return flips.some(
    (pair) =>
      pair.meets === 'contrary' ||
      isVerb(claim, pair.claim) ||
      isVerb(here, pair.here) ||
      isOutspoken(here, pair.here) ||
      (isIn(claim, start, 'be') && isIn(here, cueWord(here, pair.here) - 1, 'be')),
  );
}

/** What is denied without its words is something that was said to be so: a claim that itself says no is not meant. */
function unnamed({ claim, here: { unnamedDenial, text }, found: { start, stated } }: Compared): Conclusion | null {
  const isMeant = claim.signs.at(rootOf(claim, start)) !== -1 && stated < MOST_STATED;
  return unnamedDenial === null || !isMeant
    ? null
    : related('denies', { kind: 'denial', cue: text.slice(unnamedDenial.start, unnamedDenial.end) });
}

function denialReasons(claim: Reading, here: Reading, flips: readonly Pair[]): Reason[] {
  const cue = flips
    .map((pair) => (here.signs.at(pair.here) === -1 ? here.signs.cueAt(pair.here) : null))
    .find((span) => span !== null);
  const own = flips
    .map((pair) => (claim.signs.at(pair.claim) === -1 ? claim.signs.cueAt(pair.claim) : null))
    .find((span) => span !== null);
  const contrary = flips.find(({ meets }) => meets === 'contrary');
  const word = (reading: Reading, at: number): string => cut(reading, reading.words[at] ?? { start: 0, end: 0 });
  const words = flips
    .map((pair) => pair.here)
    .toSorted((a, b) => a - b)
    .map((at) => word(here, at));
  return [
    ...(cue ? [{ kind: 'denial', cue: cut(here, cue) } as const] : []),
    ...(!cue && own ? [{ kind: 'claim-denies', cue: cut(claim, own) } as const] : []),
    ...(contrary
      ? [{ kind: 'contrary', here: word(here, contrary.here), there: word(claim, contrary.claim) } as const]
      : []),
    { kind: 'denied-words', words: [...new Set(words)] },
  ];
}
