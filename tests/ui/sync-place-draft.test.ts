import { describe, expect, it } from 'vitest';
import { NO_PLACE, nextcloudAddress, placeOf, problemOf } from '@/lib/ui/sync-place-draft.ts';

describe('the address at which Nextcloud takes files', () => {
  it.each([
    ['cloud.example', 'lena', 'https://cloud.example/remote.php/dav/files/lena'],
    ['https://cloud.example/', ' lena ', 'https://cloud.example/remote.php/dav/files/lena'],
    ['http://localhost/nextcloud', 'lena', 'http://localhost/nextcloud/remote.php/dav/files/lena'],
    ['https://cloud.example/index.php/apps/files/?dir=/', 'lena', 'https://cloud.example/remote.php/dav/files/lena'],
    ['https://cloud.example:8443/apps/dashboard/', 'lena', 'https://cloud.example:8443/remote.php/dav/files/lena'],
    [
      'https://cloud.example/nextcloud/index.php/login',
      'l@e.example',
      'https://cloud.example/nextcloud/remote.php/dav/files/l%40e.example',
    ],
  ])('%s of %s', (typed, user, address) => expect(nextcloudAddress(typed, user)).toBe(address));

  it.each([
    ['no user yet', 'cloud.example', ''],
    ['no host yet', 'cloud', 'lena'],
    ['nothing', '', 'lena'],
    ['it already', 'https://cloud.example/remote.php/dav/files/lena', 'lena'],
    ['a folder of another server', 'https://dav.example/home/lena', 'lena'],
    ['no address', 'https://', 'lena'],
  ])('is not offered: %s', (_name, typed, user) => expect(nextcloudAddress(typed, user)).toBeNull());
});

describe('a place from what was typed', () => {
  const typed = { ...NO_PLACE, url: 'u', user: 'n', password: 'p', bucket: 'b', region: 'r', prefix: 'f' };
  it.each([
    ['webdav', { kind: 'webdav', url: 'u', user: 'n', password: 'p' }],
    ['couch', { kind: 'couch', url: 'u', user: 'n', password: 'p' }],
    ['s3', { kind: 's3', endpoint: 'u', region: 'r', bucket: 'b', prefix: 'f', accessKey: 'n', secretKey: 'p' }],
    ['folder', null],
    ['code', null],
  ] as const)('%s', (where, place) => expect(placeOf({ ...typed, where })).toEqual(place));

  it('a folder that was picked', () => {
    expect(placeOf({ ...NO_PLACE, where: 'folder', folder: 'Notes' })).toEqual({ kind: 'folder', name: 'Notes' });
  });
});

it('what is amiss stands at its field', () => {
  expect(problemOf('bucket', ['bad-address', 'no-bucket'])).toBe('syncNoBucket');
  expect(problemOf('url', ['bad-address', 'no-bucket'])).toBe('syncBadAddress');
  expect(problemOf('password', ['bad-address', 'no-bucket'])).toBeNull();
});
