/** A place, with its secrets, as short as it gets: for a pairing code. A folder has no address that another device knows. */
import { list, text } from '@/lib/core/parse.ts';
import type { Place } from '@/lib/core/sync.ts';

export type PairedPlace = Exclude<Place, { readonly kind: 'folder' }>;

export function placeFields(place: PairedPlace): string {
  switch (place.kind) {
    case 'webdav':
    case 'couch':
      return JSON.stringify([place.kind, place.url, place.user, place.password]);
    case 's3': {
      const { kind, endpoint, region, bucket, prefix, accessKey, secretKey } = place;
      return JSON.stringify([kind, endpoint, region, bucket, prefix, accessKey, secretKey]);
    }
  }
}

/** Null where it is none. */
export function parsePlace(fields: string | null): PairedPlace | null {
  let parts: string[];
  try {
    parts = list(JSON.parse(fields ?? ''), 'place', (part, path) => text(part, path, 2000), 7);
  } catch {
    return null;
  }
  const [kind, ...rest] = parts;
  if (kind === 's3' && rest.length === 6) {
    const [endpoint = '', region = '', bucket = '', prefix = '', accessKey = '', secretKey = ''] = rest;
    return { kind, endpoint, region, bucket, prefix, accessKey, secretKey };
  }
  if ((kind !== 'webdav' && kind !== 'couch') || rest.length !== 3) return null;
  const [url = '', user = '', password = ''] = rest;
  return { kind, url, user, password };
}
