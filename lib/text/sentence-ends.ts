/** Whether a stop ends its sentence, by the word before it and the word after it. */
import * as known from './abbreviations.ts';
import { isCapital, isDigit, isLetter, isSmall, lastLetters, wordAt } from './letters.ts';

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

const ALWAYS = /[。！？｡]/;
const ELLIPSIS = /^(?:…+|\.{2,3}|\. \. ?\.?(?: \.)?)$/;
const OPENERS = ' \n\t\u00a0"\'“”‘’«»‹›„‚`([{<¿¡—–-•▪‣●◦…「『《（*†▲▼►▶■□◆★☆→';
const PARTING = ' \n\t\u00a0“”"«»„([—–';
const QUOTES = "'’‘";
const LIST_MARKER = /^(?:\d{1,3}|[xX]{0,3}(?:[iI][xXvV]|[vV]?[iI]{0,3}))$/;
const LOOK_BACK = 40;
const LOOK_AHEAD = 60;

/** True where the sentence ends with `stop.marks`. */
export function endsSentence(stop: Stop): boolean {
  if (stop.end >= stop.text.length) return true;
  if (!/\s/.test(stop.text.charAt(stop.end))) return endsWithoutSpace(stop);
  const next = nextWord(stop.text, stop.end);
  if (next.kind === 'lower' || next.kind === 'other') return false;
  if (stop.stops === '.') return endsAtFullStop(stop, next);
  if (ELLIPSIS.test(stop.stops)) return endsAtEllipsis(stop, next);
  return !isAside(stop) && !isAttributed(stop, next);
}

function nextWord(text: string, from: number): Next {
  let at = from;
  while (at < text.length && OPENERS.includes(text.charAt(at))) at += 1;
  const word = wordAt(text, at);
  return { kind: kindOf(word, text.charAt(at)), at, word };
}

function kindOf(word: string, first: string): Next['kind'] {
  if (first === '') return 'upper';
  if (isDigit(first) || '$€£¥₽₴#@§'.includes(first)) return 'digit';
  if (word === '') return 'other';
  // “iPads”, “al-Amri”.
  if (isSmall(first))
    return isCapital(word.charAt(1)) || /^(?:a[lnrst]|el|ash)-/.test(word) ? upperAfterHyphen(word) : 'lower';
  return isCapital(first) ? 'upper' : 'caseless';
}

function upperAfterHyphen(word: string): 'upper' | 'lower' {
  const hyphen = word.indexOf('-');
  return isCapital(word.charAt(1)) || isCapital(word.charAt(hyphen + 1)) ? 'upper' : 'lower';
}

/** “(?)” and “(!)” comment on a word. */
const isAside = (stop: Stop): boolean => stop.text.charAt(stop.at - 1) === '(' && stop.marks.startsWith(')');

