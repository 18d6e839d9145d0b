/** A UUID made from texts: the same texts, the same UUID, on every device. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Version 8 (made in a way of one's own, RFC 9562), from the first 128 bits of SHA-256. In lower case. */
export function uuidOf(texts: readonly string[]): string {
  // As JSON, so that neither where a text ends nor a lone surrogate is lost on the way to bytes.
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts))));
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
