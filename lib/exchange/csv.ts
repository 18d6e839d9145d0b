/** Notes as a table: a row a note, every field of it and of its article. */
import type { Note } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { BOM, csvRow } from './csv-cell.ts';
import type { ExportItem, Writer } from './export-item.ts';
import { isoOf } from './note-moment.ts';

type Cell = string | number | null;

const COLUMNS = {
  id: ({ note }) => note.id,
  address: ({ note }) => note.url,
  passage: ({ note }) => note.passage?.exact ?? null,
  before: ({ note }) => note.passage?.prefix ?? null,
  after: ({ note }) => note.passage?.suffix ?? null,
  start: ({ note }) => note.passage?.position?.start ?? null,
  end: ({ note }) => note.passage?.position?.end ?? null,
  heading: ({ note }) => note.passage?.heading ?? null,
  flag: ({ note }) => note.flag,
  note: ({ note }) => note.body,
  tags: ({ note }) => lines(note.tags),
  colour: ({ note }) => note.colour,
  created: ({ note }) => isoOf(note.created),
  modified: ({ note }) => isoOf(note.modified),
  deleted: ({ note }) => (note.deleted === null ? null : isoOf(note.deleted)),
  reply_to: ({ note }) => note.replyTo,
  text_hash: ({ note }) => note.text,
  imported_from: ({ note }) => note.imported?.format ?? null,
  imported_id: ({ note }) => note.imported?.id ?? null,
  imported_author: ({ note }) => note.imported?.author ?? null,
  imported_rest: ({ note }) => json(note.imported?.rest ?? null),
  ...ofEvidence({
    question: ({ asks }) => asks,
    claim: ({ says }) => says,
    relation: ({ relation }) => relation,
    sentence: ({ sentence }) => sentence,
    question_id: ({ question }) => question,
    claim_id: ({ claim }) => claim,
    pack: ({ pack }) => pack,
    pack_title: ({ packTitle }) => packTitle,
    pack_version: ({ packVersion }) => packVersion,
    accounts: ({ accounts }) => json(accounts),
  }),
  article: ({ note }) => note.article,
  ...ofArticle({
    article_title: ({ title }) => title,
    article_byline: ({ byline }) => byline,
    article_outlet: ({ outlet }) => outlet,
    article_address: ({ url }) => url,
    article_published: ({ published }) => published,
    article_updated: ({ updated }) => updated,
    article_language: ({ language }) => language,
    article_keys: ({ keys }) => lines(keys),
    article_first_read: ({ firstRead }) => isoOf(firstRead),
    article_last_read: ({ lastRead }) => isoOf(lastRead),
    article_packs: ({ packs }) => lines(packs),
    article_marks: ({ marks }) => marks,
    article_text_hash: ({ text }) => text,
  }),
} as const satisfies Record<string, (item: ExportItem) => Cell>;

export const notesToCsv: Writer = async function* (items) {
  yield BOM + csvRow(Object.keys(COLUMNS));
  for await (const item of items) yield csvRow(Object.values(COLUMNS).map((cell) => cell(item)));
};

type Columns<T> = Readonly<Record<string, (value: T) => Cell>>;

/** The same columns, of an item; empty where it has none. */
function ofEvidence(columns: Columns<NonNullable<Note['evidence']>>): Columns<ExportItem> {
  return mapped(columns, ({ note }) => note.evidence);
}

function ofArticle(columns: Columns<SavedArticle>): Columns<ExportItem> {
  return mapped(columns, ({ article }) => article);
}

function mapped<T>(columns: Columns<T>, part: (item: ExportItem) => T | null): Columns<ExportItem> {
  const entries = Object.entries(columns).map(([name, cell]) => {
    const ofItem = (item: ExportItem): Cell => {
      const value = part(item);
      return value === null ? null : cell(value);
    };
    return [name, ofItem] as const;
  });
  return Object.fromEntries(entries);
}

/** Several values in one cell, one a line: any other sign may stand in a tag. */
const lines = (values: readonly string[]): string => values.join('\n');
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
