/** How a run stands, on the disk at every step: what pages show of it is what is true, in whatever context it runs. */
import type { SyncFault, SyncProgress } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { keptIn, NEW_STATUS, type KeptStatus } from './kept.ts';
import { nextTry } from './next-try.ts';
import { countAllPending } from './pending.ts';

export type RunStatus = {
  readonly step: (progress: SyncProgress) => Promise<void>;
  /** With nothing left to do, as far as the run knows. */
  readonly succeeded: () => Promise<void>;
  readonly failed: (why: SyncFault, retryAfter: number | null) => Promise<void>;
  /** Neither: there is more to do, or it was told to end. */
  readonly stopped: () => Promise<void>;
};
type Clock = { readonly now: () => number; readonly random: () => number };

/** Writes nothing any more once this device has left the vault. */
export function runStatusIn(db: LibraryDb, vault: string, { now, random }: Clock): RunStatus {
  const kept = keptIn(db);
  const change = (
    next: (before: KeptStatus) => KeptStatus | Promise<KeptStatus>,
    tables: readonly string[] = ['syncSelf', 'syncKept'],
  ): Promise<void> =>
    db.transaction('rw', [...tables], async () => {
      const self = await db.table<{ readonly vault: string }>('syncSelf').get('self');
      if (self?.vault !== vault) return;
      await kept.put('status', await next((await kept.get('status')) ?? NEW_STATUS));
    });
  return {
    step: (progress) => change((before) => ({ ...before, running: { ...progress, beat: now() } })),
    succeeded: () =>
      change(
        async (before) => {
          // The reader may have written on while the run was at work: then something is left.
          const isAll = (await countAllPending(db)) === 0;
          return { lastSuccess: isAll ? now() : before.lastSuccess, running: null, failing: null };
        },
        db.tables.map(({ name }) => name),
      ),
    failed: (why, retryAfter) =>
      change(({ lastSuccess, failing }) => {
        const tries = (failing?.tries ?? 0) + 1;
        const since = failing?.since ?? now();
        const next = nextTry({ why, tries, retryAfter }, now(), random);
        return { lastSuccess, running: null, failing: { why, since, tries, nextTry: next } };
      }),
    stopped: () => change((before) => ({ ...before, running: null })),
  };
}
