/** All that is the reader's into one file. */
import type { Exported } from '@/lib/core/transfer.ts';
import { writeBackup, type BackupRow } from '@/lib/exchange/backup.ts';
import type { Library } from '@/lib/storage/library.ts';
import { toBackupRow } from './backup-rows.ts';
import { exporting } from './export-notes.ts';
import { gatherFile } from './gather-file.ts';
import type { Job } from './job.ts';

/** Rows between two looks at whether it is still wanted. */
const LOOK_EVERY = 500;

export function backUp({ ownRows }: Pick<Library, 'ownRows'>, job: Job): Promise<Exported<Blob>> {
  return exporting(job, async () => {
    const of = await ownRows.count();
    let done = 0;
    const rows = async function* (): AsyncGenerator<BackupRow, void> {
      for await (const row of ownRows.each()) {
        if (done % LOOK_EVERY === 0) {
          job.signal.throwIfAborted();
          job.onProgress(done, of);
        }
        done += 1;
        yield toBackupRow(row);
      }
    };
    const file = await gatherFile(writeBackup(rows()), 'application/json');
    job.signal.throwIfAborted();
    const day = new Date().toISOString().slice(0, 10);
    return { kind: 'file', name: `parallax-backup-${day}.json`, file, entries: done };
  });
}
