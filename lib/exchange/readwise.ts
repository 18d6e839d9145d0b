/** The CSV that Readwise imports: https://readwise.io/import_bulk, with its inline tags. */
import { FLAG_KINDS } from '@/lib/core/note.ts';
import { csvRow } from './csv-cell.ts';
import type { ExportItem, Writer } from './export-item.ts';
import { isoOf } from './note-moment.ts';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

/** Tags that are commands there: a heading, a highlight joined with the next, a card to learn. */
const COMMAND = /^(?:h\d|c\d+|qa|cloze|favou?rite|discard|action)$/i;

export const notesToReadwise: Writer = async function* (items) {
  yield csvRow(COLUMNS);
  for await (const item of items) if (item.note.deleted === null) yield csvRow(rowOf(item));
};

/** There is no row without a highlight: a note on a page as a whole, or a bare flag on it, stands there itself. */
function rowOf({ note, article }: ExportItem): (string | number | null)[] {
  const title = article?.title ?? article?.outlet ?? note.url;
  const [highlight, body] = note.passage === null ? [note.body || title, ''] : [note.passage.exact, note.body];
  return [
    highlight,
    title,
    article?.byline ?? article?.outlet ?? null,
    article?.url ?? note.url,
    [inlineTags(note), body].filter((part) => part !== '').join('\n'),
    note.passage?.position?.start ?? null,
    isoOf(note.created).replace('T', ' ').slice(0, 19),
  ];
}

/** `.tag .another-tag`: one word each, at the head of the note. The flag is one, too. */
function inlineTags({ flag, tags }: ExportItem['note']): string {
  const flags = FLAG_KINDS.filter((kind) => kind === flag).map((kind) => `flag-${kind}`);
  const words = [...flags, ...tags].map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, ''));
  return words.flatMap((word) => (word === '' ? [] : COMMAND.test(word) ? `.${word}-` : `.${word}`)).join(' ');
}
