/** This device in a vault and out of it again: each in one transaction, so that it is never half in. */
import type { Place, SyncChoice } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { leaveUnmarked } from '@/lib/storage/mark-changes.ts';
import { MARKED_KINDS, SYNC_STORES } from '@/lib/storage/sync-rows.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { newDeviceId, newSelf } from '@/lib/sync/sync-parts.ts';
import { cardOf, createDeviceKeys } from '@/lib/vault/device-keys.ts';
import type { DeviceKeys, Keyring, VaultKeys } from '@/lib/vault/vault.ts';
import { deviceRecordId, type NamedDevice } from './device-fields.ts';
import { keptIn, NEW_STATUS } from './kept.ts';
import { beginMarking, mark, markAll } from './marks.ts';

export type Entry = {
  readonly keys: VaultKeys;
  readonly keyring: Pick<Keyring, 'name' | 'bytes' | 'removed'>;
  readonly place: Place;
  readonly name: string;
  readonly choice: SyncChoice;
  /** All that lie there: they need not be read again. */
  readonly beside: readonly Keyring[];
};

const SYNC_TABLES = Object.keys(SYNC_STORES);
/** Told once those of the vault are known: until then nobody has chosen between the two. */
const NOT_AT_ONCE = 'settings';

export async function enterVault(db: LibraryDb, entry: Entry, random: () => number): Promise<void> {
  const device = newDeviceId(random);
  const { deviceKeys, own } = await newDevice(device, entry.name);
  const kept = keptIn(db);
  await db.transaction('rw', SYNC_TABLES, async () => {
    const folder = await kept.get('folder');
    await clearSync(db);
    if (folder !== undefined) await kept.put('folder', folder);
    await db.table('syncSelf').put(newSelf(entry.keys.vault, device));
    await kept.put('keys', entry.keys);
    await kept.put('deviceKeys', deviceKeys);
    await kept.put('own', own);
    await kept.put('keyring', { name: entry.keyring.name, bytes: entry.keyring.bytes });
    await kept.put(
      'keyringsRead',
      entry.beside.map(({ name, vault }) => ({ name, vault })),
    );
    await kept.put('removed', entry.keyring.removed);
    await kept.put('place', entry.place);
    await kept.put('choice', entry.choice);
    await kept.put('status', NEW_STATUS);
    await kept.put('settingsDue', true);
    await beginMarking(db);
    await markAll(
      db,
      MARKED_KINDS.filter((kind) => kind !== NOT_AT_ONCE),
    );
    await mark(db, [deviceRecordId(device), 'settings/offSites']);
  });
}

export async function newDevice(
  device: DeviceId,
  name: string,
): Promise<{ readonly deviceKeys: DeviceKeys; readonly own: NamedDevice }> {
  const deviceKeys = await createDeviceKeys();
  return { deviceKeys, own: { ...(await cardOf(device, deviceKeys)), name } };
}

/** The library stays as it is; nothing is remembered of the vault, its keys and its place. */
export const leaveVault = (db: LibraryDb): Promise<void> =>
  db.transaction('rw', SYNC_TABLES, async () => {
    await clearSync(db);
  });

async function clearSync(db: LibraryDb): Promise<void> {
  leaveUnmarked();
  for (const table of SYNC_TABLES) await db.table(table).clear();
}
