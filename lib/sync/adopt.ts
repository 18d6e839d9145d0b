/** Taking over what a device has written that does not write any more: removed, lost, or an old copy of a profile. */
import { parseFileName, pathOf, type FileName } from './file-name.ts';
import { lookAtOwnFolder } from './own-folder.ts';
import { newPeer } from './peers.ts';
import { fetchFile } from './pull.ts';
import { announce, push } from './push.ts';
import { UNSENT, type Home } from './record.ts';
import { homedAsSealed, movedTo, rowOf } from './record-homes.ts';
import { mayTakeFile, outcomeOf, selfOf, transact, type Run } from './run-state.ts';
import type { Segment } from './segment.ts';
import { deviceOf, type DeviceId, type Stamp } from './stamp.ts';
import { lookAtVault } from './sync-run.ts';
import type { RunOutcome, SyncParts } from './sync-parts.ts';
import type { SyncTx } from './tables.ts';
import { hasAllArrived } from './tidy.ts';

/**
 * Its writes are published again by this device, with the stamps they have; then what was read of its folder is deleted.
 * To be called again while `more` or `failed`.
 */
export function adoptDevice(parts: SyncParts, device: DeviceId): Promise<RunOutcome> {
  return outcomeOf(parts, async (run) => {
    await lookAtOwnFolder(run, await lookAtVault(run));
    if (device === run.device) return;
    const taken = await takeOver(run, device);
    await transact(run, (tx) => repairDevice(tx, device));
    await push(run);
    if (await transact(run, (tx) => noteAdopted(tx, device))) await announce(run);
    if (run.isCut || !(await transact(run, hasAllArrived))) {
      run.isCut = true;
      return;
    }
    for (const file of taken) await parts.store.del(pathOf(device, file.name));
  });
}

/** @returns the files of which all that still counts is ours now, and those that nobody can read. */
async function takeOver(run: Run, device: DeviceId): Promise<FileName[]> {
  const limit = run.parts.removed.find((entry) => entry.device === device)?.upTo ?? Infinity;
  const listed = await run.parts.store.list(device);
  const taken: FileName[] = [];
  for (const file of listed.flatMap(({ name }) => parseFileName(name) ?? [])) {
    if (file.to > limit) continue;
    if (!mayTakeFile(run)) return taken;
    const isRead = (await fetchFile(run, device, file, claim)) === 'applied';
    if (isRead || (await transact(run, (tx) => isGivenUp(tx, device, file)))) taken.push(file);
  }
  return taken;
}

/** It could not be read for a day, and the reader knows. */
const isGivenUp = async (tx: SyncTx, device: DeviceId, file: FileName): Promise<boolean> =>
  (await tx.get('badFiles', pathOf(device, file.name)))?.told === true;

/** Of what the file holds, all that still stands and is nobody's of ours yet. */
async function claim(tx: SyncTx, { records }: Segment): Promise<void> {
  const rows = await tx.getMany(
    'records',
    records.map((record) => record.id),
  );
  const claimed = records.flatMap((change, index) => {
    const row = rows[index];
    return row === undefined ? [] : [rowOf(homedAsSealed(row, change, UNSENT, (home) => home === null))];
  });
  await tx.put('records', claimed);
}

/** @returns whether it is news: others are then told, lest they miss its files. */
async function noteAdopted(tx: SyncTx, device: DeviceId): Promise<boolean> {
  const self = await selfOf(tx);
  const peer = (await tx.get('peers', device)) ?? newPeer(device);
  await tx.put('peers', [{ ...peer, adopted: true }]);
  if (self.adopted.includes(device)) return false;
  await tx.put('self', [{ ...self, adopted: [...self.adopted, device] }]);
  return true;
}

/** Publishes again whatever is known here of a device's writes, where files of its are missing. The next run sends it. */
export async function repairDevice(tx: SyncTx, device: DeviceId): Promise<void> {
  const isTheirs = (home: Home, stamp: Stamp): boolean => home === null && deviceOf(stamp) === device;
  const repaired = (await tx.all('records'))
    .map((record) => rowOf(movedTo(record, UNSENT, isTheirs)))
    .filter((record) => record.unsent === 1);
  await tx.put('records', repaired);
}
