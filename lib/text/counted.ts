/** What a number counts, from the words that follow it: “1,351 Russian soldiers killed”, “80 percent of the victims”. */
import type { Span } from '@/lib/core/article.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stopwords.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

export type Counted = Span & {
  /** As written. */
  readonly text: string;
  /** Stem of the noun itself: `soldier`. */
  readonly head: string;
  /** Stems of all words of it, with what stands before the noun and after it: `russian`, `soldier`, `kill`. */
  readonly words: readonly string[];
};

const MOST_WORDS = 5;
const REACH = 80;
const OF = /^\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all|those|these|them|such)\s+){0,2}/u;
const BREAKS = /[,;:.()—–“”"!?]|\s-\s/u;
/** “Killed”, “missing”: they say what happened to the counted, and are not the counted. */
const PARTICIPLE = /(?:ed|ing|dead|alive|lost|hurt)$/;
const PEOPLE = new Set(
  `people person man men woman women child children soldier troop serviceman servicemen servicewoman conscript recruit
  reservist fighter combatant militant rebel insurgent officer general colonel commander captain sailor marine airman pilot
  crew guard personnel staff civilian resident inhabitant citizen worker employee employer passenger victim
  casualty fatality dead wounded injured death life lives body bodies patient prisoner hostage refugee migrant negotiator
  envoy delegate diplomat official minister mayor lawmaker deputy journalist reporter doctor nurse teacher student pupil
  volunteer mercenary gunman policeman police firefighter rescuer monitor observer expert adviser member supporter
  protester demonstrator voter family household baby boy girl other individual human defender attacker invader mother
  father brother sister farmer miner driver engineer scientist professional supervisor guest crewman paratrooper`
    .trim()
    .split(/\s+/)
    .map(stem),
);
const TIMES = new Set('second minute hour day week fortnight month year decade century'.split(' ').map(stem));

/** Plurals that do not look it. */
const PLURALS = new Set(
  'aircraft spacecraft hovercraft sheep fish geese feet teeth mice cattle oxen deer data media'.split(' '),
);
/** “40-odd sailors”, “a 100,000-strong crowd”. */
const TAG = /^-(?:odd|strong|plus)\b/iu;

export const countsPeople = (head: string): boolean => PEOPLE.has(head);
export const countsTime = (head: string): boolean => TIMES.has(head);

/** Null where no noun follows the number that ends at `end`. */
export function countedAfter(text: string, end: number): Counted | null {
  const tag = TAG.exec(text.slice(end, end + REACH))?.[0].length ?? 0;
  const of = OF.exec(text.slice(end + tag, end + REACH))?.[0].length ?? 0;
  const run = runAfter(text, end + tag + of);
  const first = run[0];
  if (first === undefined) return null;
  const isCompound = text.slice(end + tag, first.start) === '-';
  const head = isCompound ? first : headOf(run, of > 0 || tag > 0);
  if (head === null) return null;
  const last = isCompound ? first : (run.at(-1) ?? first);
  return {
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    head: stem(head.word),
    words: (isCompound ? [first] : run).map(({ word }) => stem(word)),
  };
}

/**
 * The last plural: “40 boats sank”. Of a part, or where nothing is plural but people or times are named, the last word
 * that is no participle; else none, for “7,000 fell” counts nothing by name.
 */
function headOf(run: readonly Token[], isPart: boolean): Token | null {
  const nouns = run.filter(({ word }) => !PARTICIPLE.test(word));
  const isKind = ({ word }: Token): boolean => countsPeople(stem(word)) || countsTime(stem(word)) || PLURALS.has(word);
  const isPlural = ({ word }: Token): boolean => /[^s]s$/.test(word);
  const found = nouns.findLast((noun) => isKind(noun) || isPlural(noun));
  return found ?? (isPart ? nouns.at(-1) : undefined) ?? null;
}

/** Words in a row up to a stop word, a number, or a mark that ends the phrase. */
function runAfter(text: string, from: number): Token[] {
  const run: Token[] = [];
  let end = from;
  for (const token of tokensOf(text.slice(from, from + REACH))) {
    const at = { ...token, start: token.start + from, end: token.end + from };
    const ends = BREAKS.test(text.slice(end, at.start)) || STOP_WORDS.has(at.word) || /^\p{N}/u.test(at.word);
    if (ends || run.length === MOST_WORDS) break;
    run.push(at);
    end = at.end;
  }
  return run;
}
