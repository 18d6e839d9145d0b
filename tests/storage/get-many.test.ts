/** Rows by their keys: the same whether they are asked for one by one or as a range. */
import 'fake-indexeddb/auto';
import { Dexie, type Table } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { getMany } from '@/lib/storage/get-many.ts';

type Row = { readonly id: string | string[]; readonly at: number };
const keyOf = (at: number): string => `k${String(at).padStart(4, '0')}`;
let db: Dexie | null = null;

async function tableOf(rows: readonly Row[]): Promise<Table<Row, Row['id']>> {
  db = new Dexie(`get-many-${Math.random()}`);
  db.version(1).stores({ rows: 'id' });
  await db.table('rows').bulkAdd(rows);
  return db.table('rows');
}
const numbered = (from: number, count: number, step = 1): number[] =>
  Array.from({ length: count }, (_, at) => from + at * step);

afterEach(() => db?.delete());

describe('getMany', () => {
  it.each([
    ['few', numbered(0, 10)],
    ['many in a row', numbered(0, 200)],
    ['many in a row, the other way round', numbered(0, 200).reverse()],
    ['many with others between them', numbered(0, 60, 10)],
    ['many that are not there', numbered(5000, 80)],
    ['some there and some not', numbered(950, 100)],
    ['one of them twice', [...numbered(0, 80), 3]],
    ['none', []],
  ])('%s: each in its place', async (_name, wanted) => {
    const table = await tableOf(numbered(0, 1000).map((at) => ({ id: keyOf(at), at })));
    const rows = await getMany(table, wanted.map(keyOf));
    expect(rows.map((row) => row?.at)).toEqual(wanted.map((at) => (at < 1000 ? at : undefined)));
  });
  it('keys of several parts, too', async () => {
    const table = await tableOf(numbered(0, 100).map((at) => ({ id: ['a', keyOf(at)], at })));
    const rows = await getMany(
      table,
      numbered(20, 60).map((at) => ['a', keyOf(at)]),
    );
    expect(rows.map((row) => row?.at)).toEqual(numbered(20, 60));
  });
});
