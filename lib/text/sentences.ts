/**
 * Where sentences end. Rules and word lists instead of `Intl.Segmenter`, whose data differ between browsers: a
 * sentence must be the same sentence everywhere, because its hash and its place are stored. See docs/adr/0003.
 */
import type { Span } from '@/lib/core/article.ts';
import { hasWord, isDigit, isSmall } from './letters.ts';
import { endsSentence } from './sentence-ends.ts';

const BULLETS = '•▪‣●◦';
const STOPS = '.!?…‽⁇⁈⁉؟۔।॥։።။។\u037e。！？．｡';
const ANY_STOP = new RegExp(`[${STOPS}\\n${BULLETS}]`, 'g');
/** “. . .” is one stop. */
const STOP = new RegExp(`\\.(?: \\.){2,3}|[${STOPS}]+`, 'y');
const CLOSERS = '"\'”’»›)]}」』》〉】）';
/** They open in one language and close in another: before a space they close (German „Ja.“ Er). */
const EITHER = '“‘«';
/** After a space and before one, they close as well: French « Oui. », and “ . ” where spaces were added. */
const SPACED = '»"”';
const NOTE = /\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡]/y;
const PICTURE = / ?[\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]/uy;
/** Digits of a footnote mark that lost its markup: “talks.12 The”. */
const NOTE_DIGITS = /\d{1,3}(?=\s)/y;

/**
 * The sentences of one block (paragraph, heading, list item) of single-spaced text: trimmed, not empty, in order, not
 * overlapping; all text but white space is in one of them. Text without a letter or digit joins its neighbour.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of endsIn(text)) {
    addSpan(spans, text, start, end);
    start = end;
  }
  addSpan(spans, text, start, text.length);
  return spans;
}

function endsIn(text: string): number[] {
  const ends: number[] = [];
  let from = 0;
  for (let at = nextStop(text, 0); at !== -1; at = nextStop(text, from)) {
    const char = text.charAt(at);
    from = at + 1;
    if (char === '\n') ends.push(from);
    else if (BULLETS.includes(char)) {
      if (at > 0 && isSpace(text, at - 1) && isSpace(text, at + 1)) ends.push(at);
    } else {
      STOP.lastIndex = at;
      const stops = STOP.exec(text)?.[0] ?? char;
      const marked = endOfMarks(text, at + stops.length);
      const end = afterNoteDigits(text, at, marked);
      const marks = text.slice(at + stops.length, marked);
      if (endsSentence({ text, start: ends.at(-1) ?? 0, at, stops, marks, end })) ends.push(end);
      from = Math.max(from, marked);
    }
  }
  return ends;
}

/** The next stop that is not amid a word or number; -1 for none. */
function nextStop(text: string, from: number): number {
  ANY_STOP.lastIndex = from;
  for (let found = ANY_STOP.exec(text); found !== null; found = ANY_STOP.exec(text)) {
    if (!isAmidWord(text, found.index)) return found.index;
  }
  return -1;
}

function isAmidWord(text: string, at: number): boolean {
  if (text.charAt(at) !== '.') return false;
  const next = text.charAt(at + 1);
  return (next >= 'a' && next <= 'z') || (isDigit(next) && isDigit(text.charAt(at - 1)));
}

const isSpace = (text: string, at: number): boolean => ' \n\t\u00a0'.includes(text.charAt(at) || '-');
const isParted = (text: string, at: number): boolean => at >= text.length || isSpace(text, at);

/** Past the closing quotes, brackets, footnote marks and pictures that still belong to the sentence. */
function endOfMarks(text: string, from: number): number {
  let at = from;
  for (let step = markLength(text, at); step > 0; step = markLength(text, at)) at += step;
  return at;
}

function markLength(text: string, at: number): number {
  const char = text.charAt(at);
  if (char === '') return 0;
  if (CLOSERS.includes(char)) return 1;
  const next = text.charAt(at + 1);
  if (EITHER.includes(char)) return isParted(text, at + 1) || next === ')' || next === ']' ? 1 : 0;
  if (char === ' ') {
    if (next !== '' && SPACED.includes(next)) return isParted(text, at + 2) ? 2 : 0;
    return next >= '\u00a9' ? matchLength(PICTURE, text, at) : 0;
  }
  return matchLength(NOTE, text, at) || (char >= '\u00a9' ? matchLength(PICTURE, text, at) : 0);
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function afterNoteDigits(text: string, at: number, end: number): number {
  if (!isDigit(text.charAt(end))) return end;
  const before = text.charAt(at - 1);
  const closed = '”"’'.includes(text.charAt(end - 1));
  return closed || isSmall(before) || '”"’)'.includes(before || '-') ? end + matchLength(NOTE_DIGITS, text, end) : end;
}

function addSpan(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const start = from + piece.length - piece.trimStart().length;
  const end = start + trimmed.length;
  const last = spans.at(-1);
  const apart = last !== undefined && text.slice(last.end, start).includes('\n');
  const joins = last !== undefined && !apart && (!hasWord(trimmed) || !hasWord(text.slice(last.start, last.end)));
  if (joins) spans[spans.length - 1] = { start: last.start, end };
  else spans.push({ start, end });
}
