/** Out of a vault: what is to go from the storage first, then all that this device knows of it. The library stays. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import { isDeviceFolder, KEYS_FOLDER, parseFileName, pathOf } from '@/lib/sync/file-name.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import type { PeerRow, SelfRow } from '@/lib/sync/tables.ts';
import { keptIn } from './kept.ts';
import { keyringPath, listKeyrings, readKeyrings } from './keyring-files.ts';
import { leaveVault } from './membership.ts';
import { RUN_LOCK } from './run-lock.ts';
import { openAllowed, withFaults, type DeskSources } from './set-up.ts';
import type { Done, Fault, Leaving } from './sync-desk.ts';

/** Asked again after a fault, it goes on where it was. */
export function leave(sources: DeskSources, { deleteRemote }: Leaving): Promise<Done | Fault> {
  const { db, outside } = sources;
  return withFaults(async (): Promise<Done> => {
    await outside.tell('sync.stop');
    await outside.locks.request(RUN_LOCK, async () => {
      if (deleteRemote !== 'nothing') await deleteAt(sources, deleteRemote);
      await leaveVault(db);
    });
    await outside.tell('sync.changed');
    return { kind: 'done' };
  });
}

async function deleteAt(sources: DeskSources, what: 'this-device' | 'everything'): Promise<void> {
  const { db } = sources;
  const self = await db.table<SelfRow>('syncSelf').get('self');
  const place = await keptIn(db).get('place');
  if (self === undefined || place === undefined) return;
  const store = await openAllowed(sources, place);
  if (what === 'this-device') return emptyFolders(store, [self.device, ...self.formerly]);
  // Without keys nothing of the rest can be read: they go first. Another vault's files are not ours to delete.
  const { isAlone } = await dropKeys(store, self.vault);
  await emptyFolders(store, isAlone ? (await store.dirs('')).filter(isDeviceFolder) : await foldersOf(db, self));
}

async function dropKeys(store: RemoteStore, vault: string): Promise<{ readonly isAlone: boolean }> {
  const { keyrings, newer } = await readKeyrings(store, await listKeyrings(store));
  const [ours, others] = [keyrings.filter((keyring) => keyring.vault === vault), newer.length];
  for (const { name } of ours) await store.del(keyringPath(name));
  const isAlone = ours.length === keyrings.length && others === 0;
  if (isAlone) for (const { name } of await store.list(KEYS_FOLDER)) await store.del(keyringPath(name));
  return { isAlone };
}

async function foldersOf(db: LibraryDb, self: SelfRow): Promise<DeviceId[]> {
  const peers = (await db.table<PeerRow>('syncPeers').toArray()).map(({ device }) => device);
  return [...new Set([self.device, ...self.formerly, ...self.adopted, ...peers])];
}

async function emptyFolders(store: RemoteStore, devices: readonly DeviceId[]): Promise<void> {
  for (const device of devices)
    for (const { name } of await store.list(device))
      if (parseFileName(name) !== null) await store.del(pathOf(device, name));
}
