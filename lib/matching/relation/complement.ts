/**
 * Where what somebody said, denied or doubted ends. It goes on over commas, relative clauses and lists; a “but”, a clause
 * with a subject of its own, or a “he said” ends it.
 */
import { edgeBefore, isFinite, range } from './clauses.ts';
import { isIn, lengthAt } from './words.ts';
import type { Text } from './words.ts';

const MOST_ATTRIBUTION = 9;
const MOST_SUBJECT = 5;
const MOST_LISTED = 4;

/** The first word behind the clause that begins at `from`. */
export function complementEnd(text: Text, from: number): number {
  const { words } = text;
  for (let next = from + 1; next < words.length; next += 1) {
    const edge = edgeBefore(words[next]);
    if (edge === 'hard' || isContrast(text, next)) return next;
    if (edge === 'none') {
      if (isIn(text, next, 'and') && isSaying(text, next + 1)) return next;
      continue;
    }
    const end = partEnd(text, next);
    if (isAttribution(text, next, end)) {
      if (end === words.length) return next;
      next = end;
    } else if (!belongs(text, from, next, end)) return next;
  }
  return words.length;
}

const isContrast = (text: Text, at: number): boolean => isIn(text, at, 'contrast') && !isIn(text, at - 1, 'beforeBut');

const isSaying = (text: Text, at: number): boolean =>
  isIn(text, at, 'saying') && text.language.isPast(text.words[at]?.word ?? '');

/** The next comma or harder mark behind `at`, or the end. */
function partEnd({ words }: Text, at: number): number {
  const end = words.findIndex((word, next) => next > at && edgeBefore(word) !== 'none');
  return end < 0 ? words.length : end;
}

function isAttribution(text: Text, at: number, end: number): boolean {
  const part = range(at, end);
  return (
    part.length <= MOST_ATTRIBUTION &&
    part.some((next) => isIn(text, next, 'saying') && !isIn(text, next + 1, 'that')) &&
    !part.some((next) => isIn(text, next, 'that', 'relative'))
  );
}

/** Whether the part between two commas is still of the clause that began at `from`. */
function belongs(text: Text, from: number, at: number, end: number): boolean {
  const { isPast, isProgress } = text.language;
  const first = text.words[at]?.word ?? '';
  // “…, refuting claims that”: another says it.
  if (isProgress(first) && isIn(text, at, 'saying', 'inverting', 'rejecting')) return false;
  // A list of subjects, or “after the invasion,”: the clause has yet to say what it says.
  if (!isWhole(text, from, at)) return true;
  if (isIn(text, at, 'through', 'or', 'preposition', 'to')) return true;
  if (isIn(text, at, 'and')) return isIn(text, at + 1, 'that') || !startsClause(text, at + 1);
  if (isPhrase(text, from) && end - at > MOST_LISTED) return false;
  if (isProgress(first)) return true;
  if (isPast(first)) return isListed(text, from, at);
  return !range(at, end).some((next) => isIn(text, next, 'auxiliary', 'modal')) && !hasSubjectAndVerb(text, at, end);
}

/** Whether what began at `from` has its verb, or needs none: “failed to break through,” is whole. */
const isWhole = (text: Text, from: number, at: number): boolean =>
  isPhrase(text, from) || range(from, at).some((next) => isFinite(text, next));

/** “Failed to X”, “ruled out X”: what follows is no clause of its own. */
const isPhrase = (text: Text, from: number): boolean =>
  isIn(text, from - 1, 'to', 'inverting') || lengthAt(text.words, from - 2, text.language.list('inverting')) === 2;

/** “Funded, armed”; “that he, who had come by train, told”; not “he ruled out arms, allowed drills”. */
function isListed(text: Text, from: number, at: number): boolean {
  const isPastAt = (next: number): boolean => text.language.isPast(text.words[next]?.word ?? '');
  return (
    isPastAt(at - 1) ||
    isIn(text, at + 1, 'by', 'preposition') ||
    range(from, at).some((next) => isIn(text, next, 'relative'))
  );
}

function startsClause(text: Text, at: number): boolean {
  return range(at, at + MOST_SUBJECT).some(
    (next) => next > at && isFinite(text, next) && edgeBefore(text.words[next]) === 'none',
  );
}

const hasSubjectAndVerb = (text: Text, at: number, end: number): boolean =>
  range(at + 1, end).some(
    (next) =>
      text.language.isPast(text.words[next]?.word ?? '') &&
      (isIn(text, next - 1, 'subject') || text.words[next - 1]?.name === true),
  );
