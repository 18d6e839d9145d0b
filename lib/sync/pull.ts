/** What other devices have written since the last look: fetched, checked, applied. */
import { applyRecords } from './apply-records.ts';
import { noteBadFile, rests, settleBadFiles } from './bad-files.ts';
import { isDeviceFolder, parseFileName, pathOf, type FileName } from './file-name.ts';
import { newPeer, noteApplied, watchPeer } from './peers.ts';
import { RemoteError, type RemoteFile } from './remote.ts';
import { mayTakeFile, selfOf, transact, type Run } from './run-state.ts';
import { decodeSegment, LONGEST_FILE, type Segment } from './segment.ts';
import { timeOf, type DeviceId, type Stamp } from './stamp.ts';
import type { BadFileRow, SyncTx } from './tables.ts';
import { judgeDeletes } from './undo-deletes.ts';

/** Records in one transaction: it must not keep the reader from writing. */
const PORTION = 500;
/** A clock that is further ahead is told about; what it wrote counts all the same. */
const DAY = 86_400_000;

type Folder = { readonly device: DeviceId; readonly files: readonly FileName[]; readonly wanted: readonly FileName[] };
/** Called in the transaction that applies them. */
export type OnApplied = (tx: SyncTx, segment: Segment) => Promise<void>;

export async function pull(run: Run, names: readonly string[]): Promise<void> {
  const folders: Folder[] = [];
  for (const device of await devicesOf(run, names)) {
    const listed = names.includes(device) ? await run.parts.store.list(device) : [];
    folders.push(await lookAt(run, device, listed));
  }
  const of = folders.reduce((sum, folder) => sum + folder.wanted.length, 0);
  let done = 0;
  const read: Folder[] = [];
  for (const folder of folders) {
    read.push(await pullFrom(run, folder, () => run.parts.onProgress({ step: 'fetching', done: ++done, of })));
  }
  if (!run.isCut) await transact(run, (tx) => judge(tx, run, read));
}

/** Only when all that others say of each other is known. */
async function judge(tx: SyncTx, run: Run, folders: readonly Folder[]): Promise<void> {
  const now = run.parts.now();
  for (const { device, files } of folders) {
    const applied = (await tx.get('peers', device))?.applied ?? [];
    await settleBadFiles(tx, device, (name) => !applied.includes(name) && files.some((file) => file.name === name));
    const isRemoved = run.parts.removed.some((removed) => removed.device === device);
    if (!isRemoved) await watchPeer(tx, device, files, now);
  }
  await judgeDeletes(tx, now);
}

async function devicesOf(run: Run, names: readonly string[]): Promise<DeviceId[]> {
  const known = (await transact(run, (tx) => tx.all('peers'))).map((peer) => peer.device);
  const devices = new Set([...names.filter(isDeviceFolder), ...known]);
  devices.delete(run.device);
  return [...devices].sort();
}

async function lookAt(run: Run, device: DeviceId, listed: readonly RemoteFile[]): Promise<Folder> {
  const { now, removed } = run.parts;
  const limit = removed.find((entry) => entry.device === device)?.upTo ?? Infinity;
  const files = listed.flatMap(({ name }) => parseFileName(name) ?? []).filter((file) => file.to <= limit);
  return transact(run, async (tx) => {
    const peer = (await tx.get('peers', device)) ?? newPeer(device);
    const unread = files.filter((file) => !peer.applied.includes(file.name)).sort((a, b) => a.to - b.to);
    const bad = await tx.getMany(
      'badFiles',
      unread.map((file) => pathOf(device, file.name)),
    );
    const isResting = (row: BadFileRow | undefined): boolean => row !== undefined && rests(row, now());
    return { device, files, wanted: unread.filter((_, index) => !isResting(bad[index])) };
  });
}

/** @returns the folder as it was seen last. */
async function pullFrom(run: Run, folder: Folder, onFile: () => void): Promise<Folder> {
  const { device } = folder;
  for (const file of folder.wanted) {
    if (!mayTakeFile(run)) return folder;
    if ((await fetchFile(run, device, file)) === 'absent') {
      // Its owner may just have packed it up with others.
      const again = await lookAt(run, device, await run.parts.store.list(device));
      for (const other of again.wanted) if (mayTakeFile(run)) await fetchFile(run, device, other);
      return again;
    }
    onFile();
  }
  return folder;
}

/** A fault of this one file does not keep the others from being read. */
export async function fetchFile(
  run: Run,
  device: DeviceId,
  file: FileName,
  onApplied?: OnApplied,
): Promise<'applied' | 'absent' | 'bad'> {
  const path = pathOf(device, file.name);
  const read = await readFile(run, device, file);
  if (read === 'absent') return 'absent';
  if (typeof read === 'string') {
    if (read === 'no-key') run.fault ??= 'locked';
    await transact(run, (tx) => noteBadFile(tx, device, path, read, run.parts.now()));
    return 'bad';
  }
  await applySegment(run, device, file, read, onApplied);
  return 'applied';
}

async function readFile(run: Run, device: DeviceId, file: FileName): Promise<Segment | 'absent' | BadFileRow['why']> {
  const { store, sealer } = run.parts;
  const bytes = await store.get(pathOf(device, file.name), LONGEST_FILE).catch((error: unknown) => {
    if (!(error instanceof RemoteError) || (error.kind !== 'odd' && error.kind !== 'server')) throw error;
    run.fault ??= error.kind;
    return 'failed' as const;
  });
  if (bytes === null) return 'absent';
  if (bytes === 'failed' || (await sealer.hash(bytes)) !== file.hash) return 'damaged';
  const opened = await sealer.open(bytes, { device, from: file.from, to: file.to });
  if (opened.kind !== 'opened') return opened.kind;
  return decodeSegment(opened.content) ?? 'damaged';
}

async function applySegment(
  run: Run,
  device: DeviceId,
  file: FileName,
  segment: Segment,
  onApplied?: OnApplied,
): Promise<void> {
  const { library, now } = run.parts;
  const { records } = segment;
  for (let start = 0; start === 0 || start < records.length; start += PORTION) {
    const portion = records.slice(start, start + PORTION);
    await transact(run, async (tx) => {
      const self = await selfOf(tx);
      await applyRecords(tx, library, portion, self, now());
      await onApplied?.(tx, { ...segment, records: portion });
      if (start + PORTION < records.length) return;
      await noteApplied(tx, device, file, segment, self);
      await noteClock(tx, device, segment, now());
    });
  }
}

async function noteClock(tx: SyncTx, device: DeviceId, { records }: Segment, now: number): Promise<void> {
  const stamps = records.flatMap((record): Stamp[] => [
    ...Object.values(record.cells).map((cell) => cell.stamp),
    ...record.versions.map((version) => version.stamp),
    ...(record.floor === null ? [] : [record.floor]),
  ]);
  const offBy = stamps.reduce((latest, stamp) => Math.max(latest, timeOf(stamp)), 0) - now;
  if (offBy > DAY) await tx.put('alarms', [{ id: `clock:${device}`, at: now, device, kind: 'clock', offBy }]);
}
