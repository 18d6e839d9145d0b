/** What a run sees to beside the library: this device's own card, settings that were held back, alarms that are ours. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import type { AlarmRow, SelfRow } from '@/lib/sync/tables.ts';
import { deviceOf, deviceRecordId, goneDevices } from './device-fields.ts';
import { keptIn } from './kept.ts';
import type { LookedAtKeys } from './look-at-keys.ts';
import { mark, markAll } from './marks.ts';
import { newDevice } from './membership.ts';
import { recordsOfKind } from './sync-database.ts';

const MINUTE = 60_000;
/** Two edits at once are put in order by the clock: off by so much, the order surprises. */
const OFF = 5 * MINUTE;
const TOLD_FOR = 7 * 24 * 60 * MINUTE;

/** A device under a new name has keys of its own; the list of devices names those that are. True: there is something to send. */
export async function tendDevices(db: LibraryDb): Promise<boolean> {
  const kept = keptIn(db);
  const [self, own] = [await db.table<SelfRow>('syncSelf').get('self'), await kept.get('own')];
  if (self === undefined || own === undefined) return false;
  if (own.device !== self.device) {
    const { deviceKeys, own: next } = await newDevice(self.device, own.name);
    await db.transaction('rw', ['syncKept'], async () => {
      await kept.put('deviceKeys', deviceKeys);
      await kept.put('own', next);
    });
  }
  return db.transaction('rw', ['syncSelf', 'syncKept', 'syncRecords', 'changes'], async () => {
    const there = (await recordsOfKind(db, 'devices')).flatMap((record) => deviceOf(record)?.device ?? []);
    const gone = await goneDevices(db);
    const ids = there.filter((device) => gone.includes(device));
    if (!there.includes(self.device)) ids.push(self.device);
    await mark(db, ids.map(deviceRecordId));
    return ids.length > 0;
  });
}

/** What the vault says of settings is here now: what it does not say can be told. */
export async function tellSettings(db: LibraryDb): Promise<boolean> {
  const kept = keptIn(db);
  return db.transaction('rw', ['syncKept', 'changes'], async () => {
    if ((await kept.get('settingsDue')) === undefined) return false;
    await kept.drop('settingsDue');
    await markAll(db, ['settings']);
    return true;
  });
}

/** An offer to a device that never came opens the vault to whoever finds the code. */
export async function endOffer(db: LibraryDb, store: RemoteStore, now: number): Promise<void> {
  const offer = await keptIn(db).get('offer');
  if (offer === undefined || offer.until > now) return;
  await store.del(offer.path);
  await keptIn(db).drop('offer');
}

export async function tellOfKeys(db: LibraryDb, { newer }: LookedAtKeys, at: number): Promise<void> {
  await putAlarms(
    db,
    newer.map((name) => ({ id: `newer:${name}`, at, device: null, kind: 'newer' })),
  );
}

/** `offBy`: this device's clock less the server's, in milliseconds. Told once a week, as long as it lasts. */
export async function tellOfClock(db: LibraryDb, self: SelfRow, offBy: number, now: number): Promise<void> {
  const kept = keptIn(db);
  const id = 'clock:own';
  const told = await kept.get('clockTold');
  if (Math.abs(offBy) < OFF) {
    if (told === undefined) return;
    await kept.drop('clockTold');
    await db.table('syncAlarms').delete(id);
  } else if (told === undefined || Math.abs(now - told) > TOLD_FOR) {
    await kept.put('clockTold', now);
    await putAlarms(db, [{ id, at: now, device: self.device, kind: 'clock', offBy }]);
  }
}

const putAlarms = (db: LibraryDb, alarms: readonly AlarmRow[]): Promise<unknown> =>
  db.table<AlarmRow>('syncAlarms').bulkPut([...alarms]);
