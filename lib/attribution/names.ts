/** The proper name in a noun phrase, without the office before it: “Defence Minister Ben Wallace” is Ben Wallace. */
import { isOne, isPair } from './lexicon.ts';
import { isPlain } from './words.ts';
import type { Phrase, Word } from './words.ts';

/** More words in a row are a headline: “Summit Opens Without Russia Kallas said”. */
const MOST_NAMES = 5;

/** Words with capitals in a row at the end, with “de” and “al” within. */
export function runEndingAt(words: readonly Word[], { from, to }: Phrase): Phrase | null {
  const last = words[to];
  if (last === undefined || !last.capital || isOne(last.word, 'time')) return null;
  let start = to;
  for (let at = to - 1; at >= from; at -= 1) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined || !isPlain(next.gap) || word.possessive) break;
    if (word.capital && !isOne(word.word, 'lead', 'determiner', 'time')) start = at;
    else if (!(isOne(word.word, 'particle') && words[at - 1]?.capital === true)) break;
  }
  return { from: start, to };
}

/** A person's, or what may be one: capitals behind an office, or two of them. Null for a body and for “officials in Kyiv”. */
export function personIn(words: readonly Word[], phrase: Phrase): Phrase | null {
  const first = nameBeforePreposition(words, phrase);
  if (first !== null) return first;
  const run = runEndingAt(words, phrase);
  if (run === null) return null;
  let from = behindTitles(words, run);
  if (from > run.to) return null;
  if (run.to - from >= MOST_NAMES && from === run.from) from = run.to;
  const has = (lists: Parameters<typeof isOne>[1], start: number, end: number): boolean =>
    words.slice(start, end).some(({ word }) => isOne(word, lists));
  const isOffice = has('title', phrase.from, run.from) || has('personNoun', phrase.from, run.from);
  const isTitled = from > run.from || isOne(words[run.from - 1]?.word, 'title', 'personNoun', 'bodyHead');
  if (has('bodyHead', from, run.to + 1)) {
    // “Chairman of the Security Council Dmitry Medvedev”.
    for (let at = from; isOffice && at < run.to; at += 1) if (isOne(words[at]?.word, 'bodyHead')) from = at + 1;
    if (from === run.from && !isOne(words[from - 1]?.word, 'title')) return null;
  }
  if (!isTitled && !isOffice && isDescribing(words, phrase.from, run.from)) return null;
  from = behindPlace(words, { from, to: run.to }, isOffice);
  return from > run.to ? null : { from, to: run.to };
}

function behindTitles(words: readonly Word[], { from, to }: Phrase): number {
  let start = from;
  for (let at = from; at <= to; at += 1) if (isOne(words[at]?.word, 'title')) start = at + 1;
  return start;
}

/** “Mykola Kuleba of the organisation Save Ukraine”. */
function nameBeforePreposition(words: readonly Word[], { from, to }: Phrase): Phrase | null {
  let end = from;
  while (end < to && words[end]?.capital === true && isPlain(words[end + 1]?.gap)) end += 1;
  if (end === to || end - from < 2 || !isOne(words[end]?.word, 'preposition')) return null;
  const run = runEndingAt(words, { from, to: end - 1 });
  const start = behindTitles(words, { from, to: end - 1 });
  const isBody = words.slice(from, end).some(({ word }) => isOne(word, 'bodyHead', 'medium'));
  if (run?.from !== from || isBody || isPair(words[end - 2]?.word, words[end - 1]?.word)) return null;
  return end - start === 2 ? { from: start, to: end - 1 } : null;
}

/** “The Institute for the Study of War”: the capitals at the end are no person. */
const isDescribing = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ word }) => isOne(word, 'preposition', 'determiner', 'conjunction'));

/** “Ambassador to the UN Vasily Nebenzya”, “the leader of Belarus Alexander Lukashenko”; “the president of France” is no name. */
function behindPlace(words: readonly Word[], { from, to }: Phrase, isOffice: boolean): number {
  if (isPair(words[from]?.word, words[from + 1]?.word) && from + 2 <= to) return from + 2;
  if (words[from]?.shouted === true && from < to) return from + 1;
  const isBehindOf = isOffice && isOne(words[from - 1]?.word, 'preposition', 'determiner');
  if (!isBehindOf) return from;
  return to - from >= 2 ? from + 1 : to + 1;
}

/** Capitals only, past a determiner, and no office. */
export function isNameAlone(words: readonly Word[], { from, to }: Phrase): boolean {
  const start = isOne(words[from]?.word, 'determiner') ? from + 1 : from;
  return runEndingAt(words, { from: start, to })?.from === start && !isOne(words[to]?.word, 'title');
}

/** “Ministry of Defence”, “Institute for the Study of War”: capitals up to the word that says what it is. */
export function isNamedBody(words: readonly Word[], { from, to }: Phrase): boolean {
  for (let at = from; at <= to; at += 1) {
    const word = words[at];
    if (word === undefined || !word.capital || isOne(word.word, 'title')) return false;
    if (isOne(word.word, 'bodyHead')) return true;
  }
  return false;
}
