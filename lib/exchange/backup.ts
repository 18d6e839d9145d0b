/**
 * All that is the reader's, in one file: a row a line, in the order given, then how many there are and their digest.
 * Nothing in it tells when it was made: what was restored from a backup gives the same file again, to the byte. A row is
 * kept as it stands, whatever section it is of: one that this version does not know may be of a newer one.
 */
import type { Json } from '@/lib/core/note.ts';
import { createRunningDigest } from '@/lib/text/running-digest.ts';
import { ExchangeError } from './export-item.ts';
import { keysOf, readJsonParts } from './json-stream.ts';
import { inOrder, isFields, isSame } from './kept-fields.ts';

/** Grows when older versions could no longer read the file. */
export const BACKUP_VERSION = 1;
const FORMAT = 'parallax-backup';

/** A row of a table. `section`: the table. */
export type BackupRow = { readonly section: string; readonly row: Json };

/** Rows by section, in the order of the file. */
export type BackupCounts = ReadonlyMap<string, number>;

/** Give every section's rows together and in the order of their keys: the same rows in the same order, the same file. */
export async function* writeBackup(rows: AsyncIterable<BackupRow>): AsyncGenerator<string, void> {
  const sum = createSum();
  yield `{"format":"${FORMAT}","version":${BACKUP_VERSION},"rows":[`;
  let before = '\n';
  for await (const row of rows) {
    yield before + sum.add(row);
    before = ',\n';
  }
  yield `\n],"counts":${JSON.stringify(Object.fromEntries(sum.counts))},"sha256":"${sum.end()}"}\n`;
}

/**
 * The rows as they stand in the file. Throws `ExchangeError`; that the file is damaged may come out at its very end
 * only, so let `checkBackup` read it before anything is changed.
 */
export async function* readBackup(pieces: AsyncIterable<string>): AsyncGenerator<BackupRow, BackupCounts> {
  const sum = createSum();
  const fields = new Map<string, unknown>();
  for await (const part of readJsonParts(pieces, ['/rows'])) {
    if (part.kind === 'field') fields.set(keysOf(part.path).join('/'), part.value);
    else if (part.kind === 'list') checkHead(fields);
    else if (part.kind === 'item' && isRow(part.value)) {
      sum.add(part.value);
      yield part.value;
    } else throw broken('a row is damaged');
  }
  checkHead(fields);
  const isWhole = fields.get('sha256') === sum.end() && isSame(fields.get('counts'), Object.fromEntries(sum.counts));
  if (!isWhole) throw broken('its digest is of other rows');
  return sum.counts;
}

/** Reads the file through and changes nothing. Throws `ExchangeError` where it cannot be restored whole. */
export async function checkBackup(pieces: AsyncIterable<string>): Promise<BackupCounts> {
  const rows = readBackup(pieces);
  let next = await rows.next();
  while (next.done !== true) next = await rows.next();
  return next.value;
}

function checkHead(fields: ReadonlyMap<string, unknown>): void {
  const version = fields.get('version');
  if (fields.get('format') !== FORMAT || typeof version !== 'number')
    throw new ExchangeError('not-this-format', 'The file is no backup of Parallax.');
  if (version > BACKUP_VERSION) throw new ExchangeError('newer', `The backup is of version ${version}.`);
}

function createSum() {
  const digest = createRunningDigest();
  const counts = new Map<string, number>();
  return {
    counts,
    /** Gives the row's line. */
    add: ({ section, row }: BackupRow): string => {
      const line = JSON.stringify({ section, row: inOrder(row) });
      digest.add(`${line}\n`);
      counts.set(section, (counts.get(section) ?? 0) + 1);
      return line;
    },
    end: digest.end,
  };
}

function isRow(value: unknown): value is BackupRow {
  return isFields(value) && typeof value.section === 'string' && value.row !== undefined;
}

const broken = (what: string): ExchangeError => new ExchangeError('broken', `The backup is damaged: ${what}.`);
