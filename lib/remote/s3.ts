/** S3 and what speaks like it (Ceph, MinIO and others): path-style addresses, listings of the second version. */
import { AwsV4Signer } from 'aws4fetch';
import type { Place, RemoteFault } from '@/lib/core/sync.ts';
import { RemoteError, type RemoteFile, type RemoteStore } from '@/lib/sync/remote.ts';
import { expectStatus } from './expect-status.ts';
import type { Answer, Http } from './http.ts';
import { elementsOf, endsWith, textOf } from './scan-xml.ts';

type S3Place = Extract<Place, { readonly kind: 's3' }>;
type Listing = { readonly keys: readonly RemoteFile[]; readonly prefixes: readonly string[] };

export type S3Store = RemoteStore & {
  /**
   * Everything under the prefix, at any depth, that comes after `startAfter` in order of bytes (empty: from the start).
   * Names are paths, as the arguments are. For logs that many write: it costs by what is new, not by what is there.
   */
  readonly listAfter: (prefix: string, startAfter: string) => Promise<RemoteFile[]>;
};

/** More pages of a thousand than any honest vault has. */
const MOST_PAGES = 100;
/** What servers say in words under statuses that mean something else. */
const TOLD: Readonly<Record<string, RemoteFault>> = {
  QuotaExceeded: 'full',
  XMinioAdminBucketQuotaExceeded: 'full',
  EntityTooLarge: 'full',
  NoSuchBucket: 'odd',
  // The upload was damaged or cut off on the way; nothing was stored.
  XAmzContentSHA256Mismatch: 'offline',
  BadDigest: 'offline',
  IncompleteBody: 'offline',
  RequestTimeout: 'offline',
};

/** @param now The server's time, as well as it is known: it refuses signatures that are off by a quarter of an hour. */
export function createS3(place: S3Place, root: string, http: Http, now: () => number): S3Store {
  const bucket = `${place.endpoint}/${encodeURIComponent(place.bucket)}`;
  const base = [place.prefix, root, ''].filter((part, at) => at > 0 || part !== '').join('/');
  const send = senderTo(place, bucket, http, now);
  const urlOf = (path: string): string => `${bucket}/${(base + path).split('/').map(encodeURIComponent).join('/')}`;
  const look = (query: Record<string, string>): Promise<Listing> =>
    listAll((params) => send('GET', `${bucket}?${params}`), query);
  const lookIn = async (folder: string): Promise<{ prefix: string } & Listing> => {
    const prefix = folder === '' ? base : `${base}${folder}/`;
    return { prefix, ...(await look({ prefix, delimiter: '/' })) };
  };
  return {
    mkdir: () => Promise.resolve(),
    put: async (path, body) => expectStatus(await send('PUT', urlOf(path), { body }), [200, 201, 204]),
    get: async (path, limit) => {
      const answer = await send('GET', urlOf(path), { limit });
      if (answer.status === 404) return null;
      expectStatus(answer, [200]);
      return answer.body;
    },
    list: async (folder) => {
      const { prefix, keys } = await lookIn(folder);
      return keys
        .map(({ name, size }) => ({ name: name.slice(prefix.length), size }))
        .filter(({ name }) => name !== '');
    },
    dirs: async (folder) => {
      const { prefix, prefixes } = await lookIn(folder);
      return prefixes.map((name) => name.slice(prefix.length, -1));
    },
    del: async (path) => expectStatus(await send('DELETE', urlOf(path)), [200, 202, 204, 404]),
    listAfter: async (prefix, startAfter) => {
      const after: Record<string, string> = startAfter === '' ? {} : { 'start-after': base + startAfter };
      const { keys } = await look({ prefix: base + prefix, ...after });
      return keys.map(({ name, size }) => ({ name: name.slice(base.length), size }));
    },
  };
}

type Send = (method: string, url: string, more?: More) => Promise<Answer>;
type More = { readonly body?: Uint8Array<ArrayBuffer>; readonly limit?: number };

function senderTo(place: S3Place, bucket: string, http: Http, now: () => number): Send {
  return (method, url, more = {}) =>
    http({
      method,
      url,
      ...more,
      once: method === 'PUT',
      headers: () => sign(place, { method, url, body: more.body, now: now() }),
      faultOf: ({ status, body }) => (status < 400 ? null : (TOLD[codeOf(body)] ?? null)),
      isWhole: (body) => !url.startsWith(`${bucket}?`) || endsWith(body, 'ListBucketResult'),
    });
}

async function listAll(
  fetchPage: (params: string) => Promise<Answer>,
  query: Record<string, string>,
): Promise<Listing> {
  const keys: RemoteFile[] = [];
  const prefixes: string[] = [];
  let more: Record<string, string> = {};
  for (let page = 0; page < MOST_PAGES; page++) {
    // A plus in a query is a space to some servers and a plus to others.
    const params = new URLSearchParams({ 'list-type': '2', ...query, ...more }).toString().replaceAll('+', '%20');
    const answer = await fetchPage(params);
    expectStatus(answer, [200]);
    const xml = new TextDecoder().decode(answer.body);
    for (const item of elementsOf(xml, 'Contents'))
      keys.push({ name: textOf(item, 'Key') ?? '', size: Number(textOf(item, 'Size') ?? 0) });
    for (const item of elementsOf(xml, 'CommonPrefixes')) prefixes.push(textOf(item, 'Prefix') ?? '');
    const token = textOf(xml, 'NextContinuationToken');
    if (token === null || textOf(xml, 'IsTruncated') !== 'true') return { keys, prefixes };
    more = { 'continuation-token': token };
  }
  throw new RemoteError('odd', 'a listing without end');
}

async function sign(
  place: S3Place,
  request: { method: string; url: string; body: Uint8Array<ArrayBuffer> | undefined; now: number },
): Promise<Record<string, string>> {
  const digest = await crypto.subtle.digest('SHA-256', request.body ?? new Uint8Array());
  const signer = new AwsV4Signer({
    method: request.method,
    url: request.url,
    // With the hash of the body in the signature, a server notices a torn upload itself.
    headers: { 'x-amz-content-sha256': hexOf(digest) },
    accessKeyId: place.accessKey,
    secretAccessKey: place.secretKey,
    service: 's3',
    region: place.region,
    datetime: new Date(request.now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
  });
  return Object.fromEntries((await signer.sign()).headers);
}

const codeOf = (body: Uint8Array): string => textOf(new TextDecoder().decode(body.subarray(0, 4096)), 'Code') ?? '';

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
