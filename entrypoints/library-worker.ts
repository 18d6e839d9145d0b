/** The library page's worker: its own connection to the library, and the search over it. */
import { defineUnlistedScript } from '#imports';
import { serveFinder } from '@/lib/beside/finder-worker.ts';
import { openLibraryDb } from '@/lib/storage/db.ts';
import { createEntrySource } from '@/lib/storage/entry-source.ts';
import { watchChanges } from '@/lib/storage/library-changes.ts';

export default defineUnlistedScript(() => {
  const db = openLibraryDb();
  const answer = serveFinder(createEntrySource(db), {
    say: (said, transfer = []) => postMessage(said, { transfer: [...transfer] }),
    watch: (changed) => watchChanges(db, changed),
  });
  addEventListener('message', ({ data }: MessageEvent<unknown>) => answer(data));
});
