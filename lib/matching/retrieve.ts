/** Stage 1: for a sentence, the few questions worth a closer look, by BM25 over claims and questions. */
import type { Claim } from '@/lib/core/pack.ts';
import type { Term } from '@/lib/text/names.ts';
import { eachOf } from './sparse-rows.ts';
import type { ClaimIndex } from './claim-index.ts';

/** A question that shares words with the sentence. */
export type Hit = {
  /** Index into the pack's questions. */
  readonly question: number;
  /** The best claim's entry; -1 where only the question shares words. */
  readonly claimEntry: number;
  /** BM25 of the best claim and of the question as a whole. */
  readonly claimScore: number;
  readonly questionScore: number;
};
type HitInWork = { -readonly [K in keyof Hit]: Hit[K] };

export type Retriever = (terms: readonly Term[]) => Hit[];

/** Questions kept for a sentence. */
export const MOST_HITS = 12;
/**
 * Postings read for a sentence, rarest terms first. What is left out are the commonest terms of a large library, which
 * decide nothing; a pack of a few hundred claims is always read in full.
 */
const MOST_POSTINGS = 20_000;

/** Keeps its working memory between sentences; not for use by two at once. */
export function createRetriever(index: ClaimIndex): Retriever {
  const scores = new Float32Array(index.entries.length);
  return (terms) => {
    const touched = scoreEntries(index, distinctIds(index, terms), scores);
    const hits = bestByQuestion(index, touched, scores);
    for (const entry of touched) scores[entry] = 0;
    return highest(hits, byScore(index));
  };
}

/** The ids of the terms that the index holds, rarest first. */
function distinctIds(index: ClaimIndex, terms: readonly Term[]): number[] {
  const held = [...new Set(terms.map(({ term }) => term))].flatMap((term) => {
    const id = index.termIds.get(term);
    return id === undefined ? [] : [{ term, id, idf: index.idf[id] ?? 0 }];
  });
  // Ties by the alphabet: sums of fractions must not depend on the order in which a pack lists its claims.
  return held.sort((a, b) => b.idf - a.idf || (a.term < b.term ? -1 : 1)).map(({ id }) => id);
}

/** Adds up `scores` (all 0 before). @returns the entries that got any, in the order of the index. */
function scoreEntries(index: ClaimIndex, ids: readonly number[], scores: Float32Array): Int32Array {
  const touched: number[] = [];
  let read = 0;
  for (const id of ids) {
    const length = (index.byTerm.starts[id + 1] ?? 0) - (index.byTerm.starts[id] ?? 0);
    if (read > 0 && read + length > MOST_POSTINGS) break;
    read += length;
    eachOf(index.byTerm, id, (entry, value) => {
      if (scores[entry] === 0) touched.push(entry);
      scores[entry] = (scores[entry] ?? 0) + value;
    });
  }
  return Int32Array.from(touched).sort();
}

/** A question's entries stand together: its own, then its claims'. */
function bestByQuestion({ entries }: ClaimIndex, touched: Int32Array, scores: Float32Array): Hit[] {
  const hits: HitInWork[] = [];
  for (const entry of touched) {
    const at = entries[entry];
    if (at === undefined) continue;
    let hit = hits.at(-1);
    if (hit?.question !== at.question) {
      hit = { question: at.question, claimEntry: -1, claimScore: 0, questionScore: 0 };
      hits.push(hit);
    }
    const score = scores[entry] ?? 0;
    if (at.claim === null) hit.questionScore = score;
    else if (
      score > hit.claimScore ||
      (score === hit.claimScore && isBefore(at.claim, entries[hit.claimEntry]?.claim))
    ) {
      hit.claimEntry = entry;
      hit.claimScore = score;
    }
  }
  return hits;
}

/** Of equal claims the first by id, so that the order in the file decides nothing. */
function isBefore(claim: Claim, other: Claim | null | undefined): boolean {
  return !other || claim.id < other.id;
}

type Order = (a: Hit, b: Hit) => number;

function byScore(index: ClaimIndex): Order {
  const total = (hit: Hit): number => hit.claimScore + hit.questionScore;
  const nameOf = (hit: Hit): string => index.questions[hit.question]?.id ?? '';
  return (a, b) => total(b) - total(a) || (nameOf(a) < nameOf(b) ? -1 : 1);
}

/** The first few by `order`, without sorting the thousands behind them. */
function highest(hits: readonly Hit[], order: Order): Hit[] {
  const best: Hit[] = [];
  for (const hit of hits) {
    const last = best.at(-1);
    if (best.length === MOST_HITS && last !== undefined && order(hit, last) > 0) continue;
    const place = best.findIndex((other) => order(hit, other) < 0);
    best.splice(place < 0 ? best.length : place, 0, hit);
    if (best.length > MOST_HITS) best.pop();
  }
  return best;
}
