/** Records shown anew: what an earlier version could not read, and what the reader had not wanted before. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import type { RecordRow, LibrarySide, SyncDatabase } from '@/lib/sync/tables.ts';
import { keptIn } from './kept.ts';

const PORTION = 200;

/** Before anything is collected: a row that waits in its record must not be taken for deleted. */
export async function reshow(
  db: LibraryDb,
  { sync, library, version }: { readonly sync: SyncDatabase; readonly library: LibrarySide; readonly version: string },
): Promise<void> {
  const kept = keptIn(db);
  const met = await kept.get('unreadable');
  if (met === undefined || met === version) return;
  for (let after = ''; ;) {
    const last = await sync.transact(async (tx) => {
      const records = await db.table<RecordRow>('syncRecords').where('id').above(after).limit(PORTION).toArray();
      await library.show(tx, records);
      return records.length < PORTION ? null : (records.at(-1)?.id ?? null);
    });
    if (last === null) break;
    after = last;
  }
  // What this version cannot read either has been noted anew under its name.
  if ((await kept.get('unreadable')) === met) await kept.drop('unreadable');
}
