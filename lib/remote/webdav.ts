/** WebDAV, as little of it as every server does: MKCOL, PUT, GET, DELETE, and PROPFIND of one level. */
import type { Place } from '@/lib/core/sync.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { basicAuth } from './basic-auth.ts';
import { expectStatus } from './expect-status.ts';
import type { Answer, Ask, Http } from './http.ts';
import { type Listing, parseMultistatus } from './multistatus.ts';
import { endsWith } from './scan-xml.ts';

type More = Omit<Partial<Ask>, 'headers'> & { readonly headers?: Record<string, string> };
type Send = (method: string, url: string, more?: More) => Promise<Answer>;

const PROPFIND: More = {
  headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
  body:
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>',
  isWhole: (body) => endsWith(body, 'multistatus'),
};

/** 405: it is there already. */
const MADE: readonly number[] = [200, 201, 204, 405];

/** @param root Folder below the place that is the vault's. */
export function createWebdav(
  place: Extract<Place, { readonly kind: 'webdav' }>,
  root: string,
  http: Http,
): RemoteStore {
  const base = `${place.url}/${root}/`;
  const login = basicAuth(place.user, place.password);
  const send: Send = (method, url, more) => http({ method, url, ...more, headers: { ...login, ...more?.headers } });
  const urlOf = (folder: string): string => (folder === '' ? base : `${base}${folder}/`);
  const look = (folder: string): Promise<Listing> => listFolder(urlOf(folder), send);
  return {
    mkdir: (folder) => makeFolder(urlOf(folder), send),
    put: async (path, body) => {
      const more = { body, once: true, headers: { 'content-type': 'application/octet-stream' } };
      let answer = await send('PUT', base + path, more);
      // Its folder is missing. (nginx says 500, which may mean anything: the next run makes the folder first.)
      if (answer.status === 404 || answer.status === 409) {
        await makeFolder(new URL('.', base + path).href, send);
        answer = await send('PUT', base + path, more);
      }
      expectStatus(answer, [200, 201, 204]);
    },
    get: async (path, limit) => {
      const answer = await send('GET', base + path, { limit });
      if (isGone(answer)) return null;
      expectStatus(answer, [200, 204]);
      return answer.body;
    },
    list: async (folder) => [...(await look(folder)).files],
    dirs: async (folder) => [...(await look(folder)).dirs],
    del: async (path) => {
      const answer = await send('DELETE', base + path);
      if (!isGone(answer)) expectStatus(answer, [200, 202, 204]);
    },
  };
}

async function listFolder(url: string, send: Send): Promise<Listing> {
  const answer = await sendToFolder(send, 'PROPFIND', url, PROPFIND);
  if (isGone(answer)) return { files: [], dirs: [] };
  expectStatus(answer, [207]);
  return parseMultistatus(new TextDecoder().decode(answer.body), url);
}

/** With its parents, one by one, beginning with the innermost: mostly they are there. */
async function makeFolder(url: string, send: Send): Promise<void> {
  const answer = await sendToFolder(send, 'MKCOL', url);
  if (MADE.includes(answer.status)) return;
  const parent = new URL('..', url).href;
  expectStatus(answer, parent === url ? MADE : [404, 409]);
  await makeFolder(parent, send);
  expectStatus(await sendToFolder(send, 'MKCOL', url), MADE);
}

/** Some servers redirect folders to the address without a slash, and no redirection is followed. */
async function sendToFolder(send: Send, method: string, url: string, more?: More): Promise<Answer> {
  const answer = await send(method, url, more);
  return answer.status === 301 ? send(method, url.slice(0, -1), more) : answer;
}

const isGone = ({ status }: Answer): boolean => status === 404 || status === 410;
