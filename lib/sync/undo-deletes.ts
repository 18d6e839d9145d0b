/** Brings back what another device deleted all at once, as new writes of this one. */
import { collectFrom } from './local-edits.ts';
import { emptyRecord, isGone, mergeRecord } from './merge-record.ts';
import { UNSENT } from './record.ts';
import { rowOf } from './record-homes.ts';
import type { LibrarySide, SyncTx } from './tables.ts';
import { writtenAgain, type Writer } from './written.ts';

/** What has come to life again in another way is left as it is. Settles the alarm. @returns how many came back. */
export async function undoDeletes(tx: SyncTx, library: LibrarySide, alarm: string, writer: Writer): Promise<number> {
  const undo = (await tx.all('undo')).filter((row) => row.alarm === alarm);
  const ids = undo.map((row) => row.id);
  const records = await collectFrom(tx, library, ids, writer);
  const back = undo.flatMap(({ id, was }) => {
    const record = records.get(id) ?? emptyRecord(id);
    return isGone(record) ? [rowOf(mergeRecord(record, writtenAgain(was, record, writer), UNSENT))] : [];
  });
  await tx.put('records', back);
  await library.show(tx, back);
  await forgetDeletes(tx, alarm);
  return back.length;
}

/** Settles the alarm and keeps what was deleted deleted. */
export async function forgetDeletes(tx: SyncTx, alarm: string): Promise<void> {
  const undo = (await tx.all('undo')).filter((row) => row.alarm === alarm);
  await tx.drop(
    'undo',
    undo.map((row) => row.id),
  );
  await tx.drop('alarms', [alarm]);
}

/** More than this many, or more than this share of all once it is more than a few. */
const MANY = 50;
const MANY_OF_ALL = 0.2;
const FEW = 10;

/** When a pull has ended: whether what others deleted in it is so much that the reader should see it. */
export async function judgeDeletes(tx: SyncTx, now: number): Promise<void> {
  const undecided = (await tx.all('undo')).filter((row) => row.alarm === null);
  if (undecided.length === 0) return;
  const deleted = undecided.length;
  const all = await tx.count('records');
  if (deleted > MANY || (deleted >= FEW && deleted > all * MANY_OF_ALL)) {
    const id = `many-deleted:${now}`;
    await tx.put('alarms', [{ id, at: now, device: null, kind: 'many-deleted', records: deleted }]);
    await tx.put(
      'undo',
      undecided.map((row) => ({ ...row, alarm: id })),
    );
    return;
  }
  await tx.drop(
    'undo',
    undecided.map((row) => row.id),
  );
}