/** “Why?” Mr. Lavrov asked. */
function isAttributed(stop: Stop, next: Next): boolean {
  if (!/[”"’»'“]/.test(stop.marks) || next.kind !== 'upper') return false;
  const words = stop.text.slice(next.at, next.at + LOOK_AHEAD).split(' ');
  const verb = words.findIndex((word) => !isCapital(word.charAt(0)));
  const names = words.slice(0, verb);
  const isName = (name: string): boolean =>
    name.endsWith('.') ? known.BINDING.has(name.slice(0, -1)) : !/[.,;:!?…)\]”"]/.test(name);
  return verb > 0 && verb < 5 && names.every(isName) && known.SPEECH.has(wordAt(words[verb] ?? '', 0));
}

/** An ellipsis apart from the word before it marks an omission; one that touches it may end a sentence. */
function endsAtEllipsis(stop: Stop, next: Next): boolean {
  if (next.kind !== 'upper') return false;
  const apart = stop.at === stop.start || /[\s[(]/.test(stop.text.charAt(stop.at - 1));
  return !apart || opensSentence(stop, next);
}

function endsAtFullStop(stop: Stop, next: Next): boolean {
  const before = wordBefore(stop);
  const from = stop.at - before.length;
  const isSingle = before.length === 1 && isLetter(before);
  if ((isSingle || LIST_MARKER.test(before)) && isAtHead(stop, from)) return false;
  if (known.BINDING.has(before)) return false;
  if (before.includes('.') && isDotted(before)) return endsAtDotted(stop, next, before);
  if (isSingle) return endsAtLetter(stop, next, from);
  if (/^\d{1,2}$/.test(before)) return !isOrdinal(stop, next, from);
  return endsAtWord(stop, next, lastLetters(before) || before);
}

/** Back to a space or to what opens a quotation or bracket. */
function wordBefore(stop: Stop): string {
  const earliest = Math.max(stop.start, stop.at - LOOK_BACK);
  let from = stop.at;
  while (from > earliest && !PARTING.includes(stop.text.charAt(from - 1))) from -= 1;
  if (from < stop.at && QUOTES.includes(stop.text.charAt(from))) from += 1;
  return stop.text.slice(from, stop.at);
}

const wordBeforeThat = (stop: Stop, from: number): string =>
  lastLetters(stop.text.slice(Math.max(stop.start, from - LOOK_BACK), from).trimEnd());

/** Nothing but the marker stands in the sentence so far, or a colon leads to it: “terms: 1. Neutrality”. */
function isAtHead(stop: Stop, from: number): boolean {
  for (let at = from - 1; at >= stop.start; at -= 1) {
    const char = stop.text.charAt(at);
    if (char === ':' || char === ';') return true;
    if (isDigit(char) || isLetter(char)) return false;
  }
  return true;
}

/** “U.S”, “a.m”, “Ph.D”, “J.-C”, the end of “(D-N.Y”: parts of a letter or two. */
function isDotted(word: string): boolean {
  const parts = word.split('.').map((part) => part.slice(part.search(/[^-/]*$/)));
  return parts.every((part) => part !== '' && part.length <= 3 && Array.from(part).every(isLetter));
}

function endsAtDotted(stop: Stop, next: Next, word: string): boolean {
  if (!/^[ap]\.m$/i.test(word)) return next.kind === 'caseless' || opensSentence(stop, next);
  const following = stop.text.slice(next.at + next.word.length, next.at + next.word.length + 12);
  return !known.TIME_COMPANIONS.has(next.word) && !known.MONTHS.has(next.word) && !/^ (?:local )?time/.test(following);
}

/** An initial (“A. Wess Mitchell”), an abbreviation (“p. 5”) or a label (“Plan B”). */
function endsAtLetter(stop: Stop, next: Next, from: number): boolean {
  if (next.kind === 'caseless') return false;
  if (known.LABELS.has(wordBeforeThat(stop, from))) return true;
  if (known.STARTERS_NOT_AFTER_INITIALS.has(next.word) && !/^[AI]$/.test(next.word)) return false;
  return opensSentence(stop, next);
}

/** German “am 3. März”, “im 19. Jahrhundert”. */
function isOrdinal(stop: Stop, next: Next, from: number): boolean {
  if (next.kind !== 'upper') return false;
  return known.MONTHS.has(next.word) || known.ORDINAL_LEADS.has(wordBeforeThat(stop, from));
}

function endsAtWord(stop: Stop, next: Next, word: string): boolean {
  if (isIn(known.BINDING, word)) return false;
  if (isIn(known.BEFORE_NUMBER, word) || isIn(known.SHORT_MONTHS, word)) return next.kind !== 'digit';
  if (isIn(known.SHORT_WEEKDAYS, word)) return next.kind !== 'digit' && !isIn(known.MONTHS, next.word);
  if (isIn(known.OPEN, word)) return next.kind === 'digit' || opensSentence(stop, next);
  return true;
}

/** Headings write “MR” and “SEPT”. */
function isIn(set: ReadonlySet<string>, word: string): boolean {
  if (set.has(word)) return true;
  if (word.length < 2 || !isCapital(word.charAt(1)) || word !== word.toUpperCase()) return false;
  return set.has(word.charAt(0) + word.slice(1).toLowerCase());
}

/** The next word is one that opens sentences, and running text follows: not “U.S. In Talks With Allies”. */
function opensSentence(stop: Stop, next: Next): boolean {
  const opener = known.STARTERS.has(next.word) || known.STARTERS_NOT_AFTER_INITIALS.has(next.word);
  if (!opener) return false;
  const [clause = ''] = stop.text.slice(next.at, next.at + LOOK_AHEAD).split(/[.!?…]/, 1);
  return clause.split(/\s["“‘«(]?/).some((word, at) => at > 0 && isSmall(word.charAt(0)));
}

/** No space follows: right for scripts that use none, page damage (“it.Next”) or part of a word (“3.5”) in others. */
function endsWithoutSpace(stop: Stop): boolean {
  if (ALWAYS.test(stop.stops)) return stop.marks === '' || !/[とっなはのがを]/.test(stop.text.charAt(stop.end));
  if (stop.stops === '．') return !isDigit(stop.text.charAt(stop.end).normalize('NFKC'));
  const closed = /[”’»]/.test(stop.marks) || stop.marks.endsWith(']');
  const [last, lastButOne] = [stop.text.charAt(stop.at - 1), stop.text.charAt(stop.at - 2)];
  if (!closed && !(isSmall(last) && isSmall(lastButOne)) && !isDigit(last)) return false;
  if (!/^(?:\.|[!?]+)$/.test(stop.stops) || opensQuote(stop)) return false;
  return (closed || isWholeWord(wordBefore(stop))) && isCapitalWord(stop.text.slice(stop.end, stop.end + LOOK_AHEAD));
}

/** Of small letters at its end, or a year; not an abbreviation, and not a part of an address. */
const isWholeWord = (word: string): boolean =>
  /^(?:\d{4}|[^\d\s./@_=&%#]+)$/.test(word) && word !== 'www' && !isIn(known.BINDING, word) && !isIn(known.OPEN, word);

function isCapitalWord(text: string): boolean {
  const from = '"“‘«('.includes(text.charAt(0)) ? 1 : 0;
  const word = lettersAfter(text, from);
  const following = text.charAt(from + word.length);
  return (
    isCapital(word.charAt(0)) &&
    Array.from(word.slice(1)).every(isSmall) &&
    /[\s,’']/.test(following) &&
    !known.HOST_ENDS.has(word)
  );
}

function lettersAfter(text: string, from: number): string {
  let to = from;
  while (to < text.length && isLetter(text.charAt(to))) to += 1;
  return text.slice(from, to);
}

/** A straight quotation mark that touches both words closes where one is open. */
function opensQuote(stop: Stop): boolean {
  if (!stop.marks.includes('"')) return false;
  const earlier = stop.text.slice(stop.start, stop.at).split('"').length - 1;
  return earlier % 2 === 0;
}
