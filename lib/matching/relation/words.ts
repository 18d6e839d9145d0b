/** A text as the rules read it: its words in a row, names as one word, each with its kin and with what stands before it. */
import type { Span } from '@/lib/core/article.ts';
import { termsOf } from '@/lib/text/names.ts';
import type { Names, Term } from '@/lib/text/names.ts';
import { tokensOf } from '@/lib/text/tokens.ts';
import type { Token } from '@/lib/text/tokens.ts';
import type { Language, ListName, Phrases } from './language.ts';

export type Word = Span & {
  /** Folded, as written: `didn't`. */
  readonly word: string;
  /** One for all forms of a word or name. */
  readonly key: string;
  /** The term by which the index weighs it; null for a word that carries no topic. */
  readonly term: string | null;
  readonly name: boolean;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** What is written between the word before and this one. */
  readonly gap: string;
  /** The kinds of word it is one of; those of a phrase stand with its first word. */
  readonly kin: readonly number[];
  /** A later word of a phrase whose kin stands with its first. */
  readonly inPhrase: boolean;
};

/** Words may stand between a verb and its particle: “pulled its forces out”. */
const MOST_BETWEEN = 3;
const PARTICLE = 2;

export function readWords(text: string, names: Names, language: Language): Word[] {
  const terms = termsOf(text, names);
  const plain = mergeNames(tokensOf(text), terms);
  let end = 0;
  const words = plain.map(({ token, term }) => {
    const gap = text.slice(end, token.start);
    end = token.end;
    return {
      start: token.start,
      end: token.end,
      word: token.word,
      key: term?.name && term.term.startsWith('=') ? term.term : language.keyOf(token.word),
      term: term?.term ?? null,
      name: term?.name ?? false,
      capital: token.capital,
      possessive: /['’](?:s)?$/iu.test(text.slice(token.start, token.end)),
      gap,
      kin: [],
      inPhrase: false,
    };
  });
  return withKin(withFirstName(words, language), language.kin);
}

/** The first word has its capital from its place; before a verb or another capital it is taken for a name all the same. */
function withFirstName(words: readonly Word[], language: Language): readonly Word[] {
  const [first, next, ...rest] = words;
  if (first === undefined || next === undefined || first.term === null || !first.capital || first.name) return words;
  if (first.word.endsWith(language.plural) && !first.possessive) return words;
  const isVerb = [language.list('auxiliary'), language.list('modal')].some((list) => list.has(next.key));
  const leads = isVerb || first.possessive || next.name || (language.isPast(next.word) && !next.capital);
  return leads && /^[^\d]/.test(first.word) ? [{ ...first, name: true }, next, ...rest] : words;
}

type Merged = { readonly token: Token; readonly term: Term | null };

function mergeNames(tokens: readonly Token[], terms: readonly Term[]): Merged[] {
  const merged: Merged[] = [];
  let next = 0;
  for (const token of tokens) {
    while ((terms[next]?.end ?? Infinity) <= token.start) next += 1;
    const term = terms[next] ?? null;
    const holds = term !== null && term.start <= token.start && term.end >= token.end;
    if (holds && term.start < token.start) continue;
    merged.push(holds ? { token: { ...token, end: term.end }, term } : { token, term: null });
  }
  return merged;
}

function withKin(words: readonly Word[], phrases: Phrases): Word[] {
  const kin = words.map((): number[] => []);
  const inPhrase = new Set<number>();
  words.forEach((word, at) => {
    for (const { keys, kin: kind } of phrases.get(word.key) ?? []) {
      const last = endOfPhrase(words, at, keys);
      if (last === null || inPhrase.has(at)) continue;
      kin[at]?.push(kind);
      if (keys.length > 1) inPhrase.add(last);
      for (let n = 1; n < keys.length - 1; n += 1) inPhrase.add(at + n);
    }
  });
  return words.map((word, at) => ({ ...word, kin: kin[at] ?? [], inPhrase: inPhrase.has(at) }));
}

/** Index of the last word of the phrase that begins at `at`; null where it does not stand there. */
function endOfPhrase(words: readonly Word[], at: number, keys: readonly string[]): number | null {
  if (keys.every((key, n) => words[at + n]?.key === key)) return at + keys.length - 1;
  if (keys.length !== PARTICLE) return null;
  for (let n = at + 2; n <= at + 1 + MOST_BETWEEN; n += 1) {
    const word = words[n];
    if (word === undefined || /[,;:.()—–?!]/u.test(word.gap)) return null;
    if (word.key === keys[1]) return n;
  }
  return null;
}

/** How many words of a list's entry stand from `at` on; 0 where none begins there. The longest counts. */
export function lengthAt(words: readonly Word[], at: number, list: Phrases): number {
  const found = (list.get(words[at]?.key ?? '') ?? []).find(({ keys }) =>
    keys.every((key, n) => words[at + n]?.key === key),
  );
  return found?.keys.length ?? 0;
}

/** A text with its words and the language whose lists they are looked up in. */
export type Text = { readonly text: string; readonly words: readonly Word[]; readonly language: Language };

export const isIn = ({ words, language }: Text, at: number, ...names: readonly ListName[]): boolean =>
  names.some((name) => lengthAt(words, at, language.list(name)) > 0);
