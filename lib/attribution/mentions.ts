/** What a noun phrase speaks of: a person with an office, a body, some people, or somebody described. */
import { isOne } from './lexicon.ts';
import { isNameAlone, isNamedBody, personIn } from './names.ts';
import type { Phrase, Word } from './words.ts';

/** `person` and `body` are one, `people` several; `unknown`: a name that may be anything. */
export type Sort = 'person' | 'body' | 'people' | 'unknown';

export type Mention = {
  /** `described`: “the minister”, “officials in Kyiv”. */
  readonly kind: 'name' | 'described' | 'pronoun';
  readonly sort: Sort;
  /** The name without office, or the whole phrase where it has none. */
  readonly phrase: Phrase;
  /** Words of the office, where the phrase or what stands beside it tells one. */
  readonly role: Phrase | null;
  /** Folded words of the name or description, without “the”. */
  readonly keys: readonly string[];
  readonly female: boolean | null;
};

export function mentionOf(words: readonly Word[], phrase: Phrase, beside: Phrase | null): Mention {
  const first = words[phrase.from];
  const isLone = first !== undefined && phrase.from === phrase.to;
  if (isLone && isOne(first.word, 'pronoun', 'object', 'possessive', 'self')) return pronoun(first, phrase);
  const issuer = issuerOf(words, phrase);
  if (issuer !== null) return mentionOf(words, issuer, null);
  const name = personIn(words, phrase);
  if (name !== null) return named(words, name, officeBefore(words, phrase, name) ?? beside);
  if (beside !== null && !isNameAlone(words, phrase)) {
    const other = personIn(words, beside) ?? (isNameAlone(words, beside) ? beside : null);
    const isOffice = isOne(headOf(words, phrase), 'personNoun', 'title', 'bodyHead', 'document');
    if (other !== null && words[other.from]?.capital === true) return named(words, other, isOffice ? phrase : null);
  }
  return bodyOrDescribed(words, phrase, beside);
}

function pronoun({ word }: Word, phrase: Phrase): Mention {
  const sort: Sort = isOne(word, 'severalPronoun') ? 'people' : isOne(word, 'thingPronoun') ? 'body' : 'person';
  return { kind: 'pronoun', sort, phrase, role: null, keys: [word], female: isFemale([word]) };
}

/** Null where no word tells. */
function isFemale(keys: readonly string[]): boolean | null {
  if (keys.some((key) => isOne(key, 'female'))) return true;
  return keys.some((key) => isOne(key, 'male')) ? false : null;
}

/** By a first name; null for one that tells nothing. */
function isFemaleName(first: string | undefined): boolean | null {
  if (isOne(first, 'femaleName')) return true;
  return isOne(first, 'maleName') ? false : null;
}

function named(words: readonly Word[], name: Phrase, role: Phrase | null): Mention {
  const keys = keysOf(words, name);
  const isHonorific = role !== null && role.from === role.to && isOne(words[role.from]?.word, 'honorific');
  const told = [...keys, words[name.from - 1]?.word ?? '', ...(role === null ? [] : keysOf(words, role))];
  return {
    kind: 'name',
    sort: keys.some((key) => isOne(key, 'bodyHead', 'medium')) ? 'body' : 'person',
    phrase: name,
    role: isHonorific ? null : role,
    keys,
    female: isFemale(told) ?? isFemaleName(keys[0]),
  };
}

function keysOf(words: readonly Word[], { from, to }: Phrase): string[] {
  const start = from < to && isOne(words[from]?.word, 'determiner') ? from + 1 : from;
  return words.slice(start, to + 1).map(({ word }) => word);
}

/** “Talks with Ukrainian President”: from behind the last preposition that no office goes before. */
function officeBefore(words: readonly Word[], phrase: Phrase, name: Phrase): Phrase | null {
  let { from } = phrase;
  for (let at = phrase.from; at < name.from; at += 1) {
    if (!isOne(words[at]?.word, 'preposition', 'conjunction')) continue;
    const isOffice = words.slice(from, at).some(({ word }) => isOne(word, 'personNoun', 'title', 'bodyHead'));
    if (!isOffice || !isOne(words[at]?.word, 'officePreposition')) from = at + 1;
  }
  return name.from > from ? { from, to: name.from - 1 } : null;
}

