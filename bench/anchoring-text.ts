/** A page's text in words and what stands between them, each with where it stood: so that edits can be followed. */
import type { Span } from '@/lib/core/article.ts';

/** `from`: where it stood in the text before any edit, in UTF-16 code units; null for what was put in. */
export type Unit = { readonly text: string; readonly from: number | null; readonly isWord: boolean };
export type Block = readonly Unit[];

const UNITS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+|[^\p{L}\p{M}\p{N}]+/gv;
const BEGINS_A_WORD = /^[\p{L}\p{M}\p{N}]/u;

export function blocksOf(text: string): Block[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    return Array.from(line.matchAll(UNITS), ({ index, 0: unit }) => ({
      text: unit,
      from: start + index,
      isWord: BEGINS_A_WORD.test(unit),
    }));
  });
}

export type Placed = Span & { readonly from: number | null };
export type Rendered = {
  readonly text: string;
  /** Of the words alone, in order: where each stands and stood. */
  readonly words: readonly Placed[];
};

export function render(blocks: readonly Block[], between = '\n'): Rendered {
  const parts: string[] = [];
  const words: Placed[] = [];
  let at = 0;
  blocks.forEach((block, n) => {
    for (const { text, from, isWord } of n === 0 ? block : [{ text: between, from: null, isWord: false }, ...block]) {
      if (isWord) words.push({ start: at, end: at + text.length, from });
      parts.push(text);
      at += text.length;
    }
  });
  return { text: parts.join(''), words };
}

/** The first and the last of `words` that have a part in the span. */
export function wordsIn(
  words: readonly Span[],
  { start, end }: Span,
): { readonly first: number; readonly last: number } {
  return {
    first: countWhile(words, (word) => word.end <= start),
    last: countWhile(words, (word) => word.start < end) - 1,
  };
}

/** How many of `words`, from the first on, are `so`; behind those none is. */
function countWhile(words: readonly Span[], so: (word: Span) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word !== undefined && so(word)) low = middle + 1;
    else high = middle;
  }
  return low;
}
