/** Whether a stop ends its sentence, by the word before it and the word after it. */
import * as known from './abbreviations.ts';

/** A run of stops found in `text`: at `at`, followed by `marks` (closing quotes, notes), the next text begins at `end`. */
export type Stop = {
  readonly text: string;
  /** Where the sentence that the stop may end begins. */
  readonly start: number;
  readonly at: number;
  readonly stops: string;
  readonly marks: string;
  readonly end: number;
};

/** The first word after the stop, without the quotes and brackets that open it. */
type Next = {
  readonly kind: 'lower' | 'upper' | 'caseless' | 'digit' | 'other';
  readonly at: number;
  readonly word: string;
};

const ALWAYS = /[。！？｡]/u;
const ELLIPSIS = /^(?:…+|\.{2,3}|\. \. ?\.?(?: \.)?)$/u;
const OPENERS = /[\s"'“”‘’«»‹›„‚`(\[{<¿¡—–\-•…「『《（*†\p{So}]*/uy;
const WORD = /[\p{L}\p{N}\p{M}’'-]+/uy;
const PARTING = ' \n\t\u00a0“”"«»„([—–';
const QUOTES = "'’‘";
const DOTTED = /(?:^|[-/])((?:\p{L}{1,2}\.-?)+\p{L}{1,3})$/u;
const LIST_MARKER = /^(?:\d{1,3}|\p{L}|[xX]{0,3}(?:[iI][xXvV]|[vV]?[iI]{0,3}))$/u;
const SPEAKER = /^((?:\p{Lu}[\p{L}’'-]*\.?\s){1,4})(\p{Ll}+)/u;
const LOOK_BACK = 40;
const LOOK_AHEAD = 60;

/** True where the sentence ends with `stop.marks`. */
export function endsSentence(stop: Stop): boolean {
  if (stop.end >= stop.text.length) return true;
  if (!/\s/u.test(stop.text.charAt(stop.end))) return endsWithoutSpace(stop);
  const next = nextWord(stop.text, stop.end);
  if (next.kind === 'lower' || next.kind === 'other') return false;
  if (ELLIPSIS.test(stop.stops)) return endsAtEllipsis(stop, next);
  if (stop.stops !== '.') return !isAside(stop) && !isAttributed(stop, next);
  return endsAtFullStop(stop, next);
}

function nextWord(text: string, from: number): Next {
  OPENERS.lastIndex = from;
  const at = from + (OPENERS.exec(text)?.[0].length ?? 0);
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? '';
  return { kind: kindOf(word, text.charAt(at)), at, word };
}

function kindOf(word: string, first: string): Next['kind'] {
  if (/^(?:\p{Ll}\p{Lu}|(?:al|el|an|ar|as|at|ash)-\p{Lu})/u.test(word)) return 'upper';
  if (/^\p{Ll}/u.test(word)) return 'lower';
  if (/^[\p{Lu}\p{Lt}]/u.test(word)) return 'upper';
  if (/^\p{N}/u.test(word) || /[$€£¥₽₴#@§]/u.test(first)) return 'digit';
  return word === '' ? (first === '' ? 'upper' : 'other') : 'caseless';
}

/** “(?)” and “(!)” comment on a word. */
const isAside = (stop: Stop): boolean => stop.text.charAt(stop.at - 1) === '(' && stop.marks.startsWith(')');

/** “Why?” Mr. Lavrov asked. */
function isAttributed(stop: Stop, next: Next): boolean {
  if (!/[”"’»'“]/u.test(stop.marks) || next.kind !== 'upper') return false;
  const [, names = '', verb = ''] = SPEAKER.exec(stop.text.slice(next.at, next.at + LOOK_AHEAD)) ?? [];
  const titles = names.match(/[^\s.]+(?=\.)/gu) ?? [];
  return known.SPEECH.has(verb) && titles.every((title) => known.BINDING.has(title));
}

/** An ellipsis apart from the word before it marks an omission; one that touches it may end a sentence. */
function endsAtEllipsis(stop: Stop, next: Next): boolean {
  if (next.kind !== 'upper') return false;
  const apart = stop.at === stop.start || /[\s\[(]/u.test(stop.text.charAt(stop.at - 1));
  return !apart || opensSentence(stop, next);
}

function endsAtFullStop(stop: Stop, next: Next): boolean {
  const before = wordBefore(stop);
  const from = stop.at - before.length;
  if (LIST_MARKER.test(before) && isAtHead(stop, from)) return false;
  const dotted = DOTTED.exec(before)?.[1];
  if (dotted !== undefined) return endsAtDotted(stop, next, dotted);
  if (/^(?:\p{L}\p{M}*)$/u.test(before)) return endsAtLetter(stop, next, before);
  if (/^\d{1,2}$/u.test(before)) return !isOrdinal(stop, next, from);
  return endsAtWord(stop, next, lastPart(before));
}

function wordBefore(stop: Stop): string {
  const earliest = Math.max(stop.start, stop.at - LOOK_BACK);
  let from = stop.at;
  while (from > earliest && !PARTING.includes(stop.text.charAt(from - 1))) from -= 1;
  if (from < stop.at && QUOTES.includes(stop.text.charAt(from))) from += 1;
  return stop.text.slice(from, stop.at);
}

/** The last part of a compound (“Vice-Adm”). */
const lastPart = (word: string): string => word.replace(/^.*[^\p{L}\p{M}º]/u, '');

/** Headings write “MR” and “SEPT”. */
function isIn(set: ReadonlySet<string>, word: string): boolean {
  if (set.has(word)) return true;
  return word.length > 1 && word === word.toUpperCase() && set.has(word.charAt(0) + word.slice(1).toLowerCase());
}

/** Nothing but the marker stands in the sentence so far, or a colon leads to it: “terms: 1. Neutrality”. */
function isAtHead(stop: Stop, from: number): boolean {
  const lead = stop.text.slice(stop.start, from).trimEnd();
  return !/[\p{L}\p{N}]/u.test(lead) || /[:;]$/u.test(lead);
}

function endsAtDotted(stop: Stop, next: Next, word: string): boolean {
  if (known.BINDING.has(word)) return false;
  if (!/^[ap]\.m$/iu.test(word)) return next.kind === 'caseless' || opensSentence(stop, next);
  const following = stop.text.slice(next.at + next.word.length, next.at + next.word.length + 8);
  return (
    !known.TIME_COMPANIONS.has(next.word) && !known.MONTHS.has(next.word) && !/^\s(?:local\s)?time/u.test(following)
  );
}

/** An initial (“A. Wess Mitchell”), an abbreviation (“p. 5”) or a label (“Plan B”). */
function endsAtLetter(stop: Stop, next: Next, letter: string): boolean {
  if (next.kind === 'caseless') return false;
  const lead = stop.text.slice(Math.max(stop.start, stop.at - LOOK_BACK), stop.at - letter.length).trimEnd();
  if (known.LABELS.has(/\p{L}+$/u.exec(lead)?.[0] ?? '')) return next.kind === 'upper' || next.kind === 'digit';
  if (known.STARTERS_NOT_AFTER_INITIALS.has(next.word) && !/^[AI]$/u.test(next.word)) return false;
  return opensSentence(stop, next);
}

/** German “am 3. März”, “im 19. Jahrhundert”. */
function isOrdinal(stop: Stop, next: Next, from: number): boolean {
  if (next.kind !== 'upper') return false;
  const lead = /\p{L}+$/u.exec(stop.text.slice(Math.max(stop.start, from - LOOK_BACK), from).trimEnd())?.[0] ?? '';
  return known.MONTHS.has(next.word) || known.ORDINAL_LEADS.has(lead);
}

function endsAtWord(stop: Stop, next: Next, word: string): boolean {
  if (isIn(known.BINDING, word)) return false;
  if (isIn(known.BEFORE_NUMBER, word) || isIn(known.SHORT_MONTHS, word)) return next.kind !== 'digit';
  if (isIn(known.SHORT_WEEKDAYS, word)) return next.kind !== 'digit' && !isIn(known.MONTHS, next.word);
  if (isIn(known.OPEN, word)) return next.kind === 'digit' || opensSentence(stop, next);
  return true;
}

/** The next word is one that opens sentences, and running text follows: not “U.S. In Talks With Allies”. */
function opensSentence(stop: Stop, next: Next): boolean {
  const opener = known.STARTERS.has(next.word) || known.STARTERS_NOT_AFTER_INITIALS.has(next.word);
  if (!opener || stop.text.charAt(next.at + next.word.length) === '.') return false;
  return /^[^.!?…]*?\s["“‘«(]?\p{Ll}/u.test(stop.text.slice(next.at, next.at + LOOK_AHEAD));
}

/** No space follows: right for scripts that use none, page damage (“it.Next”) or part of a word (“3.5”) in others. */
function endsWithoutSpace(stop: Stop): boolean {
  if (ALWAYS.test(stop.stops)) return !/^[とっなはのがを]/u.test(stop.text.slice(stop.end)) || stop.marks === '';
  if (stop.stops === '．') return !/\p{N}/u.test(stop.text.charAt(stop.end));
  if (!/^(?:\.|[!?]+)$/u.test(stop.stops) || opensQuote(stop)) return false;
  const before = wordBefore(stop);
  const clean = /^(?:[\p{L}’'-]*\p{Ll}{2}|\d{4})$/u.test(before) && before !== 'www';
  const closed = /[”’»]/u.test(stop.marks) || stop.marks.endsWith(']');
  if (!clean && !closed) return false;
  if (isIn(known.BINDING, lastPart(before)) || isIn(known.OPEN, lastPart(before))) return false;
  const word = /^["“‘«(]?(\p{Lu}\p{Ll}*)(?=[\s,’'])/u.exec(stop.text.slice(stop.end, stop.end + LOOK_AHEAD))?.[1];
  return word !== undefined && !known.HOST_ENDS.has(word);
}

/** A straight quotation mark that touches both words closes where one is open. */
function opensQuote(stop: Stop): boolean {
  if (!stop.marks.includes('"')) return false;
  const earlier = stop.text.slice(stop.start, stop.at).split('"').length - 1;
  return earlier % 2 === 0;
}
