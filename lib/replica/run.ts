/** A run of sync on this device: one at a time in the whole browser, short, and true about itself at every step. */
import type { SyncFault, SyncProgress } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { RemoteError, type RemoteStore } from '@/lib/sync/remote.ts';
import type { RunOutcome } from '@/lib/sync/sync-parts.ts';
import type { SelfRow } from '@/lib/sync/tables.ts';
import { keptIn } from './kept.ts';
import { lookAtKeys } from './look-at-keys.ts';
import type { Outside } from './outside.ts';
import { endOffer, tellOfClock, tellOfKeys, tendDevices } from './own-affairs.ts';
import { RUN_LOCK } from './run-lock.ts';
import { runStatusIn, type RunStatus } from './run-status.ts';
import { syncAll } from './sync-all.ts';

/** Milliseconds, after which a run that has more to do makes way for another. */
const LASTS = 20_000;
/** A step that is counted is written down so often at most. */
const STEP_EVERY = 400;

/** `off`: this device is in no vault. `busy`: another run is at work, in whatever context. */
export type Ran = 'off' | 'busy' | 'done' | 'more' | 'failed';
export type Runner = {
  readonly run: () => Promise<Ran>;
  /** Has the run that is at work here end, wherever it is. */
  readonly stop: () => void;
  /** While nothing of a run is at work, in whatever context. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** What a run that was stopped in the midst has left standing as if it were at work. */
  readonly tidy: () => Promise<void>;
};

/** `ending`: asks the run to end at the next step. `stopped`: cuts off what is under way. */
type Signals = { readonly ending: AbortSignal; readonly stopped: AbortSignal };

export function createRunner(db: LibraryDb, outside: Outside): Runner {
  let stop: AbortController | null = null;
  const once = async (): Promise<Ran> => {
    const self = await db.table<SelfRow>('syncSelf').get('self');
    if (self === undefined) return 'off';
    const [soon, now] = [new AbortController(), new AbortController()];
    stop = now;
    const timer = setTimeout(() => soon.abort(), LASTS);
    const sleepAgain = outside.stayAwake();
    try {
      const ending = AbortSignal.any([soon.signal, now.signal]);
      return await runOnce(db, outside, self, { ending, stopped: now.signal });
    } finally {
      clearTimeout(timer);
      sleepAgain();
      stop = null;
    }
  };
  return {
    run: () =>
      outside.locks.request(RUN_LOCK, { ifAvailable: true }, (lock): Promise<Ran> | Ran =>
        lock === null ? 'busy' : once(),
      ),
    stop: () => stop?.abort(),
    alone: (work) => {
      stop?.abort();
      return outside.locks.request(RUN_LOCK, work);
    },
    tidy: () =>
      outside.locks.request(RUN_LOCK, { ifAvailable: true }, async (lock) => {
        const self = await db.table<SelfRow>('syncSelf').get('self');
        const status = await keptIn(db).get('status');
        if (lock === null || self === undefined || status?.running == null) return;
        await runStatusIn(db, self.vault, outside).stopped();
      }),
  };
}

async function runOnce(db: LibraryDb, outside: Outside, self: SelfRow, signals: Signals): Promise<Ran> {
  const status = runStatusIn(db, self.vault, outside);
  const steps = stepsOf(status, outside.now);
  steps.tell({ step: 'looking', done: 0, of: null });
  let outcome: RunOutcome;
  try {
    outcome = await work({ db, outside, self, signals, onProgress: steps.tell });
  } catch (cause) {
    await steps.told();
    const known = cause instanceof RemoteError ? cause : null;
    if (signals.stopped.aborted) await status.stopped();
    else await status.failed(known?.kind ?? 'library', known?.retryAfter ?? null);
    if (known !== null) return 'failed';
    throw cause;
  }
  await steps.told();
  if (signals.stopped.aborted) await status.stopped();
  else if (outcome.kind === 'failed') await status.failed(outcome.why, outcome.retryAfter);
  else await (outcome.kind === 'done' ? status.succeeded() : status.stopped());
  return outcome.kind;
}

/** Written one after the other, none after the last word of the run. */
function stepsOf(status: RunStatus, now: () => number) {
  let last: { readonly step: SyncProgress['step'] | null; readonly at: number } = { step: null, at: 0 };
  let writing: Promise<void> = Promise.resolve();
  return {
    tell: (progress: SyncProgress): void => {
      const at = now();
      if (progress.step === last.step && Math.abs(at - last.at) < STEP_EVERY) return;
      last = { step: progress.step, at };
      writing = writing.then(() => status.step(progress));
      // Whoever waits for it hears of it.
      writing.catch(() => undefined);
    },
    told: (): Promise<void> => writing,
  };
}

export type Work = {
  readonly db: LibraryDb;
  readonly outside: Outside;
  readonly self: SelfRow;
  readonly signals: Signals;
  readonly onProgress: (progress: SyncProgress) => void;
};

async function work(at: Work): Promise<RunOutcome> {
  const { db, outside, self, signals } = at;
  const kept = keptIn(db);
  const [place, folder] = [await kept.get('place'), await kept.get('folder')];
  if (place === undefined || !(await outside.isAllowed(place, folder))) return failed('denied');
  const offBy: number[] = [];
  const onServerTime = (time: number): void => void offBy.push(outside.now() - time);
  const store = outside.open({ place, folder, signal: signals.stopped, onServerTime });
  const outcome = await withKeys(at, store);
  const [least] = offBy.sort((one, other) => Math.abs(one) - Math.abs(other));
  if (least !== undefined) await tellOfClock(db, self, least, outside.now());
  return outcome;
}

async function withKeys(at: Work, store: RemoteStore): Promise<RunOutcome> {
  const { db, outside, self } = at;
  await endOffer(db, store, outside.now());
  const looked = await lookAtKeys({ db, store, device: self.device, random: outside.random });
  await tellOfKeys(db, looked, outside.now());
  if (looked.fault !== null) return failed(looked.fault);
  await tendDevices(db);
  return syncAll(at, store);
}

const failed = (why: SyncFault): RunOutcome => ({ kind: 'failed', why, retryAfter: null });
