import { RemoteError } from '@/lib/sync/remote.ts';

/** `fine`, or of which kind the fault was; what else was thrown, as it is. */
export function kindOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'fine',
    (error: unknown) => (error instanceof RemoteError ? error.kind : error),
  );
}
