/** A passphrase into a key, at a price that whoever guesses pays for every guess (Argon2id, RFC 9106). */
import { argon2id } from 'hash-wasm';
import { utf8, type Bytes } from './bytes.ts';

/** `m` in KiB, `t` in rounds, `p` in lanes. */
export type PassphraseCost = { readonly m: number; readonly t: number; readonly p: number };

export const COST: PassphraseCost = { m: 64 * 1024, t: 3, p: 1 };
const LEAST: PassphraseCost = { m: 19 * 1024, t: 2, p: 1 };
const MOST: PassphraseCost = { m: 256 * 1024, t: 10, p: 1 };

/** A server could ask for so little that guessing is cheap, or so much that the device is stuck. */
export const isHonestCost = (cost: PassphraseCost): boolean =>
  (['m', 't', 'p'] as const).every((part) => cost[part] >= LEAST[part] && cost[part] <= MOST[part]);

/** Null where this browser cannot: no WebAssembly, or too little memory. */
export async function passphraseKey(passphrase: string, salt: Bytes, cost: PassphraseCost): Promise<CryptoKey | null> {
  let raw: Uint8Array;
  try {
    raw = await argon2id({
      password: utf8(passphrase.normalize('NFKC')),
      salt,
      memorySize: cost.m,
      iterations: cost.t,
      parallelism: cost.p,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch {
    return null;
  }
  const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return key;
}
