/** A new root for a vault, so that a device that was removed cannot read on; handed to the others without a passphrase. */
import { fromBase64url, toBase64url } from './base64url.ts';
import { secureRandom, type Bytes, type Random } from './bytes.ts';
import { isSignedBy, signWith } from './device-keys.ts';
import { keyFrom, keyTowards } from './exchanged-key.ts';
import {
  parseKeyringFile,
  signedContent,
  type DeviceSlot,
  type KeyringCore,
  type KeyringFile,
} from './keyring-file.ts';
import { passSlot, recoverySlot } from './keyring-slots.ts';
import { writeKeyring } from './keyring.ts';
import { keysOf, wrapOlder, zero, type RawRoot } from './older-roots.ts';
import { allRoots, withRoots, type NotOpened } from './raw-roots.ts';
import { ROOT_LENGTH } from './root-key.ts';
import type { DeviceCard, DeviceKeys, Keyring, NewKeyring, Secret, Unlocked } from './vault.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { unwrap, wrap } from './wrapped.ts';

export type ThisDevice = { readonly device: DeviceId; readonly keys: DeviceKeys };
export type EpochStart = {
  readonly newPassphrase: string;
  /** Of every device that stays. One without a key of exchange is asked for the passphrase. */
  readonly remaining: readonly DeviceCard[];
  /** Null: nobody, the keys alone are new. */
  readonly remove: { readonly device: DeviceId; readonly upTo: number } | null;
  readonly signer: ThisDevice;
  readonly random?: Random;
};
export type Started = { readonly kind: 'started'; readonly made: NewKeyring } | NotOpened;

export async function startEpoch(keyring: Keyring, secret: Secret, start: EpochStart): Promise<Started> {
  const random = start.random ?? secureRandom;
  return withRoots<Started>(keyring, secret, async (roots, { core: { vault, epoch, removed }, slots }) => {
    const root: RawRoot = { epoch: epoch + 1, raw: random(ROOT_LENGTH) };
    try {
      const core: KeyringCore = {
        vault,
        epoch: root.epoch,
        removed: start.remove === null ? removed : [...removed, start.remove],
        devices: await slotsFor(vault, root, start.remaining, random),
        older: await Promise.all(roots.map((older) => wrapOlder(vault, root, older, random))),
      };
      const pass = await passSlot(vault, root, start.newPassphrase, random);
      const { slot, code } = await recoverySlot(vault, root, random);
      const signature = await signWith(start.signer.keys, signedContent(JSON.stringify(core)));
      const signed = signature === null ? null : { device: start.signer.device, signature: toBase64url(signature) };
      const next = { generation: slots.generation + 1, pass, recovery: slot };
      const made = await writeKeyring(root.raw, core, signed, next);
      return { kind: 'started', made: { keyring: made, keys: await keysOf(vault, [...roots, root]), recovery: code } };
    } finally {
      zero([root]);
    }
  });
}

/**
 * For a device that was in the vault when the epoch began. `cards`: of the devices that this one knows, without those
 * that were removed. `wrong`: there is no slot for it, or it is for another key. `refused`: none of those signed it.
 */
export async function unlockByDevice(
  keyring: Keyring,
  self: ThisDevice,
  cards: readonly DeviceCard[],
): Promise<Unlocked> {
  const file = parseKeyringFile(keyring.bytes);
  const slot = file?.core.devices.find(({ device }) => device === self.device);
  if (file === null || slot === undefined) return { kind: 'wrong' };
  if (self.keys.exchange === null) return { kind: 'cannot' };
  if ((await signerOf(keyring, cards)) === null) return { kind: 'refused' };
  const raw = await rootFromSlot(file, slot, self.keys.exchange);
  if (raw === null) return { kind: 'wrong' };
  const roots = await allRoots(file, raw);
  if (roots === null) return { kind: 'refused' };
  const keys = await keysOf(keyring.vault, roots);
  zero(roots);
  return { kind: 'unlocked', keys };
}

/** Which of these devices began this epoch, by its signature. Null: none that it does not remove. */
export async function signerOf(keyring: Keyring, cards: readonly DeviceCard[]): Promise<DeviceId | null> {
  const file = parseKeyringFile(keyring.bytes);
  const signature = file?.signed == null ? null : fromBase64url(file.signed.signature);
  if (file?.signed == null || signature === null) return null;
  const { device } = file.signed;
  const card = cards.find((each) => each.device === device);
  if (card === undefined || file.core.removed.some((each) => each.device === device)) return null;
  return (await isSignedBy(card.signing, signature, signedContent(file.lines.core))) ? device : null;
}

const slotName = (device: DeviceId): string => `device:${device}`;

async function slotsFor(
  vault: string,
  root: RawRoot,
  cards: readonly DeviceCard[],
  random: Random,
): Promise<DeviceSlot[]> {
  const slots = await Promise.all(cards.map((card) => slotFor(vault, root, card, random)));
  return slots.filter((slot) => slot !== null);
}

/** Null for a card without a key, or with one that is none: that device is asked for the passphrase. */
async function slotFor(
  vault: string,
  { epoch, raw }: RawRoot,
  { device, exchange }: DeviceCard,
  random: Random,
): Promise<DeviceSlot | null> {
  const theirs = exchange === null ? null : fromBase64url(exchange);
  if (theirs === null) return null;
  try {
    const { key, ephemeral } = await keyTowards(theirs);
    const wrapped = await wrap(key, raw, { vault, epoch, slot: slotName(device) }, random);
    return { device, ephemeral: toBase64url(ephemeral), ...wrapped };
  } catch {
    return null;
  }
}

async function rootFromSlot({ core }: KeyringFile, slot: DeviceSlot, mine: CryptoKeyPair): Promise<Bytes | null> {
  const ephemeral = fromBase64url(slot.ephemeral);
  const key = ephemeral === null ? null : await keyFrom(mine, ephemeral);
  return key && unwrap(key, slot, { vault: core.vault, epoch: core.epoch, slot: slotName(slot.device) });
}
