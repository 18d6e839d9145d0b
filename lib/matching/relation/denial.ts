/**
 * What a sentence takes back after it was said: “… is a myth”, “… was denied by Moscow”, “…, which Kyiv rejects”,
 * “they call it nonsense”. A denial that names nothing (“He called that a lie”) is kept apart: what it denies stands elsewhere.
 */
import type { Span } from '@/lib/core/article.ts';
import { clauseStart, edgeBefore, isFinite, range } from './clauses.ts';
import { complementEnd } from './complement.ts';
import { spanOf } from './negation.ts';
import type { Signs } from './signs.ts';
import { isIn, lengthAt } from './words.ts';
import type { Text } from './words.ts';

/** Changes `signs`; the cue of a denial whose object is not in the sentence, if there is one. */
export function takeBack(text: Text, signs: Signs): Span | null {
  let unnamed: Span | null = null;
  for (const at of text.words.keys()) {
    unnamed ??= noneSuch(text, at);
    const found = retractionAt(text, at, signs);
    if (found === null) continue;
    if (found.from === found.to || !isTold(text, found)) unnamed ??= found.cue;
    else if (isAfterPause(text, found)) signs.set(found.from, found.to, found.cue, 0);
    else signs.flip(found.from, found.to, found.cue);
  }
  return unnamed;
}

/** “It is nothing of the kind”, “denies planning anything of the sort”, “Not so, says Kyiv”, “there is no evidence of that”. */
function noneSuch(text: Text, at: number): Span | null {
  const { words, language } = text;
  const length = lengthAt(words, at, language.list('noneSuch')) || lengthAt(words, at, language.list('notSo'));
  const isVerdict = !isIn(text, at, 'notSo') || edgeBefore(words[at + length]) !== 'none';
  if (length > 0) return isVerdict ? spanOf(text, at, length) : null;
  if (isIn(text, at, 'inverting', 'rejecting') && !isEarlier(text, at))
    return range(at + 1, at + MOST_TOLD).some((next) => isIn(text, next, 'anySuch')) ? spanOf(text, at, 1) : null;
  return isWithoutEvidence(text, at) ? spanOf(text, at, 1) : null;
}

/** “No evidence of that”, “no sign of any of this”, “no evidence for these assertions”. */
function isWithoutEvidence(text: Text, at: number): boolean {
  const noun = isNo(text, at) ? range(at + 1, at + MOST_TOLD).find((next) => isIn(text, next, 'evidence')) : undefined;
  // Who “provides no proof of his charge” is not said to be wrong.
  if (!range(at - 2, at).some((before) => isIn(text, before, 'finding'))) return false;
  if (noun === undefined || !isIn(text, noun + 1, 'of', 'preposition')) return false;
  const object = range(noun + 2, noun + 2 + MOST_TOLD);
  const end = object.find((next) => next > noun + 2 && edgeBefore(text.words[next]) !== 'none') ?? -1;
  return (
    end > 0 &&
    range(noun + 2, end).every((next) => isIn(text, next, 'anaphor', 'claimNoun', 'determiner')) &&
    edgeBefore(text.words[noun + 2]) === 'none'
  );
}

/** “Speaking of the promise, he called it a lie”: nothing was told before. */
const isTold = (text: Text, { from, to }: Retraction): boolean =>
  from > 0 || range(from, to).some((at) => isFinite(text, at) || isIn(text, at, 'claimNoun'));

/** “They say that X; a friend calls that nonsense”: one sentence tells both. */
const isAfterPause = ({ words }: Text, { to, cue }: Retraction): boolean =>
  words.some((word, at) => at >= to && word.start <= cue.start && word.gap.includes(';'));

/** The words taken back, from `from` on; none where what is taken back stands in another sentence. */
type Retraction = { readonly from: number; readonly to: number; readonly cue: Span };

function retractionAt(text: Text, at: number, signs: Signs): Retraction | null {
  return calledFalse(text, at, signs) ?? saidFalse(text, at) ?? denied(text, at, signs);
}

const REACH = 7;

/** “X is a lie”, “X is not true”; said of “it … that”, it looks ahead and is no matter of this file. */
function saidFalse(text: Text, at: number): Retraction | null {
  if (!isIn(text, at, 'be') || text.words[at + 1] === undefined) return null;
  // “I thought they were wrong” judges them and nothing told.
  if (isIn(text, at - 1, 'subject') && !isIn(text, at - 1, 'anaphor', 'existential')) return null;
  const at2 = verdictAfter(text, at);
  if (at2 === null) return null;
  const subject = claimBefore(text, at) ?? range(subjectStart(text, at), at);
  const ahead = range(at2 + 1, at2 + 4).find(
    (next) => isIn(text, next, 'that', 'to') && edgeBefore(text.words[next]) === 'none',
  );
  if (ahead !== undefined && (subject.length <= 1 || isBare(text, subject))) return aheadOf(text, at2, ahead);
  return retraction(text, subject, { cue: spanOf(text, at2, 1), verb: at });
}

