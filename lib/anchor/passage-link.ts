/**
 * A link that opens a page at a passage, by a text directive of which is proven that on the page's text nothing else is
 * meant by it: neither in another case, nor with other accents or white space, nor within a word.
 */
import type { Span } from '@/lib/core/article.ts';
import { encodeTerm, withTextDirectives } from '@/lib/text/text-directive.ts';
import { foldText } from './fold.ts';
import type { PageIndex } from './page-index.ts';
import { toWordEdges, wordsAfter, wordsBefore } from './word-edges.ts';

/** Why there is none. `no-address`: not http(s). `no-words`: nothing to look for. `not-unique`: said more than once. */
export type WhyNoLink = 'no-address' | 'no-words' | 'not-unique';
export type PassageLink =
  { readonly kind: 'link'; readonly href: string } | { readonly kind: 'none'; readonly why: WhyNoLink };

/** What is in front of the passage, its beginning (or all of it), its end, and what follows. Empty: left out. */
type Directive = { readonly prefix: string; readonly start: string; readonly end: string; readonly suffix: string };

export function passageLink(page: PageIndex, span: Span, url: string): PassageLink {
  if (withTextDirectives(url, []) === null) return { kind: 'none', why: 'no-address' };
  const whole = toWordEdges(page.text, span);
  if (whole === null) return { kind: 'none', why: 'no-words' };
  const proof = createProof(page, whole);
  for (const directive of directivesFor(page.text, whole)) {
    const href = proof(directive) ? withTextDirectives(url, [write(directive)]) : null;
    if (href !== null) return { kind: 'link', href };
  }
  return { kind: 'none', why: 'not-unique' };
}

/** Words; a longer passage is linked by its beginning and its end. */
const MOST_WORDS = 10;
const LONGEST = 120;
const CONTEXTS = [0, 2, 4, 8, 16];
const EDGES = [3, 6, 10];

/** Shortest first. A term never reaches from one paragraph into the next: no browser would find it. */
function* directivesFor(text: string, { start, end }: Span): Generator<Directive> {
  const said = text.slice(start, end);
  const isShort = !said.includes('\n') && said.length <= LONGEST && said.split(' ').length <= MOST_WORDS;
  for (const context of CONTEXTS) {
    const prefix = context === 0 ? '' : wordsInFront(text, start, context);
    const suffix = context === 0 ? '' : wordsBehind(text, end, context);
    if (isShort) yield { prefix, start: said, end: '', suffix };
    else
      for (const edge of EDGES) {
        const from = text.slice(start, Math.min(end, wordsAfter(text, start, edge)));
        const to = text.slice(Math.max(start + from.length, wordsBefore(text, end, edge)), end);
        if (to.trim() !== '') yield { prefix, start: from, end: to.trim(), suffix };
      }
  }
}

function wordsInFront(text: string, start: number, many: number): string {
  const end = text.slice(0, start).trimEnd().length;
  return text.slice(wordsBefore(text, end, many), end).trim();
}

function wordsBehind(text: string, end: number, many: number): string {
  const start = text.length - text.slice(end).trimStart().length;
  return text.slice(start, wordsAfter(text, start, many)).trim();
}

/** Letters without their accents, one for one. */
const withoutAccents = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (char) => char.normalize('NFD').charAt(0));

function createProof(page: PageIndex, span: Span): (directive: Directive) => boolean {
  const { text, starts, ends } = page.folded();
  const bare = withoutAccents(text);
  const fold = (words: string): string => withoutAccents(foldText(words).text);
  return ({ prefix, start, end, suffix }) => {
    const [before, behind] = [fold(prefix), fold(suffix)];
    const first = before + fold(start) + (end === '' ? behind : '');
    const at = bare.indexOf(first);
    const from = at + before.length;
    if (at < 0 || starts[from] !== span.start || bare.includes(first, at + 1)) return false;
    if (end === '') return ends[at + first.length - behind.length - 1] === span.end;
    const last = fold(end);
    const to = bare.indexOf(last + behind, at + first.length);
    return to >= 0 && ends[to + last.length - 1] === span.end;
  };
}

function write({ prefix, start, end, suffix }: Directive): string {
  const terms = [
    prefix === '' ? [] : [`${encodeTerm(prefix)}-`],
    [encodeTerm(start)],
    end === '' ? [] : [encodeTerm(end)],
    suffix === '' ? [] : [`-${encodeTerm(suffix)}`],
  ];
  return terms.flat().join(',');
}
