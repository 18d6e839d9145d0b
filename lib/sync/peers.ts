/** What is known of other devices' folders, and whether something that was there is not any more. */
import { coverOf, parseFileName, type FileName } from './file-name.ts';
import type { Segment } from './segment.ts';
import type { DeviceId } from './stamp.ts';
import type { PeerRow, SelfRow, SyncTx } from './tables.ts';

/** A listing may be old: only what is amiss in so many runs on end is told. */
const RUNS = 3;

export const newPeer = (device: DeviceId): PeerRow => ({
  device,
  applied: [],
  upTo: 0,
  highest: 0,
  claimed: 0,
  amiss: 0,
  adopted: false,
});

const filesOf = (names: readonly string[]): FileName[] => names.flatMap((name) => parseFileName(name) ?? []);

/** After the last of a file's records: it is known, with what its writer says of others. */
export async function noteApplied(
  tx: SyncTx,
  device: DeviceId,
  file: FileName,
  segment: Segment,
  self: SelfRow,
): Promise<void> {
  const peers = new Map((await tx.all('peers')).map((peer) => [peer.device, peer]));
  const peer = peers.get(device) ?? newPeer(device);
  const applied = [...peer.applied.filter((name) => name !== file.name), file.name];
  const upTo = coverOf(filesOf(applied), peer.upTo);
  const changed = new Map<DeviceId, PeerRow>([
    [device, { ...peer, applied, upTo, highest: Math.max(peer.highest, file.to) }],
  ]);
  const claims = new Map<string, number>(Object.entries(segment.seen));
  for (const other of new Set([...claims.keys(), ...segment.adopted] as DeviceId[])) {
    if (other === self.device) continue;
    const known = changed.get(other) ?? peers.get(other) ?? newPeer(other);
    const claimed = Math.max(known.claimed, claims.get(other) ?? 0);
    const adopted = known.adopted || segment.adopted.includes(other);
    if (claimed !== known.claimed || adopted !== known.adopted) changed.set(other, { ...known, claimed, adopted });
  }
  await tx.put('peers', [...changed.values()]);
}

/** The folder against what is known of it. `files`: all that it has, read or not. */
export async function watchPeer(tx: SyncTx, device: DeviceId, files: readonly FileName[], now: number): Promise<void> {
  const peer = await tx.get('peers', device);
  if (peer === undefined) return;
  const top = Math.max(0, ...files.map((file) => file.to));
  const isAmiss = !peer.adopted && (coverOf(files) < Math.max(peer.upTo, peer.claimed) || top < peer.highest);
  const amiss = isAmiss ? peer.amiss + 1 : 0;
  const applied = peer.applied.filter((name) => isStillOfUse(name, peer, files));
  if (amiss !== peer.amiss || applied.length !== peer.applied.length) {
    await tx.put('peers', [{ ...peer, amiss, applied }]);
  }
  if (amiss === 0 && peer.amiss > 0) await tx.drop('alarms', [`rolled-back:${device}`, `missing:${device}`]);
  if (amiss !== RUNS) return;
  const kind = top < peer.highest ? 'rolled-back' : 'missing';
  await tx.put('alarms', [{ id: `${kind}:${device}`, at: now, device, kind }]);
}

/** Forgotten once it is not there, and another that is applied stands for it. */
function isStillOfUse(name: string, peer: PeerRow, files: readonly FileName[]): boolean {
  const [file] = filesOf([name]);
  if (file === undefined) return false;
  if (files.some((listed) => listed.name === name)) return true;
  return !files.some((other) => peer.applied.includes(other.name) && other.from <= file.from && other.to >= file.to);
}

/** What a file of ours says of the others. */
export async function seenOfPeers(tx: SyncTx, self: SelfRow): Promise<Pick<Segment, 'seen' | 'adopted'>> {
  const peers = (await tx.all('peers')).filter((peer) => peer.upTo > 0 && !peer.adopted);
  const seen = peers
    .filter((peer) => !self.adopted.includes(peer.device))
    .map((peer): [DeviceId, number] => [peer.device, peer.upTo]);
  return { seen: Object.fromEntries(seen), adopted: self.adopted };
}
