/** The adapters' surroundings in Node: real requests, and pauses cut short, as nothing here gets better by waiting. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RemoteEnv } from '@/lib/remote/remote-env.ts';
import { seededRandom } from './seeded-random.ts';

export function nodeEnv(seed = 1): RemoteEnv {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    sleep: (milliseconds) => sleep(milliseconds / 100),
    random: seededRandom(seed),
  };
}
