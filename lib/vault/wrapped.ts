/** A root under another key: what every slot of a keyring holds. */
import { fromBase64url, toBase64url } from './base64url.ts';
import { secureRandom, utf8, type Bytes, type Random } from './bytes.ts';
import { decrypt, encrypt } from './root-key.ts';

/** Base64url, both. */
export type Wrapped = { readonly iv: string; readonly box: string };

/** Which root it is, and for whom: a slot moved elsewhere does not open. The generation is left out, so slots can stay. */
export type WrappedFor = { readonly vault: string; readonly epoch: number; readonly slot: string };
const boundTo = ({ vault, epoch, slot }: WrappedFor): Bytes => utf8(`slot|${vault}|${epoch}|${slot}`);

export async function wrap(key: CryptoKey, raw: Bytes, what: WrappedFor, random: Random = secureRandom) {
  const iv = random(12);
  return { iv: toBase64url(iv), box: toBase64url(await encrypt(key, iv, raw, boundTo(what))) };
}

export async function unwrap(key: CryptoKey, { iv, box }: Wrapped, what: WrappedFor): Promise<Bytes | null> {
  const [ivBytes, boxBytes] = [fromBase64url(iv), fromBase64url(box)];
  return ivBytes === null || boxBytes === null ? null : decrypt(key, ivBytes, boxBytes, boundTo(what));
}
