/** The storage that the reader has chosen, as little of it as possible: six verbs that every dumb server can do. */
import type { RemoteFault } from '@/lib/core/sync.ts';
import type { SealedBytes } from './sealed.ts';

export type RemoteFile = { readonly name: string; readonly size: number };

/**
 * Paths are relative to the vault, `/` between parts, each of `[a-z0-9._-]`. All throw `RemoteError`, and nothing else,
 * after the adapter's own retries. Nothing is expected of ETags, locks, conditions, or of the order of listings; a put
 * may tear, a listing may be old.
 */
export type RemoteStore = {
  /** With its parents; that it is there already is fine. */
  readonly mkdir: (folder: string) => Promise<void>;
  readonly put: (path: string, bytes: SealedBytes) => Promise<void>;
  /** Null: not there. `limit` in bytes: a file that is longer throws `odd`, unread. */
  readonly get: (path: string, limit: number) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Files directly in the folder; empty where it is not there. */
  readonly list: (folder: string) => Promise<RemoteFile[]>;
  /** Names of the folders directly in it; empty where it is not there. */
  readonly dirs: (folder: string) => Promise<string[]>;
  /** That it is not there is fine. */
  readonly del: (path: string) => Promise<void>;
};

export class RemoteError extends Error {
  readonly kind: RemoteFault;
  /** Milliseconds that the server asks to wait; null where it does not say. */
  readonly retryAfter: number | null;
  constructor(kind: RemoteFault, cause?: unknown, retryAfter: number | null = null) {
    super(`remote: ${kind}`, { cause });
    this.name = 'RemoteError';
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}
