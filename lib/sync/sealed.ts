/** What sync knows of encryption: bytes that may leave, and how they are made and read. lib/vault does it. */
import type { DeviceId } from './stamp.ts';

/** Bytes in which nothing of the reader's can be read. Made by lib/vault alone; the only ones that a store takes. */
export type SealedBytes = Uint8Array<ArrayBuffer> & { readonly __sealed: true };

/** Which file of whom: bound to the content, so that a server cannot pass one file off as another. */
export type FilePlace = { readonly device: DeviceId; readonly from: number; readonly to: number };

/**
 * `damaged`: torn, changed, or another file's content. `newer`: of a format this version does not know. `no-key`: of an
 * epoch whose key this device does not have. `foreign`: of another vault. `not-allowed`: in a space, by somebody who may
 * not write what is in it.
 */
export type Opened =
  | { readonly kind: 'opened'; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'damaged' | 'newer' | 'no-key' | 'foreign' | 'not-allowed' };

export type Sealer = {
  /** Compressed, padded to a class of sizes, encrypted. Throws where no key is unlocked: nothing unsealed leaves. */
  readonly seal: (content: Uint8Array<ArrayBuffer>, place: FilePlace) => Promise<SealedBytes>;
  readonly open: (bytes: Uint8Array<ArrayBuffer>, place: FilePlace) => Promise<Opened>;
  /** The first 32 hexadecimal digits of SHA-256: a file's name ends in that of its bytes. */
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
};
