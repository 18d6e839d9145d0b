/** Changes of many rows at once, put together until no more come: an import is not to be followed batch by batch. */
import type { FollowedTable, TableChange } from '@/lib/storage/library-changes.ts';

/** Rows from which on a change is one of many: what a reader does by hand stays below. */
const MANY = 100;
/** Rows from which on it is cheaper to look at all. */
const TOO_MANY = 5000;

/** Small changes are passed on at once, the others `pause` milliseconds after the last of them. */
export function gatherBulk(pause: number, pass: (change: TableChange) => void): (change: TableChange) => void {
  const waiting = new Map<FollowedTable, Set<string> | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passAll = (): void => {
    const changes = [...waiting].map(([table, keys]) => ({ table, keys: keys === null ? null : [...keys] }));
    waiting.clear();
    changes.forEach(pass);
  };
  return (change) => {
    const { table, keys } = change;
    if (keys !== null && keys.length < MANY) {
      pass(change);
      return;
    }
    const before = waiting.get(table);
    const all = before === null || keys === null ? null : new Set([...(before ?? []), ...keys]);
    waiting.set(table, all !== null && all.size > TOO_MANY ? null : all);
    clearTimeout(timer);
    timer = setTimeout(passAll, pause);
  };
}
