/** A place as it is shown: without its secrets. */
import type { Place, ShownPlace } from './sync.ts';

export function shownPlace(place: Place): ShownPlace {
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
