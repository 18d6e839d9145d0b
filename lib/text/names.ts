/** Spellings of one name made one, from a pack's own lists; and which words of a sentence are names. */
import type { Span } from '@/lib/core/article.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stopwords.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** What is compared: a stem (`negoti`), a number as written without its commas, or a listed name (`=kyiv`). */
export type Term = Span & { readonly term: string; readonly name: boolean };

/** Word sequences that stand for a name, by their first word; longest first. */
export type Names = ReadonlyMap<string, readonly NameSpelling[]>;
type NameSpelling = { readonly words: readonly string[]; readonly term: string; readonly capital: boolean };

/** Each group lists spellings of one name; the first stands for all. A spelling in two groups belongs to the earlier. */
export function compileNames(groups: readonly (readonly string[])[]): Names {
  const seen = new Set<string>();
  const byFirst = new Map<string, NameSpelling[]>();
  for (const group of groups) {
    const [own, ...others] = group.map(tokensOf);
    const term = `=${keyOf(own ?? [])}`;
    for (const tokens of [own ?? [], ...others]) {
      const words = tokens.map(({ word }) => word);
      const [first] = words;
      if (first === undefined || seen.has(keyOf(tokens))) continue;
      seen.add(keyOf(tokens));
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, term, capital: hasCapital(tokens) }]);
    }
  }
  for (const spellings of byFirst.values()) spellings.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const keyOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join(' ');
const hasCapital = (tokens: readonly Token[]): boolean => tokens.some(({ capital }) => capital);

/** The terms of `text` in reading order, without stop words. */
export function termsOf(text: string, names: Names): Term[] {
  const tokens = tokensOf(text);
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length;) {
    const spelling = spellingAt(tokens, at, names);
    const length = spelling?.words.length ?? 1;
    const term = spelling === null ? plainTerm(tokens, at) : nameTerm(tokens, at, spelling);
    if (term !== null) terms.push(term);
    at += length;
  }
  return terms;
}

function spellingAt(tokens: readonly Token[], at: number, names: Names): NameSpelling | null {
  const candidates = names.get(tokens[at]?.word ?? '');
  if (candidates === undefined) return null;
  const stands = ({ words, capital }: NameSpelling): boolean =>
    words.every((word, n) => tokens[at + n]?.word === word) &&
    // “Polish” is a name, “polish” is not.
    (!capital || hasCapital(tokens.slice(at, at + words.length)));
  return candidates.find(stands) ?? null;
}

function nameTerm(tokens: readonly Token[], at: number, { words, term }: NameSpelling): Term | null {
  const [first, last] = [tokens[at], tokens[at + words.length - 1]];
  return first && last ? { term, start: first.start, end: last.end, name: true } : null;
}

function plainTerm(tokens: readonly Token[], at: number): Term | null {
  const token = tokens[at];
  if (token === undefined || STOP_WORDS.has(token.word) || token.word.length < 2) return null;
  const { word, start, end, capital } = token;
  const term = word.includes(',') ? word.replace(/,(?=\d{3})/g, '') : stem(word);
  return { term, start, end, name: capital && !beginsSentence(tokens, at) };
}

/** The first word of a text has its capital from its place; so it is no sign of a name. */
function beginsSentence(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.start === tokens[0]?.start;
}
