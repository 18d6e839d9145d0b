import { describe, expect, it } from 'vitest';
import { openRemote, openS3 } from '@/lib/remote/open-remote.ts';
import { kindOf } from './kind-of.ts';
import { broken, NOW, reply, type Scripted, scriptedEnv } from './scripted-env.ts';
import { sealed } from './sealed.ts';

const PLACE = {
  kind: 's3',
  endpoint: 'https://s3.eu-west-1.example',
  region: 'eu-west-1',
  bucket: 'vaults',
  prefix: 'my notes/of mine',
  accessKey: 'AKTEST',
  secretKey: 'SKTEST',
} as const;
const BASE = 'my notes/of mine/parallax-v1/';

function open(...script: Scripted[]) {
  const env = scriptedEnv(script);
  return { store: openS3(PLACE, env), env };
}
const page = (inner: string): string =>
  `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>vaults</Name>` +
  `<Prefix>${BASE}</Prefix>${inner}</ListBucketResult>`;
const key = (name: string, size: number): string =>
  `<Contents><Key>${BASE}${name}</Key><ETag>&quot;x&quot;</ETag><Size>${size}</Size><Owner><ID>1</ID></Owner></Contents>`;
const group = (name: string): string => `<CommonPrefixes><Prefix>${BASE}${name}/</Prefix></CommonPrefixes>`;
const error = (status: number, code: string) => () =>
  reply(status, `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
const queryOf = (url = ''): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

describe('how it asks', () => {
  it('in the path style, spaces encoded, the body’s hash signed', async () => {
    const { store, env } = open(reply(200));
    await store.put('dev/a.plx', sealed(0));
    const [asked] = env.asked;
    expect(asked?.url).toBe('https://s3.eu-west-1.example/vaults/my%20notes/of%20mine/parallax-v1/dev/a.plx');
    expect(asked?.headers.get('x-amz-date')).toBe('20261128T120000Z');
    expect(asked?.headers.get('x-amz-content-sha256')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(asked?.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKTEST\/20261128\/eu-west-1\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
    );
  });
  it('at the top of the bucket too', async () => {
    const env = scriptedEnv([reply(404)]);
    await openRemote({ ...PLACE, prefix: '' }, env).get('a', 1);
    expect(env.asked[0]?.url).toBe('https://s3.eu-west-1.example/vaults/parallax-v1/a');
  });
  it('a query has no plus for a space', async () => {
    const { store, env } = open(reply(200, page('')));
    await store.list('dev');
    expect(env.asked[0]?.url).toContain('prefix=my%20notes%2Fof%20mine%2Fparallax-v1%2Fdev%2F');
  });
  it('there are no folders to make', async () => {
    const { store, env } = open();
    await store.mkdir('dev');
    expect(env.asked).toEqual([]);
  });
  it('a new try is signed anew, by the server’s clock where this one is off', async () => {
    const date = new Date(NOW + 86_400_000).toUTCString();
    const skewed = reply(403, '<Error><Code>RequestTimeTooSkewed</Code></Error>', { date });
    const { store, env } = open(skewed, reply(200, 'x', { date }));
    expect(await store.get('a', 9)).toHaveLength(1);
    expect(env.asked.map(({ headers }) => headers.get('x-amz-date'))).toEqual(['20261128T120000Z', '20261129T120000Z']);
    expect(env.serverTimes).toEqual([NOW + 86_400_000, NOW + 86_400_000]);
  });
});

describe('listings', () => {
  it('files and folders directly there', async () => {
    const listed = page(key('a.key', 5) + key('b&amp;.key', 6) + key('', 0) + group('dev') + group('keys'));
    const { store, env } = open(reply(200, listed), reply(200, listed));
    expect(await store.list('')).toEqual([
      { name: 'a.key', size: 5 },
      { name: 'b&.key', size: 6 },
    ]);
    expect(await store.dirs('')).toEqual(['dev', 'keys']);
    expect(queryOf(env.asked[0]?.url)).toEqual({ 'list-type': '2', prefix: BASE, delimiter: '/' });
  });
  it('over several pages', async () => {
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>a+b/c=</NextContinuationToken>';
    const { store, env } = open(reply(200, page(key('dev/a', 1) + more)), reply(200, page(key('dev/b', 2))));
    expect((await store.list('dev')).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(queryOf(env.asked[1]?.url)).toMatchObject({ 'continuation-token': 'a+b/c=', prefix: `${BASE}dev/` });
  });
  it('a token on the last page is of no account', async () => {
    const last = '<IsTruncated>false</IsTruncated><NextContinuationToken>x</NextContinuationToken>';
    expect(await open(reply(200, page(key('dev/a', 1) + last))).store.list('dev')).toHaveLength(1);
  });
  it('one without end', async () => {
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>';
    const { store } = open(...Array.from({ length: 101 }, () => reply(200, page(more))));
    expect(await kindOf(store.list('dev'))).toBe('odd');
  });
  it('after a name, at any depth', async () => {
    const { store, env } = open(reply(200, page(key('log/10/a', 1) + key('log/11/b', 2))), reply(200, page('')));
    expect(await store.listAfter('log/', 'log/09/z')).toEqual([
      { name: 'log/10/a', size: 1 },
      { name: 'log/11/b', size: 2 },
    ]);
    await store.listAfter('log/', '');
    expect(queryOf(env.asked[0]?.url)).toEqual({
      'list-type': '2',
      prefix: `${BASE}log/`,
      'start-after': `${BASE}log/09/z`,
    });
    expect(queryOf(env.asked[1]?.url)).toEqual({ 'list-type': '2', prefix: `${BASE}log/` });
  });
  it('one that was cut off is asked for again', async () => {
    const { store } = open(reply(200, page(key('dev/a', 1)).slice(0, -9)), reply(200, page(key('dev/a', 1))));
    expect(await store.list('dev')).toHaveLength(1);
  });
});

describe('what is amiss', () => {
  it.each<[string, () => Scripted, string, number]>([
    ['no such bucket', error(404, 'NoSuchBucket'), 'odd', 3],
    ['quota', error(403, 'QuotaExceeded'), 'full', 3],
    ['wrong key', error(403, 'InvalidAccessKeyId'), 'auth', 2],
    ['wrong secret', error(403, 'SignatureDoesNotMatch'), 'auth', 2],
    ['slow down', error(503, 'SlowDown'), 'server', 3],
    ['another region', () => reply(301), 'odd', 1],
    ['not its language', error(400, 'AuthorizationHeaderMalformed'), 'odd', 1],
  ])('%s', async (_, answer, kind, tries) => {
    const { store, env } = open(answer(), answer(), answer());
    expect([await kindOf(store.get('dev/a', 9)), env.asked.length]).toEqual([kind, tries]);
  });
  it('no such file is none', async () => {
    const { store } = open(error(404, 'NoSuchKey')(), error(404, 'NoSuchKey')(), reply(404));
    expect(await store.get('dev/a', 9)).toBeNull();
    await store.del('dev/a');
    expect(await store.get('dev/a', 9)).toBeNull();
  });
  it.each<[string, () => Scripted]>([
    ['damaged', error(400, 'XAmzContentSHA256Mismatch')],
    ['cut off', error(400, 'IncompleteBody')],
    ['lost', broken],
  ])('an upload that was %s is not repeated here', async (_, answer) => {
    const { store, env } = open(answer());
    expect(await kindOf(store.put('dev/a', sealed(9)))).toBe('offline');
    expect(env.asked).toHaveLength(1);
  });
});
