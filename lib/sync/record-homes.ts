/** Which writes of a record lie where: what is to be sent, what a file of ours still holds, and the row that says so. */
import { canonical } from './canonical.ts';
import { UNSENT, type Home, type RecordChange, type SyncedRecord, type Version } from './record.ts';
import type { Stamp } from './stamp.ts';
import type { RecordRow } from './tables.ts';

export function rowOf(record: SyncedRecord): RecordRow {
  const homes = new Set(homesOf(record));
  const { id, floor, cells, versions } = record;
  const files = [...homes].filter((home) => home !== null && home !== UNSENT) as string[];
  return { id, floor, cells, versions, homes: files.sort(), unsent: homes.has(UNSENT) ? 1 : 0 };
}

const homesOf = (record: SyncedRecord): Home[] => [
  ...(record.floor === null ? [] : [record.floor.home]),
  ...Object.values(record.cells).map((cell) => cell.home),
  ...record.versions.map((version) => version.home),
];

/** The writes whose home is meant; null: none. */
export function writesIn(record: SyncedRecord, isMeant: (home: Home) => boolean): RecordChange | null {
  const floor = record.floor !== null && isMeant(record.floor.home) ? record.floor.stamp : null;
  const cells = Object.entries(record.cells).filter(([, cell]) => isMeant(cell.home));
  const versions = record.versions.filter((version) => isMeant(version.home));
  if (floor === null && cells.length === 0 && versions.length === 0) return null;
  return {
    id: record.id,
    floor,
    cells: Object.fromEntries(cells.map(([field, { stamp, value }]) => [field, { stamp, value }])),
    versions: versions.map(withoutHome),
  };
}

const withoutHome = ({ stamp, text, seen, base }: Version): Omit<Version, 'home'> => ({ stamp, text, seen, base });

export const everyWrite = (record: SyncedRecord): RecordChange =>
  writesIn(record, () => true) ?? { id: record.id, floor: null, cells: {}, versions: [] };

/** Every write of the record that is meant gets another home. */
export function movedTo(
  record: SyncedRecord,
  home: Home,
  isMeant: (home: Home, stamp: Stamp) => boolean,
): SyncedRecord {
  const move = <T extends { readonly home: Home; readonly stamp: Stamp }>(write: T): T =>
    isMeant(write.home, write.stamp) ? { ...write, home } : write;
  return {
    ...record,
    floor: record.floor === null ? null : move(record.floor),
    cells: Object.fromEntries(Object.entries(record.cells).map(([field, cell]) => [field, move(cell)])),
    versions: record.versions.map(move),
  };
}

/** As `movedTo`, but only of writes that are in `sealed` just as they stand now: the reader may have gone on writing. */
export function homedAsSealed(
  record: SyncedRecord,
  sealed: RecordChange,
  home: Home,
  isMeant: (home: Home) => boolean,
): SyncedRecord {
  const stamps = new Set(sealed.versions.map((version) => version.stamp));
  const sealedCells = new Map(Object.entries(sealed.cells));
  const { floor } = record;
  return {
    ...record,
    floor: floor !== null && floor.stamp === sealed.floor && isMeant(floor.home) ? { ...floor, home } : floor,
    cells: Object.fromEntries(
      Object.entries(record.cells).map(([field, cell]) => {
        const sent = sealedCells.get(field);
        const isSame = sent?.stamp === cell.stamp && canonical(sent.value) === canonical(cell.value);
        return [field, isSame && isMeant(cell.home) ? { ...cell, home } : cell];
      }),
    ),
    versions: record.versions.map((version) =>
      stamps.has(version.stamp) && isMeant(version.home) ? { ...version, home } : version,
    ),
  };
}

/** Whether two states say the same, homes aside. */
export function saysTheSame(a: SyncedRecord | undefined, b: SyncedRecord): boolean {
  return a !== undefined && sayingOf(a) === sayingOf(b);
}

const sayingOf = ({ floor, cells, versions }: SyncedRecord): string =>
  canonical([
    floor?.stamp ?? null,
    Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, [cell.stamp, cell.value]])),
    versions.map(({ stamp, text, seen }) => [stamp, text, seen.upTo, seen.except]),
  ]);
