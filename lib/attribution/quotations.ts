/**
 * What stands in quotation marks: curly, straight, German and French ones, single ones, over several sentences and
 * paragraphs. Only the outer marks count. In one pass; a mark that nothing closes quotes its sentence at most.
 */
import type { Span } from '@/lib/core/article.ts';
import { isLetter } from '@/lib/text/letters.ts';

/** From mark to mark; `inner` without them. */
export type Quotation = Span & { readonly inner: Span };

const MARKS = /["“”„«»‹›‘’'\n]/gu;
/** By the mark that opens. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '"': '"”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': "’'",
  '”': '”"',
  "'": "'’",
};
const SINGLE = "‘'‹";
/** Longer ones are a mark too many. */
const LONGEST = 4000;
/** Single marks are apostrophes too: they quote within this many characters or not at all. */
const LONGEST_SINGLE = 300;

type Open = { readonly start: number; readonly mark: string };

/** `ends`: where sentences end, in order. */
export function quotationsIn(text: string, ends: readonly number[]): Quotation[] {
  const found: Quotation[] = [];
  let open: Open | null = null;
  const giveUp = ({ start }: Open): void => {
    const end = ends[firstAtLeast(ends, start + 1)] ?? text.length;
    found.push({ start, end, inner: { start: start + 1, end } });
  };
  for (const { index: at, 0: mark } of text.matchAll(MARKS)) {
    if (open !== null && at - open.start > LONGEST) {
      giveUp(open);
      open = null;
    }
    if (open === null) open = mark !== '\n' && opens(text, at, mark) ? { start: at, mark } : null;
    else if (mark === '\n') {
      if (goesOn(text, at, open.mark)) continue;
      giveUp(open);
      open = null;
    } else if (closes(text, at, mark, open)) {
      found.push({ start: open.start, end: at + 1, inner: { start: open.start + 1, end: at } });
      open = null;
    }
  }
  if (open !== null) giveUp(open);
  return found.filter(({ inner }) => inner.end > inner.start);
}

/** Index of the first that is no less, or the length. */
function firstAtLeast(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBlank = (char: string): boolean => char === '' || /[\s\u00a0]/u.test(char);

function opens(text: string, at: number, mark: string): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  const stands = (isBlank(before) || '([—–-:'.includes(before)) && !isBlank(after);
  if (mark === '„' || mark === '«' || mark === '“') return !isBlank(after) || mark === '«';
  if (mark === '‘' || mark === "'") return stands && isLetter(after) && isClosedSoon(text, at);
  if (mark === '»') return stands && isLetter(after);
  return mark in CLOSERS && stands;
}

/** “‘Tis” and “the ’90s” quote nothing. */
function isClosedSoon(text: string, at: number): boolean {
  const ahead = text.slice(at + 1, at + LONGEST_SINGLE);
  return /^[^\n]*?[\p{L}\p{N}.,!?…]['’](?![\p{L}\p{N}])/u.test(ahead);
}

function closes(text: string, at: number, mark: string, open: Open): boolean {
  if (CLOSERS[open.mark]?.includes(mark) !== true) return false;
  if (SINGLE.includes(open.mark)) return !isBlank(text.charAt(at - 1)) && !isLetter(text.charAt(at + 1));
  // A new paragraph of one quotation opens again, and so does a quotation within it.
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  return mark !== '"' || !((isBlank(before) || '([—–'.includes(before)) && !isBlank(after));
}

/** The next paragraph begins with the same mark. */
function goesOn(text: string, at: number, mark: string): boolean {
  const next = /\S/u.exec(text.slice(at + 1, at + 4))?.[0];
  return next === mark || (mark === '„' && next === '„');
}
