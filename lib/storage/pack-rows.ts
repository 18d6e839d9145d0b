/** A reader's pack as its rows lie in the tables, taken out whole and put in whole. */
import { list, record } from '@/lib/core/parse.ts';
import type { PackId } from '@/lib/core/ids.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { parseAccountRow, parseClaimRow, parsePackRow, parseQuestionRow, parseSourceRow } from './parse-rows.ts';
import { readable } from './readable.ts';
import type { AccountRow, ClaimRow, PackRow, QuestionRow, SourceRow } from './rows.ts';

export type PackRows = {
  readonly pack: PackRow;
  readonly sources: readonly SourceRow[];
  readonly questions: readonly QuestionRow[];
  readonly claims: readonly ClaimRow[];
  readonly accounts: readonly AccountRow[];
};

const PARTS = ['sources', 'questions', 'claims', 'accounts'] as const;

/** Nothing where there is no such pack, or any of it is damaged. */
export function readPackRows(db: LibraryDb, id: PackId): Promise<PackRows[]> {
  return guarded(() =>
    db.transaction('r', [db.packs, db.sources, db.questions, db.claims, db.accounts], async () => {
      const [pack, ...parts] = await Promise.all([
        db.packs.get(id),
        ...PARTS.map((table) => db.table<unknown>(table).where('pack').equals(id).toArray()),
      ]);
      const rows = { pack, ...Object.fromEntries(PARTS.map((table, at) => [table, parts[at]])) };
      return readable(rows, (row) => parsePackRows(row));
    }),
  );
}

/** In place of the pack of the same id. */
export function writePackRows(db: LibraryDb, { pack, ...parts }: PackRows): Promise<void> {
  return db.transaction('rw', [db.packs, db.sources, db.questions, db.claims, db.accounts], async () => {
    await dropPackRows(db, pack.id);
    for (const table of PARTS) await db.table<unknown>(table).bulkAdd(parts[table]);
    await db.packs.put(pack);
  });
}

export function dropPackRows(db: LibraryDb, id: PackId): Promise<void> {
  return db.transaction('rw', [db.packs, db.sources, db.questions, db.claims, db.accounts], async () => {
    for (const table of PARTS) await db.table(table).where('pack').equals(id).delete();
    await db.packs.delete(id);
  });
}

/** Throws `ParseError`. A pack whose parts are of another is none. */
export function parsePackRows(value: unknown, path = 'packs'): PackRows {
  const row = record(value, path);
  const pack = parsePackRow(row.pack);
  const own = <T extends { readonly pack: PackId }>(table: (typeof PARTS)[number], parse: (row: unknown) => T): T[] =>
    list(row[table], `${path}.${table}`, (part) => ({ ...parse(part), pack: pack.id }));
  return {
    pack: { ...pack, from: 'reader' },
    sources: own('sources', parseSourceRow),
    questions: own('questions', parseQuestionRow),
    claims: own('claims', parseClaimRow),
    accounts: own('accounts', parseAccountRow),
  };
}
