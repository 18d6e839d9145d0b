/** What one run of sync carries along, how it reaches the database, and how whatever stops it becomes an outcome. */
import type { SyncFault } from '@/lib/core/sync.ts';
import { RemoteError } from './remote.ts';
import type { FilePlace, SealedBytes } from './sealed.ts';
import type { DeviceId } from './stamp.ts';
import type { RunOutcome, SyncParts } from './sync-parts.ts';
import type { SelfRow, SyncTx } from './tables.ts';

export type Run = {
  readonly parts: SyncParts;
  /** Our own folder; another one once the profile turns out to be copied. */
  device: DeviceId;
  /** Whether our folder is known to be there. */
  hasFolder: boolean;
  filesLeft: number;
  /** Work is left that the budget did not allow. */
  isCut: boolean;
  /** What went wrong with one file, and did not keep the rest from being done. */
  fault: SyncFault | null;
  hasSent: boolean;
};

class Stopped extends Error {}

class Failed extends Error {
  readonly why: SyncFault;
  constructor(why: SyncFault, cause?: unknown) {
    super(`sync: ${why}`, { cause });
    this.name = 'Failed';
    this.why = why;
  }
}

export const failed = (why: SyncFault): Error => new Failed(why);

export async function outcomeOf(parts: SyncParts, work: (run: Run) => Promise<void>): Promise<RunOutcome> {
  try {
    const run = await startRun(parts);
    await work(run);
    if (run.fault !== null) return { kind: 'failed', why: run.fault, retryAfter: null };
    return { kind: run.isCut ? 'more' : 'done' };
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'more' };
    if (error instanceof Failed) return { kind: 'failed', why: error.why, retryAfter: null };
    if (error instanceof RemoteError) return { kind: 'failed', why: error.kind, retryAfter: error.retryAfter };
    throw error;
  }
}

async function startRun(parts: SyncParts): Promise<Run> {
  const run: Run = {
    parts,
    device: '' as DeviceId,
    hasFolder: false,
    filesLeft: parts.budget?.files ?? Infinity,
    isCut: false,
    fault: null,
    hasSent: false,
  };
  run.device = (await transact(run, selfOf)).device;
  if (parts.removed.some((removed) => removed.device === run.device)) throw failed('revoked');
  return run;
}

/** The row is made when the device joins, before any run. */
export async function selfOf(tx: SyncTx): Promise<SelfRow> {
  const self = await tx.get('self', 'self');
  if (self === undefined) throw new Error('this device has not joined a vault');
  return self;
}

/** Runs end between two transactions, never in one. */
export async function transact<R>(run: Run, work: (tx: SyncTx) => Promise<R>): Promise<R> {
  if (run.parts.signal.aborted) throw new Stopped();
  try {
    return await run.parts.db.transact(work);
  } catch (error) {
    throw isOfStore(error) ? new Failed('library', error) : error;
  }
}

const isOfStore = (error: unknown): boolean =>
  error instanceof Error && 'kind' in error && typeof error.kind === 'string' && !(error instanceof RemoteError);

export async function seal(run: Run, content: Uint8Array<ArrayBuffer>, place: FilePlace): Promise<SealedBytes> {
  try {
    return await run.parts.sealer.seal(content, place);
  } catch (error) {
    if (run.parts.signal.aborted) throw new Stopped();
    throw new Failed('locked', error);
  }
}

/** @returns false where the budget is spent; the run then ends with `more`. */
export function mayTakeFile(run: Run): boolean {
  if (run.filesLeft <= 0) run.isCut = true;
  else run.filesLeft -= 1;
  return !run.isCut;
}
