/** A place that is shown, back to what the browser must know of it to be asked; and in a word. */
import type { Place, ShownPlace } from '@/lib/core/sync.ts';
import { originOf } from '@/lib/remote/check-place.ts';

/** To be allowed again, or to be typed anew: what is secret in it is empty. */
export function barePlace({ kind, where, user }: ShownPlace): Place {
  switch (kind) {
    case 'webdav':
    case 'couch':
      return { kind, url: where, user: user ?? '', password: '' };
    case 's3': {
      const [, endpoint = where, path = ''] = /^([a-z]+:\/\/[^/]+)\/?(.*)$/i.exec(where) ?? [];
      const [bucket = '', ...prefix] = path.split('/');
      return { kind, endpoint, region: '', bucket, prefix: prefix.join('/'), accessKey: user ?? '', secretKey: '' };
    }
    case 'folder':
      return { kind, name: where };
  }
}

/** “cloud.example”, or the folder's name. */
export const whereInWords = (place: Place): string =>
  place.kind === 'folder' ? place.name : (originOf(place)?.replace(/^[a-z]+:\/\/|\/\*$/g, '') ?? '');