/** “And that it would” names nothing. */
const isBare = (text: Text, subject: readonly number[]): boolean =>
  subject.every((at) => isIn(text, at, 'and', 'that', 'modal', 'auxiliary', 'anaphor'));

/** “It is untrue that X”; “it is wrong that X” judges what is so. A “lie that X” and a “not true that X” are read elsewhere. */
function aheadOf(text: Text, verdict: number, that: number): Retraction | null {
  if (!isIn(text, that, 'that') || isIn(text, verdict, 'evaluative', 'falseStory', 'trueWord')) return null;
  return { from: that + 1, to: complementEnd(text, that + 1), cue: spanOf(text, verdict, 1) };
}

/** “The claim that X is false”, “That X is a lie”: all between “that” and the verb. */
function claimBefore(text: Text, at: number): number[] | null {
  const opens = (next: number): boolean =>
    isIn(text, next, 'that') && (next === 0 || isIn(text, next - 1, 'claimNoun')) && !isIn(text, next + 1, 'auxiliary');
  const that = range(0, at).find(opens);
  return that === undefined || range(that, at).some((next) => isContrast(text, next)) ? null : range(that + 1, at);
}

const isContrast = (text: Text, at: number): boolean => isIn(text, at, 'contrast');

/** Behind “said”, or where the clause begins; “the claim that …” is one subject. */
function subjectStart(text: Text, at: number): number {
  for (let next = at - 1; next >= 0; next -= 1) {
    if (isIn(text, next, 'saying') && text.words[next]?.name !== true && !isIn(text, next, 'claimNoun'))
      return next + 1;
    if (isIn(text, next, 'stopper') || edgeBefore(text.words[next]) !== 'none')
      return isIn(text, next, 'stopper') ? next + 1 : next;
  }
  return 0;
}

/** Index of the word by which something is called untrue, behind the verb at `at`. */
function verdictAfter(text: Text, at: number): number | null {
  for (const next of range(at + 1, Math.min(at + REACH, text.words.length))) {
    if (edgeBefore(text.words[next]) === 'hard' || isIn(text, next, 'stopper', 'that', 'to', 'by')) return null;
    if (isIn(text, next, 'be') && !isIn(text, next - 1, 'auxiliary')) return null;
    const isNoun = isIn(text, next, 'falseNoun') && !text.language.isPast(text.words[next]?.word ?? '');
    const isFalse = isNoun || (isIn(text, next, 'falseAdjective') && !isBeforeNoun(text, next));
    const isNegated = range(at, next).some((other) => isNo(text, other));
    if (isFalse || isTrueWord(text, next)) return isFalse !== isNegated ? next : null;
  }
  return null;
}

/** Not “in the case of”, “so sure”, “in fact”. */
const isTrueWord = (text: Text, at: number): boolean =>
  isIn(text, at, 'trueWord') &&
  !isBeforeNoun(text, at) &&
  !isIn(text, at + 1, 'of') &&
  !range(at - 2, at).some((next) => isIn(text, next, 'preposition'));

const isNo = (text: Text, at: number): boolean =>
  isIn(text, at, 'negation') || text.language.isNegative(text.words[at]?.word ?? '');

/** “Wrong” says something of what comes before; in “the wrong road” it does not. */
function isBeforeNoun(text: Text, at: number): boolean {
  const next = text.words[at + 1];
  return (
    next !== undefined &&
    edgeBefore(next) === 'none' &&
    next.term !== null &&
    !isIn(text, at + 1, 'preposition', 'saying')
  );
}

/** Without a subject of its own (“that”, “which”, “the charge”), what is taken back is all that was said before. */
function retraction(
  text: Text,
  subject: readonly number[],
  { cue, verb }: { readonly cue: Span; readonly verb: number },
): Retraction {
  const [first = verb] = subject;
  const names = subject.some(
    (at) => text.words[at]?.term !== null && !isIn(text, at, 'anaphor', 'claimNoun', 'falseAdjective'),
  );
  if (names) return { from: first, to: (subject.at(-1) ?? first) + 1, cue };
  return { from: 0, to: first, cue };
}

/** “Called X a fabrication”, “dismissed as nonsense X”, “X, which he calls nonsense”. */
function calledFalse(text: Text, at: number, signs: Signs): Retraction | null {
  if (!isIn(text, at, 'calling') || signs.at(at) !== 1) return null;
  const told = toldAndJudged(text, at);
  if (told !== null) return told;
  const verdict = verdictAfter(text, at);
  if (verdict === null) return null;
  const cue = spanOf(text, verdict, 1);
  const between = range(at + 1, verdict);
  const names = between.some(
    (next) =>
      text.words[next]?.term !== null &&
      !isIn(text, next, 'anaphor', 'claimNoun', 'falseNoun', 'falseAdjective', 'intensity'),
  );
  if (names) return { from: at + 1, to: verdict, cue };
  const that = range(verdict + 1, verdict + 8).find((next) => isIn(text, next, 'that', 'of'));
  const isNext =
    that !== undefined && range(verdict + 1, that).every((next) => edgeBefore(text.words[next]) === 'none');
  if (that !== undefined && isNext && edgeBefore(text.words[that]) !== 'hard') {
    // “Rejected as propaganda the claim that”: read already.
    const isRead = (signs.cueAt(that + 1)?.start ?? -1) >= (text.words[at]?.start ?? 0);
    return isRead ? null : { from: that + 1, to: endOfPart(text, that + 1), cue };
  }
  return { from: 0, to: clauseStart(text, at), cue };
}

