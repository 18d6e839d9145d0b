/** Whether a word that looks like a verb of saying is one in its place, and in which form; else it is a noun or an adjective. */
import type { Stance } from '@/lib/core/pack.ts';
import { cueVerbs, isOne } from './lexicon.ts';
import type { CueVerb, Form } from './lexicon.ts';
import { isVerbLike, phraseEndingAt } from './noun-phrases.ts';
import { isAdverb, isPlain } from './words.ts';
import type { Phrase, Word } from './words.ts';

/** What stands before a verb and belongs to it. */
export type Chain = {
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  readonly negative: boolean;
  readonly to: boolean;
};

const MOST_BETWEEN = 6;

export function chainOf(words: readonly Word[], verb: number): Chain {
  const found = { be: false, have: false, modal: false, negative: false, to: false };
  for (let at = verb - 1; at >= 0 && isPlain(words[at + 1]?.gap); at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted) break;
    const { word: text } = word;
    if (isOne(text, 'negative')) found.negative = true;
    else if (isOne(text, 'be')) found.be ||= !found.have && !found.to;
    else if (isOne(text, 'auxiliary')) found.have = true;
    else if (isOne(text, 'modal')) found.modal = true;
    else if (text === 'to') {
      found.to = true;
      if (isOne(words[at - 1]?.word, 'catenative')) at -= 1;
    } else if (!isAdverb(word)) break;
  }
  return found;
}

/** Null where it is denied or only supposed that somebody says so. */
export function stanceBy(verb: CueVerb, { negative, modal }: Chain): Stance | null {
  if (negative && (isOne(verb.base, 'verify') || verb.base === 'believe')) return 'doubts';
  return negative || modal ? null : verb.stance;
}

/** `participle` is passive. */
export function formHere(words: readonly Word[], cue: Phrase, verb: CueVerb, chain: Chain): Form | null {
  const { forms } = verb;
  const [before, next] = [words[cue.from - 1], words[cue.to + 1]];
  const gap = words[cue.from]?.gap;
  if (forms.has('gerund')) return 'gerund';
  if (forms.has('past') || forms.has('participle')) return pastHere(before, next, gap, { verb, chain });
  if (forms.has('third')) return isNounLike(words, cue) ? null : 'third';
  if (chain.to && before?.word === 'to') return isOne(words[cue.from - 2]?.word, 'catenative') ? 'base' : null;
  if (chain.have || chain.negative) return 'base';
  if (verb.asks !== 'says' || isAttached(before, gap) || isOne(next?.word, 'preposition')) return null;
  const noun = wordBefore(words, cue.from);
  const isPlural =
    noun?.capital === true ||
    isOne(noun?.word, 'people', 'pronoun', 'self', 'relative') ||
    /[^s]s$/.test(noun?.word ?? '');
  return noun !== undefined && isPlural ? 'base' : null;
}

/** Past adverbs; undefined where the sentence or a clause begins. */
function wordBefore(words: readonly Word[], at: number): Word | undefined {
  for (let before = at - 1; before >= 0 && isPlain(words[before + 1]?.gap); before -= 1) {
    const word = words[before];
    if (word !== undefined && !isAdverb(word) && !isOne(word.word, 'lead')) return word;
  }
  return undefined;
}

type Verb = { readonly verb: CueVerb; readonly chain: Chain };

function pastHere(
  before: Word | undefined,
  next: Word | undefined,
  gap: string | undefined,
  { verb: { base, forms, asks }, chain }: Verb,
): Form | null {
  const participle = forms.has('participle') ? 'participle' : null;
  if (chain.be) return participle;
  if (isAttached(before, gap)) return null;
  // “Accused of”: without an object it is passive.
  const isBare =
    next === undefined || (isPlain(next.gap) && isOne(next.word, 'preposition') && !/^(?:on|for)$/.test(next.word));
  if (asks !== 'quote' && isOne(base, 'transitive') && isBare) return next?.word === 'by' ? participle : null;
  if (next?.word === 'by' && !chain.have) return participle;
  return forms.has('past') || chain.have ? 'past' : null;
}

/** A determiner, preposition or possessive stands before it: an adjective or a noun. */
export function isAttached(before: Word | undefined, gap: string | undefined): boolean {
  if (before === undefined || !isPlain(gap)) return false;
  return before.possessive || isOne(before.word, 'determiner', 'preposition');
}

/** “Claims” that are made, “questions” that remain. */
function isNounLike(words: readonly Word[], cue: Phrase): boolean {
  const [before, next] = [words[cue.from - 1], words[cue.to + 1]];
  const gap = words[cue.from]?.gap;
  if (isAttached(before, gap)) return true;
  const follows = next !== undefined && isPlain(next.gap);
  if (follows && (isOne(next.word, 'auxiliary', 'modal', 'nounFollows') || /[a-z]{2}ed$/.test(next.word))) return true;
  // “Reports suggest”.
  if (follows && next.word !== 'that' && cueVerbs(next.word).some(({ forms: some }) => some.has('base'))) return true;
  if (before === undefined || !isPlain(gap)) return false;
  const noun = wordBefore(words, cue.from);
  if (noun === undefined || isOne(noun.word, 'conjunction')) return true;
  if (isObject(words, cue.from - 1)) return true;
  if (noun.capital || isOne(noun.word, 'pronoun', 'personNoun', 'bodyHead', 'document', 'relative')) return false;
  const isVerb = cueVerbs(noun.word).length > 0 || /(?:ed|ing)$/.test(noun.word);
  return isVerb || next?.word !== 'that' || isOne(noun.word, 'preposition', 'auxiliary', 'finite');
}

/** “Raising Western fears that”: a verb stands right before the noun phrase that ends at `last`. */
function isObject(words: readonly Word[], last: number): boolean {
  const phrase = phraseEndingAt(words, { from: Math.max(0, last - MOST_BETWEEN), to: last });
  return phrase !== null && phrase.from > 1 && isPlain(words[phrase.from]?.gap) && isVerbLike(words, phrase.from - 1);
}
