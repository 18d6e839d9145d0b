/** “Does this article tell a story we know?” Cheap enough to ask of every page, in the content script. */
import type { Span } from '@/lib/core/article.ts';
import type { PackId } from '@/lib/core/ids.ts';
import type { PackSummary } from '@/lib/core/marks.ts';

/** What the gate knows of a pack: plain data, a few kilobytes. `spellings` are lower-case, as they stand in running text. */
export type Fingerprint = {
  readonly pack: PackSummary;
  readonly terms: readonly { readonly spellings: readonly string[]; readonly weight: number }[];
  /** Of the terms' weight, the share that an article of the story holds at least; 0 to 1. */
  readonly threshold: number;
};

const LETTER = /[\p{L}\p{N}]/u;
/** In an article of this many words a term must stand twice to count in full, in twice as many three times, and so on. */
const WORDS_PER_MENTION = 300;
/** About 10,000 words: a longer article has said by then what it is about. In UTF-16 code units. */
const LONGEST_READ = 64_000;

/** The packs whose story the text tells, in the order given. */
export function gate(text: string, prints: readonly Fingerprint[]): readonly PackId[] {
  const lower = lowerHead(text);
  return prints.filter((print) => strengthIn(lower, print) >= print.threshold).map(({ pack }) => pack.id);
}

/** How much of the story's vocabulary recurs in the text, 0 to 1. */
export function storyStrength(text: string, print: Fingerprint): number {
  return strengthIn(lowerHead(text), print);
}

/** The weightiest terms of the story that stand in the text, as it writes them. */
export function storyNames(text: string, { terms }: Fingerprint, most = 4): string[] {
  const lower = text.toLowerCase();
  const found = terms.flatMap(({ spellings }) => {
    const mentions = spellings.flatMap((spelling) => firstMention(lower, spelling) ?? []);
    const [first] = mentions.sort((a, b) => a.start - b.start);
    return first === undefined ? [] : [text.slice(first.start, first.end)];
  });
  return found.slice(0, most);
}

const lowerHead = (text: string): string => text.slice(0, LONGEST_READ).toLowerCase();

function strengthIn(lower: string, { terms }: Fingerprint): number {
  const enough = 1 + countSpaces(lower) / WORDS_PER_MENTION;
  let held = 0;
  let all = 0;
  for (const { spellings, weight } of terms) {
    const mentions = mentionsOf(lower, spellings, enough);
    held += weight * Math.min(1, mentions / enough);
    all += weight;
  }
  return all === 0 ? 0 : held / all;
}

function countSpaces(text: string): number {
  let spaces = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) spaces += 1;
  return spaces;
}

/** Whole words only; stops counting at `enough`. */
function mentionsOf(lower: string, spellings: readonly string[], enough: number): number {
  let mentions = 0;
  for (const spelling of spellings) {
    for (let at = nextMention(lower, spelling, 0); at >= 0 && mentions < enough; mentions += 1)
      at = nextMention(lower, spelling, at + 1);
  }
  return mentions;
}

/** Where the spelling next stands as a whole word, or -1. */
function nextMention(lower: string, spelling: string, from: number): number {
  if (spelling === '') return -1;
  let at = lower.indexOf(spelling, from);
  while (at >= 0 && (LETTER.test(lower.charAt(at - 1)) || LETTER.test(lower.charAt(at + spelling.length))))
    at = lower.indexOf(spelling, at + 1);
  return at;
}

function firstMention(lower: string, spelling: string): Span | null {
  const start = nextMention(lower, spelling, 0);
  return start < 0 ? null : { start, end: start + spelling.length };
}
