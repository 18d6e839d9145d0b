/** A quote with its surroundings, as both formats write it: the standard's TextQuoteSelector. */
import { LONGEST_CONTEXT, LONGEST_EXACT, type Json, type Passage } from '@/lib/core/note.ts';
import { ParseError } from '@/lib/core/parse.ts';
import type { Fields } from './kept-fields.ts';

export const quoteSelector = ({ exact, prefix, suffix }: Passage): Fields => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});

/** Throws `ParseError` where the quote is longer than what is kept: cut, it would stand for other words. */
export function passageOf(selector: Fields, position: Passage['position']): Passage | null {
  const { exact } = selector;
  if (typeof exact !== 'string') return null;
  if (exact.length > LONGEST_EXACT) throw new ParseError('exact', `a quote of at most ${LONGEST_EXACT} characters`);
  const prefix = textOr(selector.prefix);
  const suffix = textOr(selector.suffix);
  return {
    exact,
    prefix: prefix.length > LONGEST_CONTEXT ? prefix.slice(-LONGEST_CONTEXT).replace(/^[\uDC00-\uDFFF]/, '') : prefix,
    suffix: suffix.length > LONGEST_CONTEXT ? suffix.slice(0, LONGEST_CONTEXT).replace(/[\uD800-\uDBFF]$/, '') : suffix,
    position,
    heading: null,
  };
}

const textOr = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
