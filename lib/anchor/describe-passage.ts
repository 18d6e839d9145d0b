/** From a span of a page's text to what a note keeps of it, by which it is found again. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import type { PageIndex } from './page-index.ts';

/** Of what stands before and after, in UTF-16 code units. */
const CONTEXT = 64;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]/u;
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The span is in UTF-16 code units; what of it lies outside the text is left out, and no pair of two units is cut. */
export function describePassage(page: PageIndex, span: Span): Passage {
  const { text } = page;
  const start = pairStart(text, Math.min(Math.max(span.start, 0), text.length));
  const end = Math.max(start, pairEnd(text, Math.min(span.end, text.length)));
  const { toPoints } = page.points();
  return {
    exact: text.slice(start, end),
    prefix: text.slice(prefixStart(text, start), start),
    suffix: text.slice(end, suffixEnd(text, end)),
    position: { start: toPoints(start), end: toPoints(end) },
    heading: headingAbove(page, start),
  };
}

const cutsPair = (text: string, at: number): boolean => isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
const pairStart = (text: string, at: number): number => (cutsPair(text, at) ? at - 1 : at);
const pairEnd = (text: string, at: number): number => (cutsPair(text, at) ? at + 1 : at);

/** At the edge of a word, unless a single word is longer than all that is kept. */
function prefixStart(text: string, end: number): number {
  const start = pairEnd(text, Math.max(0, end - CONTEXT));
  if (start === 0 || NO_LETTER.test(text.charAt(start - 1))) return start;
  const edge = text.slice(start, end).search(NO_LETTER);
  return edge < 0 ? start : start + edge;
}

function suffixEnd(text: string, start: number): number {
  const end = pairStart(text, Math.min(text.length, start + CONTEXT));
  if (end === text.length || NO_LETTER.test(text.charAt(end))) return end;
  let edge = end;
  while (edge > start && !NO_LETTER.test(text.charAt(edge - 1))) edge -= 1;
  return edge === start ? end : edge;
}

/** The heading in which the place stands, or the last one before it. */
export function headingAbove({ text, headings }: PageIndex, at: number): string | null {
  const above = headings.findLast(({ start }) => start <= at);
  return above === undefined ? null : text.slice(above.start, above.end);
}
