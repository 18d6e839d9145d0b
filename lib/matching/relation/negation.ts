/**
 * What a sentence says “no” to: “not”, “never”, “nobody”, “no evidence that”; “denied that”, “refused to”, “doubted that”.
 * Two of them in one another undo each other.
 */
import type { Span } from '@/lib/core/article.ts';
import { edgeBefore, isFinite, range, scopeEnd } from './clauses.ts';
import { complementEnd } from './complement.ts';
import { Signs, opposite } from './signs.ts';
import { isIn, lengthAt } from './words.ts';
import type { Text } from './words.ts';

const REACH = 7;

export function negationIn(text: Text): Signs {
  const signs = new Signs(text.words.length);
  for (let at = 0; at < text.words.length;) at += readAt(text, at, signs);
  return signs;
}

/** How many words were read. */
function readAt(text: Text, at: number, signs: Signs): number {
  const { words, language } = text;
  const spent = lengthAt(words, at, language.list('spent'));
  if (spent > 0) return spent;
  const partial = lengthAt(words, at, language.list('partial'));
  if (partial > 0) {
    signs.set(at + partial, scopeEnd(text, at + partial - 1), spanOf(text, at, partial), 0);
    return partial;
  }
  const phrase = lengthAt(words, at, language.list('negativePhrase'));
  const isNegative = phrase > 0 || isIn(text, at, 'negation') || language.isNegative(words[at]?.word ?? '');
  if (isNegative) negate(text, at, Math.max(1, phrase), signs);
  else embed(text, at, signs);
  return Math.max(1, phrase);
}

export function spanOf({ words }: Text, at: number, length: number): Span {
  const [first, last] = [words[at], words[at + length - 1]];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}

/** “Nothing promising and no breakthrough” says one no, twice. */
function negate(text: Text, at: number, length: number, signs: Signs): void {
  const before = text.words[at - 1];
  const isListed = edgeBefore(text.words[at]) === 'comma' || (before !== undefined && isIn(text, at - 1, 'and', 'or'));
  if (isListed && signs.at(at) === -1) return;
  if ((isIn(text, at, 'or') || goesOnListing(text, at, signs)) && signs.at(at) === -1) return;
  const cue = spanOf(text, at, length);
  const from = afterAside(text, at + length);
  const end = negationEnd(text, at, from);
  if (isOpen(text, from)) signs.set(from, end, cue, 0);
  else signs.flip(from, end, cue);
  if (isIn(text, at, 'negativePronoun')) signs.flip(verbBefore(text, at), at, cue);
}

/** “Join no alliance and host no bases”: each thing has its own “no”. */
function goesOnListing(text: Text, at: number, signs: Signs): boolean {
  const cue = signs.cueAt(at);
  const first = cue === null ? at : text.words.findIndex(({ start }) => start === cue.start);
  const isOwn = isIn(text, at, 'negativePronoun') && isIn(text, first, 'negativePronoun');
  return isOwn && range(first, at).some((next) => isIn(text, next, 'and', 'or'));
}

/** “Not true that …”, “no evidence that …” reach as far as the clause that depends on them. */
function negationEnd(text: Text, at: number, from: number): number {
  const end = scopeEnd(text, from === at + 1 ? from - 1 : from);
  const that = range(from, Math.min(end, from + REACH)).find((next) => isIn(text, next, 'that', 'whether'));
  const isOfNoun = that !== undefined && !range(from, that).some((next) => isIn(text, next, 'auxiliary', 'modal'));
  return isOfNoun ? Math.max(end, complementEnd(text, that + 1)) : end;
}

/** “No word on whether …”, “no confirmation that …”: it is not said that it is not so. */
const isOpen = (text: Text, from: number): boolean =>
  range(from, from + 2).some(
    (next) => isIn(text, next, 'opaqueNoun') && isIn(text, next + 1, 'that', 'of', 'whether', 'preposition'),
  );

const MOST_ASIDE = 6;

/** “Nor, in all those years, did he …”: where the sentence goes on. */
function afterAside(text: Text, from: number): number {
  if (edgeBefore(text.words[from]) !== 'comma') return from;
  const end = range(from + 1, from + MOST_ASIDE).find((at) => edgeBefore(text.words[at]) === 'comma');
  return end ?? from;
}

const MOST_VERB_WORDS = 3;

/** “Reached no agreement”: the first word of the verb whose object is denied; `at` where it is the subject. */
function verbBefore(text: Text, at: number): number {
  let start = at;
  for (let before = at - 1; before >= Math.max(0, at - MOST_VERB_WORDS); before -= 1) {
    if (isIn(text, before, 'and', 'or', 'stopper', 'subject', 'negation', 'saying', 'that')) break;
    if (text.words[before]?.name === true) break;
    const isAuxiliary = isIn(text, before, 'auxiliary', 'modal');
    if (!isAuxiliary) start = before;
    if (isAuxiliary || isFinite(text, before) || edgeBefore(text.words[before]) !== 'none') return start;
  }
  return start;
}

