/** Files that cannot be read: tried again for a while, then told to the reader, and tried again now and then. */
import type { DeviceId } from './stamp.ts';
import type { AlarmRow, BadFileRow, SyncTx } from './tables.ts';

const HOUR = 3_600_000;
/** So often at every run; and to be told about, so old. */
const TRIES = 5;
const TELL_AFTER = 24 * HOUR;
const LATER = 6 * HOUR;

/** Whether it is not to be tried now. A clock that was set does not keep anything waiting for long. */
export const rests = ({ why, tries, last }: BadFileRow, now: number): boolean =>
  tries >= TRIES && why !== 'no-key' && Math.abs(now - last) < LATER;

export async function noteBadFile(
  tx: SyncTx,
  device: DeviceId,
  path: string,
  why: BadFileRow['why'],
  now: number,
): Promise<void> {
  const before = await tx.get('badFiles', path);
  const tries = (before?.tries ?? 0) + 1;
  const first = Math.min(before?.first ?? now, now);
  const isOld = tries >= TRIES && now - first >= TELL_AFTER;
  const isToTell = before?.told !== true && (isOld || why === 'newer' || why === 'foreign');
  await tx.put('badFiles', [{ path, why, tries, first, last: now, told: isToTell || before?.told === true }]);
  if (isToTell) await tx.put('alarms', [await alarmFor(tx, device, why, now)]);
}

async function alarmFor(tx: SyncTx, device: DeviceId, why: BadFileRow['why'], at: number): Promise<AlarmRow> {
  if (why === 'newer' || why === 'foreign') return { id: `${why}:${device}`, at, device, kind: why };
  const files = (await badFilesOf(tx, device)).filter((file) => file.told).length;
  return { id: `damaged:${device}`, at, device, kind: 'damaged', files };
}

export async function badFilesOf(tx: SyncTx, device: DeviceId): Promise<BadFileRow[]> {
  return (await tx.all('badFiles')).filter((file) => file.path.startsWith(`${device}/`));
}

/** Those that can be read now, or are not there any more; with the last of its kind the alarm goes. */
export async function settleBadFiles(
  tx: SyncTx,
  device: DeviceId,
  isStillBad: (name: string) => boolean,
): Promise<void> {
  const files = await badFilesOf(tx, device);
  const still = files.filter((file) => isStillBad(file.path.slice(device.length + 1)));
  if (still.length === files.length) return;
  await tx.drop(
    'badFiles',
    files.filter((file) => !still.includes(file)).map((file) => file.path),
  );
  const kinds = new Set(still.map((file) => (file.why === 'newer' || file.why === 'foreign' ? file.why : 'damaged')));
  const settled = (['newer', 'foreign', 'damaged'] as const).filter((kind) => !kinds.has(kind));
  await tx.drop(
    'alarms',
    settled.map((kind) => `${kind}:${device}`),
  );
}
