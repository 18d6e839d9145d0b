/** Sync's tables and a library of a few fields in memory: transactions as a whole or not at all, one after the other. */
import { isGone } from '@/lib/sync/merge-record.ts';
import { BODY, type RecordId, type SyncedRecord } from '@/lib/sync/record.ts';
import {
  KEY_OF,
  type LibrarySide,
  type LocalChange,
  type SyncDatabase,
  type SyncRows,
  type SyncTable,
  type SyncTx,
} from '@/lib/sync/tables.ts';

export type Fields = Readonly<Record<string, unknown>>;
type Tables = { readonly [T in SyncTable]: Map<string, SyncRows[T]> };
type Content = { readonly tables: Tables; readonly rows: Map<RecordId, Fields>; readonly marks: Map<RecordId, true> };

export type MemoryDatabase = SyncDatabase & {
  readonly library: LibrarySide;
  /** Everything in it, to be read by tests. */
  readonly content: Content;
  /** What the reader does: writes fields, or takes the row away. Waits for the transaction that is going on. */
  readonly edit: (id: RecordId, make: (row: Fields | undefined) => Fields | null) => Promise<void>;
  /** Called with the rows of every transaction that was kept. */
  onKept: (written: readonly Written[]) => void;
};
export type Written = { readonly table: SyncTable; readonly key: string; readonly row: unknown };

const emptyTables = (): Tables => ({
  self: new Map(),
  records: new Map(),
  ownFiles: new Map(),
  peers: new Map(),
  badFiles: new Map(),
  alarms: new Map(),
  undo: new Map(),
});

/** `from`: a copy of another, as it is now. */
export function memoryDatabase(from?: MemoryDatabase): MemoryDatabase {
  const content = from === undefined ? emptyContent() : copyOf(from.content);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const database: MemoryDatabase = {
    content,
    library: libraryOf(content),
    onKept: () => undefined,
    transact: (work) => inTurn(() => whole(content, work, (written) => database.onKept(written))),
    edit: (id, make) =>
      inTurn(() => {
        const fields = make(content.rows.get(id));
        if (fields === null) content.rows.delete(id);
        else content.rows.set(id, { ...content.rows.get(id), ...fields });
        content.marks.set(id, true);
        return Promise.resolve();
      }),
  };
  return database;
}

const emptyContent = (): Content => ({ tables: emptyTables(), rows: new Map(), marks: new Map() });

/** Rows are never changed in place, so that the maps alone are copied. */
function copyOf({ tables, rows, marks }: Content): Content {
  const copied: Tables = {
    self: new Map(tables.self),
    records: new Map(tables.records),
    ownFiles: new Map(tables.ownFiles),
    peers: new Map(tables.peers),
    badFiles: new Map(tables.badFiles),
    alarms: new Map(tables.alarms),
    undo: new Map(tables.undo),
  };
  return { tables: copied, rows: new Map(rows), marks: new Map(marks) };
}

async function whole<R>(
  content: Content,
  work: (tx: SyncTx) => Promise<R>,
  onKept: (written: readonly Written[]) => void,
): Promise<R> {
  const undo: (() => void)[] = [];
  const written: Written[] = [];
  current.set(content, undo);
  try {
    const result = await work(txOf(content, undo, written));
    onKept(written);
    return result;
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    current.delete(content);
  }
}

/** What is to be taken back if the transaction that is going on does not come to its end. */
const current = new WeakMap<Content, (() => void)[]>();

function change<K, V>(map: Map<K, V>, key: K, value: V | undefined, undo: (() => void)[] | undefined): void {
  const before = map.get(key);
  undo?.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function txOf({ tables }: Content, undo: (() => void)[], written: Written[]): SyncTx {
  const records = () => [...tables.records.values()];
  return {
    get: (table, key) => Promise.resolve(tables[table].get(key)),
    getMany: (table, keys) => Promise.resolve(keys.map((key) => tables[table].get(key))),
    all: (table) => Promise.resolve([...tables[table].values()]),
    put: (table, rows) => {
      for (const row of rows) {
        const key = String(Object.entries(row).find(([field]) => field === KEY_OF[table])?.[1]);
        change(tables[table], key, row, undo);
        written.push({ table, key, row });
      }
      return Promise.resolve();
    },
    drop: (table, keys) => {
      for (const key of keys) change<string, unknown>(tables[table], key, undefined, undo);
      return Promise.resolve();
    },
    unsent: (limit) => {
      const unsent = records().filter((record) => record.unsent === 1);
      return Promise.resolve(unsent.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit));
    },
    countUnsent: () => Promise.resolve(records().filter((record) => record.unsent === 1).length),
    homedIn: (files) =>
      Promise.resolve(records().filter((record) => record.homes.some((home) => files.includes(home)))),
    count: (table) => Promise.resolve(tables[table].size),
  };
}

function libraryOf(content: Content): LibrarySide {
  const { rows, marks } = content;
  return {
    marked: (_tx, limit) => Promise.resolve([...marks.keys()].slice(0, limit)),
    changed: (_tx, records) =>
      Promise.resolve([...records].flatMap(([id, record]) => differing(id, rows.get(id), record))),
    settled: (_tx, ids) => {
      for (const id of ids) change(marks, id, undefined, current.get(content));
      return Promise.resolve();
    },
    show: (_tx, records) => {
      for (const record of records) {
        change(rows, record.id, shown(record), current.get(content));
        change(marks, record.id, undefined, current.get(content));
      }
      return Promise.resolve();
    },
  };
}

export function shown(record: SyncedRecord): Fields | undefined {
  if (isGone(record)) return undefined;
  const [newest] = record.versions;
  const cells = Object.entries(record.cells).map(([field, cell]) => [field, cell.value] as const);
  return Object.fromEntries([...cells, ...(newest === undefined ? [] : [[BODY, newest.text] as const])]);
}

function differing(id: RecordId, row: Fields | undefined, record: SyncedRecord | undefined): LocalChange[] {
  const known = record === undefined ? undefined : shown(record);
  if (row === undefined) return known === undefined ? [] : [{ id, fields: null }];
  const fields = Object.entries(row).filter(([field, value]) => known?.[field] !== value);
  return fields.length === 0 ? [] : [{ id, fields: Object.fromEntries(fields) }];
}
