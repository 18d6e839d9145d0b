/** What the reader types into the search: words, “phrases”, and filters such as `tag:grain before:2022-05`. */
import { foldWords } from './fold-words.ts';
import { FACETS, NO_FILTERS, type Filters } from './filters.ts';

export type Query = {
  /** Folded; a text must have a word that begins with each of them. */
  readonly words: readonly string[];
  /** Folded, with the spaces around them; a text must hold each as it is. */
  readonly phrases: readonly string[];
  readonly filters: Filters;
};

/** An operator, a quoted phrase, or what stands between spaces. */
const PART = /(?:(\p{L}+):)?(?:["“”„«]([^"“”„«»]*)(?:["“”»]|$)|(\S+))/gu;

/** Never throws: what is no operator is words. */
export function parseQuery(text: string): Query {
  const words: string[] = [];
  const phrases: string[] = [];
  let filters: Filters = NO_FILTERS;
  for (const [whole, operator, quoted, plain] of text.matchAll(PART)) {
    const narrower = operator === undefined ? null : applied(filters, operator.toLowerCase(), quoted ?? plain ?? '');
    if (narrower !== null) filters = narrower;
    else if (quoted !== undefined) phrases.push(foldWords(quoted));
    else words.push(...unspaced(foldWords(whole)));
  }
  return { words, phrases: phrases.filter((phrase) => phrase !== ' '), filters };
}

const unspaced = (folded: string): string[] => folded.split(' ').filter((word) => word !== '');

/** Null where there is no such operator, or its value says nothing. */
function applied(filters: Filters, operator: string, value: string): Filters | null {
  const facet = FACETS.find((one) => one === operator);
  if (facet !== undefined && value !== '') return { ...filters, [facet]: [...filters[facet], value] };
  const day = operator === 'before' || operator === 'after' ? firstMoment(value) : null;
  if (day === null) return null;
  return operator === 'before' ? { ...filters, before: day } : { ...filters, after: day };
}

/** Of the year, month or day, where the reader is; in milliseconds since 1970. Null where it is none. */
export function firstMoment(date: string): number | null {
  const [, year = '', month = '1', day = '1'] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(date) ?? [];
  if (year === '' || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return new Date(Number(year), Number(month) - 1, Number(day)).getTime();
}
