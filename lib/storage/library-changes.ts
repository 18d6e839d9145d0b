/** Which rows have changed, in whichever of our contexts: for a copy in memory that follows them. */
import { Dexie } from 'dexie';
import type { LibraryDb } from './db.ts';

export const FOLLOWED_TABLES = ['notes', 'anchors', 'articles', 'texts'] as const;
export type FollowedTable = (typeof FOLLOWED_TABLES)[number];

/** `keys`: first parts of primary keys; null: so many that any row may have changed. */
export type TableChange = { readonly table: FollowedTable; readonly keys: readonly string[] | null };

/** Calls `changed` after each transaction that is done, until the returned function is called. */
export function watchChanges(db: LibraryDb, changed: (change: TableChange) => void): () => void {
  const heard = (parts: Readonly<Record<string, unknown>>): void => {
    for (const table of FOLLOWED_TABLES) {
      // Dexie names a table's primary keys so, and those of what was deleted `:dels`.
      const of = `idb://${db.name}/${table}/`;
      const trees = [parts[of], parts[`${of}:dels`]].filter((tree) => tree !== undefined);
      if (trees.length === 0 && parts.all === undefined) continue;
      const keys = parts.all === undefined ? keysOf(trees) : null;
      if (keys === null || keys.length > 0) changed({ table, keys });
    }
  };
  Dexie.on('storagemutated', heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
}

/** Null where a tree of ranges holds more than single keys. Between contexts it travels as plain data. */
function keysOf(trees: readonly unknown[]): string[] | null {
  const keys = new Set<string>();
  const open = [...trees];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null || !('from' in node) || !('to' in node)) continue;
    const from = firstPart(node.from);
    if (from === null || from !== firstPart(node.to)) return null;
    keys.add(from);
    open.push('l' in node ? node.l : null, 'r' in node ? node.r : null);
  }
  return [...keys];
}

function firstPart(key: unknown): string | null {
  const first: unknown = Array.isArray(key) ? key[0] : key;
  return typeof first === 'string' ? first : null;
}
