/** Attribution without a verb: “according to”, “in the view of”, “Porter’s claim that”, “a statement by the council”. */
import type { Attribution, Who } from './attribution.ts';
import type { Stance } from '@/lib/core/pack.ts';
import { isOne } from './lexicon.ts';
import { headOf } from './mentions.ts';
import { phraseEndingAt } from './noun-phrases.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import { isPlain, isSoft } from './words.ts';
import type { Phrase, Word } from './words.ts';

export function nounCues(words: readonly Word[]): Attribution[] {
  return [...words.keys()].flatMap((at) => {
    if (words[at]?.quoted === true) return [];
    return accordingTo(words, at) ?? inTheViewOf(words, at) ?? unsure(words, at) ?? possessiveClaim(words, at) ?? [];
  });
}

type Noted = {
  readonly cue: Phrase;
  readonly subject: Who;
  readonly standing: Attribution['standing'];
};

const attribution = (
  { cue, subject, standing }: Noted,
  stance: Stance = 'asserts',
  via: Phrase | null = null,
): Attribution => ({
  cue,
  stance,
  standing,
  who: { phrase: subject.phrase, beside: subject.beside },
  via,
  behind: Math.max(cue.to, subject.phrase.to) + 1,
  isWeak: standing === 'noun',
});

/** “According to Reuters, citing two people”: the people, by way of Reuters. */
function accordingTo(words: readonly Word[], at: number): Attribution | null {
  if (words[at]?.word !== 'according' || words[at + 1]?.word !== 'to') return null;
  const subject = subjectAfter(words, at + 1) ?? plainAfter(words, at + 1);
  if (subject === null) return null;
  const cue = { from: at, to: at + 1 };
  const citing = citedBehind(words, subject.phrase.to + 1);
  if (citing !== null) return attribution({ cue, subject: citing, standing: 'tag' }, 'asserts', subject.phrase);
  return attribution({ cue, subject: issuedBy(words, subject) ?? subject, standing: 'tag' });
}

/** “A survey conducted by the institute”: the institute. */
function issuedBy(words: readonly Word[], { phrase }: Who): Who | null {
  const [made, by] = [words[phrase.to + 1], words[phrase.to + 2]];
  const isIssued = isOne(headOf(words, phrase), 'document') && made !== undefined && /ed$/.test(made.word);
  return isIssued && isPlain(made.gap) && by?.word === 'by' ? subjectAfter(words, phrase.to + 2) : null;
}

/** “Estimates from …”, without a determiner. */
function plainAfter(words: readonly Word[], at: number): Who | null {
  const from = at + 1;
  if (words[from] === undefined || words[from].quoted) return null;
  let to = from;
  while (to + 1 < words.length && isPlain(words[to + 1]?.gap) && !words[to + 1]?.quoted && to - from < 14) {
    if (isOne(words[to + 1]?.word, 'auxiliary', 'finite', 'relative', 'subordinator')) break;
    to += 1;
  }
  const head = headOf(words, { from, to });
  return isOne(head, 'document', 'people', 'medium', 'bodyHead') ? { phrase: { from, to }, beside: null } : null;
}

function citedBehind(words: readonly Word[], from: number): Who | null {
  if (words[from]?.word !== 'citing' && words[from]?.word !== 'quoting') return null;
  return subjectAfter(words, from) ?? plainAfter(words, from);
}

/** “In his view”, “in the words of”, “in Porter’s opinion”. */
function inTheViewOf(words: readonly Word[], at: number): Attribution | null {
  const isView = ['view', 'opinion', 'words', 'estimation', 'telling'].includes(words[at]?.word ?? '');
  if (!isView) return null;
  const cue = { from: at, to: at };
  const before = words[at - 1];
  if (before !== undefined && ['his', 'her', 'their'].includes(before.word) && words[at - 2]?.word === 'in')
    return attribution({ cue, subject: { phrase: { from: at - 1, to: at - 1 }, beside: null }, standing: 'tag' });
  if (before?.possessive === true) {
    const phrase = phraseEndingAt(words, { from: Math.max(0, at - 8), to: at - 1 });
    const isIn = phrase !== null && words[phrase.from - 1]?.word === 'in';
    return phrase !== null && isIn ? attribution({ cue, subject: { phrase, beside: null }, standing: 'tag' }) : null;
  }
  const isOf = words[at + 1]?.word === 'of' && before?.word === 'the' && words[at - 2]?.word === 'in';
  const subject = isOf ? subjectAfter(words, at + 1) : null;
  return subject === null ? null : attribution({ cue, subject, standing: 'tag' });
}

