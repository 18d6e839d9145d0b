/** Stage 4: the reasons of a match, each a thing that a reader can see in the sentence or the article. */
import type { Reason } from '@/lib/core/match.ts';
import type { Term } from '@/lib/text/names.ts';
import type { ReadSentence } from './read-article.ts';
import type { Candidate } from './relate.ts';

const MOST_WORDS = 6;
const MOST_NAMES = 4;

/** The words and names that the sentence has of the claim, as the sentence writes them; those that tell most. */
export function sharedReasons(
  { text, terms }: ReadSentence,
  { words: says, weight }: Pick<Candidate, 'words' | 'weight'>,
): Reason[] {
  const held = firstOfEach(terms.filter(({ term }) => says.has(term)));
  const heaviest = held.sort((a, b) => weight(b.term) - weight(a.term) || a.start - b.start);
  const asWritten = (terms: readonly Term[]): string[] =>
    terms.toSorted((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
  const names = asWritten(heaviest.filter(({ name }) => name).slice(0, MOST_NAMES));
  const words = asWritten(heaviest.filter(({ name }) => !name).slice(0, MOST_WORDS));
  return [
    ...(words.length > 0 ? [{ kind: 'shared-words', words } as const] : []),
    ...(names.length > 0 ? [{ kind: 'shared-names', names } as const] : []),
  ];
}

function firstOfEach(terms: readonly Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter(({ term }) => !seen.has(term) && seen.add(term));
}
