/** How far the library's worker is, and when what it answered may not hold any more. */
import { useEffect, useState } from 'preact/hooks';
import type { Progress } from '@/lib/finder/finder-messages.ts';
import type { Finder } from './finder-link.ts';

export type FinderState = {
  /** Null until the worker has said how many notes there are. */
  readonly progress: Progress | null;
  /** Another number whenever something has changed. */
  readonly version: number;
  readonly failed: boolean;
};

export function useFinder(finder: Finder, onError: (cause: unknown) => void): FinderState {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [version, setVersion] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(
    () =>
      finder.follow({
        progress: setProgress,
        changed: () => setVersion((before) => before + 1),
        failed: (cause) => {
          setFailed(true);
          onError(cause);
        },
      }),
    [finder],
  );
  return { progress, version, failed };
}
