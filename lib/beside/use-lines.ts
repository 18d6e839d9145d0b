/** Rows of a long list, read from the disk as they come into view. What is known stays shown until it is read anew. */
import { useEffect, useMemo, useState } from 'preact/hooks';

/** Rows kept in memory. */
const MOST = 3000;

export type Lines<K, V> = {
  readonly of: (key: K) => V | undefined;
  readonly want: (keys: readonly K[]) => void;
  /** What has been read elsewhere. */
  readonly seed: (lines: ReadonlyMap<K, V>) => void;
};

/** `version`: another one when rows may have changed. */
export function useLines<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  version: number,
  onError: (cause: unknown) => void,
): Lines<K, V> {
  const [, redraw] = useState(0);
  const lines = useMemo(() => createLines(read, () => redraw((before) => before + 1), onError), []);
  useEffect(() => lines.refresh(), [version]);
  return lines;
}

function createLines<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  changed: () => void,
  onError: (cause: unknown) => void,
) {
  const known = new Map<K, V>();
  let fresh = new Set<K>();
  let wanted: readonly K[] = [];
  let isReading = false;

  /** One read at a time: what was scrolled past meanwhile is not read at all. */
  async function readWanted(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      for (let keys = missing(); keys.length > 0; keys = missing()) {
        const round = fresh;
        const found = await read(keys);
        for (const key of keys) round.add(key);
        for (const [key, line] of found) known.set(key, line);
        for (const key of [...known.keys()].slice(0, Math.max(0, known.size - MOST))) known.delete(key);
        changed();
      }
    } finally {
      isReading = false;
    }
  }
  const missing = (): K[] => wanted.filter((key) => !fresh.has(key));

  return {
    of: (key: K): V | undefined => known.get(key),
    want(keys: readonly K[]): void {
      wanted = keys;
      readWanted().catch(onError);
    },
    seed(lines: ReadonlyMap<K, V>): void {
      for (const [key, line] of lines) {
        known.set(key, line);
        fresh.add(key);
      }
    },
    refresh(): void {
      fresh = new Set();
      readWanted().catch(onError);
    },
  };
}
