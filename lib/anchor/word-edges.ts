/** Where words begin and end for a browser, which finds a linked text only from edge to edge. */
import type { Span } from '@/lib/core/article.ts';

/** UTF-16 code units on each side of a place: enough to tell words apart, in scripts without spaces too. */
const AROUND = 100;

/** The span with the words it cuts, without white space at its ends; null where it holds no word. */
export function toWordEdges(text: string, { start, end }: Span): Span | null {
  const within = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(within)) return null;
  const first = start + within.search(/\S/);
  const last = start + within.trimEnd().length;
  return { start: edgeAt(text, first).start, end: edgeAt(text, last).end };
}

/** The word that `at` cuts; where it cuts none, `at` itself. */
function edgeAt(text: string, at: number): Span {
  const from = Math.max(0, at - AROUND);
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(from, at + AROUND));
  const segment = at - from < AROUND * 2 && at < text.length ? segments.containing(at - from) : undefined;
  if (segment === undefined || from + segment.index === at) return { start: at, end: at };
  return { start: from + segment.index, end: from + segment.index + segment.segment.length };
}

/** Where the last `many` words before `end` begin, within its line; `end` where there are none. */
export function wordsBefore(text: string, end: number, many: number): number {
  const line = text.lastIndexOf('\n', end - 1) + 1;
  let start = end;
  for (let n = 0; n < many && start > line; n += 1) {
    const before = text.slice(Math.max(line, start - AROUND), start);
    const word = before.trimEnd().search(/\S+$/);
    if (word < 0) break;
    start -= before.length - word;
  }
  return start;
}

/** Where the first `many` words from `start` end, within its line. */
export function wordsAfter(text: string, start: number, many: number): number {
  const newline = text.indexOf('\n', start);
  const line = newline < 0 ? text.length : newline;
  let end = start;
  for (let n = 0; n < many && end < line; n += 1) {
    const word = /^\s*\S+/.exec(text.slice(end, Math.min(line, end + AROUND)));
    if (word === null) break;
    end += word[0].length;
  }
  return end;
}
