/**
 * A keyring as it is written (docs/sync-format.md): lines of text, then spaces up to a padded size.
 * 1 `PLX1 keyring` 2 core: what an epoch is 3 who signed the core 4 slots of this generation 5 MAC of lines 1 to 4.
 * Strict: of each keyring there is one text, so what is not that text to the letter is damaged.
 */
import { count, list, orNull, record, text } from '@/lib/core/parse.ts';
import { DEVICE_PATTERN, type DeviceId } from '@/lib/sync/stamp.ts';
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import { joinBytes, textOf, utf8, type Bytes } from './bytes.ts';
import { isPaddedSize, paddedSize } from './padding.ts';
import type { PassphraseCost } from './passphrase-key.ts';
import { asSealed } from './sealed-bytes.ts';
import type { Wrapped } from './wrapped.ts';

const FIRST_LINE = 'PLX1 keyring';
export const LARGEST_KEYRING = 256 * 1024;
export const VAULT_PATTERN = /^[0-9a-f]{32}$/;
const LAST_EPOCH = 0xffff_ffff;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

export type DeviceSlot = Wrapped & { readonly device: DeviceId; readonly ephemeral: string };
export type OlderRoot = Wrapped & { readonly epoch: number; readonly salt: string };
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

export function writeKeyringFile(lines: KeyringText, mac: string): SealedBytes {
  const content = joinBytes(macContent(lines), utf8(`${mac}\n`));
  const padding = new Uint8Array(paddedSize(content.length) - content.length).fill(0x20);
  return asSealed(joinBytes(content, padding));
}

/** Null where it is not exactly one. */
export function parseKeyringFile(bytes: Bytes): KeyringFile | null {
  const whole = bytes.length <= LARGEST_KEYRING && isPaddedSize(bytes.length) ? textOf(bytes) : null;
  const [first, core, signed, slots, mac, padding, ...more] = whole?.split('\n') ?? [];
  if (first !== FIRST_LINE || more.length > 0) return null;
  if (core === undefined || signed === undefined || slots === undefined || mac === undefined) return null;
  if (padding === undefined || !/^ *$/.test(padding) || !BASE64URL.test(mac)) return null;
  const lines = { core, signed, slots };
  if (paddedSize(macContent(lines).length + mac.length + 1) !== bytes.length) return null;
  try {
    return {
      core: exactly(core, coreOf),
      signed: exactly(signed, (value) => orNull(value, 'signed', signatureOf)),
      slots: exactly(slots, slotsOf),
      lines,
      mac,
    };
  } catch {
    return null;
  }
}

/** Throws where it would be written differently. */
function exactly<T>(line: string, parse: (value: unknown) => T): T {
  const parsed = parse(JSON.parse(line));
  if (JSON.stringify(parsed) !== line) throw new SyntaxError('not as it is written');
  return parsed;
}

function matching(value: unknown, path: string, pattern: RegExp): string {
  const found = text(value, path, 1000);
  if (!pattern.test(found)) throw new SyntaxError(path);
  return found;
}
const binary = (value: unknown, path: string): string => matching(value, path, BASE64URL);
const deviceId = (value: unknown, path: string): DeviceId => matching(value, path, DEVICE_PATTERN) as DeviceId;
function epochOf(value: unknown, path: string): number {
  const epoch = count(value, path);
  if (epoch < 1 || epoch > LAST_EPOCH) throw new RangeError(path);
  return epoch;
}

function coreOf(value: unknown): KeyringCore {
  const core = record(value, 'core');
  return {
    vault: matching(core.vault, 'vault', VAULT_PATTERN),
    epoch: epochOf(core.epoch, 'epoch'),
    removed: list(core.removed, 'removed', (each, path) => {
      const { device, upTo } = record(each, path);
      return { device: deviceId(device, path), upTo: count(upTo, path) };
    }),
    devices: list(core.devices, 'devices', (each, path) => {
      const { device, ephemeral, iv, box } = record(each, path);
      return {
        device: deviceId(device, path),
        ephemeral: binary(ephemeral, path),
        iv: binary(iv, path),
        box: binary(box, path),
      };
    }),
    older: list(core.older, 'older', (each, path) => {
      const { epoch, salt, iv, box } = record(each, path);
      return {
        epoch: epochOf(epoch, path),
        salt: binary(salt, path),
        iv: binary(iv, path),
        box: binary(box, path),
      };
    }),
  };
}

function signatureOf(value: unknown, path: string): KeyringSignature {
  const { device, signature } = record(value, path);
  return { device: deviceId(device, path), signature: binary(signature, path) };
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
      salt: binary(passSlot.salt, 'salt'),
      iv: binary(passSlot.iv, 'iv'),
      box: binary(passSlot.box, 'box'),
    },
    recovery: {
      salt: binary(recoverySlot.salt, 'salt'),
      iv: binary(recoverySlot.iv, 'iv'),
      box: binary(recoverySlot.box, 'box'),
    },
  };
}
