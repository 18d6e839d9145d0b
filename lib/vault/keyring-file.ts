/**
 * A keyring as it is written (docs/sync-format.md): lines of text, then spaces up to a padded size.
 * 1 `PLX1 keyring` 2 core: what an epoch is 3 who signed the core 4 slots of this generation 5 MAC of lines 1 to 4.
 * Strict: of each keyring there is one text, so what is not that text to the letter is damaged.
 */
import { count, list, orNull, record } from '@/lib/core/parse.ts';
import { DEVICE_PATTERN, type DeviceId } from '@/lib/sync/stamp.ts';
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import { textOf, utf8, type Bytes } from './bytes.ts';
import {
  base64,
  epochNumber,
  exactly,
  linesOf,
  matching,
  olderRoot,
  paddedText,
  type OlderRoot,
} from './exact-json.ts';
import type { PassphraseCost } from './passphrase-key.ts';
import { asSealed } from './sealed-bytes.ts';
import type { Wrapped } from './wrapped.ts';

const FIRST_LINE = 'PLX1 keyring';
export const LARGEST_KEYRING = 256 * 1024;
const VAULT_PATTERN = /^[0-9a-f]{32}$/;

export type DeviceSlot = Wrapped & { readonly device: DeviceId; readonly ephemeral: string };
export type KeyringCore = {
  readonly vault: string;
  readonly epoch: number;
  readonly removed: readonly { readonly device: DeviceId; readonly upTo: number }[];
  readonly devices: readonly DeviceSlot[];
  readonly older: readonly OlderRoot[];
};
export type PassSlot = Wrapped & PassphraseCost & { readonly salt: string };
export type RecoverySlot = Wrapped & { readonly salt: string };
export type KeyringSlots = {
  readonly generation: number;
  readonly pass: PassSlot;
  readonly recovery: RecoverySlot;
};
export type KeyringSignature = { readonly device: DeviceId; readonly signature: string };

/** `core` and `signed` as the text of their lines, since that is what is signed. */
export type KeyringText = { readonly core: string; readonly signed: string; readonly slots: string };
export type KeyringFile = {
  readonly core: KeyringCore;
  readonly signed: KeyringSignature | null;
  readonly slots: KeyringSlots;
  readonly lines: KeyringText;
  readonly mac: string;
};

export const signedContent = (core: string): Bytes => utf8(`${FIRST_LINE}\n${core}\n`);
export const macContent = ({ core, signed, slots }: KeyringText): Bytes =>
  utf8(`${FIRST_LINE}\n${core}\n${signed}\n${slots}\n`);

export const writeKeyringFile = ({ core, signed, slots }: KeyringText, mac: string): SealedBytes =>
  asSealed(paddedText([FIRST_LINE, core, signed, slots, mac]));

/** Null where it is not exactly one. */
export function parseKeyringFile(bytes: Bytes): KeyringFile | null {
  const found = linesOf(bytes.length <= LARGEST_KEYRING ? textOf(bytes) : null, 5);
  const [first, core, signed, slots, mac] = found ?? [];
  if (first !== FIRST_LINE || core === undefined || signed === undefined || slots === undefined) return null;
  try {
    return {
      core: exactly(core, coreOf),
      signed: exactly(signed, (value) => orNull(value, 'signed', signatureOf)),
      slots: exactly(slots, slotsOf),
      lines: { core, signed, slots },
      mac: base64(mac, 'mac'),
    };
  } catch {
    return null;
  }
}

const deviceId = (value: unknown, path: string): DeviceId => matching(value, path, DEVICE_PATTERN) as DeviceId;
function coreOf(value: unknown): KeyringCore {
  const core = record(value, 'core');
  return {
    vault: matching(core.vault, 'vault', VAULT_PATTERN),
    epoch: epochNumber(core.epoch, 'epoch'),
    removed: list(core.removed, 'removed', (each, path) => {
      const { device, upTo } = record(each, path);
      return { device: deviceId(device, path), upTo: count(upTo, path) };
    }),
    devices: list(core.devices, 'devices', (each, path) => {
      const { device, ephemeral, iv, box } = record(each, path);
      return {
        device: deviceId(device, path),
        ephemeral: base64(ephemeral, path),
        iv: base64(iv, path),
        box: base64(box, path),
      };
    }),
    older: list(core.older, 'older', olderRoot),
  };
}

function signatureOf(value: unknown, path: string): KeyringSignature {
  const { device, signature } = record(value, path);
  return { device: deviceId(device, path), signature: base64(signature, path) };
}

function slotsOf(value: unknown): KeyringSlots {
  const { generation, pass, recovery } = record(value, 'slots');
  const [passSlot, recoverySlot] = [record(pass, 'pass'), record(recovery, 'recovery')];
  return {
    generation: count(generation, 'generation'),
    pass: {
      m: count(passSlot.m, 'm'),
      t: count(passSlot.t, 't'),
      p: count(passSlot.p, 'p'),
      salt: base64(passSlot.salt, 'salt'),
      iv: base64(passSlot.iv, 'iv'),
      box: base64(passSlot.box, 'box'),
    },
    recovery: {
      salt: base64(recoverySlot.salt, 'salt'),
      iv: base64(recoverySlot.iv, 'iv'),
      box: base64(recoverySlot.box, 'box'),
    },
  };
}
