/** The parts of a clause between its commas, and which of them names whoever acts: “Porter, who had seen it, said”. */
import type { Who } from './attribution.ts';
import { isOne } from './lexicon.ts';
import { MOST_WORDS, behindOpening, hasFinite, phraseEndingAt } from './noun-phrases.ts';
import { isAdverb, isHard, isNumber, isPlain } from './words.ts';
import type { Phrase, Word } from './words.ts';

const MOST_PARTS = 8;

/** The last first, back to where the clause begins. */
export function partsBefore(words: readonly Word[], last: number): Phrase[] {
  const parts: Phrase[] = [];
  let to = last;
  for (let at = last; at >= 0 && last - at < MOST_WORDS; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted) break;
    if (at > 0 && isPlain(word.gap)) continue;
    parts.push({ from: at, to });
    to = at - 1;
    if (isHard(word.gap) || parts.length === MOST_PARTS) break;
  }
  return parts;
}

/** Whoever is named right before the verb. */
export function lastNamed(words: readonly Word[], parts: readonly Phrase[]): Who | null {
  const [first, second] = parts;
  const phrase = first === undefined ? null : phraseEndingAt(words, first);
  if (first === undefined || phrase === null) return null;
  const listed = listIn(words, parts);
  if (listed !== null) return { phrase: listed, beside: null };
  const isWhole = phrase.from === first.from && words[phrase.from]?.capital === true;
  return { phrase, beside: isWhole && second !== undefined ? officeIn(words, second) : null };
}

/** “US secretary of state, Antony Blinken”: the part before the name, where it names an office. */
function officeIn(words: readonly Word[], part: Phrase): Phrase | null {
  const phrase = phraseEndingAt(words, part);
  const isOffice = phrase !== null && isOne(words[phrase.to]?.word, 'personNoun');
  return isOffice && isOne(words[phrase.from]?.word, 'definite') ? phrase : null;
}

/** “A, B and C said”. */
function listIn(words: readonly Word[], parts: readonly Phrase[]): Phrase | null {
  const [last] = parts;
  if (last === undefined || parts.length < 2 || words[last.from]?.word !== 'and') return null;
  let { from } = last;
  for (const part of parts.slice(1)) {
    const phrase = phraseEndingAt(words, part);
    if (phrase === null || hasFinite(words, phrase)) break;
    ({ from } = phrase);
    if (phrase.from !== part.from) break;
  }
  if (from === last.from) return null;
  return wholeOf(words, from) ?? { from, to: last.to };
}

/** “Countries including A, B and C”: the countries. */
function wholeOf(words: readonly Word[], from: number): Phrase | null {
  if (!isOne(words[from - 1]?.word, 'including') || !isPlain(words[from]?.gap)) return null;
  const [part] = partsBefore(words, from - 2);
  return part === undefined ? null : phraseEndingAt(words, part);
}

/** Whoever is named where a comma stands before the verb. */
export function namedBeforeComma(words: readonly Word[], parts: readonly Phrase[]): Who | 'shared' | null {
  const listed = listIn(words, parts);
  if (listed !== null) return { phrase: listed, beside: null };
  for (const [at, part] of parts.entries()) {
    if (isModifier(words, part)) continue;
    // “And, after declining to answer, later said”.
    if (isOne(words[part.to]?.word, 'conjunction')) return 'shared';
    const phrase = phraseEndingAt(words, part);
    if (phrase === null) continue;
    const isWhole = phrase.from === behindOpening(words, part) || endsInName(words, part, phrase);
    if (isWhole || at === parts.length - 1) return withBeside(words, parts, at, phrase);
  }
  return null;
}

/** “In the evening Porter”, not “an adviser who pressed for ties with China”. */
function endsInName(words: readonly Word[], { from }: Phrase, phrase: Phrase): boolean {
  const isWithin = words.slice(from, phrase.from).some(({ word }) => isOne(word, 'relative'));
  return words[phrase.to]?.capital === true && !isWithin;
}

function withBeside(words: readonly Word[], parts: readonly Phrase[], at: number, phrase: Phrase): Who {
  const before = parts.slice(at + 1).find(({ from }) => !isNumber(words[from]));
  const main = before !== undefined && phrase.from === parts[at]?.from ? phraseEndingAt(words, before) : null;
  if (before !== undefined && main !== null && isDescribedBy(words, main, before))
    return { phrase: main, beside: isAbbreviation(words, phrase) ? null : phrase };
  const modifier = parts[at - 1];
  return { phrase, beside: modifier === undefined ? null : describedIn(words, modifier) };
}

/** “(ISW)”, “(DNR and LNR)”. */
function isAbbreviation(words: readonly Word[], { from, to }: Phrase): boolean {
  const isShort = words.slice(from, to + 1).every(({ shouted, word }) => shouted || word === 'and');
  return isShort && words[from]?.gap.includes('(') === true;
}

/** Not what opens a sentence: “On Monday, Porter, …”. */
function isDescribedBy(words: readonly Word[], phrase: Phrase, part: Phrase): boolean {
  const [first, last, opening] = [words[phrase.from], words[phrase.to], words[part.from]];
  if (first === undefined || last === undefined || opening === undefined) return false;
  if (isOne(last.word, 'time') || hasFinite(words, phrase)) return false;
  const isOpening = isOne(opening.word, 'preposition', 'subordinator') || opening.word.endsWith('ing');
  return !isOpening || isOne(first.word, 'title') || isOne(last.word, 'personNoun');
}

/** “Who is the head of the agency”: from “the” on. */
function describedIn(words: readonly Word[], { from, to }: Phrase): Phrase | null {
  const isBe = isOne(words[from]?.word, 'whom') && isOne(words[from + 1]?.word, 'be');
  return isBe && from + 2 <= to && isOne(words[from + 2]?.word, 'determiner') ? { from: from + 2, to } : null;
}

function isModifier(words: readonly Word[], { from, to }: Phrase): boolean {
  const first = words[from];
  if (first === undefined) return true;
  if (first.capital && !isOne(first.word, 'preposition', 'relative')) return false;
  if (isOne(first.word, 'relative', 'preposition', 'subordinator') || isAdverb(first) || isNumber(first)) return true;
  return /(?:ing|ed)$/.test(first.word) || (from === to && isOne(first.word, 'conjunction', 'time'));
}
