/** Vaults, devices and bytes for the tests of the vault: made at once, without the price of a passphrase. */
import type { DeviceId } from '@/lib/sync/stamp.ts';
import type { FilePlace } from '@/lib/sync/sealed.ts';
import { utf8, type Bytes, type Random } from '@/lib/vault/bytes.ts';
import { importRoot } from '@/lib/vault/root-key.ts';
import type { VaultKeys } from '@/lib/vault/vault.ts';

export const deviceNamed = (name: string): DeviceId => name.padEnd(12, '0') as DeviceId;
export const placed = (from = 1, to = from, device = deviceNamed('laptop')): FilePlace => ({ device, from, to });

export const vaultNamed = (digit: string): string => digit.repeat(32);
/** A root for each number. */
export async function keysWith(vault: string, epochs: readonly number[]): Promise<VaultKeys> {
  const roots = epochs.map(async (epoch) => ({ epoch, key: await importRoot(new Uint8Array(32).fill(epoch)) }));
  return { vault, roots: await Promise.all(roots) };
}

export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytesOf = (content: string): Bytes => utf8(content);

export function flipped(bytes: Uint8Array, bit: number): Bytes {
  const other = new Uint8Array(bytes);
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return other;
}

/** The same every time: 0, 1, 2 … */
export function countingRandom(): Random {
  let next = 0;
  return (length) => Uint8Array.from({ length }, () => next++ & 255);
}

/** Bytes that cannot be made shorter. */
export function noise(length: number): Bytes {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
