/** Keyrings of a vault: made, read, opened, and made anew with another passphrase or recovery code. */
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import { hash32, hexOf, secureRandom, type Bytes, type Random } from './bytes.ts';
import {
  parseKeyringFile,
  writeKeyringFile,
  type KeyringCore,
  type KeyringSignature,
  type KeyringSlots,
} from './keyring-file.ts';
import { passSlot, recoverySlot } from './keyring-slots.ts';
import { keysOf, newestOf, zero } from './older-roots.ts';
import { isMacOf, macOf, withRoots, type NotOpened } from './raw-roots.ts';
import { importRoot, ROOT_LENGTH } from './root-key.ts';
import { versionOf } from './sealed-bytes.ts';
import type { Keyring, NewKeyring, ReadKeyring, Secret, Unlocked, VaultKeys } from './vault.ts';

/** Throws `cannot` where this browser cannot compute the passphrase's key. */
export async function createVault({
  passphrase,
  random = secureRandom,
}: {
  readonly passphrase: string;
  readonly random?: Random;
}): Promise<NewKeyring> {
  const [vault, root] = [hexOf(random(16)), { epoch: 1, raw: random(ROOT_LENGTH) }];
  try {
    const keys = await keysOf(vault, [root]);
    const pass = await passSlot(vault, root, passphrase, random);
    const { slot, code } = await recoverySlot(vault, root, random);
    const core = { vault, epoch: root.epoch, removed: [], devices: [], older: [] };
    const keyring = await writeKeyring(root.raw, core, null, { generation: 1, pass, recovery: slot });
    return { keyring, keys, recovery: code };
  } finally {
    zero([root]);
  }
}

/** `name`: of the file, `<hash>.key`. */
export async function readKeyring(name: string, bytes: Bytes): Promise<ReadKeyring> {
  if (versionOf(bytes) === 'newer') return { kind: 'newer' };
  const file = name === (await nameOf(bytes)) ? parseKeyringFile(bytes) : null;
  if (file === null) return { kind: 'damaged' };
  return { kind: 'keyring', keyring: keyringOf(file, name, writeKeyringFile(file.lines, file.mac)) };
}

export async function unlock(keyring: Keyring, secret: Secret): Promise<Unlocked> {
  return withRoots<Unlocked>(keyring, secret, async (roots) => ({
    kind: 'unlocked',
    keys: await keysOf(keyring.vault, roots),
  }));
}

export type Changed = { readonly kind: 'changed'; readonly keyring: Keyring } | NotOpened;
/** The recovery code stays as it is. Whoever kept the old keyring still opens it with the old passphrase. */
export async function changePassphrase(
  keyring: Keyring,
  secret: Secret,
  newPassphrase: string,
  random: Random = secureRandom,
): Promise<Changed> {
  return withRoots<Changed>(keyring, secret, async (roots, { core, signed, slots }) => {
    const root = newestOf(roots);
    const pass = await passSlot(core.vault, root, newPassphrase, random);
    const next = { ...slots, generation: slots.generation + 1, pass };
    return { kind: 'changed', keyring: await writeKeyring(root.raw, core, signed, next) };
  });
}

export type Renewed = { readonly kind: 'changed'; readonly keyring: Keyring; readonly recovery: string } | NotOpened;
/** A new code in place of the old one, which opens the vault no more once the old keyring is deleted. */
export async function newRecovery(keyring: Keyring, secret: Secret, random: Random = secureRandom): Promise<Renewed> {
  return withRoots<Renewed>(keyring, secret, async (roots, { core, signed, slots }) => {
    const root = newestOf(roots);
    const { slot, code } = await recoverySlot(core.vault, root, random);
    const next = { ...slots, generation: slots.generation + 1, recovery: slot };
    return { kind: 'changed', keyring: await writeKeyring(root.raw, core, signed, next), recovery: code };
  });
}

/** Of each vault, its keyrings, the one that counts first: by epoch, then generation, then name. */
export function currentKeyrings(keyrings: readonly Keyring[]): ReadonlyMap<string, readonly [Keyring, ...Keyring[]]> {
  const inOrder = [...keyrings].sort(
    (one, other) => other.epoch - one.epoch || other.generation - one.generation || (one.name < other.name ? 1 : -1),
  );
  const vaults = new Map<string, [Keyring, ...Keyring[]]>();
  for (const keyring of inOrder) {
    const of = vaults.get(keyring.vault);
    if (of === undefined) vaults.set(keyring.vault, [keyring]);
    else of.push(keyring);
  }
  return vaults;
}

/** Whether somebody wrote it who has the root of its epoch. Null: this device does not have that root. */
export async function isKeyringOf(keys: VaultKeys, keyring: Keyring): Promise<boolean | null> {
  const root = keys.roots.find(({ epoch }) => epoch === keyring.epoch);
  const file = parseKeyringFile(keyring.bytes);
  if (root === undefined) return null;
  return file !== null && isMacOf(root.key, file);
}

export async function writeKeyring(
  root: Bytes,
  core: KeyringCore,
  signed: KeyringSignature | null,
  slots: KeyringSlots,
): Promise<Keyring> {
  const lines = { core: JSON.stringify(core), signed: JSON.stringify(signed), slots: JSON.stringify(slots) };
  const bytes = writeKeyringFile(lines, await macOf(await importRoot(root), lines));
  return keyringOf({ core, slots }, await nameOf(bytes), bytes);
}

const nameOf = async (bytes: Bytes): Promise<string> => `${await hash32(bytes)}.key`;

const keyringOf = (
  { core, slots }: { readonly core: KeyringCore; readonly slots: KeyringSlots },
  name: string,
  bytes: SealedBytes,
): Keyring => ({
  vault: core.vault,
  epoch: core.epoch,
  generation: slots.generation,
  removed: core.removed,
  hasSlotFor: (device) => core.devices.some((slot) => slot.device === device),
  bytes,
  name,
});
