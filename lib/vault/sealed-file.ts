/**
 * A sealed file, byte by byte (docs/sync-format.md):
 * "PLX1" | epoch 4 | salt 16 | iv 12 | vault tag 8 | check 4 | AES-256-GCM(length 4 | content | zeros)
 * The tag tells another vault's file from a damaged one; the check tells damage from an unknown epoch.
 */
import type { FilePlace, SealedBytes } from '@/lib/sync/sealed.ts';
import { joinBytes, readU32, sameBytes, sha256, u32, utf8, type Bytes } from './bytes.ts';
import { isPaddedSize, LARGEST_FILE, paddedSize } from './padding.ts';
import { aesKeyOf, decrypt, encrypt } from './root-key.ts';
import { asSealed, MAGIC, VERSION, versionOf } from './sealed-bytes.ts';
import { VaultError } from './vault-error.ts';

export const SALT_LENGTH = 16;
export const IV_LENGTH = 12;
const TAG_LENGTH = 8;
const CHECK_LENGTH = 4;
const SALT_AT = 8;
const IV_AT = SALT_AT + SALT_LENGTH;
const TAG_AT = IV_AT + IV_LENGTH;
const CHECK_AT = TAG_AT + TAG_LENGTH;
const HEADER_LENGTH = CHECK_AT + CHECK_LENGTH;
const GCM_TAG = 16;
const LENGTH_LENGTH = 4;

export type Root = { readonly epoch: number; readonly key: CryptoKey };
export type FileNonces = { readonly salt: Bytes; readonly iv: Bytes };

export type OpenedFile =
  | { readonly kind: 'content'; readonly content: Bytes; readonly epoch: number }
  | { readonly kind: 'damaged' | 'newer' | 'no-key' | 'foreign' };

const eight = (seq: number): string => String(seq).padStart(8, '0');
/** What the content is bound to, beside the header. */
export const placeText = (vault: string, { device, from, to }: FilePlace): string =>
  `${vault}|${device}/${eight(from)}-${eight(to)}`;

const tagOf = async (vault: string, salt: Bytes): Promise<Bytes> =>
  (await sha256(joinBytes(utf8(vault), salt))).subarray(0, TAG_LENGTH);
const checkOf = async (header: Bytes): Promise<Bytes> => (await sha256(header)).subarray(0, CHECK_LENGTH);

/** `content`: deflated already. */
export async function sealFile(
  vault: string,
  root: Root,
  file: { readonly place: FilePlace; readonly content: Bytes },
  { salt, iv }: FileNonces,
): Promise<SealedBytes> {
  const unpadded = HEADER_LENGTH + LENGTH_LENGTH + file.content.length + GCM_TAG;
  const size = paddedSize(unpadded);
  if (size > LARGEST_FILE) throw new VaultError('too-big');
  const start = joinBytes(utf8(MAGIC + VERSION), u32(root.epoch), salt, iv, await tagOf(vault, salt));
  const header = joinBytes(start, await checkOf(start));
  const padded = joinBytes(u32(file.content.length), file.content, new Uint8Array(size - unpadded));
  const key = await aesKeyOf(root.key, salt, 'file');
  const bound = joinBytes(header, utf8(placeText(vault, file.place)));
  return asSealed(joinBytes(header, await encrypt(key, iv, padded, bound)));
}

export async function openFile(
  vault: string,
  roots: readonly Root[],
  bytes: Bytes,
  place: FilePlace,
): Promise<OpenedFile> {
  const version = versionOf(bytes);
  if (version === 'newer') return { kind: 'newer' };
  if (version === 'none' || bytes.length > LARGEST_FILE || !isPaddedSize(bytes.length)) return { kind: 'damaged' };
  const header = bytes.slice(0, HEADER_LENGTH);
  const salt = header.slice(SALT_AT, IV_AT);
  if (!sameBytes(await checkOf(header.slice(0, CHECK_AT)), header.slice(CHECK_AT))) return { kind: 'damaged' };
  if (!sameBytes(await tagOf(vault, salt), header.slice(TAG_AT, CHECK_AT))) return { kind: 'foreign' };
  const epoch = readU32(header, 4);
  const root = roots.find((each) => each.epoch === epoch);
  if (root === undefined) return { kind: 'no-key' };
  const bound = joinBytes(header, utf8(placeText(vault, place)));
  const key = await aesKeyOf(root.key, salt, 'file');
  const padded = await decrypt(key, header.slice(IV_AT, TAG_AT), bytes.slice(HEADER_LENGTH), bound);
  if (padded === null) return { kind: 'damaged' };
  const length = readU32(padded, 0);
  if (length > padded.length - LENGTH_LENGTH) return { kind: 'damaged' };
  return { kind: 'content', content: padded.slice(LENGTH_LENGTH, LENGTH_LENGTH + length), epoch };
}
