/** The packs of the library: put in, switched, taken out, read back whole or question by question. */
import { liveQuery } from 'dexie';
import type { ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Account, Claim, Pack, Question } from '@/lib/core/pack.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { parseAccountRow, parseClaimRow, parsePackRow, parseQuestionRow, parseSourceRow } from './parse-rows.ts';
import type { AccountRow, ClaimRow, PackRow, QuestionRow, SourceRow } from './rows.ts';

/** A pack with what the library knows about it. */
export type HeldPack = { readonly pack: Pack; readonly on: boolean; readonly from: PackRow['from'] };

export type PackStore = {
  /**
   * Replaces the pack of the same id, all or nothing; whether it is on stays as the reader left it. A reader's pack
   * does not take the place of a built-in one.
   */
  readonly put: (pack: Pack, from: PackRow['from']) => Promise<'put' | 'built-in'>;
  readonly switch: (id: PackId, on: boolean) => Promise<void>;
  /** Built-in packs stay: they can only be switched off. */
  readonly remove: (id: PackId) => Promise<void>;
  readonly list: () => Promise<PackRow[]>;
  /** Every pack, on or off, whole: calls `seen` now and after every change. */
  readonly watch: (seen: (packs: readonly HeldPack[]) => void, failed: (cause: unknown) => void) => void;
  readonly get: (id: PackId) => Promise<Pack | null>;
  /** Every pack that is on, whole. */
  readonly active: () => Promise<Pack[]>;
};

export function createPackStore(db: LibraryDb): PackStore {
  const parts = [db.sources, db.questions, db.claims, db.accounts] as const;
  const clear = (id: PackId) => Promise.all(parts.map((table) => table.where('pack').equals(id).delete()));

  const put = (pack: Pack, from: PackRow['from']) =>
    db.transaction('rw', [db.packs, ...parts], async () => {
      const before = await db.packs.get(pack.id);
      if (before?.from === 'built-in' && from === 'reader') return 'built-in';
      await clear(pack.id);
      const { sources, questions, claims, accounts, row } = toRows(pack, from, before?.on ?? true);
      await Promise.all([
        db.sources.bulkAdd(sources),
        db.questions.bulkAdd(questions),
        db.claims.bulkAdd(claims),
        db.accounts.bulkAdd(accounts),
      ]);
      await db.packs.put(row);
      return 'put';
    });

  const remove = (id: PackId) =>
    db.transaction('rw', [db.packs, ...parts], async () => {
      const row = await db.packs.get(id);
      if (row?.from === 'built-in') return;
      await clear(id);
      await db.packs.delete(id);
    });

  const list = async () => (await db.packs.toArray()).map(parsePackRow);
  const whole = (row: PackRow): Promise<Pack> => readPack(db, row);
  const read = <T>(work: () => Promise<T>) => guarded(() => db.transaction('r', [db.packs, ...parts], work));

  return {
    put: (pack, from) => guarded(() => put(pack, from)),
    switch: (id, on) =>
      guarded(async () => {
        await db.packs.update(id, { on });
      }),
    remove: (id) => guarded(() => remove(id)),
    list: () => guarded(list),
    watch: (seen, failed) => {
      const held = async () =>
        Promise.all((await list()).map(async (row) => ({ pack: await whole(row), on: row.on, from: row.from })));
      liveQuery(() => read(held)).subscribe(seen, failed);
    },
    get: (id) =>
      read(async () => {
        const row = await db.packs.get(id);
        return row === undefined ? null : whole(parsePackRow(row));
      }),
    active: () => read(async () => Promise.all((await list()).filter(({ on }) => on).map(whole))),
  };
}

function toRows(pack: Pack, from: PackRow['from'], on: boolean) {
  const { sources, questions, ...head } = pack;
  const claims: ClaimRow[] = [];
  const accounts: AccountRow[] = [];
  for (const question of questions) {
    for (const { accounts: own, ...claim } of question.claims) {
      claims.push({ ...claim, pack: pack.id, question: question.id, place: claims.length });
      for (const account of own) accounts.push({ ...account, pack: pack.id, claim: claim.id, place: accounts.length });
    }
  }
  return {
    row: { ...head, on, from } satisfies PackRow,
    sources: sources.map((source, place): SourceRow => ({ ...source, pack: pack.id, place })),
    questions: questions.map(({ claims: _claims, ...own }, place): QuestionRow => ({ ...own, pack: pack.id, place })),
    claims,
    accounts,
  };
}

async function readPack(db: LibraryDb, { on: _on, from: _from, ...head }: PackRow): Promise<Pack> {
  const ofPack = (table: 'sources' | 'questions' | 'claims' | 'accounts') =>
    db.table<unknown>(table).where('pack').equals(head.id).toArray();
  const [sources, questions, claims, accounts] = await Promise.all([
    ofPack('sources'),
    ofPack('questions'),
    ofPack('claims'),
    ofPack('accounts'),
  ]);
  const accountsOf = Map.groupBy(inPlace(accounts.map(parseAccountRow)), ({ claim }) => claim);
  const claimsOf = Map.groupBy(inPlace(claims.map(parseClaimRow)), ({ question }) => question);
  return {
    ...head,
    sources: inPlace(sources.map(parseSourceRow)).map(({ pack: _pack, place: _place, ...source }) => source),
    questions: inPlace(questions.map(parseQuestionRow)).map((question) => toQuestion(question, claimsOf, accountsOf)),
  };
}

function toQuestion(
  { pack: _pack, place: _place, ...question }: QuestionRow,
  claimsOf: ReadonlyMap<QuestionId, readonly ClaimRow[]>,
  accountsOf: ReadonlyMap<ClaimId, readonly AccountRow[]>,
): Question {
  const claims = (claimsOf.get(question.id) ?? []).map(
    ({ pack: _of, place: _at, question: _question, ...claim }): Claim => {
      const accounts = (accountsOf.get(claim.id) ?? []).map(
        ({ pack: _pack, place: _place, claim: _claim, ...account }): Account => account,
      );
      return { ...claim, accounts };
    },
  );
  return { ...question, claims };
}

const inPlace = <T extends { readonly place: number }>(rows: T[]): T[] => rows.sort((a, b) => a.place - b.place);
