/** How records of one kind stand for rows of the library: out as fields, in as rows. Within the transaction at hand. */
import type { Table } from 'dexie';
import { getMany } from '@/lib/storage/get-many.ts';
import { readable } from '@/lib/storage/readable.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import type { LocalChange } from '@/lib/sync/tables.ts';
import { isEmpty, isSame, valueIn, type Fields } from './cells.ts';

/** `unreadable`: of a newer version; it waits in its record until this one is replaced. `again`: to be sent once more. */
export type Shown = {
  readonly changed: boolean;
  readonly unreadable: boolean;
  readonly again: readonly RecordId[];
};
export const NOTHING_SHOWN: Shown = { changed: false, unreadable: false, again: [] };

export type Kind = {
  /** What the library says that its record does not; of each only the fields in which they differ. */
  readonly changed: (records: ReadonlyMap<RecordId, SyncedRecord | undefined>) => Promise<LocalChange[]>;
  readonly show: (records: readonly SyncedRecord[]) => Promise<Shown>;
};

export const keyPart = (id: RecordId): string => id.slice(id.indexOf('/') + 1);

/** For kinds of which each record is one row of one table. */
export type RowKind<T> = {
  readonly table: Table<unknown, unknown>;
  /** Null: no row can be under it. */
  readonly keyOf: (id: RecordId) => unknown;
  readonly parse: (row: unknown) => T;
  /** The field without which there is no row. */
  readonly mainField: string;
  /** In which the row differs from what the record says. */
  readonly fieldsOf: (row: T, record: SyncedRecord | undefined) => Fields;
  /** Throws `ParseError` where it is not understood. `before`: the row that is there. */
  readonly rowOf: (record: SyncedRecord, before: T | undefined) => T;
  /** Whether the row that was just put says something that the record must come to say. */
  readonly isAhead?: (row: T, record: SyncedRecord) => boolean;
};

export type ReadRecord<T> =
  | { readonly kind: 'row'; readonly row: T }
  /** `none`: no more is known than that something is. */
  | { readonly kind: 'none' | 'gone' | 'unreadable' };

export function readRecord<T>(of: RowKind<T>, record: SyncedRecord | undefined, before?: T): ReadRecord<T> {
  if (record === undefined) return { kind: 'none' };
  // What was written after a deletion without knowing of it comes whole, from its author.
  if (valueIn(record, of.mainField) === undefined)
    return { kind: isEmpty(record) || record.floor !== null ? 'gone' : 'none' };
  const [row] = readable(record, () => of.rowOf(record, before));
  return row === undefined ? { kind: 'unreadable' } : { kind: 'row', row };
}

export function createRowKind<T>(of: RowKind<T>): Kind {
  const rowsOf = (ids: readonly RecordId[]): Promise<unknown[]> => {
    const keys = ids.map((id) => of.keyOf(id));
    const found = keys.flatMap((key, at) => (key === null ? [] : [{ key, at }]));
    return getMany(
      of.table,
      found.map(({ key }) => key),
    ).then((rows) => {
      const all: unknown[] = keys.map(() => undefined);
      found.forEach(({ at }, n) => (all[at] = rows[n]));
      return all;
    });
  };
  return {
    changed: async (records) => {
      const rows = await rowsOf([...records.keys()]);
      return [...records].flatMap(([id, record], at) => changeOf(of, { id, record, row: rows[at] }));
    },
    show: async (records) => {
      const rows = await rowsOf(records.map(({ id }) => id));
      const steps = records.map((record, at) => stepTo(of, record, rows[at]));
      const puts = steps.flatMap(({ put }) => put);
      const drops = records.flatMap(({ id }, at) => (steps[at]?.drop === true ? [of.keyOf(id)] : []));
      if (puts.length > 0) await of.table.bulkPut(puts);
      if (drops.length > 0) await of.table.bulkDelete(drops);
      return {
        changed: puts.length + drops.length > 0,
        unreadable: steps.some(({ unreadable }) => unreadable),
        again: records.flatMap(({ id }, at) => (steps[at]?.again === true ? [id] : [])),
      };
    },
  };
}

type AtHand = { readonly id: RecordId; readonly record: SyncedRecord | undefined; readonly row: unknown };

function changeOf<T>(of: RowKind<T>, { id, record, row }: AtHand): LocalChange[] {
  const known = readRecord(of, record);
  if (row === undefined) return known.kind === 'row' ? [{ id, fields: null }] : [];
  const [own] = readable(row, of.parse);
  // What this version cannot read, on either side, it does not write over.
  if (own === undefined || known.kind === 'unreadable') return [];
  const fields = of.fieldsOf(own, record);
  return Object.keys(fields).length === 0 ? [] : [{ id, fields }];
}

type Step<T> = {
  readonly put: readonly T[];
  readonly drop: boolean;
  readonly unreadable: boolean;
  readonly again: boolean;
};

function stepTo<T>(of: RowKind<T>, record: SyncedRecord, row: unknown): Step<T> {
  const stay: Step<T> = { put: [], drop: false, unreadable: false, again: false };
  const [before] = row === undefined ? [] : readable(row, of.parse);
  const read = readRecord(of, record, before);
  if (read.kind !== 'row') {
    if (read.kind === 'none') return stay;
    if (read.kind === 'gone') return { ...stay, drop: row !== undefined };
    // An older state of it would be taken for the last one.
    return { ...stay, unreadable: true, drop: before !== undefined };
  }
  if (row !== undefined && before === undefined) return stay;
  const again = of.isAhead?.(read.row, record) ?? false;
  return { ...stay, again, put: before !== undefined && isSame(before, read.row) ? [] : [read.row] };
}
