/**
 * Where sentences end. Rules and word lists instead of `Intl.Segmenter`, whose data differ between browsers: a
 * sentence must be the same sentence everywhere, because its hash and its place are stored. See docs/adr/0003.
 */
import type { Span } from '@/lib/core/article.ts';
import { endsSentence } from './sentence-ends.ts';

const STOPS = '.!?…‽⁇⁈⁉؟۔।॥։።။។\u037e。！？．｡';
const BULLETS = '•▪‣●◦';
/** “ and « open in one language and close in another: before a space they close (German „Ja.“ Er). */
const CLOSERS = '["\'”’»›)\\]}」』》〉】）]|[“‘«](?=[\\s)\\]]|$)';
const PICTURES = '(?: ?[\\p{Extended_Pictographic}\\u200d\\ufe0f\\u{1f3fb}-\\u{1f3ff}])';
/** A space and a quotation mark that is followed by a space closes: French « Oui. » and damaged “ . " ”. */
const SPACED_CLOSER = '(?: [»"”](?=\\s|$))';
const NOTES = '(?:\\[\\d{1,3}\\]|[\\u00b9\\u00b2\\u00b3\\u2070-\\u2079*†‡])';

/** Where a sentence may end, found fast; what stands there is for `CANDIDATE`. */
const ANY_STOP = new RegExp(`[${STOPS}\n${BULLETS}]`, 'g');
/** 1: the stops; 2: marks that still belong to the sentence. Or 3: a line break or bullet, which always ends one. */
const CANDIDATE = new RegExp(
  `(\\.(?: \\.){2,3}|[${STOPS}]+)((?:${CLOSERS}|${SPACED_CLOSER}|${NOTES}|${PICTURES})*)|(\\n+|\\s[${BULLETS}](?=\\s))`,
  'uy',
);
/** Digits of a footnote mark that lost its markup: “talks.12 The”. */
const NOTE_DIGITS = /\d{1,3}(?=\s)/uy;
const HAS_WORD = /[\p{L}\p{N}]/u;

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
    const bullet = BULLETS.includes(text.charAt(at));
    CANDIDATE.lastIndex = bullet ? at - 1 : at;
    const [whole = '', stops = '', marks = ''] = (at > 0 || !bullet ? CANDIDATE.exec(text) : null) ?? [];
    from = Math.max(CANDIDATE.lastIndex, at + 1);
    if (stops === '') {
      if (whole !== '') ends.push(bullet ? at : at + whole.length);
      continue;
    }
    const end = afterNoteDigits(text, at, at + whole.length);
    if (endsSentence({ text, start: ends.at(-1) ?? 0, at, stops, marks, end })) ends.push(end);
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

const isAmidWord = (text: string, at: number): boolean =>
  text.charAt(at) === '.' && (isBetween(text, at + 1, 'a', 'z') || (isDigit(text, at - 1) && isDigit(text, at + 1)));

const isBetween = (text: string, at: number, low: string, high: string): boolean =>
  text.charAt(at) >= low && text.charAt(at) <= high;
const isDigit = (text: string, at: number): boolean => isBetween(text, at, '0', '9');

function afterNoteDigits(text: string, at: number, end: number): number {
  if (!isDigit(text, end)) return end;
  if (!/[\p{Ll}”"’)]$/u.test(text.slice(Math.max(0, at - 1), at)) && !/[”"’]$/u.test(text.slice(at, end))) return end;
  NOTE_DIGITS.lastIndex = end;
  return end + (NOTE_DIGITS.exec(text)?.[0].length ?? 0);
}

function addSpan(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const start = from + piece.length - piece.trimStart().length;
  const end = start + trimmed.length;
  const last = spans.at(-1);
  const apart = last !== undefined && text.slice(last.end, start).includes('\n');
  const joins =
    last !== undefined && !apart && (!HAS_WORD.test(trimmed) || !HAS_WORD.test(text.slice(last.start, last.end)));
  if (joins) spans[spans.length - 1] = { start: last.start, end };
  else spans.push({ start, end });
}
