/** Keys that come from a root, each for one purpose. A root in use is a CryptoKey that cannot be read out. */
import { utf8, type Bytes } from './bytes.ts';

export const ROOT_LENGTH = 32;
const VERSION = 'parallax-v1';

export const importRoot = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits']);

const hkdf = (salt: Bytes, purpose: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: utf8(`${VERSION}/${purpose}`),
});

export const aesKeyOf = (root: CryptoKey, salt: Bytes, purpose: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, purpose), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export const macKeyOf = (root: CryptoKey, salt: Bytes, purpose: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, purpose), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
    'verify',
  ]);

export async function encrypt(key: CryptoKey, iv: Bytes, content: Bytes, bound: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, content));
}

/** Null where the key, the content or what it is bound to is another. */
export async function decrypt(key: CryptoKey, iv: Bytes, content: Bytes, bound: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, content));
  } catch {
    return null;
  }
}