/** Verbs that say something of what depends on them. */
function embed(text: Text, at: number, signs: Signs): void {
  const own = signs.at(at);
  const length = Math.max(1, lengthAt(text.words, at, text.language.list('inverting')));
  const cue = spanOf(text, at, length);
  if (isIn(text, at, 'contraryTo')) rejectClaim(text, at, signs);
  else if (isAccused(text, at)) setRegion(text, at + length, { cue, signs, value: 0, takesNoun: true });
  else if (isIn(text, at, 'inverting'))
    setRegion(text, at + length, { cue, signs, value: opposite(own), takesNoun: true });
  else if (isIn(text, at, 'denialNoun'))
    setRegion(text, at + 1, { cue, signs, value: opposite(own), takesNoun: false });
  else if (isIn(text, at, 'deterring'))
    setRegion(text, at + length, { cue: spanOf(text, at, 1), signs, value: 0, takesNoun: true });
  else if (isIn(text, at, 'presenting')) present(text, at, signs);
  else if (isIn(text, at, 'generic') && own === 1) whoeverSays(text, at, signs);
  else if (isIn(text, at, 'rejecting')) rejectClaim(text, at, signs);
  else if (isIn(text, at, 'doubting')) setRegion(text, at + 1, { cue, signs, value: 0, takesNoun: false });
  else if (isIn(text, at, 'falseAdverb')) distortion(text, at, signs);
  else if (isIn(text, at, 'falseAdjective')) distortion(text, at, signs);
  else if (isIn(text, at, 'falseStory'))
    setRegion(text, at + 1, { cue, signs, value: opposite(own), takesNoun: false });
  else if (isIn(text, at, 'ceasing') && text.language.isProgress(text.words[at + 1]?.word ?? ''))
    setRegion(text, at + 1, { cue, signs, value: isCeased(text, at) ? opposite(own) : 0, takesNoun: true });
  else if (isIn(text, at, 'abandoning')) abandon(text, at, signs);
  else if (own === -1 && isIn(text, at, 'factive')) setRegion(text, at + 1, { cue, signs, value: 1, takesNoun: false });
  else if (own === -1 && isIn(text, at, 'opaque', 'opaqueOfNoun')) leaveOpen(text, at, signs);
}

/** “To stop fuelling the war” does not say that it was stopped. */
const isCeased = (text: Text, at: number): boolean =>
  text.language.isPast(text.words[at]?.word ?? '') || (isFinite(text, at - 1) && !isIn(text, at - 1, 'modal'));

/** “An effort to present a defeat as a favour”: in that way it is not told but called. */
function present(text: Text, at: number, signs: Signs): void {
  const end = complementEnd(text, at + 1);
  const as = range(at + 1, end).find((next) => isIn(text, next, 'as'));
  if (as !== undefined) signs.set(as + 1, end, spanOf(text, at, 1), 0);
}

/** “Anyone who maintains that P …”: something is to be said of them, and P is left open. */
function whoeverSays(text: Text, at: number, signs: Signs): void {
  const verb = range(at + 1, at + 3).find((next) => isIn(text, next, 'saying', 'claimNoun', 'supposing'));
  const from = verb === undefined ? -1 : complementStart(text, verb + 1, false);
  if (verb === undefined || from === null || from !== verb + 2) return;
  signs.set(from, complementEnd(text, from), spanOf(text, at, verb - at + 1), 0);
}

/** “Accused Moscow of denying that …”: whether it did is not said, and what it denies may well be so. */
const isAccused = (text: Text, at: number): boolean =>
  isIn(text, at, 'inverting', 'rejecting') &&
  isIn(text, at - 1, 'of') &&
  range(at - REACH, at).some((next) => isIn(text, next, 'accusing'));

type Region = {
  readonly cue: Span;
  readonly signs: Signs;
  readonly value: -1 | 0 | 1;
  /** Whether a noun may depend on it without “that” or “of”. */
  readonly takesNoun: boolean;
};

/** What depends on the verb or noun before `from`: after “that”, “of” or “from”, else right behind it. */
function setRegion(text: Text, from: number, { cue, signs, value, takesNoun }: Region): void {
  const start = complementStart(text, from, takesNoun);
  if (start !== null) signs.set(start, complementEnd(text, start), cue, value);
}

