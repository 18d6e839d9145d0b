/** Our own folder against what we know to have put there: files that are missing, and files that another copy of us wrote. */
import { coverOf, parseFileName, pathOf, type FileName } from './file-name.ts';
import { badFilesOf, noteBadFile, rests, settleBadFiles } from './bad-files.ts';
import type { RemoteFile } from './remote.ts';
import { movedTo, rowOf } from './record-homes.ts';
import { UNSENT } from './record.ts';
import { selfOf, transact, type Run } from './run-state.ts';
import { LONGEST_FILE } from './segment.ts';
import { newDeviceId } from './sync-parts.ts';
import type { DeviceId } from './stamp.ts';
import type { OwnFileRow, PeerRow, SyncTx } from './tables.ts';

/** @returns what lies there. */
export async function lookAtOwnFolder(run: Run, folders: readonly string[]): Promise<readonly RemoteFile[]> {
  const files = await transact(run, (tx) => tx.all('ownFiles'));
  run.hasFolder = folders.includes(run.device);
  if (!run.hasFolder && files.length === 0) return [];
  const listed = await run.parts.store.list(run.device);
  if (await hasBeenCopied(run, listed, files)) {
    await transact(run, (tx) => becomeAnother(tx, run));
    run.hasFolder = false;
    return [];
  }
  const rubbish = await clearRubbish(run);
  const names = new Set(listed.map((file) => file.name).filter((name) => !rubbish.includes(pathOf(run.device, name))));
  await transact(run, (tx) => settleBadFiles(tx, run.device, (name) => names.has(name)));
  const sizes = new Map(listed.map((file) => [file.name, file.size]));
  for (const file of files) {
    if (file.state === 'there' && sizes.get(file.name) !== file.size) await markIfLost(run, file);
  }
  return listed;
}

/** What another copy of us left here unfinished, and nobody could read for a day, stands in everybody's way. */
async function clearRubbish(run: Run): Promise<string[]> {
  const bad = await transact(run, (tx) => badFilesOf(tx, run.device));
  const paths = bad.filter((file) => file.why === 'damaged' && file.told).map((file) => file.path);
  for (const path of paths) await run.parts.store.del(path);
  return paths;
}

/** A name that we never gave is proof only with its content: a listing may be old, a file may be torn. */
async function hasBeenCopied(run: Run, listed: readonly RemoteFile[], files: readonly OwnFileRow[]): Promise<boolean> {
  const known = new Set(files.map((file) => file.name));
  for (const { name } of listed) {
    const file = parseFileName(name);
    if (file !== null && !known.has(name) && (await isSealedByUs(run, file))) return true;
  }
  return false;
}

async function isSealedByUs(run: Run, file: FileName): Promise<boolean> {
  const { store, sealer, now } = run.parts;
  const path = pathOf(run.device, file.name);
  const bad = await transact(run, (tx) => tx.get('badFiles', path));
  if (bad !== undefined && rests(bad, now())) return false;
  const bytes = await store.get(path, LONGEST_FILE);
  if (bytes === null) return false;
  const isWhole = (await sealer.hash(bytes)) === file.hash;
  const opened = isWhole ? await sealer.open(bytes, { device: run.device, from: file.from, to: file.to }) : null;
  if (opened?.kind === 'opened') return true;
  const why = opened?.kind ?? 'damaged';
  await transact(run, (tx) => noteBadFile(tx, run.device, path, why, now()));
  return false;
}

/**
 * From here on this device has another name and a folder of its own. All that it had published under the old name is
 * published again, for the other copy may do with the old folder what it likes; that is read like anybody's.
 */
async function becomeAnother(tx: SyncTx, run: Run): Promise<void> {
  const self = await selfOf(tx);
  const files = await tx.all('ownFiles');
  await releaseAll(tx, files);
  run.device = newDeviceId(run.parts.random);
  const formerly = [...self.formerly, self.device];
  await tx.put('self', [{ ...self, device: run.device, nextSeq: 1, formerly }]);
  await tx.put('peers', [asPeer(self.device, files)]);
  const id = `copied-profile:${self.device}`;
  await tx.put('alarms', [{ id, at: run.parts.now(), device: self.device, kind: 'copied-profile' }]);
}

async function releaseAll(tx: SyncTx, files: readonly OwnFileRow[]): Promise<void> {
  const names = new Set(files.map((file) => file.name));
  const records = await tx.homedIn([...names]);
  const release = (home: string | null): boolean => home !== null && names.has(home);
  await tx.put(
    'records',
    records.map((record) => rowOf(movedTo(record, UNSENT, release))),
  );
  await tx.drop('ownFiles', [...names]);
}

function asPeer(device: PeerRow['device'], files: readonly OwnFileRow[]): PeerRow {
  const there = files.filter((file) => file.state === 'there');
  const highest = Math.max(0, ...there.map((file) => file.to));
  const applied = there.map((file) => file.name);
  return { device, applied, upTo: coverOf(there), highest, claimed: 0, amiss: 0, adopted: false };
}

/** The vault is to be filled again from here: everything that is known, whoever wrote it. @returns our new name. */
export async function startAnew(tx: SyncTx, random: () => number): Promise<DeviceId> {
  const self = await selfOf(tx);
  const files = await tx.all('ownFiles');
  const records = await tx.all('records');
  await tx.put(
    'records',
    records.map((record) => rowOf(movedTo(record, UNSENT, () => true))),
  );
  await tx.drop(
    'ownFiles',
    files.map((file) => file.name),
  );
  await tx.drop(
    'peers',
    (await tx.all('peers')).map((peer) => peer.device),
  );
  const device = newDeviceId(random);
  const formerly = [...self.formerly, self.device];
  await tx.put('self', [{ ...self, device, nextSeq: 1, formerly, adopted: [...self.adopted, self.device] }]);
  return device;
}

/** Asked for by name before it is believed to be lost: listings may be old or short. */
export async function markIfLost(run: Run, file: OwnFileRow): Promise<void> {
  const isWhole = (await isThere(run, file)) || (await isThere(run, file));
  const checked = run.parts.now();
  const next: OwnFileRow = isWhole ? { ...file, checked } : { ...file, state: 'lost' };
  await transact(run, async (tx) => {
    const now = await tx.get('ownFiles', file.name);
    if (now?.state === 'there') await tx.put('ownFiles', [next]);
  });
}

async function isThere(run: Run, file: OwnFileRow): Promise<boolean> {
  const bytes = await run.parts.store.get(pathOf(run.device, file.name), LONGEST_FILE);
  return bytes !== null && (await run.parts.sealer.hash(bytes)) === parseFileName(file.name)?.hash;
}
