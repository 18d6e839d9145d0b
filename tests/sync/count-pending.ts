/** How much of what is ours the vault does not yet hold for certain. */
import type { SyncTx } from '@/lib/sync/tables.ts';

/** Records with a write that is in no file, or in one that has not arrived. What is only marked is not counted. */
export async function countPending(tx: SyncTx): Promise<number> {
  const onTheirWay = (await tx.all('ownFiles')).filter((file) => file.state === 'outgoing').map((file) => file.name);
  const [unsent, homed] = [await tx.countUnsent(), onTheirWay.length === 0 ? [] : await tx.homedIn(onTheirWay)];
  return unsent + homed.filter((record) => record.unsent === 0).length;
}
