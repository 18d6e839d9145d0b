/** From the place that the reader chose to the six verbs; paths are relative to `<place>/parallax-v1`. */
import type { Place } from '@/lib/core/sync.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import type { RemoteEnv } from './remote-env.ts';

/** The vault's folder in the place; a name of its own, so that nothing else there is touched. */
export const VAULT_FOLDER = 'parallax-v1';

/** No request is made by opening. Expects a place as `checkPlace` returns it. */
export function openRemote(place: Place, env: RemoteEnv): RemoteStore {
  throw new Error(`not yet: ${place.kind} ${env.now()}`);
}