/** “Were sceptical of”, “expressed doubt”, “cast doubt on”. */
function unsure(words: readonly Word[], at: number): Attribution | null {
  if (!isOne(words[at]?.word, 'unsure')) return null;
  for (let verb = at - 1; verb >= 0 && at - verb < 5; verb -= 1) {
    const word = words[verb];
    if (word === undefined || word.quoted || !isPlain(words[verb + 1]?.gap) || isOne(word.word, 'negative'))
      return null;
    const isVerb =
      isOne(word.word, 'be') || /^(?:express|voice|cast|rais|remain|show)(?:e?s|e?d|ed|ing)?$/.test(word.word);
    if (!isVerb) continue;
    const phrase = phraseEndingAt(words, { from: 0, to: verbStart(words, verb) - 1 });
    const isThere = phrase !== null && words[phrase.to]?.word === 'there';
    return phrase === null || isThere
      ? null
      : attribution({ cue: { from: verb, to: at }, subject: { phrase, beside: null }, standing: 'main' }, 'doubts');
  }
  return null;
}

function verbStart(words: readonly Word[], verb: number): number {
  let from = verb;
  while (from > 0 && isPlain(words[from]?.gap) && isOne(words[from - 1]?.word, 'auxiliary', 'adverb')) from -= 1;
  return from;
}

/** “Porter’s claim that”, “the claim by Porter that”. */
function possessiveClaim(words: readonly Word[], at: number): Attribution | null {
  if (!isOne(words[at]?.word, 'said')) return null;
  const cue = { from: at, to: at };
  const [before, next] = [words[at - 1], words[at + 1]];
  if (next?.word === 'that' && isPlain(next.gap) && before?.possessive === true) {
    const phrase = phraseEndingAt(words, { from: Math.max(0, at - 8), to: at - 1 });
    return phrase === null ? null : attribution({ cue, subject: { phrase, beside: null }, standing: 'noun' });
  }
  if (next?.word === 'that' && isPlain(next.gap)) return ideaOf(words, at);
  if (next?.word !== 'by' || isSoft(next.gap)) return null;
  const subject = subjectAfter(words, at + 1);
  const that = subject === null ? undefined : words[subject.phrase.to + 1];
  return subject !== null && that?.word === 'that' ? attribution({ cue, subject, standing: 'noun' }) : null;
}

/** “Spreads the idea that”, “expressed full confidence that”: whoever does so. */
function ideaOf(words: readonly Word[], at: number): Attribution | null {
  const first = words[at - 1];
  if (first === undefined || isOne(first.word, 'preposition')) return null;
  for (let verb = at - 1; verb > 0 && at - verb < 10; verb -= 1) {
    const word = words[verb];
    if (word === undefined || word.quoted || word.capital || !isPlain(words[verb + 1]?.gap)) return null;
    if (isOne(word.word, 'conjunction', 'be', 'negative')) return null;
    if (!isOne(word.word, 'telling')) continue;
    const cue = { from: verb, to: at };
    const subject = subjectBefore(words, verb);
    if (subject !== null && subject !== 'shared') return attribution({ cue, subject, standing: 'noun' });
    const isBeside = subject === 'shared' || word.word.endsWith('ing');
    return isBeside
      ? { cue, who: null, standing: 'beside', stance: 'asserts', via: null, behind: at + 1, isWeak: true }
      : null;
  }
  return null;
}
