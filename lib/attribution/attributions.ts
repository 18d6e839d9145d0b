/** Where a sentence says who says something: each cue with whoever it names, and how it stands in the sentence. */
import type { Attribution, Standing } from './attribution.ts';
import { endsSaying, isComplete } from './complements.ts';
import { cueVerbs, isOne, mayFollow } from './lexicon.ts';
import type { CueVerb, Form } from './lexicon.ts';
import { headOf } from './mentions.ts';
import { nounCues } from './noun-cues.ts';
import { hearerOf, passiveCue, quotesSaying } from './passives.ts';
import { phraseEndingAt } from './noun-phrases.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import type { Found, Subject } from './subjects.ts';
import { chainOf, formHere, isAttached, stanceBy } from './verb-forms.ts';
import { hasQuoteMark, isAdverb, isPlain, isSoft } from './words.ts';
import type { Phrase, Word } from './words.ts';

/** In the order of their cues. `isTitle`: words have capitals for no reason there. */
export function attributionsIn(words: readonly Word[], isTitle: boolean): Attribution[] {
  const verbs = [...words.keys()].flatMap((at) => (mayBeVerb(words, at, isTitle) ? (verbCue(words, at) ?? []) : []));
  return [...verbs, ...nounCues(words)].sort((a, b) => a.cue.from - b.cue.from);
}

function mayBeVerb(words: readonly Word[], at: number, isTitle: boolean): boolean {
  const word = words[at];
  if (word === undefined || word.quoted || word.possessive) return false;
  return (!word.capital || at === 0 || isTitle) && word.gap !== '-' && words[at + 1]?.gap !== '-';
}

function verbCue(words: readonly Word[], at: number): Attribution | null {
  for (const verb of cueVerbs(words[at]?.word ?? '')) {
    const particle = words[at + 1];
    if (verb.particle !== null && (particle?.word !== verb.particle || !isPlain(particle.gap))) continue;
    const cue = { from: at, to: verb.particle === null ? at : at + 1 };
    const next = words[cue.to + 1];
    if (next !== undefined && isPlain(next.gap) && !mayFollow(verb.base, next.word)) continue;
    const found = readVerb(words, cue, verb);
    if (found !== null) return found;
  }
  return null;
}

function readVerb(words: readonly Word[], cue: Phrase, verb: CueVerb): Attribution | null {
  const chain = chainOf(words, cue.from);
  const form = formHere(words, cue, verb, chain);
  if (form === null) return null;
  if (form === 'participle') return isOne(verb.base, 'evident') ? null : passiveCue(words, cue, verb, chain);
  const stance = stanceBy(verb, chain);
  if (stance === null) return null;
  if (form === 'gerund' && !chain.be) return besideCue(words, cue, verb);
  const other = verb.base === 'quote' ? quotesSaying(words, cue) : null;
  if (other !== null) return other;
  const found = subjectOf(words, cue, verb, form);
  if (found === null) return null;
  if (found === 'shared' && form === 'base') return null;
  const subject = found === 'shared' ? null : found;
  const standing = standingOf(words, cue, subject);
  if (standing === 'within' && isWhat(words, subject)) return null;
  if (!isComplete(words, cue, verb, standing)) return null;
  const isWeak = verb.asks !== 'says' || isOfRelative(words, subject);
  return { cue, stance, standing, who: subject, via: hearerOf(words, cue), behind: cue.to + 1, isWeak };
}

function subjectOf(words: readonly Word[], cue: Phrase, verb: CueVerb, form: Form): Found {
  const gap = words[cue.from]?.gap;
  const isQuoted = hasQuoteMark(gap) || words[cue.from - 1]?.quoted === true;
  const isParted = !isPlain(gap) && verb.stance !== 'denies' && verb.asks !== 'what';
  const mayInvert = cue.from > 0 && form !== 'base' && !isOne(verb.base, 'neverInverted') && (isQuoted || isParted);
  const behind = mayInvert ? subjectAfter(words, cue.to) : null;
  if (behind !== null && !goesOn(words, behind.phrase.to + 1, isQuoted ? 1 : MOST_AHEAD)) return behind;
  const before = subjectBefore(words, cue.from);
  if (form !== 'base' || before === null || before === 'shared' || before.verbFrom < cue.from) return before;
  return isSeveral(words, before.phrase) ? before : null;
}

const MOST_AHEAD = 8;

