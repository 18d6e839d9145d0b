/** What follows a verb of saying: whether it is enough for the verb to say something, and whether it is what is said. */
import type { Standing } from './attribution.ts';
import { isOne } from './lexicon.ts';
import type { CueVerb } from './lexicon.ts';
import { isAdverb, isPlain, isSoft } from './words.ts';
import type { Phrase, Word } from './words.ts';

const MOST_BEFORE_QUOTE = 5;
const MOST_BEFORE_THAT = 10;
const MOST_BEFORE_VERB = 14;
const MOST_OBJECT = 14;

/** “Said on Monday that”, “said: “…””, “said it was”. */
function takesClause(words: readonly Word[], { to }: Phrase): boolean {
  for (let at = to + 1; at < words.length && at - to <= MOST_BEFORE_THAT; at += 1) {
    const word = words[at];
    if (word === undefined) return false;
    if ((word.quoted && at - to <= MOST_BEFORE_QUOTE) || word.gap.includes(':')) return true;
    if (!isPlain(word.gap)) return false;
    if (isOne(word.word, 'opensClause')) return true;
    const opens = isOne(word.word, 'pronoun', 'determiner') || (word.capital && !isOne(word.word, 'time'));
    if (at === to + 1 && opens) return hasVerbBehind(words, at);
  }
  return false;
}

function takesThat(words: readonly Word[], { to }: Phrase): boolean {
  const near = words.slice(to + 1, to + 1 + MOST_BEFORE_THAT);
  const end = near.findIndex(({ gap, quoted }) => quoted || !isPlain(gap));
  return (
    near[end]?.quoted === true || (end < 0 ? near : near.slice(0, end)).some(({ word }) => isOne(word, 'opensClause'))
  );
}

/** “…, Porter said on Monday.”, “…, she told reporters.”: nothing follows that could be said. */
export function endsSaying(words: readonly Word[], cue: Phrase): boolean {
  const next = words[cue.to + 1];
  if (next === undefined || !isPlain(next.gap)) return true;
  if (isOne(words[cue.from]?.word, 'toldTo')) return true;
  return isOne(next.word, 'preposition', 'time', 'subordinator', 'conjunction') || isAdverb(next);
}

function hasVerbBehind(words: readonly Word[], from: number): boolean {
  const near = words.slice(from, from + MOST_BEFORE_VERB);
  return near.some(({ word, capital, quoted }) => {
    const isVerb = isOne(word, 'finite', 'auxiliary', 'modal') || /[a-z]ed$/.test(word);
    return isVerb && !quoted && !capital;
  });
}

export function isComplete(words: readonly Word[], cue: Phrase, verb: CueVerb, standing: Standing): boolean {
  const next = words[cue.to + 1];
  if (isOne(verb.base, 'rejecting')) return standing === 'tag' || rejectsClaim(words, cue);
  if (isOne(verb.base, 'calling')) return callsSomething(words, cue);
  if (verb.asks === 'says') return true;
  if (isOne(verb.base, 'valuing')) return objectOf(words, cue).some(({ word }) => word === 'at');
  if (verb.asks === 'what') return next !== undefined && isPlain(next.gap) && opensObject(next);
  if (verb.asks === 'quote')
    return (standing === 'tag' && words.some(({ quoted }) => quoted)) || opensQuote(words, cue, verb);
  if (verb.asks === 'strict') return standing === 'tag' ? words.some(({ quoted }) => quoted) : takesThat(words, cue);
  return standing === 'tag' || takesClause(words, cue);
}

/** “Threatened to”, “warned against”. */
const opensObject = ({ word }: Word): boolean => isOne(word, 'objectOf') || !isOne(word, 'conjunction', 'preposition');

/** Up to the next comma. */
function objectOf(words: readonly Word[], { to }: Phrase): Word[] {
  const rest = words.slice(to + 1, to + 1 + MOST_OBJECT);
  const end = rest.findIndex(({ gap, quoted }, at) => at > 0 && !quoted && (/[.;:]/.test(gap) || isSoft(gap)));
  return end < 0 ? rest : rest.slice(0, end);
}

/** A plan that is rejected is an act, and no account of anything. */
function rejectsClaim(words: readonly Word[], cue: Phrase): boolean {
  const object = objectOf(words, cue);
  if (object.length < 4 && isOne(object[0]?.word, 'plain')) return true;
  return object.some(({ word, quoted }) => quoted || isOne(word, 'said', 'document') || word === 'as');
}

/** “Called it an invention”, “called for talks”; to call somebody up says nothing. */
function callsSomething(words: readonly Word[], cue: Phrase): boolean {
  const object = objectOf(words, cue);
  const [first, second] = object;
  if (first === undefined) return false;
  if (first.word === 'on' || first.word === 'for') return second !== undefined;
  const isNamed = object.some(({ word, quoted }) => quoted || word === 'as' || isOne(word, 'verdict', 'opinion'));
  return isNamed || (object.length > 3 && isOne(first.word, 'determiner', 'pronoun', 'object'));
}

/** “Shouted: “…””, “continued, “…””; “spoke of his “difficult day””. */
function opensQuote(words: readonly Word[], { to }: Phrase, verb: CueVerb): boolean {
  const near = words.slice(to + 1, to + 1 + MOST_BEFORE_QUOTE);
  const at = near.findIndex(({ quoted }) => quoted);
  return at === 0 || (at > 0 && (/[,:]/.test(near[at]?.gap ?? '') || isOne(verb.base, 'about')));
}
