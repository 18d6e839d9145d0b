import { RemoteError } from '@/lib/sync/remote.ts';
import type { Answer } from './http.ts';

/** @throws RemoteError `odd`: what gives another answer is no store of that kind. */
export function expectStatus({ status }: Answer, wanted: readonly number[]): void {
  if (!wanted.includes(status)) throw new RemoteError('odd', `status ${status}`);
}
