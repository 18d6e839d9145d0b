/**
 * A list to which several devices add at once, tags for one: a cell for each entry, which holds its place. So what two
 * devices add is both kept, and what is taken out stays out.
 */
import type { SyncedRecord } from '@/lib/sync/record.ts';
import { valueIn, type Fields } from './cells.ts';

export type PlacedList = {
  /** What the names of its cells begin with. */
  readonly prefix: string;
  readonly longest: number;
  readonly most: number;
};

export function listIn(record: SyncedRecord | undefined, { prefix, longest, most }: PlacedList): string[] {
  return Object.entries(record?.cells ?? {})
    .flatMap(([field, { value }]) =>
      field.startsWith(prefix) && field.length <= prefix.length + longest && typeof value === 'number'
        ? [{ entry: field.slice(prefix.length), place: value }]
        : [],
    )
    .sort((a, b) => a.place - b.place || (a.entry < b.entry ? -1 : 1))
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** The cells by which the record comes to say this list; none where it does so already. */
export function placesOf(record: SyncedRecord | undefined, list: PlacedList, wanted: readonly string[]): Fields {
  const now = listIn(record, list);
  const entries = [...new Set(wanted)];
  if (now.length === entries.length && now.every((entry, at) => entry === entries[at])) return {};
  const gone = now.filter((entry) => !entries.includes(entry)).map((entry) => [list.prefix + entry, null] as const);
  return { ...Object.fromEntries(gone), ...newPlaces(record, list.prefix, entries) };
}

/** Entries that stand in order stay where they are; the others are placed after the one before them. */
function newPlaces(record: SyncedRecord | undefined, prefix: string, entries: readonly string[]): Fields {
  const placeNow = (entry: string | undefined): number | null => {
    const value = entry === undefined ? undefined : valueIn(record, prefix + entry);
    return typeof value === 'number' ? value : null;
  };
  const moved: Record<string, number> = {};
  let last = Number.NEGATIVE_INFINITY;
  let before = '';
  entries.forEach((entry, at) => {
    const place = placeNow(entry);
    const isInOrder = place !== null && (place > last || (place === last && entry > before));
    const next = isInOrder ? place : placeBetween(last, placeNow(entries[at + 1]));
    if (!isInOrder) moved[prefix + entry] = next;
    [last, before] = [next, entry];
  });
  return moved;
}

/** Where there is no room before the next one, that one moves as well. */
function placeBetween(last: number, next: number | null): number {
  if (!Number.isFinite(last)) return next === null ? 0 : next - 1;
  if (next === null || next <= last) return Math.floor(last) + 1;
  const middle = (last + next) / 2;
  return middle > last && middle < next ? middle : Math.floor(last) + 1;
}
