/**
 * The words of a language by which the rules of this folder read a sentence, made ready for looking up. A further language
 * is a further file like en.json: the rules name no word themselves.
 */
import { termsOf } from '@/lib/text/names.ts';
import type { Names } from '@/lib/text/names.ts';
import { stem } from '@/lib/text/stem.ts';
import { tokensOf } from '@/lib/text/tokens.ts';
import en from './en.json' with { type: 'json' };

export type ListName = keyof typeof en.lists;
/** Lists are words and phrases between commas; of `kin` and `states`, each line says about the same. */
export type LanguageData = {
  readonly language: string;
  /** “Attacked”, “attacking”, “didn’t”, “sharply”. */
  readonly endings: {
    readonly past: string;
    readonly progress: string;
    readonly negative: string;
    readonly adverb: string;
    readonly plural: string;
  };
  /** “told:tell”, between spaces. */
  readonly irregular: string;
  readonly kin: readonly string[];
  /** Pairs of kin, by a word of each: who says one denies the other. */
  readonly contrary: readonly string[];
  /** Pairs of kin that are acts the other way round: who tells of one does not speak of the other. */
  readonly direction: readonly string[];
  readonly states: readonly string[];
  /** “Names / names of states that belong to it”; each is also a state by itself. */
  readonly blocs: readonly string[];
  readonly lists: Readonly<Record<ListName, string>>;
};

export type Opposite = { readonly kin: number; readonly kind: 'contrary' | 'direction' };
/** A phrase as keys of its words; `kin` where it is a kind of word of its own. */
export type Phrase = { readonly keys: readonly string[]; readonly kin: number };
/** By the first key; longer ones first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

export type Language = {
  /** What the forms of one word have in common: “told” and “tells” → `tell`. */
  readonly keyOf: (word: string) => string;
  readonly plural: string;
  readonly isNegative: (word: string) => boolean;
  readonly isAdverb: (word: string) => boolean;
  /** Whether it may be the past form or participle of a verb; “-ing”. */
  readonly isPast: (word: string) => boolean;
  readonly isProgress: (word: string) => boolean;
  readonly kin: Phrases;
  readonly opposites: ReadonlyMap<number, readonly Opposite[]>;
  readonly list: (name: ListName) => Phrases;
  /** The state that a term names, by number. Capitals and peoples stand for their state. */
  readonly stateOf: (term: string, names: Names) => number | null;
  /** Whether the one is the other or, as a state, belongs to it as a bloc; both by number. */
  readonly isOneOf: (state: number, whole: number) => boolean;
};

const NONE: Phrases = new Map();

export function compileLanguage(data: LanguageData): Language {
  const pairs = data.irregular.split(/\s+/).map((pair) => pair.split(':'));
  const irregular = new Map(pairs.map(([form = '', word = '']) => [form, word]));
  const keyOf = (word: string): string => stem(irregular.get(word) ?? word);
  const phrasesOf = (text: string, kin = -1): Phrase[] =>
    text.split(',').map((entry) => ({ keys: tokensOf(entry).map(({ word }) => keyOf(word)), kin }));
  const kin = data.kin.flatMap((line, at) => phrasesOf(line, at));
  const lists = new Map(Object.entries(data.lists).map(([name, text]) => [name, byFirst(phrasesOf(text))]));
  return {
    keyOf,
    plural: data.endings.plural,
    isNegative: (word) => word.endsWith(data.endings.negative),
    isAdverb: (word) => word.length > 4 && word.endsWith(data.endings.adverb),
    isPast: (word) => irregular.has(word) || (word.length > 4 && word.endsWith(data.endings.past)),
    isProgress: (word) => word.length > 5 && word.endsWith(data.endings.progress),
    kin: byFirst(kin),
    opposites: oppositesOf(data, (word) => kinOfPhrase(phrasesOf(word)[0]?.keys ?? [], kin)),
    list: (name) => lists.get(name) ?? NONE,
    stateOf: rememberStates([...data.states, ...data.blocs.map((line) => line.split('/')[0] ?? '')]),
    isOneOf: membership(data),
  };
}

function byFirst(phrases: readonly Phrase[]): Phrases {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.keys;
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  for (const some of found.values()) some.sort((a, b) => b.keys.length - a.keys.length);
  return found;
}

/** The first line that begins with the word, else any that holds it. */
function kinOfPhrase(keys: readonly string[], kin: readonly Phrase[]): number | null {
  const is = (phrase: Phrase): boolean => phrase.keys.join(' ') === keys.join(' ');
  const first = kin.find((phrase, at) => is(phrase) && kin[at - 1]?.kin !== phrase.kin);
  return (first ?? kin.find(is))?.kin ?? null;
}

function oppositesOf(
  { contrary, direction }: LanguageData,
  kinOf: (word: string) => number | null,
): Map<number, Opposite[]> {
  const found = new Map<number, Opposite[]>();
  const pairs = [
    ...contrary.map((pair) => ({ pair, kind: 'contrary' as const })),
    ...direction.map((pair) => ({ pair, kind: 'direction' as const })),
  ];
  for (const { pair, kind } of pairs) {
    const [one = null, other = null] = pair.split('/').map(kinOf);
    if (one === null || other === null) throw new Error(`No kin for both of “${pair}”`);
    found.set(one, [...(found.get(one) ?? []), { kin: other, kind }]);
    found.set(other, [...(found.get(other) ?? []), { kin: one, kind }]);
  }
  return found;
}

/** By the names of the pack, since they decide by which term a state goes. */
function rememberStates(states: readonly string[]): Language['stateOf'] {
  const byNames = new WeakMap<Names, ReadonlyMap<string, number>>();
  const compile = (names: Names): ReadonlyMap<string, number> =>
    new Map(states.flatMap((line, at) => line.split(',').flatMap((name) => termAlone(name, names, at))));
  return (term, names) => {
    const known = byNames.get(names) ?? compile(names);
    byNames.set(names, known);
    return known.get(term) ?? null;
  };
}

/** A bloc's number follows those of the states. */
function membership({ states, blocs }: LanguageData): Language['isOneOf'] {
  const names = states.map((line) => line.split(',')[0]?.trim() ?? '');
  const members = blocs.map((line) => (line.split('/')[1] ?? '').split(',').map((name) => names.indexOf(name.trim())));
  return (state, whole) => {
    const isInBloc = members[whole - states.length]?.includes(state) === true;
    // Two blocs may have members in common.
    const areBlocs = state >= states.length && whole >= states.length;
    return state === whole || isInBloc || areBlocs;
  };
}

/** A name of several words that the pack does not list is read as several terms, which name no state alone. */
function termAlone(name: string, names: Names, at: number): (readonly [string, number])[] {
  const [term, ...others] = termsOf(name, names);
  return term === undefined || others.length > 0 ? [] : [[term.term, at]];
}

export const ENGLISH: Language = compileLanguage(en);
const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH };

/** Null for a language whose words are not known: no relation is named then that rests on words. */
export const languageOf = (tag: string): Language | null => LANGUAGES[tag.toLowerCase().split(/[-_]/)[0] ?? ''] ?? null;
