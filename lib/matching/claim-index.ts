/**
 * An inverted index over a pack's claims and questions, with BM25's share of each term worked out beforehand. Flat
 * typed arrays, so that a hundred thousand claims fit in memory and cost nothing to a page that shares no word.
 */
import type { Claim, Pack, Question } from '@/lib/core/pack.ts';
import { compileNames } from '@/lib/text/names.ts';
import type { Names } from '@/lib/text/names.ts';
import { eachOf, toSparse, transpose } from './sparse-rows.ts';
import type { SparseRows } from './sparse-rows.ts';
import { Vocabulary, bagOf } from './vocabulary.ts';
import type { Bag, Field } from './vocabulary.ts';

/** What is retrieved: a claim, or (claim null) a question as a whole, with the words of all its claims. */
export type Entry = { readonly question: number; readonly claim: Claim | null };

export type ClaimIndex = {
  readonly pack: Pack;
  readonly names: Names;
  readonly questions: readonly Question[];
  readonly entries: readonly Entry[];
  readonly termIds: ReadonlyMap<string, number>;
  /**
   * By term: how much it tells, from 0 for one that nearly every entry holds to nearly 1 for one that a single entry
   * holds. Relative, so that scores mean the same in a pack of ten claims and in a library of a hundred thousand.
   */
  readonly idf: Float64Array;
  /** By term: the entries that hold it, and what it adds to their score. */
  readonly byTerm: SparseRows;
  /** By entry: its terms, and what each adds to its score. */
  readonly byEntry: SparseRows;
  /** By entry: what its own sentence would score; the measure of a whole match. */
  readonly ownScore: Float64Array;
  /** By question: its entry without a claim. Its claims' entries follow. */
  readonly entryOfQuestion: Int32Array;
};

const WEIGHT = { own: 1, asks: 0.5, claims: 0.5, told: 0.25 } as const;
const K1 = 1.2;
const B = 0.5;

export function buildIndex(pack: Pack): ClaimIndex {
  const names = compileNames(pack.names);
  const entries: Entry[] = [];
  const bags: Bag[] = [];
  const entryOfQuestion = new Int32Array(pack.questions.length);
  const vocabulary = new Vocabulary(names);
  pack.questions.forEach((question, at) => {
    const asks = vocabulary.read(question.asks);
    const says = question.claims.map((claim) => vocabulary.read(claim.says));
    entryOfQuestion[at] = entries.length;
    entries.push({ question: at, claim: null }, ...question.claims.map((claim) => ({ question: at, claim })));
    bags.push(bagOf(fieldsOfQuestion(asks, says)));
    question.claims.forEach((claim, n) => {
      const told = vocabulary.read(toldOf(claim));
      bags.push(bagOf(fieldsOfClaim({ asks, says: says[n] ?? [], told })));
    });
  });
  const idf = idfOf(bags, vocabulary.size);
  const byEntry = impactsOf(bags, idf);
  return {
    pack,
    names,
    questions: pack.questions,
    entries,
    termIds: vocabulary.ids,
    idf,
    byTerm: transpose(byEntry, vocabulary.size),
    byEntry,
    ownScore: ownScoresOf(bags, byEntry),
    entryOfQuestion,
  };
}

type Terms = readonly number[];

function fieldsOfQuestion(asks: Terms, says: readonly Terms[]): Field[] {
  return [
    { terms: asks, weight: WEIGHT.own, own: true },
    ...says.map((terms) => ({ terms, weight: WEIGHT.claims, own: false })),
  ];
}

function fieldsOfClaim({ asks, says, told }: { asks: Terms; says: Terms; told: Terms }): Field[] {
  return [
    { terms: says, weight: WEIGHT.own, own: true },
    { terms: asks, weight: WEIGHT.asks, own: false },
    { terms: told, weight: WEIGHT.told, own: false },
  ];
}

/** What its accounts and figures add to a claim's own words. Quotes are left out: they are the sources' sentences. */
function toldOf({ figures, accounts }: Claim): string {
  const words = [
    ...figures.flatMap(({ name, unit, of }) => [name, unit, of]),
    ...accounts.flatMap(({ speaker, note }) => [speaker, note ?? '']),
  ];
  return words.join(' . ');
}

function idfOf(bags: readonly Bag[], terms: number): Float64Array {
  const holders = new Float64Array(terms);
  for (const { weights } of bags) for (const id of weights.keys()) holders[id] = (holders[id] ?? 0) + 1;
  const rarity = (count: number): number => Math.log(1 + (bags.length - count + 0.5) / (count + 0.5));
  return holders.map((count) => rarity(count) / rarity(0));
}

function impactsOf(bags: readonly Bag[], idf: Float64Array): SparseRows {
  const meanLength = bags.reduce((sum, { length }) => sum + length, 0) / Math.max(1, bags.length);
  const rows = bags.map(({ weights, length }) => {
    const norm = K1 * (1 - B + (B * length) / meanLength);
    return Array.from(weights, ([id, weight]) => [id, ((idf[id] ?? 0) * weight * (K1 + 1)) / (weight + norm)] as const);
  });
  return toSparse(rows);
}

function ownScoresOf(bags: readonly Bag[], byEntry: SparseRows): Float64Array {
  return Float64Array.from(bags, ({ own }, entry) => {
    let score = 0;
    eachOf(byEntry, entry, (id, value) => (score += own.has(id) ? value : 0));
    return score;
  });
}
