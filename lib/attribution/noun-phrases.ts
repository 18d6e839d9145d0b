/** Where a noun phrase begins and ends, by the words at its edges: no grammar, so in doubt the shorter one. */
import { cueVerbs, isOne } from './lexicon.ts';
import { isAdverb, isNumber, isPlain } from './words.ts';
import type { Phrase, Word } from './words.ts';

export const MOST_WORDS = 40;

/** The one at the end of a part, without what opens the sentence before it; null where none is. */
export function phraseEndingAt(words: readonly Word[], { from, to }: Phrase): Phrase | null {
  const last = words[to];
  if (last === undefined) return null;
  if (isOne(last.word, 'pronoun', 'self')) return { from: to, to };
  let start = to;
  for (; start > from && !endsPhrase(words, start - 1, from) && !opensText(words, start); start -= 1);
  start = behindOpening(words, { from: start, to });
  const first = words[start];
  if (start > to || first === undefined || isOne(last.word, 'time', 'preposition', 'determiner')) return null;
  // “Russia 24” is a channel.
  const before = words[to - 1];
  const isNamed = to > from && before?.capital === true && !isOne(before.word, 'time');
  if (isNumber(last) && !isNamed) return null;
  const isIdle = isOne(first.word, 'adverb', 'auxiliary', 'subordinator') || isAdverb(first);
  return start === to && isIdle ? null : { from: start, to };
}

/** “… Russia The Kremlin”: a heading that runs into its text. */
const opensText = (words: readonly Word[], at: number): boolean =>
  words[at]?.capital === true && isOne(words[at].word, 'determiner', 'lead');

function endsPhrase(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at];
  if (word === undefined || word.quoted) return true;
  const { word: text, capital } = word;
  if (capital && at > from) return false;
  if (isOne(text, 'subordinator', 'relative', 'pronoun', 'self', 'modal', 'finite')) return true;
  if (isOne(text, 'conjunction')) return text !== 'and' || hasFinite(words, { from, to: at - 1 });
  if (text === 'to') return !isOne(words[at - 1]?.word, 'title', 'bodyHead') && words[at + 1]?.capital !== true;
  return isVerbLike(words, at);
}

/** “Named”, “saying” where a noun stands before it; “the named official” not. */
export function isVerbLike(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined || before === undefined || word.capital || isOne(word.word, 'plainEd')) return false;
  if (!isPlain(word.gap) || word.gap === '-' || before.possessive) return false;
  // “The previously named official”.
  if (isAdverb(before) && isPlain(before.gap) && !isOne(words[at - 2]?.word, 'auxiliary', 'relative')) return false;
  if (isOne(before.word, 'determiner', 'preposition')) return false;
  if (word.word.length > 4 && /(?:ed|ing)$/.test(word.word)) return true;
  const isTeller = before.capital || isOne(before.word, 'personNoun');
  return cueVerbs(word.word).some(
    ({ forms, asks }) =>
      forms.has('past') || forms.has('gerund') || (isTeller && asks === 'says' && forms.has('third')),
  );
}

export function hasFinite(words: readonly Word[], { from, to }: Phrase): boolean {
  for (let at = from; at <= to; at += 1) {
    const word = words[at];
    if (word === undefined || word.capital) continue;
    if (isOne(word.word, 'finite', 'auxiliary') || isVerbLike(words, at)) return true;
  }
  return false;
}

/** Past “But”, “Meanwhile”, “On Monday”, “In a letter”. */
export function behindOpening(words: readonly Word[], { from, to }: Phrase): number {
  let start = from;
  while (start < to) {
    const [word, next] = [words[start], words[start + 1]];
    if (word === undefined) break;
    if (isOne(word.word, 'lead', 'conjunction') || (isAdverb(word) && !isOne(word.word, 'time'))) start += 1;
    else if (isOne(word.word, 'relativeTime') && isOne(next?.word, 'time')) start += 2;
    else if (isOne(word.word, 'time') && next?.capital === true) start += 1;
    else if (isOne(word.word, 'preposition')) start = behindPreposition(words, { from: start, to });
    else break;
  }
  return start;
}

function behindPreposition(words: readonly Word[], { from, to }: Phrase): number {
  for (let at = to - 1; at > from; at -= 1) {
    const next = words[at + 1];
    if (!isOne(words[at]?.word, 'time') || next === undefined || next.possessive) continue;
    return isNumber(next) && at + 1 < to ? at + 2 : at + 1;
  }
  for (let at = from + 2; at <= to; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (word === undefined || before === undefined || isOne(before.word, 'preposition', 'determiner')) continue;
    if (isOne(word.word, 'determiner') || (word.capital && !before.capital)) return at;
  }
  return from + 1;
}

/** Where the one that begins at `from` ends. */
export function phraseEnd(words: readonly Word[], from: number): number {
  let to = from;
  for (let at = from + 1; at < words.length && at - from < MOST_WORDS; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || !isPlain(word.gap) || isOne(word.word, 'time')) break;
    if (word.word === 'and' && isNameBehind(words, at)) continue;
    if (!word.capital && stopsPhrase(words, at)) break;
    if (!isOne(word.word, 'preposition')) to = at;
    else if (endsBeforePreposition(words, from, at)) break;
  }
  return to;
}

/** “Kyiv and the West”. */
function isNameBehind(words: readonly Word[], at: number): boolean {
  const [next, second] = [words[at + 1], words[at + 2]];
  return next?.capital === true || (isOne(next?.word, 'determiner') && second?.capital === true);
}

function stopsPhrase(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || isAdverb(word) || isVerbLike(words, at)) return true;
  return isOne(word.word, 'subordinator', 'relative', 'pronoun', 'finite', 'auxiliary', 'conjunction');
}

/** A name is complete before “in an interview”; “a spokesman for the ministry” is not. */
function endsBeforePreposition(words: readonly Word[], from: number, at: number): boolean {
  const [head, preposition, next] = [words[at - 1], words[at]?.word ?? '', words[at + 1]];
  if (head === undefined || next === undefined || isOne(next.word, 'time') || isNumber(next)) return true;
  if (preposition === 'of') return false;
  // “Reads the statement by Porter”.
  if (isOne(head.word, 'document') && (preposition === 'by' || preposition === 'from')) return false;
  if (head.capital) return !isOne(head.word, 'title', 'bodyHead') || !['to', 'for'].includes(preposition);
  const noun = next.capital ? next : (words[at + 2] ?? next);
  if (isOne(noun.word, 'document', 'time')) return true;
  if (from === at - 1 && !isOne(head.word, 'people')) return true;
  return !isOne(preposition, 'opensDescription');
}
