/** The tables of lib/sync in the library's own database, so that a row and what is known of it change together. */
import type { Table } from 'dexie';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { getMany } from '@/lib/storage/get-many.ts';
import { guarded, LibraryError } from '@/lib/storage/library-error.ts';
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

/** `vault`: nothing is written any more once this device is not in it: a run may be at work when the reader leaves. */
export function createSyncDatabase(db: LibraryDb, vault: string | null = null): SyncDatabase {
  const tx = createSyncTx(db);
  const check = async (): Promise<void> => {
    if (vault !== null && (await tx.get('self', 'self'))?.vault !== vault)
      throw new LibraryError('unavailable', new Error('this device is not in that vault any more'));
  };
  return {
    transact: (work) =>
      guarded(() =>
        db.transaction('rw', TABLES, async () => {
          await check();
          return work(tx);
        }),
      ),
  };
}

/** Acts in whatever transaction is at hand. */
function createSyncTx(db: LibraryDb): SyncTx {
  const of = <T extends SyncTable>(table: T): Table<SyncRows[T], string> => db.table(NAME_OF[table]);
  const records = of('records');
  return {
    get: async (table, key) => plain(await of(table).get(key)),
    getMany: async (table, keys) => (await getMany(of(table), keys)).map(plain),
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
