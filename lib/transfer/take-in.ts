/** Files into the library, whatever they turn out to be. Never throws for what a reader can bring about. */
import type { Ending, TakenFiles } from '@/lib/core/transfer.ts';
import { ExchangeError, type FileReader } from '@/lib/exchange/export-item.ts';
import { checkBackup, readBackup, type BackupRow } from '@/lib/exchange/backup.ts';
import { readHypothesis } from '@/lib/exchange/hypothesis.ts';
import { recogniseFormat } from '@/lib/exchange/recognise-format.ts';
import { readW3c } from '@/lib/exchange/w3c.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import type { Library } from '@/lib/storage/library.ts';
import { fromBackupRow, type ReadRow } from './backup-rows.ts';
import { piecesOf } from './file-pieces.ts';
import { isCancelled, type Job } from './job.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { oldBackupRows } from './old-backup.ts';
import { restoreRows, type RestoreLibrary } from './restore-rows.ts';
import { takeInNotes } from './take-in-notes.ts';

export type TakeInLibrary = RestoreLibrary & Pick<Library, 'takingIn'>;

/** `onProgress` counts bytes. */
export async function takeIn(library: TakeInLibrary, files: readonly File[], job: Job): Promise<TakenFiles> {
  const ledger = createLedger();
  const progress = createProgress(files, job);
  for (const file of files) {
    const named: Ledger = files.length === 1 ? ledger : namingFile(ledger, file.name);
    const ending = await endingOf(file, job, () => takeInFile(library, file, { ledger: named, job, progress }));
    if (ending.kind !== 'done') return { ending, summary: ledger.summary() };
  }
  return { ending: { kind: 'done' }, summary: ledger.summary() };
}

const namingFile = (ledger: Ledger, name: string): Ledger => ({
  ...ledger,
  complain: ({ where, why }) => ledger.complain({ where: `${name}: ${where}`, why }),
});

/** Each file counts twice: a backup is read through before anything is changed. */
function createProgress(files: readonly File[], { onProgress }: Job): (bytes: number) => void {
  const of = 2 * files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  return (bytes) => onProgress((done += bytes), of);
}

async function endingOf(file: File, job: Job, work: () => Promise<Ending>): Promise<Ending> {
  try {
    return await work();
  } catch (cause) {
    if (isCancelled(job, cause)) return { kind: 'cancelled' };
    if (cause instanceof LibraryError) return { kind: cause.kind === 'full' ? 'full' : 'unavailable' };
    if (cause instanceof ExchangeError)
      return { kind: cause.kind === 'not-this-format' ? 'unknown' : cause.kind, file: file.name };
    // The file was moved or changed while it was read.
    if (cause instanceof DOMException) return { kind: 'broken', file: file.name };
    throw cause;
  }
}

type Work = { readonly ledger: Ledger; readonly job: Job; readonly progress: (bytes: number) => void };

const READERS: Readonly<Record<'w3c' | 'hypothesis', FileReader>> = { w3c: readW3c, hypothesis: readHypothesis };

async function takeInFile(library: TakeInLibrary, file: File, { ledger, job, progress }: Work): Promise<Ending> {
  const { signal } = job;
  const pieces = () => piecesOf(file, signal, progress);
  const format = await recogniseFormat(piecesOf(file, signal));
  if (format === 'w3c' || format === 'hypothesis') {
    await takeInNotes(library, READERS[format](piecesOf(file, signal, (bytes) => progress(2 * bytes))), ledger, signal);
  } else if (format === 'backup') {
    await checkBackup(pieces());
    await restoreRows(library, readRows(readBackup(pieces())), ledger, signal);
  } else {
    const old = await oldRowsOf(file);
    if (old === null) return { kind: 'unknown', file: file.name };
    await restoreRows(library, readRows(old), ledger, signal);
  }
  return { kind: 'done' };
}

async function* readRows(rows: AsyncIterable<BackupRow> | Iterable<BackupRow>): AsyncGenerator<ReadRow, void> {
  let at = 0;
  for await (const row of rows) yield fromBackupRow(row, at++);
}

/** Old backups held no notes, and so were short. */
const LONGEST_OLD = 50_000_000;

async function oldRowsOf(file: File): Promise<readonly BackupRow[] | null> {
  return file.size > LONGEST_OLD ? null : oldBackupRows(await file.text());
}
