/** Notes out into one file of the format asked for. */
import type { NoteId } from '@/lib/core/ids.ts';
import type { Exported, ExportFormat } from '@/lib/core/transfer.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { FORMAT_FILES } from './export-formats.ts';
import { exportItems, type ExportSource } from './export-items.ts';
import { gatherFile } from './gather-file.ts';
import { isCancelled, type Job } from './job.ts';
import { TooManyFilesError } from './zip-files.ts';

/** `ids`: in any order; those that are not there any more are left out. */
export function exportNotes(
  library: ExportSource,
  ids: readonly NoteId[],
  format: ExportFormat,
  job: Job,
): Promise<Exported<Blob>> {
  return exporting(job, async () => {
    const ordered = await library.noteOrder.byArticle(ids);
    const { name, type, write } = FORMAT_FILES[format];
    const going = { total: ordered.length, now: Date.now() };
    const file = await gatherFile(write(exportItems(library, ordered, job), going), type);
    return { kind: 'file', name, file, entries: ordered.length };
  });
}

/** Expected failures as values. */
export async function exporting(job: Job, work: () => Promise<Exported<Blob>>): Promise<Exported<Blob>> {
  try {
    return await work();
  } catch (cause) {
    if (isCancelled(job, cause)) return { kind: 'cancelled' };
    if (cause instanceof LibraryError) return { kind: 'failed', why: 'unreadable' };
    if (cause instanceof TooManyFilesError) return { kind: 'failed', why: 'too-many-files' };
    if (cause instanceof DOMException) return { kind: 'failed', why: 'no-room' };
    throw cause;
  }
}
