/** Whether the sentence has the claim's act done by the claim's actor, by its victim, or by somebody else. */
import type { Span } from '@/lib/core/article.ts';
import { stateOf } from './align.ts';
import type { Alignment, Pair } from './align.ts';
import type { Reading } from './reading.ts';
import { isVerb, rolesOf } from './roles.ts';
import type { Roles } from './roles.ts';
import { crossedActors } from './crossed.ts';
import { overlap, statesAt } from './actor-states.ts';
import { isIn } from './words.ts';
import type { Word } from './words.ts';

/**
 * `swapped`: who acts in the claim is acted on here. `replaced`: somebody else does what the claim says; by whom, and in
 * whose place.
 */
export type Actors =
  | { readonly kind: 'alike' | 'unclear' }
  | { readonly kind: 'swapped'; readonly here: Span }
  | { readonly kind: 'replaced'; readonly act: Word; readonly here: Span; readonly there: Span };

export function compareActors(claim: Reading, here: Reading, alignment: Alignment): Actors {
  const acts = alignment.pairs.filter(
    (pair) =>
      pair.meets !== 'direction' &&
      isVerb(claim, pair.claim) &&
      isVerb(here, pair.here) &&
      !isSupposed(claim, here, pair),
  );
  const crossed = crossedActors(claim, here, acts);
  if (crossed !== null) return { kind: 'swapped', here: crossed };
  const found = acts.map((act) => actorsOf(claim, here, alignment, act));
  const first = (kind: Actors['kind']): Actors | undefined => found.find((one) => one.kind === kind);
  return first('swapped') ?? first('replaced') ?? first('alike') ?? { kind: 'unclear' };
}

/** “Even if Ukraine signed” does not say who did. */
const isSupposed = (claim: Reading, here: Reading, pair: Pair): boolean =>
  here.modes[pair.here]?.mode === 'unreal' && claim.modes[pair.claim]?.mode !== 'unreal';

function actorsOf(claim: Reading, here: Reading, { pairs }: Alignment, act: Pair): Actors {
  const [there, now] = [rolesOf(claim, act.claim), rolesOf(here, act.here)];
  const meeting = (of: readonly number[], among: readonly number[]): number[] =>
    pairs
      .filter((pair) => pair.meets === 'same' && of.includes(pair.claim) && among.includes(pair.here))
      .map((pair) => pair.here);
  const [agents, patients] = [meeting(there.agent, now.agent), meeting(there.patient, now.patient)];
  const [nowActing, nowActedOn] = [meeting(there.patient, now.agent), meeting(there.agent, now.patient)];
  const isName = (at: number): boolean => here.words[at]?.name === true;
  const byName = nowActing.some(isName) && nowActedOn.some(isName) && !agents.some(isName);
  const byWord = nowActing.length > 0 && nowActedOn.length > 0 && agents.length + patients.length === 0;
  const byOne = nowActing.some(isName) && agents.length + patients.length === 0 && now.patient.some(isName);
  if (byName || byWord || byOne) return { kind: 'swapped', here: spanOver(here, nowActing) };
  const word = claim.words[act.claim];
  const other = word === undefined ? null : otherState(claim, here, { there, now, word });
  if (other !== null) return other;
  if (agents.length > 0) return { kind: 'alike' };
  return (word && otherPerson(claim, here, { there, now, word })) ?? { kind: 'unclear' };
}

function spanOver({ words }: Reading, at: readonly number[]): Span {
  const [first, last] = [words[Math.min(...at)], words[Math.max(...at)]];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

type Doing = { readonly there: Roles; readonly now: Roles; readonly word: Word };

/** “Ukrainian troops” for “Russian troops”: one state in the place of another. */
function otherState(claim: Reading, here: Reading, { there, now, word: act }: Doing): Actors | null {
  const { language } = claim;
  for (const role of ['agent', 'patient'] as const) {
    const [theirs, ours] = [statesAt(claim, there[role], there.isPassive), statesAt(here, now[role], now.isPassive)];
    const isOther = theirs.size > 0 && ours.size > 0 && !overlap(language, ours.keys(), theirs.keys());
    // Whom the claim names may act too, in words that were not understood.
    const isHere = (state: number): boolean => here.words.some((word) => word.capital && stateOf(here, word) === state);
    if (isOther && ![...theirs.keys()].some(isHere))
      return {
        kind: 'replaced',
        act,
        here: spanOver(here, [...ours.values()]),
        there: spanOver(claim, [...theirs.values()]),
      };
  }
  return null;
}

function otherPerson(claim: Reading, here: Reading, { there, now, word: act }: Doing): Actors | null {
  const persons = (text: Reading, at: readonly number[]): number[] =>
    at.filter((place) => {
      const word = text.words[place];
      return word?.name === true && stateOf(text, word) === null && !isIn(text, place, 'title');
    });
  const [theirs, ours] = [persons(claim, there.agent), persons(here, now.agent)];
  const isAbsent = theirs.every((at) => here.words.every(({ key }) => key !== claim.words[at]?.key));
  if (theirs.length === 0 || ours.length === 0 || !isAbsent) return null;
  return { kind: 'replaced', act, here: spanOver(here, ours), there: spanOver(claim, theirs) };
}
