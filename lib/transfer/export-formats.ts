/** What notes can go out as. The formats themselves are in lib/exchange. */
import { notesToBibtex } from '@/lib/exchange/bibtex.ts';
import { notesToCsl } from '@/lib/exchange/csl.ts';
import { notesToCsv } from '@/lib/exchange/csv.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { createHypothesisWriter } from '@/lib/exchange/hypothesis.ts';
import { notesToMarkdown, notesToMarkdownFiles } from '@/lib/exchange/markdown.ts';
import { notesToReadwise } from '@/lib/exchange/readwise.ts';
import { notesToRis } from '@/lib/exchange/ris.ts';
import { createW3cWriter } from '@/lib/exchange/w3c.ts';
import type { ExportFormat } from '@/lib/core/transfer.ts';
import { zipFiles } from './zip-files.ts';

/** `total`: how many notes will come; `now`: milliseconds since 1970. */
type Going = { readonly total: number; readonly now: number };
type Pieces = AsyncIterable<string | Uint8Array>;

export type FormatFile = {
  readonly name: string;
  readonly type: string;
  readonly write: (items: AsyncIterable<ExportItem>, going: Going) => Pieces;
};

export const FORMAT_FILES: Readonly<Record<ExportFormat, FormatFile>> = {
  'markdown-zip': {
    name: 'parallax-notes.zip',
    type: 'application/zip',
    write: (items, { now }) => zipFiles(notesToMarkdownFiles(underOneKey(items)), now),
  },
  markdown: {
    name: 'parallax-notes.md',
    type: 'text/markdown',
    write: (items) => notesToMarkdown(underOneKey(items)),
  },
  w3c: {
    name: 'parallax-notes.jsonld',
    type: 'application/ld+json',
    write: (items, { total }) => createW3cWriter(total)(items),
  },
  hypothesis: {
    name: 'parallax-hypothesis.json',
    type: 'application/json',
    write: (items, { total }) => createHypothesisWriter(total)(items),
  },
  csv: { name: 'parallax-notes.csv', type: 'text/csv', write: notesToCsv },
  readwise: { name: 'parallax-readwise.csv', type: 'text/csv', write: notesToReadwise },
  csl: {
    name: 'parallax-sources.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: (items) => notesToCsl(underOneKey(items)),
  },
  ris: {
    name: 'parallax-sources.ris',
    type: 'application/x-research-info-systems',
    write: (items) => notesToRis(underOneKey(items)),
  },
  bibtex: {
    name: 'parallax-sources.bib',
    type: 'application/x-bibtex',
    write: (items) => notesToBibtex(underOneKey(items)),
  },
};

/** These formats gather by article, and do not say the key: notes made at another of its addresses belong there too. */
async function* underOneKey(items: AsyncIterable<ExportItem>): AsyncGenerator<ExportItem, void> {
  for await (const { note, article } of items)
    yield { note: article === null ? note : { ...note, article: article.key }, article };
}
