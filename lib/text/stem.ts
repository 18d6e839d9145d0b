/**
 * The common root of an English word's forms: “negotiators”, “negotiating” → `negoti`. Porter's algorithm (1980), after
 * British and American spellings are made one; then demonyms in -an are brought to their country.
 */
type Rule = readonly [suffix: string, replacement: string];
type CompiledRule = readonly [suffix: RegExp, replacement: string];

const compile = (rules: readonly Rule[]): readonly CompiledRule[] =>
  rules.map(([suffix, replacement]) => [new RegExp(`${suffix}$`), replacement]);

const VOWEL = /[aeiouy]/;
const WORDS = /^[a-z]{3,}$/;
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(def|off|pret)ence/, '$1ense'],
  [/([a-z]{3})is(e|es|ed|ing|ation|ations)$/, '$1iz$2'],
  [/([a-z]{2}[bdlmnv])our(s|ed|ing|ite|able)?$/, '$1or$2'],
  [/^(cent|theat|met|lit)re(s?)$/, '$1er$2'],
  [/([a-z]{3}[aeiou]l)l(ed|ing|er|ers)$/, '$1$2'],
  [/program(me)s?$/, 'program'],
];

const STEP_2 = compile([
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['eli', 'e'],
]);
const STEP_3 = compile([
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]);
const STEP_4 = compile(
  ['(?<=[st])ion', ...'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic ou'.split(' ')].map(
    (suffix) => [suffix, ''],
  ),
);

const cache = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** `word` is folded (lower-case, no accents); what is not a plain English word comes back as it is. */
export function stem(word: string): string {
  if (!WORDS.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const root = demonym(porter(oneSpelling(word)));
  cache.set(word, root);
  return root;
}

function oneSpelling(word: string): string {
  return SPELLINGS.reduce((at, [pattern, to]) => at.replace(pattern, to), word);
}

/** “ukrainian”, “ukraine” → `ukrain`; “american”, “america” → `americ`. */
function demonym(root: string): string {
  if (root.length >= 5 && /(?:ian|ia)$/.test(root)) return root.replace(/(?:ian|ia)$/, '');
  return root.length >= 7 ? root.replace(/(?:e?an|a)$/, '') : root;
}

function porter(word: string): string {
  let at = step1(word);
  if (/[a-z]*[aeiouy][a-z]*y$/.test(at)) at = `${at.slice(0, -1)}i`;
  at = replaceSuffix(at, STEP_2, 0);
  at = replaceSuffix(at, STEP_3, 0);
  at = replaceSuffix(at, STEP_4, 1);
  return step5(at);
}

/** Plurals and the endings of verbs. */
function step1(word: string): string {
  let at = word;
  if (at.endsWith('sses') || at.endsWith('ies')) at = at.slice(0, -2);
  else if (at.endsWith('s') && !at.endsWith('ss')) at = at.slice(0, -1);
  if (at.endsWith('eed')) return measure(at.slice(0, -3)) > 0 ? at.slice(0, -1) : at;
  const ending = at.endsWith('ed') ? 'ed' : at.endsWith('ing') ? 'ing' : null;
  if (ending === null) return at;
  const root = at.slice(0, -ending.length);
  if (!VOWEL.test(root)) return at;
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
  if (/([^aeioulsz])\1$/.test(root)) return root.slice(0, -1);
  return measure(root) === 1 && endsShort(root) ? `${root}e` : root;
}

/** The longest suffix that fits decides, whether or not what is left is long enough to lose it. */
function replaceSuffix(word: string, rules: readonly CompiledRule[], above: number): string {
  const rule = rules.find(([suffix]) => suffix.test(word));
  if (rule === undefined) return word;
  const root = word.replace(rule[0], '');
  return measure(root) > above ? root + rule[1] : word;
}

function step5(word: string): string {
  let at = word;
  if (at.endsWith('e')) {
    const root = at.slice(0, -1);
    const long = measure(root);
    if (long > 1 || (long === 1 && !endsShort(root))) at = root;
  }
  return at.endsWith('ll') && measure(at) > 1 ? at.slice(0, -1) : at;
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(root: string): number {
  return letterKinds(root).match(/vc/g)?.length ?? 0;
}

/** `v` and `c` for runs of vowels and consonants; y is a vowel after a consonant. */
function letterKinds(root: string): string {
  return root
    .replace(/(^|[aeiou])y/g, '$1c')
    .replace(/[aeiouy]+/g, 'V')
    .replace(/[a-z]+/g, 'c')
    .replace(/V/g, 'v');
}

/** Consonant, vowel, consonant other than w, x, y: “hop”, so that “hoping” keeps its e. */
function endsShort(root: string): boolean {
  return /(?:^|[^aeiou])[aeiouy][^aeiouwxy]$/.test(root);
}