/** Null where nothing depends on it: “he denied it.” */
function complementStart(text: Text, from: number, takesNoun: boolean): number | null {
  const opens = range(from, from + REACH).find((at) => edgeBefore(text.words[at]) !== 'none' && at > from);
  const reach = range(from, opens ?? from + REACH);
  const that = reach.find((at) => isIn(text, at, 'that', 'whether'));
  if (that !== undefined && that + 1 < text.words.length && !isAnaphor(text, that)) return that + 1;
  const first = text.words[from];
  if (first === undefined || edgeBefore(first) === 'hard') return null;
  const of = reach.slice(0, 5).find((at) => isIn(text, at, 'of', 'from'));
  if (!takesNoun) return of !== undefined && of <= from + 1 ? of + 1 : null;
  if (edgeBefore(first) === 'comma' || isIn(text, from, 'by')) return null;
  if (isIn(text, from, 'anaphor') && !isFinite(text, from + 1)) return null;
  return reach.some((at) => isIn(text, at, 'from')) ? (of ?? from) : from;
}

/** “That” by itself, at the end of its clause. */
const isAnaphor = (text: Text, at: number): boolean => edgeBefore(text.words[at + 1]) !== 'none';

/** “Rejected claims that …”, “dismissed as gossip the idea of …”: to reject an offer denies nothing. */
function rejectClaim(text: Text, at: number, signs: Signs): void {
  const noun = range(at + 1, at + REACH).find((next) => isIn(text, next, 'claimNoun'));
  if (noun === undefined || range(at + 1, noun).some((next) => edgeBefore(text.words[next]) === 'hard')) return;
  const cue = noun - at <= 4 ? spanOf(text, at, noun - at + 1) : spanOf(text, at, 1);
  setRegion(text, noun + 1, { cue, signs, value: opposite(signs.at(at)), takesNoun: false });
  // “Dismissed the idea of X as Y” says Y of it, if anything.
  const end = complementEnd(text, noun + 1);
  const as = isIn(text, at, 'calling') ? range(noun + 2, end).find((next) => isIn(text, next, 'as')) : undefined;
  if (as !== undefined) signs.set(as, end, cue, 0);
}

/** “Falsely claimed that …”, “baseless allegations of …”. */
function distortion(text: Text, at: number, signs: Signs): void {
  const near = range(at - 2, at + 4).filter((next) => next !== at && next >= 0);
  const said = near.find((next) => isIn(text, next, 'saying', 'claimNoun') && !isIn(text, next, 'falseAdjective'));
  if (said === undefined) return;
  const from = Math.max(at, said) + 1;
  const isVerb = isIn(text, said, 'saying');
  setRegion(text, from, { cue: spanOf(text, at, 1), signs, value: opposite(signs.at(at)), takesNoun: isVerb });
}

/** “Gave up its ambition to …”, “dropped the plan for …”. */
function abandon(text: Text, at: number, signs: Signs): void {
  const length = lengthAt(text.words, at, text.language.list('abandoning'));
  const wish = range(at + length, at + length + 4).find((next) => isIn(text, next, 'wish'));
  if (wish === undefined || !isIn(text, wish + 1, 'to', 'of')) return;
  const own = signs.at(at);
  const region = { cue: spanOf(text, at, length), signs, value: opposite(own), takesNoun: true };
  setRegion(text, wish + 2, region);
  // “… in return for guarantees”: what it is given up for.
  const end = complementEnd(text, wish + 2);
  const price = range(wish + 3, end).find((next) => isIn(text, next, 'exchange'));
  if (price !== undefined) signs.set(price, end, region.cue, own);
}

/** “Did not say that …”, “did not confirm the attack” tell nothing of what was not said; “did not order him to …” does. */
function leaveOpen(text: Text, at: number, signs: Signs): void {
  if (isReduced(text, at)) return;
  const end = complementEnd(text, at + 1);
  const reach = range(at + 1, Math.min(end, at + REACH));
  const opens = reach.find((next) => isIn(text, next, 'to', 'that', 'whether', 'through'));
  const isClause =
    opens === undefined ? range(at + 2, end).some((next) => isFinite(text, next)) : !isIn(text, opens, 'to');
  if (isClause || isIn(text, at, 'opaqueOfNoun')) signs.set(at + 1, end, spanOf(text, at, 1), 0);
}

/** “None of the aims announced in February has been met”: the participle only says which. */
const isReduced = (text: Text, at: number): boolean =>
  text.language.isPast(text.words[at]?.word ?? '') &&
  isIn(text, at + 1, 'preposition') &&
  text.words[at - 1]?.term !== null &&
  text.words[at - 1]?.name === false &&
  !isFinite(text, at - 1) &&
  !text.language.isAdverb(text.words[at - 1]?.word ?? '');
