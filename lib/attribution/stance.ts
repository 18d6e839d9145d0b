/** What a cue of saying takes back by what is said: “said the reports were false”, “saw no sign of it”, “called it an invention”. */
import type { Stance } from '@/lib/core/pack.ts';
import type { Attribution } from './attribution.ts';
import { isOne } from './lexicon.ts';
import { isHard, isPlain } from './words.ts';
import type { Word } from './words.ts';

const REACH = 16;
const CALLING = new Set(
  'called calls calling described describes dubbed branded labelled labeled brands denounced decried'.split(' '),
);
const CLAIMS = new Set('it this that they these those'.split(' '));

export function stanceIn(words: readonly Word[], { cue, stance, behind }: Attribution): Stance {
  if (stance === 'denies') return stance;
  const said = words.slice(behind, behind + REACH);
  if (CALLING.has(words[cue.from]?.word ?? ''))
    return said.some(({ word }) => isOne(word, 'verdict')) ? 'denies' : stance;
  if (said.some((_, at) => isWithoutEvidence(said, at) || cannotVerify(said, at))) return 'doubts';
  return said.some((_, at) => isCalledFalse(said, at)) ? 'denies' : stance;
}

/** “There was no sign of”, “had seen no evidence that”. */
function isWithoutEvidence(said: readonly Word[], at: number): boolean {
  if (!isOne(said[at]?.word, 'evidence') || !['no', 'any', 'little', 'without'].includes(said[at - 1]?.word ?? ''))
    return false;
  const isFound = said
    .slice(Math.max(0, at - 6), at - 1)
    .some(({ word }) => isOne(word, 'be') || /^(?:see|seen|saw|find|found|have|has|had)$/.test(word));
  const isDenied = said[at - 1]?.word !== 'any' || said.slice(0, at).some(({ word }) => isOne(word, 'negative'));
  return isFound && isDenied;
}

function cannotVerify(said: readonly Word[], at: number): boolean {
  return (
    isOne(said[at]?.word, 'verify') &&
    said
      .slice(Math.max(0, at - 4), at)
      .some(({ word }) => isOne(word, 'negative') || word === 'cannot' || word === 'unable')
  );
}

/** “It was a lie”, “the reports are completely false”: a claim is the subject. */
function isCalledFalse(said: readonly Word[], at: number): boolean {
  if (!isOne(said[at]?.word, 'verdict')) return false;
  let verb = at - 1;
  while (verb > 0 && at - verb < 5 && isPlain(said[verb + 1]?.gap) && !isOne(said[verb]?.word, 'be')) verb -= 1;
  if (!isOne(said[verb]?.word, 'be') || said.slice(verb, at).some(({ word }) => isOne(word, 'negative'))) return false;
  for (let before = verb - 1; before >= 0 && verb - before < 9; before -= 1) {
    const word = said[before]?.word;
    if (isOne(word, 'said', 'document') || (before === verb - 1 && CLAIMS.has(word ?? ''))) return true;
    if (isHard(said[before + 1]?.gap)) return false;
  }
  return false;
}
