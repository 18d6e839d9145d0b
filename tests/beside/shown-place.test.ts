import { describe, expect, it } from 'vitest';
import { barePlace, whereInWords } from '@/lib/beside/shown-place.ts';
import { shownPlace } from '@/lib/core/shown-place.ts';
import type { Place } from '@/lib/core/sync.ts';
import { originOf } from '@/lib/remote/check-place.ts';

const S3: Place = {
  kind: 's3',
  endpoint: 'https://s3.eu-central-1.example:9000',
  region: 'eu-central-1',
  bucket: 'notes',
  prefix: 'a/b',
  accessKey: 'AK',
  secretKey: 'hidden',
};
const PLACES: readonly [Place, string, string][] = [
  [
    { kind: 'webdav', url: 'https://cloud.example/dav', user: 'lena', password: 'hidden' },
    'https://cloud.example/dav',
    'cloud.example',
  ],
  [
    { kind: 'couch', url: 'http://127.0.0.1:5984/notes', user: 'lena', password: 'hidden' },
    'http://127.0.0.1:5984/notes',
    '127.0.0.1',
  ],
  [S3, 'https://s3.eu-central-1.example:9000/notes/a/b', 's3.eu-central-1.example'],
  [{ kind: 'folder', name: 'Notes' }, 'Notes', 'Notes'],
];

describe.each(PLACES)('%j', (place, where, inWords) => {
  const shown = shownPlace(place);
  it('is shown without what is secret', () => {
    expect(shown.where).toBe(where);
    expect(JSON.stringify(shown)).not.toContain('hidden');
  });
  it('is enough for the browser to be asked for the same host', () => {
    expect(originOf(barePlace(shown))).toBe(originOf(place));
  });
  it('comes back but for what is secret', () => {
    expect(shownPlace(barePlace(shown))).toEqual(shown);
  });
  it('is named by its host', () => expect(whereInWords(place)).toBe(inWords));
});
