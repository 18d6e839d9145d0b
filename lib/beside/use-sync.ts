/** Sync as it stands, followed; and the time, for what is said of it. */
import { useEffect, useState } from 'preact/hooks';
import type { SyncView } from '@/lib/core/sync.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';

/** Null until it is known, or where there is no desk. */
export function useSync(desk: SyncDesk | undefined, onError: (cause: unknown) => void): SyncView | null {
  const [view, setView] = useState<SyncView | null>(null);
  useEffect(() => desk?.watch(setView, onError), [desk]);
  return view;
}

/** Milliseconds since 1970, every so often. */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
