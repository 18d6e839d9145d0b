/** The words by which this room reads English: data in en.json, here made ready for looking up. */
import type { Stance } from '@/lib/core/pack.ts';
import { fold } from '@/lib/text/tokens.ts';
import en from './en.json' with { type: 'json' };

export type ListName = keyof typeof en.lists;

/**
 * What a verb asks for. `says`: nothing. `that`: a clause or a quotation. `strict`: one that begins with “that”.
 * `what`: some object. `quote`: a quotation beside it.
 */
export type Asks = 'says' | 'that' | 'strict' | 'what' | 'quote';
export type Form = 'base' | 'third' | 'past' | 'participle' | 'gerund';
export type CueVerb = {
  readonly base: string;
  readonly stance: Stance;
  readonly asks: Asks;
  readonly forms: ReadonlySet<Form>;
  /** “Ruled out”: the word that belongs to it. */
  readonly particle: string | null;
};

const LISTS = new Map(
  Object.entries(en.lists).map(([name, words]) => [name, new Set(words.split(/\s+/).map((word) => fold(word)))]),
);

export const isOne = (word: string | undefined, ...lists: readonly ListName[]): boolean =>
  word !== undefined && lists.some((list) => LISTS.get(list)?.has(word) === true);

const PAIRS = new Set(en.pairs.split(', '));
/** Two words that are one name of a state or body: “United Nations”. */
export const isPair = (one = '', other = ''): boolean => PAIRS.has(`${one} ${other}`);

const KINDS: readonly (readonly [keyof typeof en.verbs, Stance, Asks])[] = [
  ['says', 'asserts', 'says'],
  ['that', 'asserts', 'that'],
  ['strict', 'asserts', 'strict'],
  ['what', 'asserts', 'what'],
  ['quote', 'asserts', 'quote'],
  ['denies', 'denies', 'says'],
  ['doubts', 'doubts', 'what'],
  ['reports', 'reports', 'says'],
];

const VERBS: ReadonlyMap<string, readonly CueVerb[]> = compileVerbs();

/** All verbs that the word may be a form of, those with a particle first. */
export const cueVerbs = (word: string): readonly CueVerb[] => VERBS.get(word) ?? [];

/** Words that may not follow: “called off” says nothing. */
const NOT_AFTER = new Map(Object.entries(en.notAfter).map(([base, words]) => [base, new Set(words.split(' '))]));
export const mayFollow = (base: string, next: string): boolean => NOT_AFTER.get(base)?.has(next) !== true;

function compileVerbs(): Map<string, CueVerb[]> {
  const found = new Map<string, CueVerb[]>();
  const add = (entry: string, rest: Omit<CueVerb, 'base' | 'forms'>): void => {
    for (const [form, forms] of formsOf(entry)) {
      const verb = { ...rest, base: entry.split('=')[0] ?? '', forms };
      found.set(form, [...(found.get(form) ?? []), verb]);
    }
  };
  for (const [stance, phrases] of Object.entries(en.phrasal))
    for (const phrase of phrases.split(', ')) {
      const [verb = '', particle = ''] = phrase.split(' ');
      const kind = KINDS.find(([name]) => name === stance);
      if (kind !== undefined) add(verb, { stance: kind[1], asks: kind[2], particle });
    }
  for (const [list, stance, asks] of KINDS)
    for (const entry of en.verbs[list].split(' ')) add(entry, { stance, asks, particle: null });
  return found;
}

/** `write=wrote,written`: base, past, participle; regular where nothing is said. */
function formsOf(entry: string): Map<string, Set<Form>> {
  const [base = '', irregular] = entry.split('=');
  const regular = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}${base.endsWith('e') ? '' : 'e'}d`;
  const [past = regular, participle = past] = irregular?.split(',') ?? [];
  const doubled = `${base}${base.slice(-1)}`;
  const stem = past.startsWith(doubled) ? doubled : base.replace(/(?<=[^e])e$/, '');
  const third = /(?:s|sh|ch|x|go)$/.test(base)
    ? `${base}es`
    : regular.endsWith('ied')
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const forms = new Map<string, Set<Form>>();
  const all: readonly (readonly [string, Form])[] = [
    [base, 'base'],
    [third, 'third'],
    [past, 'past'],
    [participle, 'participle'],
    [`${stem}ing`, 'gerund'],
  ];
  for (const [word, form] of all) forms.set(word, (forms.get(word) ?? new Set()).add(form));
  return forms;
}
