/** One run of sync, from looking at the vault to tidying it. */
import type { RunOutcome, SyncParts } from './sync-parts.ts';

/** Expected faults are outcomes. It may die after any step: what was done stays, and the next run goes on from there. */
export function runSync(parts: SyncParts): Promise<RunOutcome> {
  return Promise.resolve({ kind: parts.signal.aborted ? 'more' : 'done' });
}
