/** Into a vault: a new one, one that is there, or by the code of another device. Done in the page that asks. */
import type { Place, RemoteFault } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { isDeviceFolder, KEYS_FOLDER } from '@/lib/sync/file-name.ts';
import { RemoteError, type RemoteStore } from '@/lib/sync/remote.ts';
import { createVault, currentKeyrings, unlock } from '@/lib/vault/keyring.ts';
import { joinByPairing, offerPath, readPairingCode } from '@/lib/vault/pairing.ts';
import { VaultError } from '@/lib/vault/vault-error.ts';
import type { Keyring, NewKeyring, Unlocked } from '@/lib/vault/vault.ts';
import type { SyncChoice } from '@/lib/core/sync.ts';
import { keptIn } from './kept.ts';
import { keyringPath, listKeyrings, putKeyring, readKeyrings, type FoundKeyrings } from './keyring-files.ts';
import { enterVault } from './membership.ts';
import type { Outside } from './outside.ts';
import type { CreateAsk, Created, Fault, FoundVault, JoinAsk, Joined, Probe, ReadCode } from './sync-desk.ts';

export type DeskSources = { readonly db: LibraryDb; readonly outside: Outside };

/** Of a pairing's offer, in bytes. */
const LARGEST_OFFER = 64 * 1024;

/** What goes wrong with the storage or the disk is an answer; all else is a bug and thrown. */
export async function withFaults<T>(work: () => Promise<T>): Promise<T | Fault> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RemoteError) return { kind: 'fault', why: cause.kind };
    if (cause instanceof LibraryError) return { kind: 'fault', why: 'library' };
    throw cause;
  }
}

/** Throws `RemoteError`, `denied` where the browser does not let us. */
export async function openAllowed({ db, outside }: DeskSources, place: Place): Promise<RemoteStore> {
  const folder = await keptIn(db).get('folder');
  const why: RemoteFault = 'denied';
  if (!(await outside.isAllowed(place, folder))) throw new RemoteError(why);
  return outside.open({ place, folder });
}

const findKeyrings = async (store: RemoteStore): Promise<FoundKeyrings> =>
  readKeyrings(store, await listKeyrings(store));

export function probe(sources: DeskSources, place: Place): Promise<Probe> {
  return withFaults(async (): Promise<Probe> => {
    const store = await openAllowed(sources, place);
    const folders = await store.dirs('');
    const devices = folders.filter(isDeviceFolder).length;
    const found = folders.includes(KEYS_FOLDER) ? await findKeyrings(store) : null;
    const vaults = found === null ? [] : [...currentKeyrings(found.keyrings).keys()];
    const [first, ...others] = vaults.map((vault): FoundVault => ({ vault, devices }));
    if (first !== undefined) return { kind: 'vaults', vaults: [first, ...others] };
    if ((found?.newer.length ?? 0) > 0) return { kind: 'newer' };
    return { kind: (found?.damaged.length ?? 0) > 0 ? 'damaged' : 'empty' };
  });
}

export function create(sources: DeskSources, ask: CreateAsk): Promise<Created> {
  return withFaults(async (): Promise<Created> => {
    const store = await openAllowed(sources, ask.place);
    const isTaken = ({ keyrings, newer }: FoundKeyrings): boolean => !ask.beside && keyrings.length + newer.length > 0;
    const before = await findKeyrings(store);
    if (isTaken(before)) return { kind: 'taken' };
    const made = await newVault(ask.passphrase);
    if (made === null) return { kind: 'cannot' };
    await putKeyring(store, made.keyring);
    // Another device may have done the same at the same time: neither of the two vaults comes to be.
    const after = await findKeyrings(store);
    if (isTaken({ ...after, keyrings: after.keyrings.filter(({ vault }) => vault !== made.keyring.vault) })) {
      await store.del(keyringPath(made.keyring.name));
      return { kind: 'taken' };
    }
    await enter(sources, { ...ask, keys: made.keys, keyring: made.keyring, beside: after.keyrings });
    return { kind: 'done', recovery: made.recovery };
  });
}

async function newVault(passphrase: string): Promise<NewKeyring | null> {
  try {
    return await createVault({ passphrase });
  } catch (cause) {
    if (cause instanceof VaultError && cause.kind === 'cannot') return null;
    throw cause;
  }
}

export async function join(sources: DeskSources, ask: JoinAsk): Promise<Joined> {
  const joined = await joinWith(sources, ask, (keyring) => unlock(keyring, ask.secret));
  return joined.kind === 'expired' ? { kind: 'wrong' } : joined;
}

type JoinWith = { readonly place: Place; readonly vault: string; readonly name: string; readonly choice: SyncChoice };
type Expired = { readonly kind: 'expired' };

function joinWith(
  sources: DeskSources,
  ask: JoinWith,
  open: (keyring: Keyring, store: RemoteStore) => Promise<Unlocked | Expired>,
  after: (store: RemoteStore) => Promise<void> = () => Promise.resolve(),
): Promise<Joined | Expired> {
  return withFaults(async (): Promise<Joined | Expired> => {
    const store = await openAllowed(sources, ask.place);
    const { keyrings } = await findKeyrings(store);
    const keyring = currentKeyrings(keyrings).get(ask.vault)?.[0];
    if (keyring === undefined) return { kind: 'no-vault' };
    const unlocked = await open(keyring, store);
    if (unlocked.kind !== 'unlocked') return unlocked;
    await enter(sources, { ...ask, keys: unlocked.keys, keyring, beside: keyrings });
    await after(store);
    return { kind: 'joined' };
  });
}

export async function readCode({ outside }: DeskSources, code: string): Promise<ReadCode> {
  const read = await readPairingCode(code, outside.now());
  return read.kind === 'code' ? { kind: 'code', place: read.code.place } : read;
}

export async function joinByCode(
  sources: DeskSources,
  { code: typed, name, choice }: { readonly code: string; readonly name: string; readonly choice: SyncChoice },
): Promise<Joined | Exclude<ReadCode, { readonly kind: 'code' }>> {
  const read = await readPairingCode(typed, sources.outside.now());
  if (read.kind !== 'code') return read;
  const { place, vault } = read.code;
  const path = await offerPath(read.code);
  const open = async (_keyring: Keyring, store: RemoteStore): Promise<Unlocked | Expired> => {
    const offer = await store.get(path, LARGEST_OFFER);
    // None: it was taken back, or another device has used it.
    return offer === null ? { kind: 'expired' } : joinByPairing(read.code, offer);
  };
  return joinWith(sources, { place, vault, name, choice }, open, (store) => store.del(path));
}

async function enter({ db, outside }: DeskSources, entry: Parameters<typeof enterVault>[1]): Promise<void> {
  await enterVault(db, entry, outside.random);
  await outside.tell('sync.changed');
}
