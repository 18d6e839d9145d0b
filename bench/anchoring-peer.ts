/**
 * The peer of the anchoring benchmark: how Hypothesis' client finds a quote in a page's text, created again from what is
 * documented of it, its public parameters and its public library for approximate search. Not its code.
 *
 * A passage is an exact quote, 32 characters before and 32 after, and a position. Where the text at the position equals
 * the quote, that is the place. Else every place with the exact quote is a candidate; where there is none, every best
 * approximate match with at most min(256, half the quote's length) errors. Candidates are scored by the likeness of the
 * quote (50), of what stands before (20) and after (20), and nearness to the position (2); the best is taken.
 */
import search from 'approx-string-match';
import type { Span } from '@/lib/core/article.ts';

export type PeerQuote = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In UTF-16 code units; null where unknown. */
  readonly start: number | null;
};

const CONTEXT = 32;
const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;

export function describeForPeer(text: string, { start, end }: Span): PeerQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
  };
}

export function anchorAsPeer(text: string, quote: PeerQuote): Span | null {
  const { exact, start } = quote;
  if (exact === '') return null;
  if (start !== null && text.startsWith(exact, start)) return { start, end: start + exact.length };
  const errors = Math.min(MOST_ERRORS, exact.length / 2);
  let best: { readonly span: Span; readonly score: number } | null = null;
  for (const match of matchesOf(text, exact, errors)) {
    const score = scoreOf(text, quote, match);
    if (best === null || score > best.score) best = { span: { start: match.start, end: match.end }, score };
  }
  return best?.span ?? null;
}

type Match = Span & { readonly errors: number };

function matchesOf(text: string, part: string, errors: number): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    exact.push({ start: at, end: at + part.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, part, errors);
}

function scoreOf(text: string, { exact, prefix, suffix, start }: PeerQuote, match: Match): number {
  const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
  const after = text.slice(match.end, match.end + suffix.length);
  const nearness = start === null ? 1 : 1 - Math.abs(match.start - start) / text.length;
  return (
    WEIGHTS.quote * (1 - match.errors / exact.length) +
    WEIGHTS.prefix * likeness(before, prefix) +
    WEIGHTS.suffix * likeness(after, suffix) +
    WEIGHTS.position * nearness
  );
}

function likeness(text: string, part: string): number {
  if (part === '') return 1;
  if (text === '') return 0;
  return 1 - (matchesOf(text, part, part.length)[0]?.errors ?? part.length) / part.length;
}
