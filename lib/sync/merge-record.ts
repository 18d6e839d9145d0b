/** How two states of one record become one: in any order, any number of times, the same. Knows nothing of files or rows. */
import { canonical } from './canonical.ts';
import type { Cell, Home, RecordChange, RecordId, SyncedRecord, Version } from './record.ts';
import { hasSeen, joinSeen } from './seen.ts';
import type { Stamp } from './stamp.ts';

export type Floor = SyncedRecord['floor'];

export const emptyRecord = (id: RecordId): SyncedRecord => ({ id, floor: null, cells: {}, versions: [] });

/** Deleted, and nothing written since. */
export const isGone = (record: SyncedRecord): boolean =>
  record.floor !== null && record.versions.length === 0 && Object.keys(record.cells).length === 0;

/** `home`: of the writes in `change` that come to stand. A write that stood already keeps the home it has. */
export function mergeRecord(before: SyncedRecord | undefined, change: RecordChange, home: Home): SyncedRecord {
  const known = before ?? emptyRecord(change.id);
  const floor = mergeFloors(known.floor, change.floor, home);
  return {
    id: known.id,
    floor,
    cells: mergeCells(known.cells, change.cells, floor, home),
    versions: mergeVersions(known.versions, change.versions, floor, home),
  };
}

function mergeFloors(known: Floor, incoming: Stamp | null, home: Home): Floor {
  if (incoming === null || (known !== null && known.stamp >= incoming)) return known;
  return { stamp: incoming, home };
}

export const isAbove = (floor: Floor, stamp: Stamp): boolean => floor === null || stamp > floor.stamp;

/** Of equal stamps, as two copies of one profile may write them, the value that comes later as text. */
function isLater(a: Pick<Cell, 'stamp' | 'value'>, b: Pick<Cell, 'stamp' | 'value'>): boolean {
  return a.stamp === b.stamp ? canonical(a.value) > canonical(b.value) : a.stamp > b.stamp;
}

function mergeCells(known: SyncedRecord['cells'], incoming: RecordChange['cells'], floor: Floor, home: Home) {
  const merged = new Map(Object.entries(known));
  for (const [field, cell] of Object.entries(incoming)) {
    const stands = merged.get(field);
    if (stands === undefined || isLater(cell, stands)) merged.set(field, { ...cell, home });
  }
  return Object.fromEntries([...merged].filter(([, cell]) => isAbove(floor, cell.stamp)));
}

function mergeVersions(
  known: readonly Version[],
  incoming: RecordChange['versions'],
  floor: Floor,
  home: Home,
): Version[] {
  const merged = new Map(known.map((version) => [version.stamp, version]));
  for (const version of incoming) {
    const stands = merged.get(version.stamp);
    merged.set(version.stamp, stands === undefined ? { ...version, home } : unite(stands, { ...version, home }));
  }
  const all = [...merged.values()];
  return all
    .filter((version) => isAbove(floor, version.stamp) && !all.some((other) => hasSeen(other.seen, version.stamp)))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
}

/** Two versions of one stamp: the same one as a rule, else two copies of a profile wrote at the same time. */
function unite(known: Version, incoming: Version): Version {
  const seen = joinSeen(known.seen, incoming.seen);
  const first = bodyKey(known) >= bodyKey(incoming) ? known : incoming;
  return { ...first, seen, home: first === known ? known.home : (known.home ?? incoming.home) };
}

const bodyKey = (version: Omit<Version, 'home'>): string =>
  canonical([version.text, version.base === null ? null : { stamp: version.base.stamp, text: version.base.text }]);
