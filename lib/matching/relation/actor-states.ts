/** Which states, capitals and blocs of states the words at some places name. */
import { stateOf } from './align.ts';
import type { Language } from './language.ts';
import type { Reading } from './reading.ts';
import { isIn } from './words.ts';

/** By state, the place of the word that names it; behind an active verb only as far as the first preposition. */
export function statesAt(text: Reading, at: readonly number[], isPassive: boolean): Map<number, number> {
  const states = new Map<number, number>();
  for (const place of at) {
    if (!isPassive && isIn(text, place - 1, 'preposition')) break;
    const word = text.words[place];
    const isNamed = word?.capital === true && word.gap !== '-' && !isOwnerOnly(text, place);
    const state = word !== undefined && isNamed ? stateOf(text, word) : null;
    if (state !== null) states.set(state, place);
  }
  return states;
}

/** “Kyiv’s sponsors” are not Kyiv, as its army and its government are. */
function isOwnerOnly(text: Reading, place: number): boolean {
  const owned = text.words[place + 1];
  return text.words[place]?.possessive === true && owned !== undefined && !isIn(text, place + 1, 'title', 'ownPart');
}

/** Whether a state stands on both sides, by itself or in a bloc. */
export function overlap(language: Language, ours: Iterable<number>, theirs: Iterable<number>): boolean {
  const all = [...theirs];
  return [...ours].some((one) => all.some((other) => language.isOneOf(one, other) || language.isOneOf(other, one)));
}
