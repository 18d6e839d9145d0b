/** Writes of others into the records here and the library: what the reader did meanwhile first, then theirs on top. */
import { collectFrom } from './local-edits.ts';
import { isAbove, isGone, mergeRecord, type Floor } from './merge-record.ts';
import { UNSENT, type Home, type RecordChange, type RecordId, type SyncedRecord } from './record.ts';
import { rowOf, saysTheSame } from './record-homes.ts';
import { deviceOf, type Stamp } from './stamp.ts';
import type { LibrarySide, RecordRow, SelfRow, SyncTx } from './tables.ts';
import { writtenAgain, type Writer } from './written.ts';

export async function applyRecords(
  tx: SyncTx,
  library: LibrarySide,
  changes: readonly RecordChange[],
  self: SelfRow,
  now: number,
): Promise<void> {
  const ids = [...new Set(changes.map((change) => change.id))];
  const writer = { device: self.device, now };
  const before = await collectFrom(tx, library, ids, writer);
  const after = new Map<RecordId, RecordRow>();
  for (const change of changes) {
    const known = after.get(change.id) ?? before.get(change.id);
    const merged = withOthers(known, change, self, writer);
    if (!saysTheSame(known, merged)) after.set(change.id, rowOf(merged));
  }
  const changed = [...after.values()];
  await tx.put('records', changed);
  await tx.put(
    'undo',
    changed.flatMap((record) => deletedFrom(before.get(record.id), record)),
  );
  await library.show(tx, changed);
}

function withOthers(known: RecordRow | undefined, change: RecordChange, self: SelfRow, writer: Writer): SyncedRecord {
  const merged = mergeRecord(known, change, null);
  if (known === undefined || isGone(known) || isGone(merged)) return merged;
  const { floor } = merged;
  if (floor === null || !isAbove(known.floor, floor.stamp) || !hasOwnAbove(floor, known, self)) return merged;
  return mergeRecord(merged, writtenAgain(known, merged, writer), UNSENT);
}

/**
 * Something of ours was written after a deletion, so who deleted the record did not know of it, and the record lives.
 * What fell is written again by the one who wrote on: nobody keeps half a note.
 */
function hasOwnAbove(floor: Floor, { cells, versions }: SyncedRecord, self: SelfRow): boolean {
  const isOwn = ({ stamp, home }: { readonly stamp: Stamp; readonly home: Home }): boolean =>
    isAbove(floor, stamp) && (home !== null || [self.device, ...self.formerly].includes(deviceOf(stamp)));
  return Object.values(cells).some(isOwn) || versions.some(isOwn);
}

const deletedFrom = (was: RecordRow | undefined, is: RecordRow) =>
  was !== undefined && !isGone(was) && isGone(is) ? [{ id: is.id, alarm: null, was }] : [];
