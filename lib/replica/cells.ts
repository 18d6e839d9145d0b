/** Between a record's cells and plain values: what a record says, and in what a row differs from it. */
import { BODY, type SyncedRecord } from '@/lib/sync/record.ts';
import type { Json } from '@/lib/core/note.ts';

export type Fields = Readonly<Record<string, Json>>;

/** Undefined: nothing is known of this field. */
export const valueIn = (record: SyncedRecord | undefined, field: string): Json | undefined =>
  record !== undefined && Object.hasOwn(record.cells, field) ? record.cells[field]?.value : undefined;

/** Nothing was ever written, or all of it was deleted. */
export const isEmpty = (record: SyncedRecord | undefined): boolean =>
  record === undefined || (Object.keys(record.cells).length === 0 && record.versions.length === 0);

/** The text that is shown; undefined where there is none yet. */
export const bodyOf = (record: SyncedRecord | undefined): string | undefined => record?.versions[0]?.text;

/** Of the wanted fields those that the record does not say already. What it has never heard of is as good as null. */
export function differing(record: SyncedRecord | undefined, wanted: Fields): Fields {
  const isNew = ([field, value]: [string, Json]): boolean =>
    field === BODY ? bodyOf(record) !== value : !isSame(valueIn(record, field) ?? null, value);
  return Object.fromEntries(Object.entries(wanted).filter(isNew));
}

/** Whatever the order in which the fields of an object were written. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isComposite(one) || !isComposite(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => Object.hasOwn(other, field) && isSame(one[field], other[field]))
  );
}

const isComposite = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
