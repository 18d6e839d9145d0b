/** The locks of one browser, as far as sync asks for them: exclusive ones, in the order of asking. */
import type { Locks } from '@/lib/replica/run-lock.ts';

type Work = (lock: Lock | null) => unknown;

export function fakeLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  const take = (name: string, work: Work): Promise<unknown> => {
    const turn = (held.get(name) ?? Promise.resolve()).then(() => work({ name, mode: 'exclusive' }));
    const done = turn.catch(() => undefined);
    held.set(name, done);
    void done.then(() => {
      if (held.get(name) === done) held.delete(name);
    });
    return turn;
  };
  const request = (name: string, options: LockOptions | Work, given?: Work): Promise<unknown> => {
    const work = typeof options === 'function' ? options : given;
    if (work === undefined) throw new TypeError('no callback');
    const isUnlessHeld = typeof options !== 'function' && options.ifAvailable === true;
    return isUnlessHeld && held.has(name) ? Promise.resolve(work(null)) : take(name, work);
  };
  return {
    request,
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
  };
}
