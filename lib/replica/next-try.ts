/** When to try again after a run that failed. */
import type { SyncFault } from '@/lib/core/sync.ts';

const FIRST = 60_000;
const LONGEST = 60 * 60_000;
/** What only the reader can change: to ask again by itself would change nothing. */
const NOT_BY_ITSELF: readonly SyncFault[] = ['denied', 'revoked'];

/**
 * `tries`: in a row that failed, from 1. Devices that failed together do not come back together. Null: when the reader
 * has done something about it.
 */
export function nextTry(
  { why, tries, retryAfter }: { readonly why: SyncFault; readonly tries: number; readonly retryAfter: number | null },
  now: number,
  random: () => number,
): number | null {
  if (NOT_BY_ITSELF.includes(why)) return null;
  const pause = Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 10)) * (0.75 + random() / 2);
  return Math.round(now + Math.max(pause, retryAfter ?? 0));
}
