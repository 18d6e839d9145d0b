/**
 * The protocol of CouchDB: one document for each file, written once, its bytes an attachment. A document is there whole or
 * not at all, so an upload may be repeated; that it is there already is fine.
 */
import type { Place } from '@/lib/core/sync.ts';
import type { RemoteFile, RemoteStore } from '@/lib/sync/remote.ts';
import { basicAuth } from './basic-auth.ts';
import { endsLikeJson, parseRevision, parseRows, type Row } from './couch-answers.ts';
import { expectStatus } from './expect-status.ts';
import type { Answer, Http } from './http.ts';

type CouchPlace = Extract<Place, { readonly kind: 'couch' }>;
type More = { readonly body?: string; readonly limit?: number; readonly isWhole?: (body: Uint8Array) => boolean };
type Send = (method: string, path: string, more?: More) => Promise<Answer>;

const ATTACHMENT = 'bytes';
const CHUNK = 8192;
const PAGE = 200;
/** After everything that stands in a path. */
const LAST = '\ufff0';

export function createCouch(place: CouchPlace, root: string, http: Http): RemoteStore {
  const headers = {
    ...basicAuth(place.user, place.password),
    accept: 'application/json, */*',
    'content-type': 'application/json',
  };
  const send: Send = (method, path, more) => http({ method, url: place.url + path, ...more, headers });
  // `:` between the parts, as `/` inside an id does not get through every proxy.
  const idOf = (path: string): string => [root, ...path.split('/').filter(Boolean)].join(':');
  const urlOf = (path: string): string => `/${encodeURIComponent(idOf(path))}`;
  return {
    mkdir: () => makeDatabase(send),
    put: async (path, bytes) => {
      const body = documentOf(bytes);
      let answer = await send('PUT', urlOf(path), { body });
      if (answer.status === 404) {
        await makeDatabase(send);
        answer = await send('PUT', urlOf(path), { body });
      }
      expectStatus(answer, [200, 201, 202, 409]);
    },
    get: async (path, limit) => {
      const answer = await send('GET', `${urlOf(path)}/${ATTACHMENT}`, { limit });
      if (answer.status === 404) return null;
      expectStatus(answer, [200]);
      return answer.body;
    },
    list: (folder) => listFiles(send, `${idOf(folder)}:`),
    dirs: (folder) => listGroups(send, `${idOf(folder)}:`),
    del: (path) => deleteDocument(send, urlOf(path)),
  };
}

/** Inside the document, as an attachment sent by itself is refused where one of that name was deleted before (PouchDB). */
function documentOf(bytes: Uint8Array): string {
  let binary = '';
  // Not all at once: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  const attachment = { content_type: 'application/octet-stream', data: btoa(binary) };
  return JSON.stringify({ _attachments: { [ATTACHMENT]: attachment } });
}

async function listFiles(send: Send, prefix: string): Promise<RemoteFile[]> {
  const files: RemoteFile[] = [];
  for (let start = prefix; ;) {
    const rows = await readRows(send, start, prefix + LAST, true);
    for (const { id, size } of rows) {
      const name = id.slice(prefix.length);
      if (!name.includes(':')) files.push({ name, size });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return files;
    start = `${last.id}\u0000`;
  }
}

/** Of a folder whose end is not on the page, what is left is skipped: the request costs by folders, not by files. */
async function listGroups(send: Send, prefix: string): Promise<string[]> {
  const names = new Set<string>();
  for (let start = prefix; ;) {
    const rows = await readRows(send, start, prefix + LAST, false);
    for (const { id } of rows) {
      const [name = '', ...deeper] = id.slice(prefix.length).split(':');
      if (deeper.length > 0) names.add(name);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return [...names];
    const [name = '', ...deeper] = last.id.slice(prefix.length).split(':');
    start = deeper.length > 0 ? `${prefix}${name}:${LAST}` : `${last.id}\u0000`;
  }
}

async function readRows(send: Send, start: string, end: string, withSizes: boolean): Promise<Row[]> {
  const query = new URLSearchParams({
    startkey: JSON.stringify(start),
    endkey: JSON.stringify(end),
    limit: String(PAGE),
    include_docs: String(withSizes),
  });
  const answer = await send('GET', `/_all_docs?${query.toString()}`, { isWhole: endsLikeJson });
  if (answer.status === 404) return [];
  expectStatus(answer, [200]);
  return parseRows(answer.body, ATTACHMENT);
}

/** Whoever may write need not be allowed to create: it is looked for first. */
async function makeDatabase(send: Send): Promise<void> {
  const answer = await send('GET', '');
  if (answer.status === 404) expectStatus(await send('PUT', ''), [201, 202, 412]);
  else expectStatus(answer, [200]);
}

async function deleteDocument(send: Send, url: string): Promise<void> {
  const answer = await send('GET', url, { isWhole: endsLikeJson });
  if (answer.status === 404) return;
  expectStatus(answer, [200]);
  const revision = encodeURIComponent(parseRevision(answer.body));
  // 409: somebody else has deleted it meanwhile; nothing here is ever written twice.
  expectStatus(await send('DELETE', `${url}?rev=${revision}`), [200, 202, 404, 409]);
}
