/** The day on which a speaker said it, where the words beside the cue tell one: “said on Monday”, “On Monday, Porter said”. */
import type { Sentence } from '@/lib/core/article.ts';
import { partialDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import { datedSpansIn } from '@/lib/text/relative-dates.ts';
import type { DatedSpan } from '@/lib/text/relative-dates.ts';
import { isOne } from './lexicon.ts';
import { partOf } from './proposal.ts';
import type { SaidWhen } from './proposal.ts';
import type { Phrase, Word } from './words.ts';

const DAY = 86_400_000;
const NEAR = 48;

type Cue = { readonly words: readonly Word[]; readonly cue: Phrase; readonly subject: Phrase | null };

export function saidWhen(
  text: string,
  sentence: Sentence,
  published: PartialDate | null,
  { words, cue, subject }: Cue,
): SaidWhen | null {
  const last = words[cue.to];
  const first = words[Math.min(cue.from, subject?.from ?? cue.from)];
  if (last === undefined || first === undefined) return null;
  for (const dated of datedSpansIn(sentence.text, published)) {
    const at = { start: dated.start + sentence.start, end: dated.end + sentence.start };
    if (words.some(({ quoted, start, end }) => quoted && start < at.end && at.start < end)) continue;
    const isBehind = at.start >= last.end && isBeside(words, text.slice(last.end, at.start), last.end, at.start);
    const isBefore = at.end <= first.start && first.start - at.end <= 2 && opensWithDate(words, at.start);
    const date = dateOf(dated);
    if (date !== null && (isBehind || isBefore)) return { date, given: partOf(text, at) };
  }
  return null;
}

/** Nothing of what was said stands between. */
function isBeside(words: readonly Word[], between: string, from: number, to: number): boolean {
  if (between.length > NEAR || /[,;:“”"]/.test(between)) return false;
  return words
    .filter(({ start, end }) => start >= from && end <= to)
    .every(
      ({ word, capital }) =>
        capital ||
        isOne(word, 'preposition', 'document', 'people', 'determiner') ||
        word === 'late' ||
        word === 'early',
    );
}

/** “On Monday, Porter said”; “since Monday” tells of something else. */
function opensWithDate(words: readonly Word[], start: number): boolean {
  return words.filter((word) => word.end <= start).every(({ word }) => isOne(word, 'dated', 'lead'));
}

/** Null for a span that is no day, month or year. */
function dateOf({ first, last }: DatedSpan): PartialDate | null {
  const [from, to] = [isoOf(first), isoOf(last)];
  if (first === last) return partialDate(from);
  const isMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && isoOf(last + 1).endsWith('-01');
  if (isMonth) return partialDate(from.slice(0, 7));
  const isYear = from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);
  return isYear ? partialDate(from.slice(0, 4)) : null;
}

const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
