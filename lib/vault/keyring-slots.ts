/** The slots that are opened with something the reader has: a passphrase, a code on paper. */
import { toBase64url } from './base64url.ts';
import type { Random } from './bytes.ts';
import type { PassSlot, RecoverySlot } from './keyring-file.ts';
import { COST, passphraseKey } from './passphrase-key.ts';
import type { RawRoot } from './older-roots.ts';
import { recoveryKey } from './raw-roots.ts';
import { RECOVERY_LENGTH, writeRecoveryCode } from './recovery-code.ts';
import { VaultError } from './vault-error.ts';
import { wrap } from './wrapped.ts';

/** Throws `cannot` where this browser cannot compute it. */
export async function passSlot(
  vault: string,
  { epoch, raw }: RawRoot,
  passphrase: string,
  random: Random,
): Promise<PassSlot> {
  const salt = random(16);
  const key = await passphraseKey(passphrase, salt, COST);
  if (key === null) throw new VaultError('cannot');
  return { ...COST, salt: toBase64url(salt), ...(await wrap(key, raw, { vault, epoch, slot: 'pass' }, random)) };
}

export async function recoverySlot(
  vault: string,
  { epoch, raw }: RawRoot,
  random: Random,
): Promise<{ readonly slot: RecoverySlot; readonly code: string }> {
  const [salt, secret] = [random(16), random(RECOVERY_LENGTH)];
  const code = await writeRecoveryCode(secret);
  const key = await recoveryKey(secret, salt);
  const wrapped = await wrap(key, raw, { vault, epoch, slot: 'recovery' }, random);
  return { slot: { salt: toBase64url(salt), ...wrapped }, code };
}
