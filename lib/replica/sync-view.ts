/** Sync as it stands, followed: from what is on the disk, so that it is true whoever is at work and whoever has died. */
import { Dexie } from 'dexie';
import { shownPlace } from '@/lib/core/shown-place.ts';
import type { BodyVersion, Conflict, SyncDevice, SyncView } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { guarded } from '@/lib/storage/library-error.ts';
import { deviceOf as writerOf, timeOf } from '@/lib/sync/stamp.ts';
import type { AlarmRow, RecordRow, SelfRow } from '@/lib/sync/tables.ts';
import { deviceOf, goneDevices } from './device-fields.ts';
import { keptIn, NEW_STATUS } from './kept.ts';
import { keyPart } from './kind.ts';
import { countAllPending } from './pending.ts';
import { RUN_LOCK, type Locks } from './run-lock.ts';
import { recordsOfKind, recordsOfSeveralTexts } from './sync-database.ts';

/** Milliseconds between two looks at whether a run that is said to be at work still is. */
const LOOK_EVERY = 2_000;

/** Milliseconds between two readings: a first upload changes things many times a second, and is kept waiting by each. */
const READ_EVERY = 500;

export function watchSync(
  db: LibraryDb,
  locks: Locks,
  seen: (view: SyncView) => void,
  failed: (cause: unknown) => void,
): () => void {
  let last: SyncView | null = null;
  let isOver = false;
  const show = async (view: SyncView): Promise<void> => {
    last = view;
    const isTrue = view.kind === 'off' || view.status.running === null || (await isAtWork(locks));
    if (isOver || last !== view) return;
    seen(isTrue ? view : { ...view, status: { ...view.status, running: null } });
  };
  const read = (): Promise<void> => readView(db).then(show);
  const follow = atMostEvery(READ_EVERY, () => void read().catch(failed));
  const heard = (parts: Readonly<Record<string, unknown>>): void => {
    if ('all' in parts || Object.keys(parts).some((part) => isOfSync(db, part))) follow.ask();
  };
  Dexie.on('storagemutated', heard);
  follow.ask();
  // A worker that was stopped in the midst of a run writes nothing of it.
  const timer = setInterval(() => {
    if (last?.kind === 'on' && last.status.running !== null) void show(last).catch(failed);
  }, LOOK_EVERY);
  return () => {
    isOver = true;
    clearInterval(timer);
    Dexie.on.storagemutated.unsubscribe(heard);
    follow.end();
  };
}

/** Dexie names what has changed `idb://<database>/<table>/…`. */
function isOfSync({ name }: LibraryDb, part: string): boolean {
  const table = part.startsWith(`idb://${name}/`) ? part.slice(`idb://${name}/`.length) : '';
  return table.startsWith('sync') || table.startsWith('changes/');
}

/** At once when asked after a while, else when the while is over; once for all that asked in it. */
function atMostEvery(pause: number, work: () => void): { readonly ask: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const turn = (): void => {
    timer = undefined;
    if (!isAsked) return;
    isAsked = false;
    timer = setTimeout(turn, pause);
    work();
  };
  return {
    ask: () => {
      isAsked = true;
      if (timer === undefined) turn();
    },
    end: () => clearTimeout(timer),
  };
}

const isAtWork = async (locks: Locks): Promise<boolean> =>
  ((await locks.query()).held ?? []).some(({ name }) => name === RUN_LOCK);

export function readView(db: LibraryDb): Promise<SyncView> {
  const kept = keptIn(db);
  return guarded(() =>
    db.transaction('r', db.tables, async (): Promise<SyncView> => {
      const self = await db.table<SelfRow>('syncSelf').get('self');
      const place = await kept.get('place');
      if (self === undefined || place === undefined) return { kind: 'off' };
      const devices = await devicesOf(db, self);
      const nameOf = (device: string): string => devices.find(({ id }) => id === device)?.name ?? device;
      const { lastSuccess, running, failing } = (await kept.get('status')) ?? NEW_STATUS;
      const alarms = await db.table<AlarmRow>('syncAlarms').toArray();
      return {
        kind: 'on',
        place: shownPlace(place),
        choice: (await kept.get('choice')) ?? { settings: false, allTexts: false },
        status: {
          lastSuccess,
          pending: await countAllPending(db),
          running: running && { step: running.step, done: running.done, of: running.of },
          failing,
        },
        devices,
        conflicts: (await recordsOfSeveralTexts(db)).flatMap((record) => conflictIn(record, nameOf)),
        alarms: alarms
          .sort((one, other) => one.at - other.at)
          .map((alarm) => ({ ...alarm, device: alarm.device === null ? null : nameOf(alarm.device) })),
      };
    }),
  );
}

async function devicesOf(db: LibraryDb, self: SelfRow): Promise<SyncDevice[]> {
  const kept = keptIn(db);
  const written = new Map(Object.entries((await kept.get('written')) ?? {}));
  const gone = await goneDevices(db);
  const known = (await recordsOfKind(db, 'devices')).flatMap((record) => deviceOf(record) ?? []);
  const own = await kept.get('own');
  const others = known.filter(({ device }) => device !== self.device && !gone.includes(device));
  const all = [{ device: self.device, name: own?.name ?? '' }, ...others];
  return all.map(({ device, name }) => ({
    id: device,
    name: name === '' ? device : name,
    isThis: device === self.device,
    lastWrote: written.get(device) ?? null,
  }));
}

/** The same text written twice is no conflict. */
function conflictIn({ id, versions }: RecordRow, nameOf: (device: string) => string): Conflict[] {
  if (!id.startsWith('notes/')) return [];
  const byText = new Map<string, BodyVersion>();
  for (const { stamp, text } of versions)
    if (!byText.has(text)) byText.set(text, { device: nameOf(writerOf(stamp)), at: timeOf(stamp), text, stamp });
  const [first, second, ...others] = byText.values();
  if (first === undefined || second === undefined) return [];
  const [base, ...bases] = versions.map((version) => version.base);
  const isShared = base != null && bases.every((other) => other?.stamp === base.stamp);
  return [{ note: keyPart(id), versions: [first, second, ...others], base: isShared ? base.text : null }];
}
