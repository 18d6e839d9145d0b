/** A place as it is shown, without its secrets; and back, as far as the browser must know it to be asked. */
import type { Place } from '@/lib/core/sync.ts';
import { originOf } from '@/lib/remote/check-place.ts';
import type { SyncOn } from '@/lib/ui/sync-props.ts';

type Shown = SyncOn['place'];

export function shownPlace(place: Place): Shown {
  switch (place.kind) {
    case 'webdav':
    case 'couch':
      return { kind: place.kind, where: place.url, user: place.user };
    case 's3': {
      const where = [place.endpoint, place.bucket, place.prefix].filter((part) => part !== '').join('/');
      return { kind: 's3', where, user: place.accessKey };
    }
    case 'folder':
      return { kind: 'folder', where: place.name, user: null };
  }
}

/** To be allowed again, or to be typed anew: what is secret in it is empty. */
export function barePlace({ kind, where, user }: Shown): Place {
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
