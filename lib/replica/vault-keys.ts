/** What a reader changes of the vault's keys: passphrase, recovery code, who is in it. Each new keyring is read back first. */
import type { RemoteStore } from '@/lib/sync/remote.ts';
import type { SelfRow } from '@/lib/sync/tables.ts';
import { startEpoch } from '@/lib/vault/epochs.ts';
import { changePassphrase, newRecovery, unlock } from '@/lib/vault/keyring.ts';
import { createPairing, PAIRING_MINUTES } from '@/lib/vault/pairing.ts';
import { VaultError } from '@/lib/vault/vault-error.ts';
import type { Keyring, Secret, VaultKeys } from '@/lib/vault/vault.ts';
import { keptIn } from './kept.ts';
import { currentKeyring, dropOlder, putKeyring } from './keyring-files.ts';
import { cardsIn, useKeys } from './look-at-keys.ts';
import { openAllowed, withFaults, type DeskSources } from './set-up.ts';
import type { Coded, Done, Fault, NotOpened, NoVault } from './sync-desk.ts';

type Opened = {
  readonly self: SelfRow;
  readonly store: RemoteStore;
  /** As it lies at the place, not as this device remembers it. */
  readonly keyring: Keyring;
  readonly keys: VaultKeys;
};
type NotDone = NotOpened | NoVault | Fault;
const NO_VAULT: NoVault = { kind: 'no-vault' };

function withVault<T>(sources: DeskSources, work: (at: Opened) => Promise<T | NotDone>): Promise<T | NotDone> {
  return withFaults(async (): Promise<T | NotDone> => {
    const { db, outside } = sources;
    const kept = keptIn(db);
    const self = await db.table<SelfRow>('syncSelf').get('self');
    const [place, keys] = [await kept.get('place'), await kept.get('keys')];
    if (self === undefined || place === undefined || keys === undefined) return NO_VAULT;
    const store = await openAllowed(sources, place);
    const keyring = await currentKeyring(store, self.vault);
    if (keyring === null) return NO_VAULT;
    try {
      const outcome = await work({ self, store, keyring, keys });
      await outside.tell('sync.changed');
      return outcome;
    } catch (cause) {
      if (cause instanceof VaultError && cause.kind === 'cannot') return { kind: 'cannot' };
      throw cause;
    }
  });
}

/** There first, then in use here, then the only one: whatever it is cut off after, the vault can be opened. */
async function replaceKeyring(
  { db }: DeskSources,
  { store }: Opened,
  keys: VaultKeys,
  keyring: Keyring,
): Promise<void> {
  await putKeyring(store, keyring);
  await useKeys(db, keys, keyring);
  await dropOlder(store, keyring);
}

export const renewPassphrase = (sources: DeskSources, secret: Secret, passphrase: string): Promise<Done | NotDone> =>
  withVault<Done>(sources, async (at) => {
    const changed = await changePassphrase(at.keyring, secret, passphrase);
    if (changed.kind !== 'changed') return changed;
    const keys = await keysFor(at, changed.keyring, { kind: 'passphrase', text: passphrase });
    if (keys.kind !== 'unlocked') return keys;
    await replaceKeyring(sources, at, keys.keys, changed.keyring);
    return { kind: 'done' };
  });

type Recovered = { readonly kind: 'done'; readonly recovery: string };

export const renewRecovery = (sources: DeskSources, secret: Secret): Promise<Recovered | NotDone> =>
  withVault<Recovered>(sources, async (at) => {
    const renewed = await newRecovery(at.keyring, secret);
    if (renewed.kind !== 'changed') return renewed;
    const keys = await keysFor(at, renewed.keyring, { kind: 'recovery', code: renewed.recovery });
    if (keys.kind !== 'unlocked') return keys;
    await replaceKeyring(sources, at, keys.keys, renewed.keyring);
    return { kind: 'done', recovery: renewed.recovery };
  });

/** Those that this device has, unless another device has begun a new epoch meanwhile. */
async function keysFor({ keys }: Opened, keyring: Keyring, secret: Secret) {
  const isOurs = keys.roots.at(-1)?.epoch === keyring.epoch;
  return isOurs ? ({ kind: 'unlocked', keys } as const) : unlock(keyring, secret);
}

export const revokeDevice = (
  sources: DeskSources,
  device: string,
  { secret, passphrase }: { readonly secret: Secret; readonly passphrase: string },
): Promise<Recovered | NotDone> =>
  withVault<Recovered>(sources, async (at) => {
    const { db } = sources;
    const kept = keptIn(db);
    const cards = await cardsIn(db);
    const removed = cards.find((card) => card.device === device)?.device;
    const deviceKeys = await kept.get('deviceKeys');
    if (removed === undefined || deviceKeys === undefined || removed === at.self.device) return { kind: 'refused' };
    const peer = await db.table<{ readonly highest: number }>('syncPeers').get(removed);
    const started = await startEpoch(at.keyring, secret, {
      newPassphrase: passphrase,
      remaining: cards.filter((card) => card.device !== removed),
      remove: { device: removed, upTo: peer?.highest ?? 0 },
      signer: { device: at.self.device, keys: deviceKeys },
    });
    if (started.kind !== 'started') return started;
    const { keyring, keys, recovery } = started.made;
    await putKeyring(at.store, keyring);
    await useKeys(db, keys, keyring);
    await kept.put('adopting', [...((await kept.get('adopting')) ?? []), removed]);
    await dropOlder(at.store, keyring);
    return { kind: 'done', recovery };
  });

export const unlockAgain = (sources: DeskSources, secret: Secret): Promise<Done | NotDone> =>
  withVault<Done>(sources, async ({ keyring }) => {
    const unlocked = await unlock(keyring, secret);
    if (unlocked.kind !== 'unlocked') return unlocked;
    await useKeys(sources.db, unlocked.keys, keyring);
    return { kind: 'done' };
  });

export const pairingCode = (sources: DeskSources, secret: Secret): Promise<Coded | NotDone> =>
  withVault<Coded>(sources, async ({ store, keyring }) => {
    const { db, outside } = sources;
    const place = await keptIn(db).get('place');
    if (place === undefined || place.kind === 'folder') return { kind: 'folder' };
    const now = outside.now();
    const pairing = await createPairing(keyring, secret, { place, now });
    if (pairing.kind !== 'made') return pairing;
    await endPairing(sources);
    const { path, bytes } = pairing.offer;
    await keptIn(db).put('offer', { path, until: now + PAIRING_MINUTES * 60_000 });
    await store.put(path, bytes);
    return { kind: 'code', code: pairing.code };
  });

/** Where the storage cannot be reached now, the next run after its ten minutes sees to it. */
export async function endPairing(sources: DeskSources): Promise<void> {
  const kept = keptIn(sources.db);
  const [offer, place] = [await kept.get('offer'), await kept.get('place')];
  if (offer === undefined || place === undefined) return;
  await withFaults(async () => {
    await (await openAllowed(sources, place)).del(offer.path);
    await kept.drop('offer');
  });
}