const MOST_TOLD = 4;

/** “Called the report that X a fabrication”: the verdict is the last word of the clause, behind an article. */
function toldAndJudged(text: Text, at: number): Retraction | null {
  const that = range(at + 2, at + 2 + MOST_TOLD).find((next) => isIn(text, next, 'that'));
  if (that === undefined || !isIn(text, that - 1, 'claimNoun', 'opaqueNoun')) return null;
  const end = complementEnd(text, that + 1);
  const verdict = range(that + 2, end).findLast((next) =>
    isIn(text, next, 'falseNoun', 'falseAdjective', 'falseStory'),
  );
  if (verdict === undefined || verdict < end - 1) return null;
  const isNamed = isIn(text, verdict, 'falseAdjective') || isIn(text, verdict - 1, 'determiner');
  return isNamed ? { from: that + 1, to: verdict, cue: spanOf(text, verdict, 1) } : null;
}

function endOfPart({ words }: Text, at: number): number {
  const end = words.findIndex((word, next) => next > at && edgeBefore(word) === 'hard');
  return end < 0 ? words.length : end;
}

/** “…, which Moscow denies”, “… was denied”, “London rejects the charge”: a verb of denying with nothing behind it. */
function denied(text: Text, at: number, signs: Signs): Retraction | null {
  if (!isIn(text, at, 'rejecting') || signs.at(at) !== 1 || isEarlier(text, at)) return null;
  // “In dispute”, “the challenge”.
  if (isIn(text, at - 1, 'preposition', 'determiner') && !isIn(text, at - 1, 'that')) return null;
  const length = Math.max(1, lengthAt(text.words, at, text.language.list('rejecting')));
  const start = clauseStart(text, at);
  const isPassive =
    range(Math.max(start, at - 3), at).some((next) => isIn(text, next, 'be')) &&
    text.language.isPast(text.words[at]?.word ?? '');
  const cue = spanOf(text, at, length);
  if (isPassive) return passive(text, at, { cue, start });
  const object = objectAfter(text, at + length);
  if (object === 'named' || (object === 'none' && !isRelative(text, start, at))) return null;
  return { from: 0, to: start, cue };
}

type Denied = { readonly cue: Span; readonly start: number };

/** “The claim that X was denied”: only a claim is denied, an offer is merely not taken. */
function passive(text: Text, at: number, { cue, start }: Denied): Retraction | null {
  const verb =
    range(start, at).findLast((next) => isIn(text, next, 'auxiliary') && !isIn(text, next - 1, 'auxiliary')) ?? at;
  const noun = range(0, at).find((next) => isIn(text, next, 'claimNoun'));
  if (noun !== undefined && noun + 1 < verb) return { from: noun + 1, to: verb, cue };
  const isAnaphoric = range(start, verb).every(
    (next) => text.words[next]?.term === null || isIn(text, next, 'claimNoun', 'anaphor'),
  );
  return isAnaphoric && isIn(text, at, 'inverting') ? { from: 0, to: start, cue } : null;
}

/** What the verb has behind it: something with words of its own, only “it” or “the charge”, or nothing. */
function objectAfter(text: Text, from: number): 'named' | 'anaphor' | 'none' {
  const words: number[] = [];
  for (let at = from; at < text.words.length && words.length < 6; at += 1) {
    if ((at > from || edgeBefore(text.words[at]) === 'hard') && edgeBefore(text.words[at]) !== 'none') break;
    if (isIn(text, at, 'stopper', 'by', 'and')) break;
    words.push(at);
  }
  if (words.length === 0) return 'none';
  const isBare = words.every(
    (at) => text.words[at]?.term === null || isIn(text, at, 'claimNoun', 'anaphor', 'falseAdjective'),
  );
  return isBare && words.some((at) => isIn(text, at, 'anaphor', 'claimNoun')) ? 'anaphor' : isBare ? 'none' : 'named';
}

/** “…, which he denies”, “… — a charge that Moscow rejects”: the verb ends a clause that hangs on what was said. */
function isRelative(text: Text, start: number, at: number): boolean {
  return range(Math.max(0, start - 1), at).some(
    (next) => isIn(text, next, 'claimNoun', 'anaphor') && !isFinite(text, next),
  );
}

/** “Which had been denied before”: taken back since. */
function isEarlier(text: Text, at: number): boolean {
  return range(at - 4, at + 3).some((next) => next !== at && isIn(text, next, 'earlier'));
}
