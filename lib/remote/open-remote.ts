/** From the place that the reader chose to the six verbs; paths are relative to `<place>/parallax-v1`. */
import type { Place } from '@/lib/core/sync.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { createCouch } from './couch.ts';
import { createFolder } from './folder.ts';
import { createHttp } from './http.ts';
import type { RemoteEnv } from './remote-env.ts';
import { createS3, type S3Store } from './s3.ts';
import { createWebdav } from './webdav.ts';

/** The vault's folder in the place; a name of its own, so that nothing else there is touched. */
export const VAULT_FOLDER = 'parallax-v1';

/** Makes no request. Expects a place as `checkPlace` returns it. @param root Of a space: a folder beside the vault's. */
export function openRemote(place: Place, env: RemoteEnv, root = VAULT_FOLDER): RemoteStore {
  switch (place.kind) {
    case 'webdav':
      return createWebdav(place, root, createHttp(env));
    case 's3':
      return openS3(place, env, root);
    case 'couch':
      return createCouch(place, root, createHttp(env));
    case 'folder':
      return createFolder(env.folder, root);
  }
}

/** As `openRemote`, with the listing that spaces ask for. Signs with the server's clock once that is known. */
export function openS3(place: Extract<Place, { readonly kind: 's3' }>, env: RemoteEnv, root = VAULT_FOLDER): S3Store {
  let ahead = 0;
  const onServerTime = (time: number): void => {
    ahead = time - env.now();
    env.onServerTime?.(time);
  };
  return createS3(place, root, createHttp({ ...env, onServerTime }), () => env.now() + ahead);
}
