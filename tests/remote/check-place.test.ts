import { describe, expect, it } from 'vitest';
import { checkPlace, originOf } from '@/lib/remote/check-place.ts';

const webdav = (url: string, user = 'u', password = 'p') => ({ kind: 'webdav', url, user, password }) as const;
const s3 = (more: Record<string, string> = {}) =>
  ({
    kind: 's3',
    endpoint: 'https://s3.example',
    region: 'r',
    bucket: 'b',
    prefix: '',
    accessKey: 'a',
    secretKey: 's',
    ...more,
  }) as const;

describe('addresses', () => {
  it.each([
    ['https://cloud.example/dav', 'https://cloud.example/dav'],
    ['  https://cloud.example/dav/  ', 'https://cloud.example/dav'],
    ['https://cloud.example', 'https://cloud.example'],
    ['https://Cloud.Example:443//dav//notes/', 'https://cloud.example/dav/notes'],
    ['https://cloud.example:8443/dav?x=1#y', 'https://cloud.example:8443/dav'],
    ['davs://cloud.example/dav', 'https://cloud.example/dav'],
    ['https://cloud.example/Müller & Söhne', 'https://cloud.example/M%C3%BCller%20&%20S%C3%B6hne'],
    ['http://localhost:8080/dav', 'http://localhost:8080/dav'],
    ['http://127.0.0.1:8080/dav', 'http://127.0.0.1:8080/dav'],
    ['http://[::1]/dav', 'http://[::1]/dav'],
  ])('%s', (typed, url) => {
    expect(checkPlace(webdav(typed))).toEqual({ place: webdav(url), problems: [], warnings: [] });
    expect(checkPlace(webdav(url)).place).toEqual(webdav(url));
  });
  it('the name inside one is moved out of it', () => {
    expect(checkPlace(webdav('https://m%40x:p%25@cloud.example/', '', '')).place).toEqual(
      webdav('https://cloud.example', 'm@x', 'p%'),
    );
    expect(checkPlace(webdav('https://a:b@cloud.example/')).place).toEqual(webdav('https://cloud.example'));
  });
  it.each([
    'http://cloud.example/dav',
    'http://192.168.1.2/',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'dav://cloud.example',
  ])('%s: can be read on the way', (url) => {
    expect(checkPlace(webdav(url))).toMatchObject({ problems: [], warnings: ['plain'] });
  });
  it.each([
    ['', ['no-address']],
    ['   ', ['no-address']],
    ['ftp://cloud.example', ['bad-address']],
    ['https://', ['bad-address']],
    ['https://not a host/', ['bad-address']],
    ['javascript:alert(1)', ['bad-address']],
  ])('%j: %j', (url, problems) => {
    expect(checkPlace(webdav(url)).problems).toEqual(problems);
  });
  it('without a scheme: said, and added', () => {
    expect(checkPlace(webdav('cloud.example/dav'))).toEqual({
      place: webdav('https://cloud.example/dav'),
      problems: ['no-scheme'],
      warnings: [],
    });
    expect(checkPlace(webdav('cloud.example:8443/dav')).place).toEqual(webdav('https://cloud.example:8443/dav'));
  });
});

describe('databases', () => {
  const couch = (url: string) => ({ kind: 'couch', url, user: '', password: '' }) as const;
  it('have a name', () => {
    expect(checkPlace(couch('https://couch.example/notes/'))).toEqual({
      place: couch('https://couch.example/notes'),
      problems: [],
      warnings: [],
    });
    expect(checkPlace(couch('https://couch.example/')).problems).toEqual(['no-database']);
    expect(checkPlace(couch('')).problems).toEqual(['no-address']);
  });
});

describe('buckets', () => {
  it.each([
    ['https://s3.example/vaults/my/notes/', '', '', 'vaults', 'my/notes'],
    ['https://s3.example', 'vaults/my', 'notes', 'vaults', 'my/notes'],
    ['https://s3.example/', ' vaults ', '/notes/', 'vaults', 'notes'],
  ])('%s %s %s', (endpoint, bucket, prefix, itsBucket, itsPrefix) => {
    expect(checkPlace(s3({ endpoint, bucket, prefix })).place).toEqual(s3({ bucket: itsBucket, prefix: itsPrefix }));
  });
  it.each([
    ['https://s3.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://s3-eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://s3.us-west-004.backblazeb2.com', 'us-west-004'],
    ['https://s3.fr-par.scw.cloud', 'fr-par'],
    ['https://s3.amazonaws.com', 'us-east-1'],
    ['http://127.0.0.1:9000', 'us-east-1'],
  ])('%s: region %s', (endpoint, region) => {
    expect(checkPlace(s3({ endpoint, region: ' ' })).place).toMatchObject({ region });
  });
  it('a region that was typed stays', () => {
    expect(checkPlace(s3({ endpoint: 'https://s3.eu-west-1.amazonaws.com', region: ' auto ' })).place).toMatchObject({
      region: 'auto',
    });
  });
  it('what is missing', () => {
    expect(checkPlace(s3({ bucket: ' ', accessKey: '', secretKey: ' ' })).problems).toEqual([
      'no-bucket',
      'no-access-key',
      'no-secret-key',
    ]);
    expect(checkPlace(s3({ endpoint: '' })).problems).toEqual(['no-address']);
    expect(checkPlace(s3({ endpoint: 'http://s3.example' })).warnings).toEqual(['plain']);
  });
});

describe('the permission asked for', () => {
  it.each([
    [webdav('https://cloud.example:8443/dav'), 'https://cloud.example/*'],
    [webdav('http://localhost:8080/dav'), 'http://localhost/*'],
    [s3({ endpoint: 'https://s3.example:9000' }), 'https://s3.example/*'],
    [webdav('http://[::1]:8080/'), 'http://[::1]/*'],
    [webdav('nonsense'), null],
    [{ kind: 'folder', name: 'notes' } as const, null],
  ])('%j', (place, pattern) => {
    expect(originOf(place)).toBe(pattern);
  });
});

it('a folder is in order as it is', () => {
  const place = { kind: 'folder', name: 'notes' } as const;
  expect(checkPlace(place)).toEqual({ place, problems: [], warnings: [] });
});
