/** What the reader did here since the last look, as writes with stamps. */
import type { Json } from '@/lib/core/note.ts';
import { canonical, toJson } from './canonical.ts';
import { emptyRecord, isGone, mergeRecord } from './merge-record.ts';
import { BODY, UNSENT, type RecordChange, type RecordId, type SyncedRecord } from './record.ts';
import { rowOf } from './record-homes.ts';
import { isFieldName, isRecordId } from './segment.ts';
import type { LibrarySide, LocalChange, RecordRow, SyncTx } from './tables.ts';
import { deletion, settledBody, writtenBody, writtenCells, type Writer } from './written.ts';

/** @returns how many were marked: fewer than `limit` means that nothing is left. */
export async function collectLocal(
  tx: SyncTx,
  library: LibrarySide,
  writer: Writer & { readonly limit: number },
): Promise<number> {
  const ids = await library.marked(tx, writer.limit);
  if (ids.length > 0) await collectFrom(tx, library, ids, writer);
  return ids.length;
}

/** As `collectLocal`, of these records only, marked or not. @returns the records as they are then. */
export async function collectFrom(
  tx: SyncTx,
  library: LibrarySide,
  ids: readonly RecordId[],
  writer: Writer,
): Promise<Map<RecordId, RecordRow | undefined>> {
  const rows = await tx.getMany('records', ids);
  const known = new Map(ids.map((id, index) => [id, rows[index]]));
  const written: RecordRow[] = [];
  for (const change of await library.changed(tx, known)) {
    const row = withLocal(known.get(change.id), change, writer);
    if (row === null) continue;
    known.set(change.id, row);
    written.push(row);
  }
  await tx.put('records', written);
  await library.settled(tx, ids);
  return known;
}

/** Null: nothing that is not known already, or nothing that can be sent. */
function withLocal(before: RecordRow | undefined, change: LocalChange, writer: Writer): RecordRow | null {
  const record = before ?? emptyRecord(change.id);
  const writes = change.fields === null ? deletionOf(before, writer) : writesOf(record, change.fields, writer);
  if (writes === null || !isRecordId(change.id)) return null;
  return rowOf(mergeRecord(record, writes, UNSENT));
}

const deletionOf = (before: SyncedRecord | undefined, writer: Writer): RecordChange | null =>
  before === undefined || isGone(before) ? null : deletion(before, writer);

function writesOf(
  record: SyncedRecord,
  fields: Readonly<Record<string, unknown>>,
  writer: Writer,
): RecordChange | null {
  const known = new Map(Object.entries(record.cells));
  const differing = new Map<string, Json>();
  for (const [field, raw] of Object.entries(fields)) {
    const value = toJson(raw ?? null);
    if (field === BODY || value === undefined || !isFieldName(field)) continue;
    const cell = known.get(field);
    if (cell === undefined || canonical(cell.value) !== canonical(value)) differing.set(field, value);
  }
  const text = fields[BODY];
  const isNewText = typeof text === 'string' && text !== record.versions[0]?.text;
  if (differing.size === 0 && !isNewText) return null;
  return {
    id: record.id,
    floor: null,
    cells: writtenCells(record, differing, writer),
    versions: isNewText ? [writtenBody(record, text, writer)] : [],
  };
}

/**
 * The reader has made one text of several. The caller puts it into the library as well, in the same transaction. Null:
 * there is no such record any more.
 */
export async function settleBody(tx: SyncTx, id: RecordId, text: string, writer: Writer): Promise<SyncedRecord | null> {
  const record = await tx.get('records', id);
  if (record === undefined || isGone(record)) return null;
  const settled = { id, floor: null, cells: {}, versions: [settledBody(record, text, writer)] };
  const row = rowOf(mergeRecord(record, settled, UNSENT));
  await tx.put('records', [row]);
  return row;
}
