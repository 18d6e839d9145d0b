/** The roots of a keyring, opened with what the reader typed, for one piece of work: then they are zeroed. */
import { fromBase64url, toBase64url } from './base64url.ts';
import { utf8, type Bytes } from './bytes.ts';
import { macContent, parseKeyringFile, type KeyringFile, type KeyringText } from './keyring-file.ts';
import { withOlder, zero, type RawRoots } from './older-roots.ts';
import { isHonestCost, passphraseKey } from './passphrase-key.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { aesKeyOf, importRoot, macKeyOf } from './root-key.ts';
import type { Keyring, Secret } from './vault.ts';
import { unwrap } from './wrapped.ts';

export type NotOpened = { readonly kind: 'wrong' | 'refused' | 'cannot' };

/** `work` must keep nothing of the bytes. */
export async function withRoots<T>(
  keyring: Keyring,
  secret: Secret,
  work: (roots: RawRoots, file: KeyringFile) => Promise<T>,
): Promise<T | NotOpened> {
  const file = parseKeyringFile(keyring.bytes);
  if (file === null) return { kind: 'refused' };
  const raw = await rootFor(file, secret);
  if (!(raw instanceof Uint8Array)) return raw;
  const roots = await allRoots(file, raw);
  if (roots === null) return { kind: 'refused' };
  try {
    return await work(roots, file);
  } finally {
    zero(roots);
  }
}

/** Null, and zeroed, where the keyring was not written by somebody who has the root. */
export async function allRoots(file: KeyringFile, raw: Bytes): Promise<RawRoots | null> {
  const { vault, epoch, older } = file.core;
  if (await isMacOf(await importRoot(raw), file)) return withOlder(vault, { epoch, raw }, older);
  raw.fill(0);
  return null;
}

const macKey = (root: CryptoKey): Promise<CryptoKey> => macKeyOf(root, utf8(''), 'keyring');

export async function macOf(root: CryptoKey, lines: KeyringText): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(root), macContent(lines))));
}

export async function isMacOf(root: CryptoKey, { lines, mac }: KeyringFile): Promise<boolean> {
  const bytes = fromBase64url(mac);
  return bytes !== null && crypto.subtle.verify('HMAC', await macKey(root), bytes, macContent(lines));
}

async function rootFor({ core, slots }: KeyringFile, secret: Secret): Promise<Bytes | NotOpened> {
  const what = { vault: core.vault, epoch: core.epoch };
  if (secret.kind === 'passphrase') {
    if (!isHonestCost(slots.pass)) return { kind: 'refused' };
    const salt = fromBase64url(slots.pass.salt);
    const key = salt === null ? null : await passphraseKey(secret.text, salt, slots.pass);
    if (key === null) return { kind: 'cannot' };
    return (await unwrap(key, slots.pass, { ...what, slot: 'pass' })) ?? { kind: 'wrong' };
  }
  const code = await readRecoveryCode(secret.code);
  const salt = fromBase64url(slots.recovery.salt);
  if (code.kind !== 'code' || salt === null) return { kind: 'wrong' };
  const key = await recoveryKey(code.secret, salt);
  return (await unwrap(key, slots.recovery, { ...what, slot: 'recovery' })) ?? { kind: 'wrong' };
}

/** Zeroes the secret. */
export async function recoveryKey(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  const key = await aesKeyOf(await importRoot(secret), salt, 'recovery');
  secret.fill(0);
  return key;
}
