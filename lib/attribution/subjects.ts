/** Who does what a verb says: the noun phrase before the verb, or behind it (“…,” said Porter). */
import type { Who } from './attribution.ts';
import { lastNamed, namedBeforeComma, partsBefore } from './clause-parts.ts';
import { isOne } from './lexicon.ts';
import { hasFinite, phraseEnd } from './noun-phrases.ts';
import { hasQuoteMark, isAdverb, isHard, isNumber, isPlain, isSoft } from './words.ts';
import type { Phrase, Word } from './words.ts';

export type Subject = Who & {
  /** First word of the verb, with “has” and “also”. */
  readonly verbFrom: number;
};

/** “He said … and added”: the verb shares the subject of the one before. */
export type Found = Subject | 'shared' | null;

export function subjectBefore(words: readonly Word[], verb: number): Found {
  const verbFrom = chainStart(words, verb);
  const word = words[verbFrom - 1];
  const gap = words[verbFrom]?.gap;
  if (word === undefined || word.quoted) return null;
  if (isOne(word.word, 'conjunction') && !word.capital) return 'shared';
  if (isHard(gap) && !isSoft(gap)) return null;
  const isRelative = isOne(word.word, 'relative');
  // “Sergey Lavrov, who was forced to deny”.
  if (isRelative && (!isPlain(gap) || !isOne(word.word, 'whom'))) return null;
  const parts = partsBefore(words, isRelative ? verbFrom - 2 : verbFrom - 1);
  const found = isSoft(gap) ? namedBeforeComma(words, parts) : lastNamed(words, parts);
  return found === null || found === 'shared' ? found : { ...found, verbFrom };
}

/** Back over “has”, “also”, “repeatedly”, “continues to”, “on Monday”. */
function chainStart(words: readonly Word[], verb: number): number {
  let from = verb;
  for (; from > 0 && isPlain(words[from]?.gap); from -= 1) {
    const before = words[from - 1];
    if (before === undefined || before.quoted) break;
    const skipped = datedBefore(words, from - 1);
    if (skipped > 0) from -= skipped;
    else if (before.word === 'to' && isOne(words[from - 2]?.word, 'catenative')) from -= 1;
    else if (!isOne(before.word, 'auxiliary', 'modal', 'negative') && !isAdverb(before)) break;
    if (isOne(words[from - 2]?.word, 'degree')) from -= 1;
    // “The only”, “all”: part of a name for somebody.
    if (isOne(before.word, 'adverb') && isOne(words[from - 2]?.word, 'determiner')) break;
  }
  return from;
}

/** “Russia on Monday said”: how many more words to go back over than the last. */
function datedBefore(words: readonly Word[], last: number): number {
  const time = isNumber(words[last]) ? last - 1 : last;
  const isDated = isOne(words[time]?.word, 'time') && ['on', 'in'].includes(words[time - 1]?.word ?? '');
  return isDated ? last - time + 1 : 0;
}

/** Whoever stands behind the word at `at`; null where nobody does. */
export function subjectAfter(words: readonly Word[], at: number): Subject | null {
  const from = at + 1;
  const first = words[from];
  if (first === undefined || first.quoted || !isPlain(first.gap) || hasQuoteMark(first.gap)) return null;
  if (isPronounAt(words, from)) return { phrase: { from, to: from }, beside: null, verbFrom: at };
  const isBare = isOne(first.word, 'definite') && !isNounBehind(words, from);
  if (first.word === 'that' || isBare) return null;
  const opens = first.capital ? !isOne(first.word, 'time') : isOne(first.word, 'determiner', 'people', 'personNoun');
  if (!opens) return null;
  const to = phraseEnd(words, from);
  return { phrase: { from, to }, beside: besideAfter(words, to), verbFrom: at };
}

/** “According to her,” and “said he”; “her office” is no pronoun. */
function isPronounAt(words: readonly Word[], at: number): boolean {
  const word = words[at]?.word ?? '';
  if (!isOne(word, 'pronoun', 'object') || word === 'it' || word === 'who') return false;
  return word !== 'her' || !isNounBehind(words, at);
}

/** Not “said this in a letter”. */
function isNounBehind(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && isPlain(next.gap) && !isOne(next.word, 'preposition', 'auxiliary', 'finite', 'modal');
}

const MOST_BESIDE = 20;
const NEAR = 4;

/** “…,” said Porter, 59, the leader of the council. */
export function besideAfter(words: readonly Word[], to: number): Phrase | null {
  let from = to + 1;
  if (!isSoft(words[from]?.gap) || isHard(words[from]?.gap)) return null;
  if (isNumber(words[from]) && isSoft(words[from + 1]?.gap)) from += 1;
  const first = words[from];
  if (first === undefined || first.quoted) return null;
  const opens = first.capital || isOne(first.word, 'determiner', 'title', 'personNoun');
  if (!opens && !words.slice(from, from + NEAR).some(({ word }) => isOne(word, 'personNoun'))) return null;
  let end = from;
  for (let next = words[end + 1]; next !== undefined && isPlain(next.gap) && !next.quoted; next = words[end + 1]) {
    if (end - from >= MOST_BESIDE || isOne(next.word, 'relative', 'subordinator', 'auxiliary', 'finite')) break;
    end += 1;
  }
  return hasFinite(words, { from, to: end }) ? null : { from, to: end };
}
