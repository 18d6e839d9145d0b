/** The tables of lib/sync in the library's own database, so that a row and what is known of it change together. */
import type { Table } from 'dexie';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { guarded } from '@/lib/storage/library-error.ts';
import type { RecordRow, SyncDatabase, SyncRows, SyncTable, SyncTx } from '@/lib/sync/tables.ts';

const NAME_OF = {
  self: 'syncSelf',
  records: 'syncRecords',
  ownFiles: 'syncOwnFiles',
  peers: 'syncPeers',
  badFiles: 'syncBadFiles',
  alarms: 'syncAlarms',
  undo: 'syncUndo',
} as const satisfies { readonly [T in SyncTable]: string };

const LIBRARY_TABLES = ['notes', 'articles', 'texts', 'feedback', 'settings'];
const PACK_TABLES = ['packs', 'sources', 'questions', 'claims', 'accounts'];
const TABLES = [...Object.values(NAME_OF), 'syncKept', 'changes', ...LIBRARY_TABLES, ...PACK_TABLES];

/** Sync was ended on this device, or begun anew with another vault, while a run was at work. */
export class SyncEnded extends Error {
  constructor() {
    super('sync has ended');
    this.name = 'SyncEnded';
  }
}

/** `vault`: every transaction throws `SyncEnded` once this device is not in it any more. */
export function createSyncDatabase(db: LibraryDb, vault: string | null = null): SyncDatabase {
  const tx = createSyncTx(db);
  return {
    transact: (work) =>
      unlessEnded(() =>
        db.transaction('rw', TABLES, async () => {
          if (vault !== null && (await tx.get('self', 'self'))?.vault !== vault) throw new SyncEnded();
          return work(tx);
        }),
      ),
  };
}

async function unlessEnded<R>(work: () => Promise<R>): Promise<R> {
  let ended: SyncEnded | null = null;
  try {
    return await guarded(async () => {
      try {
        return await work();
      } catch (cause) {
        if (cause instanceof SyncEnded) ended = cause;
        throw cause;
      }
    });
  } catch (cause) {
    throw ended ?? cause;
  }
}

/** As `transact`, without writing: for what is watched. */
export const readSync = <R>(db: LibraryDb, work: (tx: SyncTx) => Promise<R>): Promise<R> =>
  db.transaction('r', [...Object.values(NAME_OF), 'syncKept', 'changes'], () => work(createSyncTx(db)));

/** Acts in whatever transaction is at hand. */
function createSyncTx(db: LibraryDb): SyncTx {
  const of = <T extends SyncTable>(table: T): Table<SyncRows[T], string> => db.table(NAME_OF[table]);
  const records = of('records');
  return {
    get: async (table, key) => plain(await of(table).get(key)),
    getMany: async (table, keys) => (await of(table).bulkGet([...keys])).map(plain),
    all: async (table) => of(table).toArray(),
    put: async (table, rows) => {
      const indexed = table === 'records' ? rows.map(withIndex) : [...rows];
      if (indexed.length > 0) await of(table).bulkPut(indexed);
    },
    drop: (table, keys) => of(table).bulkDelete([...keys]),
    unsent: async (limit) => (await records.where('unsent').equals(1).limit(limit).toArray()).map(plain),
    countUnsent: () => records.where('unsent').equals(1).count(),
    homedIn: async (files) => (await records.where('homes').anyOf(files).distinct().toArray()).map(plain),
    count: (table) => of(table).count(),
  };
}

/** Records of which several texts stand can be found by an index in which no others are. */
function withIndex<R extends object>(row: R): R {
  return 'versions' in row && Array.isArray(row.versions) && row.versions.length > 1 ? { ...row, several: 1 } : row;
}

function plain<R>(row: R): R {
  if (typeof row !== 'object' || row === null || !('several' in row)) return row;
  const { several: _several, ...rest } = row;
  return rest as R;
}

/** To be called in a transaction. */
export const recordsOfSeveralTexts = (db: LibraryDb): Promise<RecordRow[]> =>
  db.table<RecordRow>('syncRecords').where('several').equals(1).toArray();

export const recordsOfKind = (db: LibraryDb, kind: string): Promise<RecordRow[]> =>
  db.table<RecordRow>('syncRecords').where('id').startsWith(`${kind}/`).toArray();
