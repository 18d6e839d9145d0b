/** New writes of this device to one record, each later than what it replaces. */
import type { Json } from '@/lib/core/note.ts';
import { UNSENT, type Base, type RecordChange, type SyncedRecord, type Version } from './record.ts';
import { joinSeen, NOTHING_SEEN, seenApart, seenWith, stampsIn } from './seen.ts';
import { nextStamp, type DeviceId, type Stamp } from './stamp.ts';

export type Writer = { readonly device: DeviceId; readonly now: number };

type NewVersion = RecordChange['versions'][number];
/** A longer text is not carried along to merge with: the reader then chooses between two texts. */
const LONGEST_BASE = 4096;

const floorOf = (record: SyncedRecord): Stamp[] => (record.floor === null ? [] : [record.floor.stamp]);

/** Everything that is known of the record goes. */
export function deletion(record: SyncedRecord, { device, now }: Writer): RecordChange {
  const known = [
    ...floorOf(record),
    ...Object.values(record.cells).map((cell) => cell.stamp),
    ...record.versions.flatMap(stampsIn),
  ];
  return { id: record.id, floor: nextStamp(now, device, known), cells: {}, versions: [] };
}

export function writtenCells(
  record: SyncedRecord,
  fields: ReadonlyMap<string, Json>,
  { device, now }: Writer,
): RecordChange['cells'] {
  const known = new Map(Object.entries(record.cells));
  const stampFor = (field: string): Stamp => {
    const replaced = known.get(field);
    return nextStamp(now, device, [...floorOf(record), ...(replaced === undefined ? [] : [replaced.stamp])]);
  };
  return Object.fromEntries([...fields].map(([field, value]) => [field, { stamp: stampFor(field), value }]));
}

/** In place of the text that is shown; others that were written at the same time as that one stay. */
export function writtenBody(record: SyncedRecord, text: string, { device, now }: Writer): NewVersion {
  const [shown, ...others] = record.versions;
  const stamp = nextStamp(now, device, stampsOf(record));
  const seen = shown === undefined ? NOTHING_SEEN : seenWith(shown);
  return { stamp, text, seen: seenApart(seen, stamp, others), base: baseAfter(shown) };
}

/** The same texts, in the same order, none in the place of another. */
function writtenAnew(versions: readonly Version[], known: readonly Stamp[], { device, now }: Writer): NewVersion[] {
  const anew: NewVersion[] = [];
  for (const { text, base } of [...versions].reverse()) {
    const earlier = anew.map((version) => version.stamp);
    anew.push({
      stamp: nextStamp(now, device, [...known, ...earlier]),
      text,
      seen: { upTo: {}, except: earlier },
      base,
    });
  }
  return anew;
}

/** The text in which all others have gone up. */
export function settledBody(record: SyncedRecord, text: string, { device, now }: Writer): NewVersion {
  const seen = record.versions.map(seenWith).reduce(joinSeen, NOTHING_SEEN);
  return { stamp: nextStamp(now, device, stampsOf(record)), text, seen, base: baseAfter(record.versions[0]) };
}

const stampsOf = (record: SyncedRecord): Stamp[] => [...floorOf(record), ...record.versions.flatMap(stampsIn)];

/**
 * What fell by a deletion, written again above it: what `whole` had and `now` has not. Texts only where none is left.
 */
export function writtenAgain(whole: SyncedRecord, now: SyncedRecord, writer: Writer): RecordChange {
  const standing = new Set(Object.keys(now.cells));
  const fallen = Object.entries(whole.cells).filter(([field]) => !standing.has(field));
  const above = { ...whole, floor: now.floor };
  const texts = now.versions.length > 0 ? [] : whole.versions;
  return {
    id: whole.id,
    floor: null,
    cells: writtenCells(above, new Map(fallen.map(([field, cell]) => [field, cell.value])), writer),
    versions: writtenAnew(texts, stampsOf(above), writer),
  };
}

/** A text that no other device can have seen is no common ground to merge on; the one before it is. */
function baseAfter(replaced: Version | undefined): Base | null {
  if (replaced === undefined) return null;
  if (replaced.home === UNSENT) return replaced.base;
  return replaced.text.length > LONGEST_BASE ? null : { stamp: replaced.stamp, text: replaced.text };
}
