/** The digest of a text that is never whole in memory. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type RunningDigest = {
  /** Well-formed pieces: a surrogate pair must not be cut in two. */
  readonly add: (piece: string) => void;
  /** SHA-256 of all pieces in hexadecimal. Nothing can be added after. */
  readonly end: () => string;
};

export function createRunningDigest(): RunningDigest {
  const hash = sha256.create();
  return {
    add: (piece) => void hash.update(utf8ToBytes(piece)),
    end: () => bytesToHex(hash.digest()),
  };
}
