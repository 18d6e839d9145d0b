/** The vault's keys as this device holds them, and what opens them. */
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';

/** What a reader has to open a vault with, as typed. */
export type Secret =
  { readonly kind: 'passphrase'; readonly text: string } | { readonly kind: 'recovery'; readonly code: string };

/**
 * Can be stored in IndexedDB as it is; no key in it can be read out of the browser. `roots`: of each epoch, the last is
 * the one to write with.
 */
export type VaultKeys = {
  readonly vault: string;
  readonly roots: readonly { readonly epoch: number; readonly key: CryptoKey }[];
};

/** Of one device: to be handed new keys (X25519), and to sign with (Ed25519). Null where the browser cannot. */
export type DeviceKeys = { readonly exchange: CryptoKeyPair | null; readonly signing: CryptoKeyPair | null };

/** What other devices must know of one, as base64url; replicated with the device's name. */
export type DeviceCard = {
  readonly device: DeviceId;
  readonly exchange: string | null;
  readonly signing: string | null;
};

/** A keyring: which keys there are, each wrapped; immutable, named by its hash. It can be read by anybody, and opened by few. */
export type Keyring = {
  readonly vault: string;
  readonly epoch: number;
  /** Of two of one epoch the higher counts. */
  readonly generation: number;
  /** Devices that were removed, with the last file of each that still counts. */
  readonly removed: readonly { readonly device: DeviceId; readonly upTo: number }[];
  /** Whether it has a slot for this device. */
  readonly hasSlotFor: (device: DeviceId) => boolean;
  readonly bytes: SealedBytes;
  /** `<hash>.key` */
  readonly name: string;
};

export type ReadKeyring =
  { readonly kind: 'keyring'; readonly keyring: Keyring } | { readonly kind: 'damaged' | 'newer' };
/**
 * `wrong`: this secret, or this device, opens it not. `refused`: nobody honest wrote it so: it asks for an absurd cost of
 * opening, or who wrote it did not have its keys. `cannot`: this browser cannot compute it.
 */
export type Unlocked =
  { readonly kind: 'unlocked'; readonly keys: VaultKeys } | { readonly kind: 'wrong' | 'refused' | 'cannot' };
/** `recovery`: to be shown once, and printed. */
export type NewKeyring = { readonly keyring: Keyring; readonly keys: VaultKeys; readonly recovery: string };
