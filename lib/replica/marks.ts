/** The marks of what may have changed here, read and settled. In whatever transaction is at hand. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import { recordIdOf } from '@/lib/storage/mark-changes.ts';
import { MARKED_KINDS, MARKING, type ChangeRow, type MarkedKind } from '@/lib/storage/sync-rows.ts';
import type { RecordId } from '@/lib/sync/record.ts';

type IdsRow = Extract<ChangeRow, { readonly kind: 'ids' }> & { readonly at: number };
type AllRow = Extract<ChangeRow, { readonly kind: 'all' }> & { readonly at: number };

/** Rows of marks that are read at once. */
const ROWS = 100;
/** Ids that a mark of a whole table is taken apart into at once. */
const PORTION = 500;

/** From here on marks are made. */
export const beginMarking = (db: LibraryDb): Promise<unknown> => db.changes.put({ at: MARKING, kind: 'on' });

/** Everything of these kinds that is in the library may be news to the vault. */
export async function markAll(db: LibraryDb, kinds: readonly MarkedKind[] = MARKED_KINDS): Promise<void> {
  await db.changes.bulkAdd(kinds.map((of) => ({ kind: 'all', of, after: null, gone: false })));
}

export async function mark(db: LibraryDb, ids: readonly RecordId[]): Promise<void> {
  if (ids.length > 0) await db.changes.add({ kind: 'ids', ids: [...ids] });
}

/** At most `limit`, each once; fewer mean that nothing else is marked. */
export async function markedIds(db: LibraryDb, limit: number): Promise<RecordId[]> {
  const found = new Set<RecordId>();
  do {
    await eachRow(db, ({ ids }) => {
      ids.forEach((id) => found.add(id));
      return found.size < limit;
    });
  } while (found.size < limit && (await takeApart(db)));
  return [...found].slice(0, limit);
}

/** Where one is marked more than once, it may stay so and is looked at again for nothing. */
export async function settle(db: LibraryDb, ids: readonly RecordId[]): Promise<void> {
  const [settled, open] = [new Set(ids), new Set(ids)];
  const done: number[] = [];
  const left: IdsRow[] = [];
  await eachRow(db, (row) => {
    const unsettled = row.ids.filter((id) => !settled.has(id));
    row.ids.forEach((id) => open.delete(id));
    if (unsettled.length === 0) done.push(row.at);
    else if (unsettled.length < row.ids.length) left.push({ ...row, ids: unsettled });
    return open.size > 0;
  });
  if (done.length > 0) await db.changes.bulkDelete(done);
  if (left.length > 0) await db.changes.bulkPut(left);
}

/** What is marked one by one. Texts go with their notes and are not counted. */
export async function markedNow(db: LibraryDb): Promise<ReadonlySet<RecordId>> {
  const ids = new Set<RecordId>();
  await eachRow(db, (row) => {
    row.ids.forEach((id) => !id.startsWith('texts/') && ids.add(id));
    return true;
  });
  return ids;
}

/** How many rows are marked with their tables. */
export async function countWhole(db: LibraryDb): Promise<number> {
  let count = 0;
  for (const row of await db.changes.where('kind').equals('all').toArray())
    if (row.kind === 'all' && row.of !== 'texts') count += await rest(db, row).count();
  return count;
}

/** Until `seen` says that it is enough. No generator: Dexie loses its transaction in one. */
async function eachRow(db: LibraryDb, seen: (row: IdsRow) => boolean): Promise<void> {
  for (let last: number = MARKING; ;) {
    const rows = await db.changes.where(':id').above(last).limit(ROWS).toArray();
    if (!rows.filter((row): row is IdsRow => row.kind === 'ids').every(seen) || rows.length < ROWS) return;
    last = rows.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  }
}

const rest = (db: LibraryDb, { of, after }: Pick<AllRow, 'of' | 'after'>) => {
  const table = db.table<unknown>(of);
  return after === null ? table.toCollection() : table.where(':id').above(after);
};

/** A portion of a table that is marked as a whole, as single marks. False: there is no such mark. */
async function takeApart(db: LibraryDb): Promise<boolean> {
  const row = await db.changes.where('kind').equals('all').first();
  if (row?.kind !== 'all' || row.at === undefined) return false;
  const keys = await rest(db, row).limit(PORTION).primaryKeys();
  const ids = keys.map((key) => recordIdOf(row.of, key));
  if (keys.length === PORTION) await db.changes.put({ ...row, after: keys.at(-1) });
  else {
    await db.changes.delete(row.at);
    if (row.gone) ids.push(...(await knownIds(db, row.of)));
  }
  await mark(db, ids);
  return true;
}

/** Also of rows that are not there any more. */
const knownIds = (db: LibraryDb, kind: MarkedKind): Promise<string[]> =>
  db.table<unknown, string>('syncRecords').where('id').startsWith(`${kind}/`).primaryKeys();

export const hasMarks = async (db: LibraryDb): Promise<boolean> =>
  (await db.changes.where(':id').above(MARKING).count()) > 0;
