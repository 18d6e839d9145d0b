/**
 * Before anything else in a run: are the vault's keys still there, and are they still those that this device has? What a
 * keyring says counts only once it is known to be written by somebody who had the keys.
 */
import type { SyncFault } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { startAnew } from '@/lib/sync/own-folder.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { signerOf, unlockByDevice } from '@/lib/vault/epochs.ts';
import { LARGEST_KEYRING } from '@/lib/vault/keyring-file.ts';
import { currentKeyrings, isKeyringOf, readKeyring } from '@/lib/vault/keyring.ts';
import type { DeviceCard, Keyring, VaultKeys } from '@/lib/vault/vault.ts';
import { deviceOf, deviceRecordId } from './device-fields.ts';
import { keptIn } from './kept.ts';
import { keyringPath, listKeyrings, putKeyring, readKeyrings } from './keyring-files.ts';
import { mark } from './marks.ts';
import { createSyncDatabase, recordsOfKind } from './sync-database.ts';

/** `newer`: names of keyrings that this version cannot read. */
export type LookedAtKeys = { readonly fault: SyncFault | null; readonly newer: readonly string[] };
export type KeysAtHand = {
  readonly db: LibraryDb;
  readonly store: RemoteStore;
  readonly device: DeviceId;
  readonly random: () => number;
};

/** One request as a rule: keyrings that were read before are not read again. */
export async function lookAtKeys(at: KeysAtHand): Promise<LookedAtKeys> {
  const { db, store } = at;
  const kept = keptIn(db);
  const [keys, own] = [await kept.get('keys'), await ownKeyring(db)];
  if (keys === undefined || own === null) return { fault: 'locked', newer: [] };
  const names = await listKeyrings(store);
  const before = ((await kept.get('keyringsRead')) ?? []).filter(({ name }) => names.includes(name));
  const unread = names.filter((name) => name !== own.name && !before.some((read) => read.name === name));
  const { keyrings, newer } = await readKeyrings(store, unread);
  const read = [...before, ...keyrings.map(({ name, vault }) => ({ name, vault }))];
  const fault =
    (await takeOver(at, keys, own, keyrings)) ??
    (await withoutOwn(at, { names, isAnyOurs: read.some(({ vault }) => vault === keys.vault) }));
  // What could not be opened is looked at again.
  if (fault === null) await kept.put('keyringsRead', read);
  return { fault, newer };
}

export async function ownKeyring(db: LibraryDb): Promise<Keyring | null> {
  const own = await keptIn(db).get('keyring');
  const read = own === undefined ? null : await readKeyring(own.name, own.bytes);
  return read?.kind === 'keyring' ? read.keyring : null;
}

/** The devices of the vault, those that were removed left out. */
export async function cardsIn(db: LibraryDb): Promise<DeviceCard[]> {
  const removed = (await keptIn(db).get('removed')) ?? [];
  const records = await recordsOfKind(db, 'devices');
  return records
    .flatMap((record) => deviceOf(record) ?? [])
    .filter((card) => !removed.some(({ device }) => device === card.device));
}

/** A keyring that counts more than the one in use takes its place, if this device can open it. */
async function takeOver(
  at: KeysAtHand,
  keys: VaultKeys,
  own: Keyring,
  found: readonly Keyring[],
): Promise<SyncFault | null> {
  const next = currentKeyrings([own, ...found]).get(keys.vault)?.[0] ?? own;
  if (next.name === own.name) return null;
  const isOfOurRoot = await isKeyringOf(keys, next);
  if (isOfOurRoot === true) return useKeys(at.db, keys, next);
  const deviceKeys = await keptIn(at.db).get('deviceKeys');
  const cards = await cardsIn(at.db);
  const unlocked =
    deviceKeys === undefined ? null : await unlockByDevice(next, { device: at.device, keys: deviceKeys }, cards);
  if (unlocked?.kind === 'unlocked') {
    await useKeys(at.db, unlocked.keys, next);
    // Two devices began the same epoch: what was sealed for the one that does not count can be read by nobody else.
    if (isOfOurRoot === false) await sendAllAgain(at);
    return null;
  }
  if (isOfOurRoot === false) return null;
  const isRemoved = next.removed.some(({ device }) => device === at.device);
  return isRemoved && (await signerOf(next, cards)) !== null ? 'revoked' : 'locked';
}

export async function useKeys(db: LibraryDb, keys: VaultKeys, keyring: Keyring): Promise<null> {
  const kept = keptIn(db);
  await db.transaction('rw', ['syncKept', 'changes'], async () => {
    await kept.put('keys', keys);
    await kept.put('keyring', { name: keyring.name, bytes: keyring.bytes });
    await kept.put('removed', keyring.removed);
    await mark(
      db,
      keyring.removed.map(({ device }) => deviceRecordId(device)),
    );
  });
  return null;
}

export const sendAllAgain = ({ db, random }: Pick<KeysAtHand, 'db' | 'random'>): Promise<DeviceId> =>
  createSyncDatabase(db).transact((tx) => startAnew(tx, random));

/** A listing may be old: the file itself is asked for before it is taken for gone. */
async function withoutOwn(
  { db, store }: KeysAtHand,
  { names, isAnyOurs }: { readonly names: readonly string[]; readonly isAnyOurs: boolean },
): Promise<SyncFault | null> {
  const kept = keptIn(db);
  const own = await kept.get('keyring');
  if (own === undefined || names.includes(own.name)) return null;
  if ((await store.get(keyringPath(own.name), LARGEST_KEYRING)) !== null) return null;
  if (!isAnyOurs && (await kept.get('anew')) === undefined) return 'vault-gone';
  await putKeyring(store, own);
  return null;
}