/** “Says unity over the war has faltered”: what follows is no speaker. */
function goesOn(words: readonly Word[], from: number, most: number): boolean {
  for (let at = from; at < from + most; at += 1) {
    const next = words[at];
    if (next === undefined || next.quoted || !isPlain(next.gap)) return false;
    if (isOne(next.word, 'subordinator', 'relative')) return false;
    const isVerb = isOne(next.word, 'finite', 'auxiliary', 'modal') || (at === from && /[a-z]{2}ed$/.test(next.word));
    if (isVerb && !next.capital) return true;
  }
  return false;
}

/** “…, which confirms that”: a clause may be meant, that says nothing. */
const isOfRelative = (words: readonly Word[], subject: Subject | null): boolean =>
  subject !== null && subject.verbFrom > 0 && words[subject.verbFrom - 1]?.word === 'which';

/** Only they “say”; one “says”. */
function isSeveral(words: readonly Word[], phrase: Phrase): boolean {
  const head = headOf(words, phrase);
  const isList = words.slice(phrase.from, phrase.to + 1).some(({ word }) => ['they', 'we', 'and'].includes(word));
  return isList || isOne(head, 'people') || /[^s]s$/.test(head);
}

function standingOf(words: readonly Word[], cue: Phrase, subject: Subject | null): Standing {
  const isAfter = subject !== null && subject.phrase.from > cue.to;
  const first = isAfter || subject === null ? cue.from : Math.min(subject.phrase.from, subject.verbFrom);
  const [before, gap] = [words[first - 1], words[first]?.gap];
  const isAside = before?.word === 'as' && (first === 1 || !isPlain(before.gap)) && endsSaying(words, cue);
  if (isAfter || isAside) return 'tag';
  const isBehind = first > 0 && (hasQuoteMark(gap) || isSoft(gap));
  const isLast = before?.quoted === true || endsSaying(words, cue);
  if (isBehind && isLast && !isOpening(words, first)) return 'tag';
  const isLed = before !== undefined && isPlain(gap) && isOne(before.word, 'subordinator', 'relative');
  const isRelative = isOne(words[(subject?.verbFrom ?? cue.from) - 1]?.word, 'relative');
  return isLed || isRelative ? 'within' : 'main';
}

/** “What he called an act of piracy”: the outlet tells of it. */
const isWhat = (words: readonly Word[], subject: Subject | null): boolean =>
  subject !== null && words[subject.phrase.from - 1]?.word === 'what';

const LONGEST_OPENING = 14;

/** “On Monday, Porter said”: what stands before the comma is not what she said. */
function isOpening(words: readonly Word[], first: number): boolean {
  const opening = words.slice(0, first);
  const from = words[0]?.word;
  if (first > LONGEST_OPENING || opening.some(({ quoted }) => quoted)) return false;
  const opens = isOne(from, 'preposition', 'lead', 'subordinator', 'time') || /ing$/.test(from ?? '');
  return opens && !opening.some(({ word, capital }) => !capital && isOne(word, 'finite', 'auxiliary', 'modal'));
}

/** “…, saying that”; “with the Elysée saying”. */
function besideCue(words: readonly Word[], cue: Phrase, verb: CueVerb): Attribution | null {
  const [before, gap] = [words[cue.from - 1], words[cue.from]?.gap];
  if ((isAttached(before, gap) && before?.word !== 'by') || isOne(verb.base, 'evident') || verb.stance === 'reports')
    return null;
  const isFree = before !== undefined && isPlain(gap);
  const phrase = isFree ? withWhom(words, cue.from - 1) : null;
  const isLed =
    isFree &&
    (isAdverb(before) || before.word === 'by' || isOne(before.word, 'conjunction') || isIssued(words, cue.from));
  if ((isFree && phrase === null && !isLed) || !isComplete(words, cue, verb, 'beside')) return null;
  const who = phrase === null ? null : { phrase, beside: null };
  return {
    cue,
    stance: verb.stance,
    standing: 'beside',
    who,
    via: hearerOf(words, cue),
    behind: cue.to + 1,
    isWeak: true,
  };
}

const MOST_BEHIND_DOCUMENT = 4;

/** “Released a report on Tuesday saying”. */
function isIssued(words: readonly Word[], cue: number): boolean {
  for (let at = cue - 1; at >= 0 && cue - at <= MOST_BEHIND_DOCUMENT && isPlain(words[at + 1]?.gap); at -= 1)
    if (isOne(words[at]?.word, 'document')) return true;
  return false;
}

const MOST_BEHIND_WITH = 12;

function withWhom(words: readonly Word[], last: number): Phrase | null {
  for (let at = last; at >= 0 && last - at < MOST_BEHIND_WITH && isPlain(words[at + 1]?.gap); at -= 1)
    if (words[at]?.word === 'with') return phraseEndingAt(words, { from: at + 1, to: last });
  return null;
}
