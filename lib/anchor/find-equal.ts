/** The places where a passage's words stand unchanged, but for how they are printed. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import { WORD_EVIDENCE, type Candidate } from './candidate.ts';
import { foldText, sourceSpan } from './fold.ts';
import { bitsIn, type NotedWords } from './noted-words.ts';
import type { Lexicon, PageIndex } from './page-index.ts';
import { NO_RUNS, supportAt, wordsOfSupport, type Runs } from './support.ts';
import { wordAfter, wordFrom } from './words.ts';

/** As the page was when the passage was noted: the same words at the same place, with the same words around. */
export function standsWhereItStood(page: PageIndex, { exact, prefix, suffix, position }: Passage): Span | null {
  if (position === null || exact === '') return null;
  const start = page.points().toUnits(position.start);
  const end = start + exact.length;
  const { text } = page;
  if (!text.startsWith(exact, start) || !text.startsWith(suffix, end)) return null;
  return start >= prefix.length && text.startsWith(prefix, start - prefix.length) ? { start, end } : null;
}

/** With what stood around it, printed the same. */
export function standsOnce({ text }: PageIndex, { exact, prefix, suffix }: Passage): boolean {
  const quote = prefix + exact + suffix;
  return text.indexOf(quote) === text.lastIndexOf(quote);
}

/** A word as common as this on a page is looked at where the words around it stand. */
const MOST_LOOKED_AT = 4096;
const MOST_WEIGHED = 12;
/** In bits: what it tells that a place is printed as the passage was, and the same character next to it, in any script. */
const SAME_PRINTING = 3;
const RUN_EVIDENCE = 0.25;

/** The places of the words alone; where there are many, the likelier by what is around them. */
export function findEqual(page: PageIndex, passage: Passage, noted: NotedWords): readonly Candidate[] {
  const own = foldText(passage.exact).text;
  if (own === '') return [];
  const folded = page.folded();
  const lexicon = page.lexicon();
  const found = occurrences(folded.text, own, MOST_LOOKED_AT)
    .map((at) => ({ at, span: sourceSpan(folded, { start: at, end: at + own.length }) }))
    .filter(({ span }) => isWhole(lexicon, span, passage));
  const around = { prefix: foldText(passage.prefix).text, suffix: foldText(passage.suffix).text };
  return likeliest(found, noted, lexicon).map(({ at, span }) => {
    const runs = {
      before: runBefore(folded.text, at, around.prefix),
      after: runAfter(folded.text, at + own.length, around.suffix),
    };
    return equalAt(page, passage, noted, { span, runs });
  });
}

type Place = { readonly span: Span; readonly runs: Runs };

function equalAt(page: PageIndex, { exact }: Passage, noted: NotedWords, { span, runs }: Place): Candidate {
  const lexicon = page.lexicon();
  const support = supportAt(noted, lexicon, placeOf(lexicon, span), noted.isRaw ? runs : NO_RUNS);
  const kind = page.text.slice(span.start, span.end) === exact ? 'exact' : 'folded';
  const words = noted.own.end - noted.own.start + wordsOfSupport(support);
  const evidence =
    words * WORD_EVIDENCE + (runs.before + runs.after) * RUN_EVIDENCE + (kind === 'exact' ? SAME_PRINTING : 0);
  return {
    kind,
    span,
    likeness: 1,
    kept: bitsIn(noted, noted.own),
    lost: { before: 0, after: 0 },
    weakest: 1,
    hasSingular: true,
    putIn: 0,
    support,
    evidence,
  };
}

/** Of context, characters next to the passage that are the same; more than `LONGEST_RUN` tell no more. */
const LONGEST_RUN = 16;

function runBefore(text: string, end: number, prefix: string): number {
  let run = 0;
  while (run < LONGEST_RUN && run < prefix.length && text[end - 1 - run] === prefix[prefix.length - 1 - run]) run += 1;
  return run;
}

function runAfter(text: string, start: number, suffix: string): number {
  let run = 0;
  while (run < LONGEST_RUN && run < suffix.length && text[start + run] === suffix[run]) run += 1;
  return run;
}

function occurrences(text: string, part: string, most: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < most; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

const placeOf = ({ words }: Lexicon, { start, end }: Span): Span => ({
  start: wordAfter(words, start),
  end: wordFrom(words, end),
});

const ENDS_IN_LETTER = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_WITH_LETTER = /^[\p{L}\p{M}\p{N}]/u;

/** “He” does not stand in “the”; but what was noted from within a word, may. */
function isWhole({ words }: Lexicon, { start, end }: Span, { exact, prefix, suffix }: Passage): boolean {
  const first = wordAfter(words, start);
  const last = wordFrom(words, end) - 1;
  const cutsFirst = (words.starts[first] ?? start) < start;
  const cutsLast = (words.ends[last] ?? end) > end;
  return (
    (!cutsFirst || (ENDS_IN_LETTER.test(prefix) && BEGINS_WITH_LETTER.test(exact))) &&
    (!cutsLast || (ENDS_IN_LETTER.test(exact) && BEGINS_WITH_LETTER.test(suffix)))
  );
}

type Found = { readonly at: number; readonly span: Span };

function likeliest(found: readonly Found[], noted: NotedWords, lexicon: Lexicon): readonly Found[] {
  if (found.length <= MOST_WEIGHED) return found;
  const around = wordsAround(noted);
  const reach = around.size + 4;
  const { ids } = lexicon.words;
  const weigh = (span: Span): number => {
    const { start, end } = placeOf(lexicon, span);
    let bits = 0;
    for (let n = Math.max(0, start - reach); n < Math.min(ids.length, end + reach); n += 1) {
      const id = ids[n] ?? 0;
      if (around.has(id) && (n < start || n >= end)) bits += lexicon.bits(id);
    }
    return bits;
  };
  return found
    .map((one) => ({ one, bits: weigh(one.span) }))
    .sort((a, b) => b.bits - a.bits)
    .slice(0, MOST_WEIGHED)
    .map(({ one }) => one);
}

function wordsAround({ ids, own }: NotedWords): ReadonlySet<number> {
  return new Set([...ids.subarray(0, own.start), ...ids.subarray(own.end)]);
}
