/** A sentence as the rules of this room read it: its words, with what is written between them and which are quoted. */
import type { Sentence, Span } from '@/lib/core/article.ts';
import { tokensOf } from '@/lib/text/tokens.ts';
import type { Quotation } from './quotations.ts';
import { isOne } from './lexicon.ts';

/** Offsets are those of the article. */
export type Word = Span & {
  /** As the token of lib/text, always in lower case. */
  readonly word: string;
  readonly capital: boolean;
  /** All of it in capitals, and more than one letter: “UN”. */
  readonly shouted: boolean;
  /** Where it ends without “’s”. */
  readonly bare: number;
  readonly possessive: boolean;
  /** What is written between the word before and this one. */
  readonly gap: string;
  readonly quoted: boolean;
};

/** Of word indexes; both ends within. */
export type Phrase = { readonly from: number; readonly to: number };

/** Above that a sentence is a list or no prose at all, and is read for quotations only. */
const LONGEST = 3000;

/** `quotations`: those that touch the sentence. */
export function wordsOf({ start, text }: Sentence, quotations: readonly Quotation[]): Word[] {
  if (text.length > LONGEST) return [];
  let [end, at] = [0, 0];
  let before = '';
  return tokensOf(text).map((token) => {
    const gap = withoutFullStop(text.slice(end, token.start), before);
    end = token.end;
    const given = text.slice(token.start, token.end);
    before = given;
    const absolute = { start: start + token.start, end: start + token.end };
    while (at < quotations.length && (quotations[at]?.end ?? 0) <= absolute.start) at += 1;
    const quotation = quotations[at];
    return {
      ...absolute,
      // “US” is a country, “us” is not.
      word: token.word === token.word.toLowerCase() ? token.word : `${token.word.toLowerCase()}.`,
      capital: token.capital,
      shouted: given.length > 1 && given === given.toUpperCase() && /\p{Lu}/u.test(given),
      bare: absolute.end - (/['’]s?$/iu.exec(given)?.[0].length ?? 0),
      possessive: /['’]s?$/iu.test(given),
      gap,
      quoted: quotation !== undefined && quotation.start < absolute.end,
    };
  });
}

/** “Joseph S. Bermudez”, “Dr. Novak”: the stop ends nothing. */
function withoutFullStop(gap: string, before: string): string {
  const isShort = gap.startsWith('.') && (before.length === 1 || isOne(before.toLowerCase(), 'shortened'));
  return isShort ? gap.slice(1) : gap;
}

/** Without the “’s” of the last. */
export const spanOf = (words: readonly Word[], { from, to }: Phrase): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to]?.bare ?? 0,
});

/** A comma, dash or bracket: what stands behind may belong to what stands before. */
export const isSoft = (gap: string | undefined): boolean => gap !== undefined && /[,()\[\]–—]|\s-+\s/u.test(gap);
/** Ends a clause: a stop, a colon, or a quotation mark. */
export const isHard = (gap: string | undefined): boolean => gap !== undefined && /[.;:!?…"“”„«»]/u.test(gap);
export const isPlain = (gap: string | undefined): boolean => !isSoft(gap) && !isHard(gap);
export const hasQuoteMark = (gap: string | undefined): boolean => gap !== undefined && /["“”„«»‘]|'$|^'/u.test(gap);

export const isAdverb = ({ word, capital }: Word): boolean =>
  isOne(word, 'adverb') || (!capital && word.length > 4 && word.endsWith('ly'));

export const isNumber = (word: Word | undefined): boolean => word !== undefined && /^\p{N}/u.test(word.word);
