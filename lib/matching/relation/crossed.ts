/** Two states that have changed places: “Ukraine was to attack, which Russia pre-empted”, told the other way round. */
import type { Span } from '@/lib/core/article.ts';
import { overlap, statesAt } from './actor-states.ts';
import type { Pair } from './align.ts';
import type { Reading } from './reading.ts';
import { rolesOf } from './roles.ts';

/** The states of an act’s agents and patients in the claim and here, each with the place of its word. */
type Act = Readonly<Record<'agent' | 'nowAgent' | 'patient' | 'nowPatient', ReadonlyMap<number, number>>> & {
  readonly isOther: boolean;
};

/** The words of who acts here in another’s place; null where nothing shows that they changed places. */
export function crossedActors(claim: Reading, here: Reading, pairs: readonly Pair[]): Span | null {
  const acts = pairs.map((pair) => readAct(claim, here, pair));
  const others = acts.filter(({ isOther }) => isOther);
  const swapped =
    others.find((one) => others.some((other) => other !== one && tradePlaces(one, other))) ?? acts.find(turnsRound);
  const place = swapped === undefined ? undefined : [...swapped.nowAgent.values()][0];
  const word = place === undefined ? undefined : here.words[place];
  return word === undefined ? null : { start: word.start, end: word.end };
}

function readAct(claim: Reading, here: Reading, pair: Pair): Act {
  const [there, now] = [rolesOf(claim, pair.claim), rolesOf(here, pair.here)];
  // A state behind “by” is the agent itself, so that nothing is cut off there.
  const agents = (text: Reading, at: readonly number[]) => statesAt(text, at, true);
  const [agent, nowAgent] = [agents(claim, there.agent), agents(here, now.agent)];
  const isKnown = agent.size > 0 && nowAgent.size > 0;
  return {
    agent,
    nowAgent,
    patient: statesAt(claim, there.patient, there.isPassive),
    nowPatient: statesAt(here, now.patient, now.isPassive),
    isOther: isKnown && !overlap(claim.language, agent.keys(), nowAgent.keys()),
  };
}

const share = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean =>
  [...one.keys()].some((state) => other.has(state));

const tradePlaces = (one: Act, other: Act): boolean =>
  share(one.nowAgent, other.agent) && share(other.nowAgent, one.agent);

/** Whom the claim has acted on acts here, on another. */
const turnsRound = ({ patient, nowPatient, nowAgent }: Act): boolean =>
  patient.size > 0 && nowPatient.size > 0 && !share(patient, nowPatient) && share(patient, nowAgent);
