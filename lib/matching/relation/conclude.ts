/** From what stands for and against, the relation that is explicit enough to be named; and whether the sentence is about the claim at all. */
import type { Span } from '@/lib/core/article.ts';
import type { Reason } from '@/lib/core/match.ts';
import type { Question } from '@/lib/core/pack.ts';
import { quantitiesIn } from '@/lib/text/quantities.ts';
import { formatNumber } from './format-number.ts';
import type { FigureHere } from '../figures.ts';
import type { Pair } from './align.ts';
import { range } from './clauses.ts';
import { cut, isNear, related } from './compared.ts';
import type { Compared, Conclusion } from './compared.ts';
import type { Comparison } from './compare.ts';
import { denial } from './contradiction.ts';
import { sameMode } from './modes.ts';
import type { Reading } from './reading.ts';
import { isVerb } from './roles.ts';
import { isIn } from './words.ts';
import type { Word } from './words.ts';

/** From this share on the sentence says the same, unless something stands against it. */
const NEARLY_ALL = 0.72;
/** Shares of the claim that the sentence must hold before an actor or an act the other way round tells anything. */
const HELD_FOR_ACTORS = 0.3;
const HELD_FOR_TIME = 0.2;
const HELD_FOR_REVERSAL = 0.4;
const CROSSED = 0.6;
const HELD_FOR_MEANING = 0.35;
const MOSTLY_ALIKE = 0.7;

export function conclude(compared: Compared): Conclusion {
  return (
    rejection(compared) ??
    denial(compared) ??
    reversal(compared) ??
    byFigure(compared) ??
    sameness(compared) ??
    onQuestion(compared)
  );
}

function rejection(compared: Compared): Conclusion | null {
  const { found, asksWho, here, claim } = compared;
  if (found.otherTime !== null && found.held >= HELD_FOR_TIME) return { kind: 'rejected', why: 'time' };
  if (found.held >= HELD_FOR_ACTORS && found.actors.kind === 'swapped') return { kind: 'rejected', why: 'actor' };
  if (found.held >= HELD_FOR_ACTORS && found.actors.kind === 'replaced') {
    if (!asksWho(found.actors.act) || found.denied > 0) return { kind: 'rejected', why: 'actor' };
    const { here: other, there } = found.actors;
    return related('other-answer', { kind: 'other-actor', here: cut(here, other), there: cut(claim, there) });
  }
  if (placesCrossed(compared)) return { kind: 'rejected', why: 'direction' };
  return actTurned(compared) ? { kind: 'rejected', why: 'direction' } : null;
}

/** “Advance” for “withdraw”, where it was not said outright that there was no withdrawal. */
const reversal = ({ found }: Compared): Conclusion | null =>
  found.reversed !== null && found.heldOrReversed >= HELD_FOR_REVERSAL ? { kind: 'rejected', why: 'direction' } : null;

/** “Leaving Chernihiv, not Kyiv” for “leaving Kyiv, not Chernihiv”: only names change sides, and each to the other’s. */
function placesCrossed({ claim, here, found: { flips, held, start } }: Compared): boolean {
  const isPlace = ({ claim: at, here: place }: Pair): boolean =>
    claim.words[at]?.name === true && at >= start && here.words[place]?.name === true;
  const signs = new Set(flips.map(({ claim: at }) => claim.signs.at(at)));
  return flips.length >= 2 && flips.every(isPlace) && signs.size === 2 && held >= CROSSED;
}

/** “Told Kyiv to save the deal” for “told Kyiv to wreck the deal”: all as in the claim, but for what is to be done. */
function actTurned({ claim, found: { flips, alignment, held } }: Compared): boolean {
  const [only, ...others] = flips;
  if (only === undefined || others.length > 0 || only.meets !== 'contrary' || held < CROSSED) return false;
  const acts = alignment.pairs.filter(({ claim: at }) => isVerb(claim, at));
  return isVerb(claim, only.claim) && acts.some((pair) => pair.claim < only.claim && pair.meets === 'same');
}

function byFigure(compared: Compared): Conclusion | null {
  const {
    here,
    found,
    figures: { same, other },
  } = compared;
  const isAsked = here.modes.some(({ mode }) => mode === 'asked');
  if (isAsked || found.actors.kind === 'replaced') return null;
  // “Left nothing to discuss; the fifteen years were their wish”: the figure is given, what it is given for is not so.
  if (same !== null && (isActDenied(compared) || isOneEnd(here, same.here))) return onQuestion(compared);
  if (same !== null) return related('same', { kind: 'same-figure', figure: same.here.text }, ...dateOf(same));
  if (other === null) return null;
  const { amount } = other.figure;
  const there =
    amount.kind === 'value' ? formatNumber(amount.value) : `${formatNumber(amount.low)}–${formatNumber(amount.high)}`;
  return related('other-figure', { kind: 'other-figure', here: other.here.text, there }, ...dateOf(other));
}

const isActDenied = ({ claim, found: { flips } }: Compared): boolean => flips.some((pair) => isVerb(claim, pair.claim));

const MOST_TO_OTHER_END = 90;

