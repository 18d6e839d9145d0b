/** The one place where bytes are said to be sealed. tests/vault/sealed-bytes.test.ts holds who may say so. */
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import type { Bytes } from './bytes.ts';
import { isPaddedSize, LARGEST_FILE } from './padding.ts';
import { VaultError } from './vault-error.ts';

/** Every file of a vault begins so; the digit after it is the version of its format. */
export const MAGIC = 'PLX';
export const VERSION = '1';
/** Versions to come. Each differs from 1 in more than one bit: a flipped bit makes damage, never a newer version. */
const LATER = ['2', '4', '7', '8'];

export type FileVersion = 'this' | 'newer' | 'none';

export function versionOf(bytes: Bytes): FileVersion {
  const [head, digit] = [String.fromCharCode(...bytes.subarray(0, 3)), String.fromCharCode(bytes[3] ?? 0)];
  if (head !== MAGIC) return 'none';
  if (digit === VERSION) return 'this';
  return LATER.includes(digit) ? 'newer' : 'none';
}

/** Throws where they do not even look like it: a last line of defence, behind the type. */
export function asSealed(bytes: Bytes): SealedBytes {
  if (bytes.length > LARGEST_FILE) throw new VaultError('too-big');
  if (versionOf(bytes) !== 'this' || !isPaddedSize(bytes.length)) throw new TypeError('These bytes are not sealed.');
  return bytes as SealedBytes;
}
