/** RIS, which reference managers read: one `TAG  - value` a line, from TY to ER. */
import type { PartialDate } from '@/lib/core/dates.ts';
import { citedIn, type Citations } from './cite-collect.ts';
import { sortName } from './cite-names.ts';
import type { Citation, CitationKind } from './citation.ts';
import type { Writer } from './export-item.ts';

/** The format has no type for interviews; it has some for recordings, which these are not. */
const TYPE = {
  news: 'NEWS',
  webpage: 'ELEC',
  interview: 'NEWS',
  speech: 'GEN',
  report: 'RPRT',
  document: 'GEN',
} as const satisfies Record<CitationKind, string>;

export const notesToRis: Writer = (items) => citationsToRis(citedIn(items));

export async function* citationsToRis(citations: Citations): AsyncIterable<string> {
  for await (const citation of citations) yield risEntry(citation);
}

function risEntry({ key, kind, title, authors, outlet, url, published, accessed, language }: Citation): string {
  return [
    line('TY', TYPE[kind]),
    line('ID', key),
    line('TI', title),
    ...authors.map((name) => line('AU', sortName(name))),
    line('T2', outlet),
    line('PY', published?.slice(0, 4)),
    line('DA', published && risDate(published)),
    line('UR', url),
    line('Y2', accessed && risDate(accessed)),
    line('LA', language),
    'ER  - \r\n\r\n',
  ].join('');
}

/** Empty without a value. A line break inside would begin a field of its own. */
function line(tag: string, value: string | null | undefined): string {
  const plain = (value ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return plain === '' ? '' : `${tag}  - ${plain}\r\n`;
}

/** `2022/03/29/`, `2022/03//`, `2022///`: year, month, day and a remark, whichever are known. */
function risDate(date: PartialDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}
