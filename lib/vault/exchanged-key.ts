/** A key that only one device can find out, by its X25519 key: from a pair made for this once, and its public half. */
import { joinBytes, type Bytes } from './bytes.ts';
import { aesKeyOf, importRoot } from './root-key.ts';

/** Throws where `theirs` is no public key, or this browser does not know the curve. */
export async function keyTowards(theirs: Bytes): Promise<{ readonly key: CryptoKey; readonly ephemeral: Bytes }> {
  const mine = await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']);
  if (!('privateKey' in mine)) throw new TypeError('A pair of keys was expected.');
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', mine.publicKey));
  return { key: await agreed(mine.privateKey, theirs, joinBytes(ephemeral, theirs)), ephemeral };
}

/** Null where `ephemeral` is no public key. */
export async function keyFrom(mine: CryptoKeyPair, ephemeral: Bytes): Promise<CryptoKey | null> {
  try {
    const own = new Uint8Array(await crypto.subtle.exportKey('raw', mine.publicKey));
    return await agreed(mine.privateKey, ephemeral, joinBytes(ephemeral, own));
  } catch {
    return null;
  }
}

async function agreed(mine: CryptoKey, theirs: Bytes, salt: Bytes): Promise<CryptoKey> {
  const other = await crypto.subtle.importKey('raw', theirs, { name: 'X25519' }, false, []);
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: other }, mine, 256));
  const key = await aesKeyOf(await importRoot(shared), salt, 'device');
  shared.fill(0);
  return key;
}