/** “A statement by the council”, “Lavrov’s letters”, “the Kremlin summary”: whoever issued it. */
function issuerOf(words: readonly Word[], phrase: Phrase): Phrase | null {
  const at = headAt(words, phrase);
  if (words[at]?.capital !== false || !isOne(words[at].word, 'document', 'said')) return null;
  const next = words[at + 1]?.word;
  if (at + 1 < phrase.to && (next === 'by' || next === 'from')) return { from: at + 2, to: phrase.to };
  for (let owner = at - 1; owner >= phrase.from; owner -= 1) {
    const word = words[owner];
    if (word === undefined) return null;
    const isOwner = word.possessive || (word.capital && !isOne(word.word, 'determiner', 'lead'));
    if (isOwner) return { from: phrase.from, to: owner };
  }
  return null;
}

function bodyOrDescribed(words: readonly Word[], phrase: Phrase, beside: Phrase | null): Mention {
  const keys = keysOf(words, phrase);
  const start = phrase.to + 1 - keys.length;
  const [head, last] = [headOf(words, phrase), words[phrase.to]];
  const isOwn = words[start]?.capital === true;
  const isName = isOwn && (isNameAlone(words, phrase) || isNamedBody(words, { from: start, to: phrase.to }));
  const base = { phrase, role: beside, keys, female: isFemale(keys) };
  if (isOne(head, 'personNoun')) return { ...base, kind: 'described', sort: 'person' };
  const isSeveral = keys.includes('and') || isOne(head, 'people') || (!isName && isPlural(head) && !last?.capital);
  if (isSeveral) return { ...base, kind: 'described', sort: 'people' };
  if (!isName) return { ...base, kind: 'described', sort: 'body' };
  const isBody = last?.shouted === true || keys.some((key) => isOne(key, 'bodyHead', 'medium'));
  return { ...base, kind: 'name', sort: isBody ? 'body' : 'unknown' };
}

const isPlural = (noun: string): boolean => /[^s]s$/.test(noun);

/** The noun that a phrase is about: the last word before “of”, “for”, “in”. */
export const headOf = (words: readonly Word[], phrase: Phrase): string => words[headAt(words, phrase)]?.word ?? '';

function headAt(words: readonly Word[], { from, to }: Phrase): number {
  for (let at = from + 1; at <= to; at += 1) if (isOne(words[at]?.word, 'preposition')) return at - 1;
  return to;
}

/** Somebody who can speak, as far as the words tell: “the initiative” and “questions” cannot. */
export function maySpeak(words: readonly Word[], phrase: Phrase): boolean {
  if (mentionOf(words, phrase, null).kind !== 'described') return true;
  const head = headOf(words, phrase);
  if (isOne(head, 'personNoun', 'people', 'bodyHead', 'document', 'medium') || head === 'who') return true;
  return /(?:[a-z]{2}(?:er|or)|ist|ian|man|men|ee|ant|[^m]ent)s?$/.test(head) || isNamedLast(words, phrase);
}

/** “Ukraine and the West”; not “the sinking of the Moskva”. */
function isNamedLast(words: readonly Word[], { from, to }: Phrase): boolean {
  return words[to]?.capital === true && !words.slice(from, to).some(({ word }) => isOne(word, 'preposition'));
}

/** Not “emphasis added”, and not “up to this point has stressed”. */
export function isAnybody(words: readonly Word[], phrase: Phrase): boolean {
  const first = words[phrase.from];
  if (first === undefined) return false;
  const isThing = phrase.from === phrase.to && !first.capital && !isPlural(first.word);
  return (!isThing && !isOne(first.word, 'demonstrative')) || maySpeak(words, phrase);
}
