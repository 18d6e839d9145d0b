/**
 * Remembers which records may have changed on this device, in the very transaction that changes them, whoever writes: a
 * mark that was lost would be an edit that no other device ever gets. Works below the stores, which know nothing of it.
 */
import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';
import { MARKING, type ChangeRow, type MarkedKind } from './sync-rows.ts';

const KIND_OF: Readonly<Record<string, MarkedKind>> = {
  notes: 'notes',
  articles: 'articles',
  texts: 'texts',
  feedback: 'feedback',
  settings: 'settings',
  packs: 'packs',
  sources: 'packs',
  questions: 'packs',
  claims: 'packs',
  accounts: 'packs',
};
/** Of more rows than these at once, a mark for the whole table is less. */
const MOST_IDS = 5_000;
/** DBCoreRangeType.Equal, which Dexie declares without giving it out. */
const EQUAL = 1;

/** The record that a row belongs to, by its primary key. */
export function recordIdOf(kind: MarkedKind, key: unknown): string {
  if (!Array.isArray(key)) return `${kind}/${String(key)}`;
  const [first, second] = key.map(String);
  if (kind === 'packs') return `packs/${first ?? ''}`;
  return kind === 'texts' ? textRecordId(first ?? '', second ?? '') : `${kind}/${JSON.stringify(key)}`;
}

/** Hashes are of one length, so the rest is the article's key, whatever is in it. */
export const textRecordId = (article: string, hash: string): string => `texts/${hash}/${article}`;

const unmarked = new WeakSet<object>();

/** Within a transaction of Dexie: what it writes from here on is not marked. */
export function leaveUnmarked(): void {
  const transaction = Dexie.currentTransaction as { readonly idbtrans?: object } | null;
  if (transaction?.idbtrans === undefined) throw new Error('not in a transaction');
  unmarked.add(transaction.idbtrans);
}

export const MARK_CHANGES: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'mark-changes',
  create: (core) => {
    // While an older database is brought up to date, the table is not there yet.
    if (!core.schema.tables.some(({ name }) => name === 'changes')) return core;
    const changes = core.table('changes');
    return {
      ...core,
      // Callers name the tables that they know of.
      transaction: (stores, mode, options) => {
        const isWidened = mode === 'readwrite' && stores.some((store) => store in KIND_OF);
        return core.transaction(isWidened ? [...new Set([...stores, 'changes'])] : stores, mode, options);
      },
      table: (name) => {
        const table = core.table(name);
        const kind = KIND_OF[name];
        return kind === undefined ? table : marking(table, kind, changes);
      },
    };
  },
};

function marking(table: DBCoreTable, kind: MarkedKind, changes: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: async (request) => {
      const { trans } = request;
      const result = await table.mutate(request);
      if (!unmarked.has(trans) && (await isMarking(changes, trans)))
        await changes.mutate({ type: 'add', trans, values: markOf(table, kind, request) });
      return result;
    },
  };
}

const known = new WeakMap<object, Promise<boolean>>();

/** Asked once for each transaction. */
function isMarking(changes: DBCoreTable, trans: DBCoreTransaction): Promise<boolean> {
  const before = known.get(trans);
  if (before !== undefined) return before;
  const asked = changes.get({ trans, key: MARKING }).then((row) => row !== undefined);
  known.set(trans, asked);
  return asked;
}

function markOf(table: DBCoreTable, kind: MarkedKind, request: DBCoreMutateRequest): ChangeRow[] {
  if (request.type === 'deleteRange') return markOfRange(kind, request.range);
  const { values, keys } = request.type === 'delete' ? { values: [], keys: request.keys } : request;
  const { extractKey } = table.schema.primaryKey;
  const touched: unknown[] = keys ?? values.map((value) => extractKey?.(value) as unknown);
  if (touched.length > MOST_IDS) return wholeOf(kind, request.type === 'delete');
  const texts = kind === 'notes' ? values.flatMap(textUnder) : [];
  return idsRow([...new Set([...touched.map((key) => recordIdOf(kind, key)), ...texts])]);
}

function markOfRange(
  kind: MarkedKind,
  { type, lower }: { readonly type: number; readonly lower: unknown },
): ChangeRow[] {
  return type === EQUAL ? idsRow([recordIdOf(kind, lower)]) : [allRow(kind, true)];
}

/** A note that is put on a text makes that text one to be shared. */
function textUnder(note: unknown): string[] {
  if (typeof note !== 'object' || note === null || !('article' in note) || !('text' in note)) return [];
  const { article, text } = note;
  return typeof article === 'string' && typeof text === 'string' ? [textRecordId(article, text)] : [];
}

const wholeOf = (kind: MarkedKind, gone: boolean): ChangeRow[] =>
  kind === 'notes' ? [allRow('texts', false), allRow('notes', gone)] : [allRow(kind, gone)];
const allRow = (of: MarkedKind, gone: boolean): ChangeRow => ({ kind: 'all', of, after: null, gone });
const idsRow = (ids: readonly string[]): ChangeRow[] => (ids.length === 0 ? [] : [{ kind: 'ids', ids }]);
