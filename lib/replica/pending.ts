/** How much of what was changed here the vault does not hold for certain. In a transaction over all tables. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import type { RecordId } from '@/lib/sync/record.ts';
import type { OwnFileRow } from '@/lib/sync/tables.ts';
import { countWhole, markedNow } from './marks.ts';

export async function countAllPending(db: LibraryDb): Promise<number> {
  const records = db.table<unknown, RecordId>('syncRecords');
  const files = await db.table<OwnFileRow>('syncOwnFiles').toArray();
  const outgoing = files.filter(({ state }) => state === 'outgoing' || state === 'lost').map(({ name }) => name);
  const pending = new Set([
    ...(await records.where('unsent').equals(1).primaryKeys()),
    ...(outgoing.length === 0 ? [] : await records.where('homes').anyOf(outgoing).primaryKeys()),
    ...(await markedNow(db)),
  ]);
  return pending.size + (await countWhole(db));
}
