/** Brings back what another device deleted all at once, as new writes of this one. */
import { emptyRecord, isGone, mergeRecord } from './merge-record.ts';
import { UNSENT } from './record.ts';
import { rowOf } from './record-homes.ts';
import type { LibrarySide, SyncTx } from './tables.ts';
import { writtenAgain, type Writer } from './written.ts';

/** What has come to life again in another way is left as it is. Settles the alarm. @returns how many came back. */
export async function undoDeletes(tx: SyncTx, library: LibrarySide, alarm: string, writer: Writer): Promise<number> {
  const undo = (await tx.all('undo')).filter((row) => row.alarm === alarm);
  const records = await tx.getMany(
    'records',
    undo.map((row) => row.id),
  );
  const back = undo.flatMap(({ id, was }, index) => {
    const record = records[index] ?? emptyRecord(id);
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
