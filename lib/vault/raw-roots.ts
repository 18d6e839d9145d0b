/** Roots as bytes, for as long as one piece of work needs them: handed to others, or made into keys; then zeroed. */
import { fromBase64url, toBase64url } from './base64url.ts';
import { secureRandom, utf8, type Bytes, type Random } from './bytes.ts';
import { parseKeyringFile, macContent, type KeyringFile, type KeyringText } from './keyring-file.ts';
import { isHonestCost, passphraseKey } from './passphrase-key.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { aesKeyOf, importRoot, macKeyOf, ROOT_LENGTH } from './root-key.ts';
import type { Keyring, Secret, VaultKeys } from './vault.ts';
import { unwrap, wrap } from './wrapped.ts';

export type RawRoot = { readonly epoch: number; readonly raw: Bytes };
/** The epoch of the keyring is the last. */
export type RawRoots = readonly [...RawRoot[], RawRoot];
export type NotOpened = { readonly kind: 'wrong' | 'refused' | 'cannot' };

/** `work` must keep nothing of the bytes: they are zeroed when it is done. */
export async function withRoots<T>(
  keyring: Keyring,
  secret: Secret,
  work: (roots: RawRoots, file: KeyringFile) => Promise<T>,
): Promise<T | NotOpened> {
  const file = parseKeyringFile(keyring.bytes);
  if (file === null) return { kind: 'refused' };
  const raw = await rootFor(file, secret);
  if (!(raw instanceof Uint8Array)) return raw;
  const roots = await withOlder(file, raw);
  if (roots === null) return { kind: 'refused' };
  try {
    return await work(roots, file);
  } finally {
    zero(roots);
  }
}

/** Null, and zeroed, where the keyring was not written by somebody who has the root. */
export async function withOlder(file: KeyringFile, raw: Bytes): Promise<RawRoots | null> {
  const { vault, epoch, older } = file.core;
  const root = await importRoot(raw);
  const last: RawRoot = { epoch, raw };
  const earlier: RawRoot[] = [];
  let whole = raw.length === ROOT_LENGTH && (await isMacOf(root, file));
  for (const each of whole ? older : []) {
    const salt = fromBase64url(each.salt);
    const key = salt === null ? null : await aesKeyOf(root, salt, 'older');
    const opened = key === null ? null : await unwrap(key, each, { vault, epoch, slot: `older:${each.epoch}` });
    if (opened === null) whole = false;
    else earlier.push({ epoch: each.epoch, raw: opened });
  }
  if (whole) return [...earlier, last];
  zero([...earlier, last]);
  return null;
}

export async function keysOf(vault: string, roots: readonly RawRoot[]): Promise<VaultKeys> {
  const keys = await Promise.all(roots.map(async ({ epoch, raw }) => ({ epoch, key: await importRoot(raw) })));
  return { vault, roots: keys.sort((one, other) => one.epoch - other.epoch) };
}

/** Under the root of the epoch that `what` names. */
export async function wrapOlder(
  vault: string,
  newest: RawRoot,
  older: RawRoot,
  random: Random = secureRandom,
): Promise<KeyringFile['core']['older'][number]> {
  const salt = random(16);
  const key = await aesKeyOf(await importRoot(newest.raw), salt, 'older');
  const what = { vault, epoch: newest.epoch, slot: `older:${older.epoch}` };
  return { epoch: older.epoch, salt: toBase64url(salt), ...(await wrap(key, older.raw, what, random)) };
}

export const zero = (roots: readonly RawRoot[]): void => roots.forEach(({ raw }) => raw.fill(0));

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

export async function recoveryKey(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  const key = await aesKeyOf(await importRoot(secret), salt, 'recovery');
  secret.fill(0);
  return key;
}
