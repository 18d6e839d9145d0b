/** A pack made ready for matching, and an article read against it. A cache of the pack: built in milliseconds, kept in memory. */
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { buildIndex } from './claim-index.ts';
import type { ClaimIndex } from './claim-index.ts';
import { factsOf } from './features.ts';
import type { EntryFacts } from './features.ts';
import { fingerprintOf } from './fingerprint.ts';
import { storyNames, storyStrength } from './gate.ts';
import type { Fingerprint } from './gate.ts';
import { indexKnown } from './known.ts';
import type { KnownSentences } from './known.ts';
import { readArticle } from './read-article.ts';
import type { ReadArticle } from './read-article.ts';
import { rememberLast } from './remember-last.ts';
import { createRetriever } from './retrieve.ts';

export type Story = {
  readonly pack: Pack;
  readonly index: ClaimIndex;
  readonly print: Fingerprint;
  readonly known: KnownSentences;
  /** What an entry of the index says, worked out when first asked for. */
  readonly facts: (entry: number) => EntryFacts;
  /** Null where the article does not tell this story, or tells it in another language than the pack's. */
  readonly read: (article: ArticleToMatch) => ReadStory | null;
};

export type ReadStory = ReadArticle & {
  /** The names by which the article tells the story, as it writes them. */
  readonly storyNames: readonly string[];
  /** How much of the story's vocabulary recurs in it, 0 to 1. */
  readonly strength: number;
};

export function createStory(pack: Pack): Story {
  const index = buildIndex(pack);
  const print = fingerprintOf(pack);
  const retrieve = createRetriever(index);
  const facts = new Map<number, EntryFacts>();
  const read = (article: ArticleToMatch): ReadStory | null => {
    if (!speaks(article, pack.language)) return null;
    const text = article.sentences.map((sentence) => sentence.text).join(' ');
    const strength = storyStrength(text, print);
    if (strength < print.threshold) return null;
    return { ...readArticle(article, index, retrieve), storyNames: storyNames(text, print), strength };
  };
  return {
    pack,
    index,
    print,
    known: indexKnown(pack),
    facts(entry) {
      const known = facts.get(entry) ?? factsOf(index, entry);
      facts.set(entry, known);
      return known;
    },
    read: rememberLast(read),
  };
}

function speaks({ language }: ArticleToMatch, packLanguage: string): boolean {
  return language === null || primary(language) === primary(packLanguage);
}

const primary = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';
