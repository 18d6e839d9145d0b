/** What a run of sync is given, and how it ends. */
import type { SyncFault, SyncProgress } from '@/lib/core/sync.ts';
import type { RemoteStore } from './remote.ts';
import type { Sealer } from './sealed.ts';
import type { DeviceId } from './stamp.ts';
import type { LibrarySide, SelfRow, SyncDatabase } from './tables.ts';

export type SyncParts = {
  readonly db: SyncDatabase;
  readonly library: LibrarySide;
  readonly store: RemoteStore;
  readonly sealer: Sealer;
  readonly now: () => number;
  /** From 0 to 1, as good as the platform has it: names of devices come from it. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SyncProgress) => void;
  /** Devices that were removed from the vault; their files after `upTo` do not count. */
  readonly removed: readonly { readonly device: DeviceId; readonly upTo: number }[];
  /** At most so many files are fetched or sent in this run. */
  readonly budget?: { readonly files: number };
  /** Files of ours above which they are packed; left out: as measured best. */
  readonly tidiness?: { readonly enough: number; readonly atMost: number };
  /** The reader wants a vault that is not there any more to be filled again from here. */
  readonly mayStartAnew?: boolean;
};

/** `more`: all is well, but there is work left; call again. */
export type RunOutcome =
  | { readonly kind: 'done' | 'more' }
  | { readonly kind: 'failed'; readonly why: SyncFault; readonly retryAfter: number | null };

/** Of a device that joins; it is put into `self` before the first run. */
export const newSelf = (vault: string, device: DeviceId): SelfRow => ({
  key: 'self',
  vault,
  device,
  nextSeq: 1,
  formerly: [],
  adopted: [],
});
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function newDeviceId(random: () => number): DeviceId {
  const letter = (): string => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'a';
  return Array.from({ length: 12 }, letter).join('') as DeviceId;
}
