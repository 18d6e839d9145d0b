/** In what way a word is said: as a fact, a plan, a possibility; as what must be, what would have been, or as a question. */
import type { Span } from '@/lib/core/article.ts';
import { clauseStart, edgeBefore } from './clauses.ts';
import { complementEnd } from './complement.ts';
import type { ListName } from './language.ts';
import { spanOf } from './negation.ts';
import { isIn, lengthAt } from './words.ts';
import type { Text } from './words.ts';

/** In this order a later one outweighs an earlier: “might agree to leave” is a possibility. */
export const MODES = ['fact', 'required', 'plan', 'possible', 'unreal', 'asked'] as const;
export type Mode = (typeof MODES)[number];
export type Said = { readonly mode: Mode; readonly cue: Span | null };

const LISTS: readonly (readonly [ListName, Mode])[] = [
  ['unreal', 'unreal'],
  ['required', 'required'],
  ['planned', 'plan'],
  ['possible', 'possible'],
  ['hypothetical', 'unreal'],
];
const FACT: Said = { mode: 'fact', cue: null };

/** One for each word. */
export function modesIn(text: Text): Said[] {
  const modes = text.words.map((): Said => FACT);
  if (/\?["'”’)\s]*$/u.test(text.text)) return modes.map(() => ({ mode: 'asked', cue: null }));
  for (const at of text.words.keys())
    for (const [list, mode] of LISTS) {
      const length = lengthAt(text.words, at, text.language.list(list));
      if (length > 0 && !isNoun(text, at, length))
        say(modes, regionOf(text, at, length), { mode, cue: spanOf(text, at, length) });
    }
  for (const at of text.words.keys())
    if (isPlannedFor(text, at))
      say(modes, { from: clauseStart(text, at), to: at }, { mode: 'plan', cue: spanOf(text, at, 1) });
  return modes;
}

/** “An invasion was planned”. */
const isPlannedFor = (text: Text, at: number): boolean =>
  isIn(text, at, 'plannedFor') &&
  text.language.isPast(text.words[at]?.word ?? '') &&
  (isIn(text, at - 1, 'be') || isIn(text, at - 2, 'be'));

type Region = { readonly from: number; readonly to: number };

const regionOf = (text: Text, at: number, length: number): Region => ({
  from: at + length,
  to: complementEnd(text, at + length),
});

/** “Their offer was …”, “rejected an offer”: a noun plans nothing. */
function isNoun(text: Text, at: number, length: number): boolean {
  if (isIn(text, at, 'modal', 'hypothetical') || (length > 1 && isIn(text, at + length - 1, 'to'))) return false;
  // “Promising” is no promise.
  if (text.language.isProgress(text.words[at]?.word ?? '') && !isIn(text, at - 1, 'be')) return true;
  const follows = isIn(text, at + length, 'auxiliary') && edgeBefore(text.words[at + length]) === 'none';
  return follows || isIn(text, at - 1, 'determiner') || text.words[at - 1]?.possessive === true;
}

function say(modes: Said[], { from, to }: Region, said: Said): void {
  for (let at = from; at < to && at < modes.length; at += 1)
    if (MODES.indexOf(said.mode) > MODES.indexOf(modes[at]?.mode ?? 'fact')) modes[at] = said;
}

/** Whether who says one says the other: a plan is no fact, and what must be is near enough to what is planned. */
export function sameMode(one: Mode, other: Mode): boolean {
  const wish = (mode: Mode): boolean => mode === 'plan' || mode === 'required';
  return one === other ? one !== 'asked' : wish(one) && wish(other);
}
