/** Between rows of the library and rows of a backup: the same, but for what JSON has no word for. */
import { json } from '@/lib/core/parse-note.ts';
import { ParseError, record, text } from '@/lib/core/parse.ts';
import type { PackId } from '@/lib/core/ids.ts';
import type { BackupRow } from '@/lib/exchange/backup.ts';
import { vectorFromJson, vectorToJson } from '@/lib/exchange/backup-vector.ts';
import { PARSE_ROW, type OwnRow } from '@/lib/storage/own-rows.ts';
import { parsePackRows } from '@/lib/storage/pack-rows.ts';

/** `section: null`: a row that cannot be taken in, with a sentence why. */
export type ReadRow = OwnRow | { readonly section: null; readonly where: string; readonly why: string };

export function toBackupRow({ section, row }: OwnRow): BackupRow {
  switch (section) {
    case 'settings':
      return { section, row: { key: row.key, value: json(row.value, 'value') } };
    case 'feedback':
      return { section, row: { ...row, vector: row.vector && vectorToJson(row.vector) } };
    default:
      return { section, row };
  }
}

/** `at`: the row's place in the file, from 0. */
export function fromBackupRow({ section, row }: BackupRow, at: number): ReadRow {
  try {
    return parsed(section, row) ?? complaint(at, `It is of a kind that this version does not know: ${section}.`);
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    return complaint(at, `${section}: ${cause.message}`);
  }
}

const complaint = (at: number, why: string): ReadRow => ({ section: null, where: `rows[${at}]`, why });

/** Null where the section is not known. Throws `ParseError`. */
function parsed(section: string, row: unknown): OwnRow | null {
  switch (section) {
    case 'settings':
      return { section, row: PARSE_ROW.settings(row) };
    case 'switchedOff':
      return { section, row: text(row, section, 80) as PackId };
    case 'packs':
      return { section, row: parsePackRows(row) };
    case 'feedback':
      return { section, row: PARSE_ROW.feedback(withVector(row)) };
    case 'articles':
      return { section, row: PARSE_ROW.articles(row) };
    case 'texts':
      return { section, row: PARSE_ROW.texts(row) };
    case 'notes':
      return { section, row: PARSE_ROW.notes(row) };
    case 'drafts':
      return { section, row: PARSE_ROW.drafts(row) };
    default:
      return null;
  }
}

function withVector(row: unknown) {
  const { vector, ...others } = record(row, 'feedback');
  return { ...others, vector: vector === null ? null : vectorFromJson(vector, 'feedback.vector') };
}
