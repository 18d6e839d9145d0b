/** What sync keeps in this database, as far as the database must know it: the rows themselves are lib/replica's. */

/** Of lib/sync's tables (each by its own key), and what this device alone knows of the vault. */
export const SYNC_STORES = {
  syncSelf: 'key',
  syncRecords: 'id, unsent, several, *homes',
  syncOwnFiles: 'name',
  syncPeers: 'device',
  syncBadFiles: 'path',
  syncAlarms: 'id',
  syncUndo: 'id',
  syncKept: 'key',
  changes: '++at, kind',
} as const;

/** Kinds of records that rows of the library belong to; a pack's parts belong to it. */
export const MARKED_KINDS = ['notes', 'articles', 'texts', 'feedback', 'settings', 'packs'] as const;
export type MarkedKind = (typeof MARKED_KINDS)[number];

/**
 * Which records may have changed here. `ids`: one transaction's, or a part of them. `all`: any of a kind, above `after`
 * in the order of the table's keys (null: from the first). `gone`: those too of which no row is left. `on` is the one
 * row by which marks are made at all.
 */
export type ChangeRow =
  | { readonly at?: number; readonly kind: 'ids'; readonly ids: readonly string[] }
  | {
      readonly at?: number;
      readonly kind: 'all';
      readonly of: MarkedKind;
      readonly after: unknown;
      readonly gone: boolean;
    }
  | { readonly at: typeof MARKING; readonly kind: 'on' };

/** The key of the row without which no mark is made: where nothing is synced, nothing is remembered. */
export const MARKING = 0;
