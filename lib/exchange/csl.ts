/** CSL-JSON, which Zotero, Pandoc and citation styles read: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
import type { PartialDate } from '@/lib/core/dates.ts';
import { citedIn, type Citations } from './cite-collect.ts';
import type { CitedName } from './cite-names.ts';
import type { Citation, CitationKind } from './citation.ts';
import type { Writer } from './export-item.ts';

const TYPE = {
  news: 'article-newspaper',
  webpage: 'webpage',
  interview: 'interview',
  speech: 'speech',
  report: 'report',
  document: 'document',
} as const satisfies Record<CitationKind, string>;

export const notesToCsl: Writer = (items) => citationsToCsl(citedIn(items));

/** One JSON array. */
export async function* citationsToCsl(citations: Citations): AsyncIterable<string> {
  let before = '[\n';
  for await (const citation of citations) {
    yield before + JSON.stringify(cslItem(citation));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** What is not known is left out: a style then says so in its own way. */
function cslItem({ key, kind, title, authors, outlet, url, published, accessed, language }: Citation) {
  return {
    id: key,
    type: TYPE[kind],
    ...(title !== null && { title: plainTitle(title) }),
    ...(authors.length > 0 && { author: authors.map(cslName) }),
    ...(outlet !== null && { 'container-title': outlet }),
    ...(url !== null && { URL: url }),
    ...(published !== null && { issued: cslDate(published) }),
    ...(accessed !== null && { accessed: cslDate(accessed) }),
    ...(language !== null && { language }),
  };
}

/** Titles may hold `<i>` and the like as markup; ours hold words, so what would be read as a tag is spaced apart. */
const plainTitle = (title: string): string => title.replace(/<(?=\/?(?:i|b|sc|sub|sup|span)\b)/gi, '< ');

const cslName = (name: CitedName) =>
  name.kind === 'literal'
    ? { literal: name.name }
    : { family: name.family, given: name.given, ...(name.suffix !== null && { suffix: name.suffix }) };

const cslDate = (date: PartialDate) => ({ 'date-parts': [date.split('-').map(Number)] });
