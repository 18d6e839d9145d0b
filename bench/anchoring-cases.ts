/** Passages of every length, and what has become of them after an edit. */
import type { Span } from '@/lib/core/article.ts';
import { pick, type Chance } from './anchoring-edits.ts';
import { wordsIn, type Placed, type Rendered } from './anchoring-text.ts';

/** In words: from a name to several sentences. */
const LENGTHS = [2, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 45, 70, 110];

/** `many` passages of `words`, from word to word, half of them with the mark behind; they may overlap. */
export function passagesOf(text: string, words: readonly Span[], many: number, chance: Chance): Span[] {
  const spans: Span[] = [];
  while (spans.length < many && words.length > 0) {
    const length = Math.min(pick(LENGTHS, chance) ?? 2, words.length);
    const first = Math.floor(chance() * (words.length - length + 1));
    const start = words[first]?.start ?? 0;
    const end = words[first + length - 1]?.end ?? start;
    const withMark = chance() < 0.5 && /^[.,;:!?”’"']/.test(text.slice(end, end + 1));
    spans.push({ start, end: withMark ? end + 1 : end });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The spans dealt out so that in no part two of them overlap. */
export function apart(spans: readonly Span[]): Span[][] {
  const parts: Span[][] = [];
  for (const span of spans) {
    const part = parts.find((others) => (others.at(-1)?.end ?? -1) < span.start);
    if (part === undefined) parts.push([span]);
    else part.push(span);
  }
  return parts;
}

/**
 * Words of the page as it is now, from one to another. `cut`: of several paragraphs some are gone, so that the passage is
 * there in part. `torn`: its paragraphs are no longer neighbours. `whole`: nothing is missing, nothing put in between, and
 * all is in its old order.
 */
export type Truth =
  | { readonly kind: 'stands'; readonly first: number; readonly last: number; readonly whole: boolean }
  | { readonly kind: 'cut'; readonly first: number; readonly last: number }
  | { readonly kind: 'torn' }
  | { readonly kind: 'gone' };

/** `lost`: whether the edit takes whole stretches of text away; else words that are missing were edited. */
export function truthOf(span: Span, before: readonly Span[], after: readonly Placed[], lost: boolean): Truth {
  const isOwn = ({ from }: Placed): boolean => from !== null && from >= span.start && from < span.end;
  const first = after.findIndex(isOwn);
  if (first < 0) return { kind: 'gone' };
  const last = after.findLastIndex(isOwn);
  const within = after.slice(first, last + 1);
  if (within.some((word) => word.from !== null && !isOwn(word))) return { kind: 'torn' };
  const were = wordsIn(before, span);
  const missing = were.last - were.first + 1 - within.filter(isOwn).length;
  if (lost && missing > 0) return { kind: 'cut', first, last };
  const isInOrder = within.every((word, n) => n === 0 || (word.from ?? 0) > (within[n - 1]?.from ?? 0));
  return { kind: 'stands', first, last, whole: missing === 0 && isInOrder && within.every(isOwn) };
}

export type Verdict = 'right' | 'wrong' | 'ambiguous' | 'orphan' | 'elsewhere';

export type Case = {
  readonly truth: Truth;
  /** The passage as it was noted, and 32 characters before and after it. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** No word of the passage was edited. */
  readonly verbatim: boolean;
};

/**
 * `wrong`: of the passage's words and those found outside it, less than half are both found and the passage's; or, where
 * no word of the passage was edited, its first or its last word is not the first or the last one found. Where the passage
 * is gone, whatever is found is wrong. Told apart, as `elsewhere`, are the very words that were noted on another place of
 * a page that has or had them twice: where the passage's own are gone, all or a paragraph of them; and where they are not,
 * only if what stands around that other place is letter by letter what was noted, too, so that no quote tells the two
 * apart. That counts in “wrong words or place”, not in “wrong words”.
 */
export function judge(found: Span, one: Case, page: Rendered): Verdict {
  const { truth, verbatim } = one;
  if (truth.kind === 'torn') return 'right';
  if (truth.kind === 'gone') return saysTheSame(found, one, page) ? 'elsewhere' : 'wrong';
  if (isRight(found, truth, { page, verbatim })) return 'right';
  const isCut = truth.kind === 'cut';
  const isTwin = saysTheSame(found, one, page) && (isCut || standsAmongTheSame(found, one, page));
  return isTwin ? 'elsewhere' : 'wrong';
}

function isRight(
  found: Span,
  truth: Extract<Truth, { kind: 'stands' | 'cut' }>,
  { page, verbatim }: { readonly page: Rendered; readonly verbatim: boolean },
): boolean {
  const { first, last } = wordsIn(page.words, found);
  if (verbatim && truth.kind === 'stands' && truth.whole) return first === truth.first && last === truth.last;
  const own = (from: number, to: number): number =>
    page.words.slice(from, to + 1).filter((word) => word.from !== null).length;
  const shared = own(Math.max(first, truth.first), Math.min(last, truth.last));
  const outside = Math.max(0, truth.first - first) + Math.max(0, last - truth.last);
  return 2 * shared >= own(truth.first, truth.last) + outside;
}

const saysTheSame = ({ start, end }: Span, { exact }: Case, { text }: Rendered): boolean =>
  lettersOf(text.slice(start, end)) === lettersOf(exact);

/** In characters, of what stood before and after. */
export const AROUND = 32;

const standsAmongTheSame = ({ start, end }: Span, { prefix, suffix }: Case, { text }: Rendered): boolean =>
  lettersOf(text.slice(0, start).slice(-2 * AROUND)).endsWith(lettersOf(prefix)) &&
  lettersOf(text.slice(end, end + 2 * AROUND)).startsWith(lettersOf(suffix));

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
