/** Where a part of a sentence ends, and how far a “not” reaches. */
import { isIn } from './words.ts';
import type { Text, Word } from './words.ts';

export type Edge = 'hard' | 'comma' | 'none';

/** What stands before a word; the end of the text is a hard edge. */
export function edgeBefore(word: Word | undefined): Edge {
  const gap = word?.gap ?? ';';
  if (/[;:()—–?!…]|\s-\s/u.test(gap)) return 'hard';
  return gap.includes(',') ? 'comma' : 'none';
}

/** A form of a verb that has a subject: by it a new clause is known. */
export const isFinite = (text: Text, at: number): boolean => {
  const word = text.words[at]?.word ?? '';
  return isIn(text, at, 'auxiliary', 'modal') || text.language.isPast(word);
};

/** The first word behind the scope of a “not” at `at`: a list goes on over its commas, a clause ends with them. */
export function scopeEnd(text: Text, at: number): number {
  const { words } = text;
  for (let next = at + 1; next < words.length; next += 1) {
    const word = words[next];
    if (word === undefined) return next;
    const edge = edgeBefore(word);
    if (edge === 'hard' || stops(text, next)) return next;
    if (edge === 'comma') {
      const resumed = afterAttribution(text, next);
      if (resumed !== null) next = resumed;
      else if (!goesOn(text, next)) return next;
    } else if (isIn(text, next, 'and') && startsClause(text, next + 1)) return next;
  }
  return words.length;
}

/** “Nothing but”, “anything but” go on. */
const stops = (text: Text, at: number): boolean => isIn(text, at, 'stopper') && !isIn(text, at - 1, 'beforeBut');

const MOST_ATTRIBUTION = 8;

/** Behind “, he said,” between two commas: the index at which the sentence goes on, else null. */
function afterAttribution(text: Text, at: number): number | null {
  const end = text.words.findIndex((word, next) => next > at && edgeBefore(word) !== 'none');
  if (end < 0 || end - at > MOST_ATTRIBUTION || edgeBefore(text.words[end]) === 'hard') return null;
  return range(at, end).some((next) => isIn(text, next, 'saying')) ? end : null;
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

const MOST_LISTED = 5;

/** Whether what follows a comma is a further part of a list: “homes, schools or hospitals”. */
function goesOn(text: Text, at: number): boolean {
  if (isIn(text, at, 'or')) return true;
  const isPast = (next: number): boolean => text.language.isPast(text.words[next]?.word ?? '');
  // “Never funded, armed or trained”.
  if (isPast(at) && isPast(at - 1) && !isIn(text, at, 'saying')) return true;
  const end = text.words.findIndex((word, next) => next > at && edgeBefore(word) !== 'none');
  const part = range(at, end < 0 ? text.words.length : end);
  const joined = part.findIndex((next) => isIn(text, next, 'and', 'or'));
  if ((joined < 0 ? part.length : joined) > MOST_LISTED) return false;
  return !part.some((next) => isFinite(text, next) || isIn(text, next, 'subject', 'stopper', 'saying'));
}

const MOST_SUBJECT = 4;

/** Whether a verb with a subject of its own follows. */
function startsClause(text: Text, at: number): boolean {
  if (isFinite(text, at) || isIn(text, at, 'subject')) return true;
  return range(at + 1, at + 1 + MOST_SUBJECT).some(
    (next) => edgeBefore(text.words[next]) === 'none' && isIn(text, next, 'auxiliary', 'modal'),
  );
}

/** The first word of the clause that `at` stands in, by marks and by words that join clauses. */
export function clauseStart(text: Text, at: number): number {
  for (let next = at; next > 0; next -= 1) {
    const word = text.words[next];
    if (word === undefined || edgeBefore(word) !== 'none') return next;
    if (isIn(text, next - 1, 'stopper') || isIn(text, next - 1, 'that')) return next;
  }
  return 0;
}
