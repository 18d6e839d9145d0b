/** A library page's line to its worker with both ends in one process. */
import { connectFinder, type Finder } from '@/lib/beside/finder-link.ts';
import { serveFinder, type FinderPort } from '@/lib/beside/finder-worker.ts';
import type { EntrySource } from '@/lib/storage/entry-source.ts';

export function finderInProcess(source: EntrySource, watch: FinderPort['watch']): Finder {
  let heard: (said: unknown) => void = () => undefined;
  const answer = serveFinder(source, { say: (said) => queueMicrotask(() => heard(said)), watch });
  return connectFinder({ post: answer, onSay: (hear) => (heard = hear), onError: () => undefined });
}
