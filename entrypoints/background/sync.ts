/** When sync runs: after edits, on alarms, when asked. Where it is off there is no alarm, no request, nothing. */
import { Dexie } from 'dexie';
import { browser } from 'wxt/browser';
import type { Handlers } from '@/lib/messages/bus.ts';
import { DONE } from '@/lib/messages/protocol.ts';
import type { SyncToBackground } from '@/lib/messages/sync-protocol.ts';
import { isOn } from '@/lib/replica/desk-deeds.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { hasMarks } from '@/lib/replica/marks.ts';
import { AS_RUNNING, type Outside } from '@/lib/replica/outside.ts';
import { createRunner, type Ran, type Runner } from '@/lib/replica/run.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { report } from './report.ts';
import { EVERY, followAlarms, SOON, standIn, standInForRun, wakeAt } from './sync-alarms.ts';

const QUIET = 5_000;
/** Milliseconds: a run that has more to do and was over sooner did not end for want of time. */
const AT_LEAST = 1_000;

export type SyncKeeper = {
  readonly answers: Handlers<SyncToBackground>;
  /** Once after every wake-up. */
  readonly begin: () => Promise<void>;
  /** Runs where it is on, and the last failure is not too fresh. */
  readonly runIfDue: () => Promise<void>;
  /** While no run is at work; one that is, is ended. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
};

/** `tellNews`: kinds of rows that a run has changed, to whoever shows or remembers them. */
export type SyncSurroundings = {
  readonly tellNews: (kinds: readonly string[]) => Promise<void>;
  readonly outside?: Partial<Outside>;
  /** Milliseconds without an edit after which what was edited is sent. */
  readonly quiet?: number;
};

type At = {
  readonly db: LibraryDb;
  readonly runner: Runner;
  readonly now: () => number;
  readonly quiet: number;
  readonly tellNews: SyncSurroundings['tellNews'];
  timer: ReturnType<typeof setTimeout> | undefined;
  atWork: Promise<void> | null;
  /** Somebody asked while a run was at work. */
  again: boolean;
};

/** To be called before anything is awaited: it listens. */
export function keepInStep(db: LibraryDb, { tellNews, outside = {}, quiet = QUIET }: SyncSurroundings): SyncKeeper {
  const surroundings = { ...AS_RUNNING, ...outside };
  const runner = createRunner(db, surroundings);
  const at: At = { db, runner, now: surroundings.now, quiet, tellNews, timer: undefined, atWork: null, again: false };
  listen(at);
  return {
    answers: {
      'sync.now': () => {
        void run(at).catch(report);
        return DONE;
      },
      'sync.changed': async () => {
        if (await follow(at)) void run(at).catch(report);
        return DONE;
      },
      'sync.stop': () => {
        runner.stop();
        return DONE;
      },
    },
    begin: async () => {
      if (!(await follow(at))) return;
      await runner.tidy();
      await soonIfEdited(at);
    },
    runIfDue: () => runIfDue(at),
    alone: async (work) => {
      await runner.alone(work);
      await follow(at);
    },
  };
}

function listen(at: At): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (at.atWork === null && (name === EVERY || name === SOON)) void runIfDue(at).catch(report);
  });
  globalThis.addEventListener('online', () => void runOnline(at).catch(report));
  // What a run itself settles is no edit.
  Dexie.on('storagemutated', (parts) => {
    if (at.atWork === null && `idb://${at.db.name}/changes/` in parts) void soonIfEdited(at).catch(report);
  });
}

async function follow(at: At): Promise<boolean> {
  const on = await isOn(at.db);
  if (!on) clearTimeout(at.timer);
  await followAlarms(on);
  return on;
}

const failingIn = async ({ db }: At) => (await keptIn(db).get('status'))?.failing ?? null;

async function isDue(at: At): Promise<boolean> {
  const failing = await failingIn(at);
  // To look at what the browser allows costs no request.
  if (failing === null || failing.why === 'denied') return true;
  return failing.nextTry !== null && failing.nextTry <= at.now() + AT_LEAST;
}

async function runIfDue(at: At): Promise<void> {
  if ((await isOn(at.db)) && (await isDue(at))) await run(at);
}

async function runOnline(at: At): Promise<void> {
  if ((await isOn(at.db)) && (await failingIn(at))?.why === 'offline') await run(at);
}

async function soonIfEdited(at: At): Promise<void> {
  if (await hasMarks(at.db)) await soon(at);
}

async function soon(at: At): Promise<void> {
  clearTimeout(at.timer);
  at.timer = setTimeout(() => void runIfDue(at).catch(report), at.quiet);
  // A server that asks to wait is not asked earlier because of an edit: the alarm for that stands.
  if (await isDue(at)) await standIn();
}

/** Who asks while a run is at work gets another one after it. */
function run(at: At): Promise<void> {
  if (at.atWork !== null) {
    at.again = true;
    return at.atWork;
  }
  at.atWork = untilNobodyAsks(at).finally(() => (at.atWork = null));
  return at.atWork;
}

async function untilNobodyAsks(at: At): Promise<void> {
  do await runToTheEnd(at);
  while (takeAsked(at));
}

function takeAsked(at: At): boolean {
  const { again } = at;
  at.again = false;
  return again;
}

async function runToTheEnd(at: At): Promise<void> {
  clearTimeout(at.timer);
  if (!(await follow(at))) return;
  let ran: Ran;
  let begun: number;
  do {
    begun = at.now();
    await standInForRun();
    ran = await at.runner.run();
    await tellOfRows(at);
  } while (ran === 'more' && at.now() - begun >= AT_LEAST);
  if (!(await follow(at))) return;
  const next = (await failingIn(at))?.nextTry ?? null;
  await wakeAt(next);
  if (ran === 'failed') return;
  if (ran !== 'done' || (await hasMarks(at.db))) await soon(at);
}

async function tellOfRows({ db, tellNews }: At): Promise<void> {
  const kept = keptIn(db);
  const kinds = await db.transaction('rw', ['syncKept'], async () => {
    const found = (await kept.get('news')) ?? [];
    await kept.drop('news');
    return found;
  });
  if (kinds.length > 0) await tellNews(kinds);
}
