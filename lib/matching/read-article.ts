/** An article as the later stages need it: each sentence with its terms, hits, figures and dates, and the article's own measures. */
import { spanOf } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { Scope } from '@/lib/core/pack.ts';
import { datesIn } from '@/lib/text/date-mentions.ts';
import { termsOf } from '@/lib/text/names.ts';
import type { Term } from '@/lib/text/names.ts';
import { numbersIn } from '@/lib/text/numbers.ts';
import type { NumberMention } from '@/lib/text/numbers.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Hit, Retriever } from './retrieve.ts';

export type ReadSentence = {
  readonly text: string;
  readonly terms: readonly Term[];
  /** Each different term once, in reading order. */
  readonly words: readonly string[];
  readonly hits: readonly Hit[];
  /** By question: the share of its best claim that the sentence holds, 0 to 1. */
  readonly nearness: ReadonlyMap<number, number>;
  readonly numbers: readonly NumberMention[];
  /** Whether it names a date within the story's time. */
  readonly namesStoryTime: boolean;
};

export type ReadArticle = {
  readonly sentences: readonly ReadSentence[];
  /** In how many of the sentences a term stands. */
  readonly sentencesWith: ReadonlyMap<string, number>;
  /** By question: mean nearness of the five sentences nearest to it. */
  readonly bestOf: ReadonlyMap<number, number>;
  /** Years from the end of the story's time to the article's date; 0 for an earlier one. */
  readonly yearsLate: number;
};

const YEAR = 365.25 * 86_400_000;
/** An article that gives no date may be of any time: taken for one that came somewhat later. */
const UNDATED_YEARS_LATE = 0.5;

export function readArticle(article: ArticleToMatch, index: ClaimIndex, retrieve: Retriever): ReadArticle {
  const sentences = article.sentences.map(({ text }) => readSentence(text, index, retrieve));
  return {
    sentences,
    sentencesWith: countSentences(sentences),
    bestOf: bestByQuestion(sentences),
    yearsLate: yearsLate(article.published, index.pack.scope),
  };
}

function readSentence(text: string, index: ClaimIndex, retrieve: Retriever): ReadSentence {
  const terms = termsOf(text, index.names);
  const hits = retrieve(terms);
  return {
    text,
    terms,
    words: [...new Set(terms.map(({ term }) => term))],
    hits,
    nearness: new Map(hits.map((hit) => [hit.question, nearnessOf(hit, index)])),
    numbers: numbersIn(text),
    namesStoryTime: datesIn(text).some(({ date }) => date !== null && isWithin(date, index.pack.scope)),
  };
}

function nearnessOf({ claimEntry, claimScore }: Hit, { ownScore }: ClaimIndex): number {
  const own = ownScore[claimEntry] ?? 0;
  return own === 0 ? 0 : claimScore / own;
}

function countSentences(sentences: readonly ReadSentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function bestByQuestion(sentences: readonly ReadSentence[]): Map<number, number> {
  const all = new Map<number, number[]>();
  for (const { nearness } of sentences)
    for (const [question, near] of nearness) all.set(question, [...(all.get(question) ?? []), near]);
  const meanOfBest = (values: number[]): number =>
    values
      .sort((a, b) => b - a)
      .slice(0, 5)
      .reduce((sum, value) => sum + value / 5, 0);
  return new Map(Array.from(all, ([question, values]) => [question, meanOfBest(values)]));
}

function isWithin(date: PartialDate, scope: Scope): boolean {
  const { first, last } = spanOf(date);
  return first <= spanOf(scope.to).last && last >= spanOf(scope.from).first;
}

function yearsLate(published: PartialDate | null, { to }: Scope): number {
  if (published === null) return UNDATED_YEARS_LATE;
  return Math.max(0, (Date.parse(spanOf(published).first) - Date.parse(spanOf(to).last)) / YEAR);
}
