/** A passage as a row of words, in the terms of the page on which it is looked for. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import type { WordRow } from './align-words.ts';
import type { Lexicon } from './page-index.ts';
import { wordAfter, wordFrom, wordsOf } from './words.ts';

export type NotedWords = WordRow & {
  /** Which of the words are the passage's own; before them is what stood before, behind them what stood behind. */
  readonly own: Span;
  /** Which of the words stood in the same paragraphs as the passage. */
  readonly near: Span;
  /** Of the passage's paragraphs, which of the words are whose; one, where it is in one. */
  readonly paragraphs: readonly Span[];
  /** It comes from elsewhere, with white space as in a page's source. */
  readonly isRaw: boolean;
};

/** Of the context that others wrote, so much is read, in UTF-16 code units. */
const CONTEXT = 160;
const RAW = /\s\s|[\t\r]/;

export function readNoted(passage: Passage, lexicon: Lexicon): NotedWords {
  const prefix = passage.prefix.slice(-CONTEXT);
  const suffix = passage.suffix.slice(0, CONTEXT);
  const text = prefix + passage.exact + suffix;
  const words = wordsOf(text, { idOf: lexicon.idOf });
  const end = text.length - suffix.length;
  const printed = Array.from(words.starts, (start, n) => text.slice(start, words.ends[n]));
  // What comes from elsewhere has its lines broken anywhere.
  const isRaw = passage.position === null || RAW.test(text);
  const own = { start: wordAfter(words, prefix.length), end: wordFrom(words, end) };
  const paragraphEnd = isRaw ? -1 : suffix.indexOf('\n');
  return {
    ids: words.ids,
    stems: Int32Array.from(printed, lexicon.stemOf),
    bits: Float64Array.from(words.ids, lexicon.bits),
    isRaw,
    own,
    paragraphs: isRaw ? [own] : paragraphsIn(passage.exact, own, (offset) => wordFrom(words, prefix.length + offset)),
    near: {
      start: isRaw ? 0 : wordFrom(words, prefix.lastIndexOf('\n') + 1),
      end: paragraphEnd < 0 ? words.ids.length : wordFrom(words, end + paragraphEnd),
    },
  };
}

function paragraphsIn(exact: string, { start, end }: Span, wordAt: (offset: number) => number): readonly Span[] {
  const begins = Array.from(exact.matchAll(/\n/g), ({ index }) => wordAt(index));
  const edges = [...new Set([start, ...begins, end])].filter((edge) => edge >= start && edge <= end);
  return edges.slice(1).map((edge, n) => ({ start: edges[n] ?? start, end: edge }));
}

export function rowPart(row: WordRow, { start, end }: Span): WordRow {
  return {
    ids: row.ids.subarray(start, end),
    stems: row.stems.subarray(start, end),
    bits: row.bits.subarray(start, end),
  };
}

/** What the words tell together, in bits. */
export function bitsIn({ bits }: WordRow, { start, end }: Span): number {
  let sum = 0;
  for (let n = start; n < end; n += 1) sum += bits[n] ?? 0;
  return sum;
}