/** “Somewhere between the 1,351 of the one side and the 17,200 of the other”: an end of a span is not said to be right. */
function isOneEnd(here: Reading, { start, end }: Span): boolean {
  const at = here.words.findIndex((word) => word.end > start);
  const opens = range(at - 3, at).some((next) => isIn(here, next, 'between'));
  return opens && quantitiesIn(here.text).some((other) => other.start > end && other.start - end <= MOST_TO_OTHER_END);
}

const dateOf = ({ figure: { asOf } }: FigureHere): Reason[] =>
  asOf === null ? [] : [{ kind: 'figure-date', date: asOf }];

function sameness(compared: Compared): Conclusion | null {
  const { found, claim, here } = compared;
  const near = isNear(compared) && found.held >= HELD_FOR_MEANING && tellsNothingElse(compared);
  if (found.held < NEARLY_ALL && !near) return null;
  const isPlain = found.flips.length === 0 && found.open === 0 && found.reversed === null;
  if (found.saidAlike < MOSTLY_ALIKE || !hasOwnAct(compared)) return null;
  if (!isPlain || found.actors.kind === 'replaced' || found.actors.kind === 'swapped') return null;
  if (!saysNoAlike(claim, here, found) || hasOtherNames(compared) || hasOtherNumbers(compared)) return null;
  return related('same', { kind: found.held >= NEARLY_ALL ? 'whole-claim' : 'near-meaning' });
}

const MOST_ELSE = 6;

/**
 * By its meaning alone a sentence says the same only if two words show it, and if no other part of it has its own say:
 * “He spoke of X; half of us are from there and want to know where it was.”
 */
function tellsNothingElse({ here, found: { alignment } }: Compared): boolean {
  const used = new Set(alignment.pairs.map((pair) => pair.here));
  if (used.size < 2) return false;
  const ends = [...here.words.keys()].filter((at) => here.words[at]?.gap.includes(';'));
  const parts = [0, ...ends].map((from, n) => range(from, ends[n] ?? here.words.length));
  return parts.every((part) => part.length < MOST_ELSE || part.some((at) => used.has(at)));
}

/**
 * The claim’s first act is here, and said in the same way: “fifteen officers were given medals” is not “were killed”. Where
 * a model finds the meaning near, the act may be in other words.
 */
function hasOwnAct(compared: Compared): boolean {
  const { claim, here, found } = compared;
  const acts = [...found.alignment.weights.keys()].filter((at) => isVerb(claim, at) && claim.words[at]?.term !== null);
  const met = found.alignment.pairs.filter((pair) => pair.meets === 'same' && acts.includes(pair.claim));
  const [first] = met.toSorted((a, b) => a.claim - b.claim);
  if (first === undefined) return acts.length === 0 || isNear(compared);
  return sameMode(claim.modes[first.claim]?.mode ?? 'fact', here.modes[first.here]?.mode ?? 'fact');
}

/** From this share on nothing is left of the claim of which a “no” could have been said unseen. */
const ALL = 0.9;

/** A “no” in words that the claim has not may yet be said of it, where much of the claim was not found. */
function saysNoAlike(claim: Reading, here: Reading, { held }: Comparison): boolean {
  const denies = (text: Reading): boolean =>
    [...text.words.keys()].some((at) => text.signs.at(at) !== 1) || text.unnamedDenial !== null;
  const isAdverse = [...here.words.keys()].some(
    (at) => isIn(here, at, 'adverse') && !claim.words.some(({ key }) => key === here.words[at]?.key),
  );
  return held >= ALL || (!isAdverse && denies(claim) === denies(here));
}

/** A name of the claim is missing and another stands here: perhaps in its place. */
function hasOtherNames({ claim, here, found: { alignment } }: Compared): boolean {
  const met = new Set(alignment.pairs.map((pair) => pair.claim));
  const used = new Set(alignment.pairs.map((pair) => pair.here));
  const isMissing = [...alignment.weights.keys()].some((at) => claim.words[at]?.name === true && !met.has(at));
  return isMissing && here.words.some((word, at) => word.name && !used.has(at) && !isIn(here, at, 'title'));
}

/** The sentence has a number that the claim has not, where the claim lives by its numbers. */
function hasOtherNumbers({ figures, hasFigures, here, claim }: Compared): boolean {
  if (!hasFigures || figures.same !== null) return false;
  const own = new Set(quantitiesIn(claim.text).map(({ low }) => low));
  return quantitiesIn(here.text).some(({ low }) => !own.has(low));
}

function onQuestion({ here, found: { modeCue, saidAlike } }: Compared): Conclusion {
  const isOnly = modeCue !== null && saidAlike < MOSTLY_ALIKE;
  return related('on-question', ...(isOnly ? [{ kind: 'only-possible', cue: cut(here, modeCue) } as const] : []));
}

/** Whether a question asks who did what the word of the claim says: then somebody else is another answer. */
export function asksWho(question: Pick<Question, 'asks'>, read: (text: string) => Reading): (act: Word) => boolean {
  const asks = read(question.asks);
  if (!isIn(asks, 0, 'who')) return () => false;
  return (act) => asks.words.some(({ key, kin }) => key === act.key || kin.some((kind) => act.kin.includes(kind)));
}
