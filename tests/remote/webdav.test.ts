import { describe, expect, it } from 'vitest';
import { openRemote } from '@/lib/remote/open-remote.ts';
import { kindOf } from './kind-of.ts';
import { broken, reply, type Scripted, scriptedEnv } from './scripted-env.ts';
import { sealed } from './sealed.ts';

const HOME = 'https://cloud.example/dav/my%20notes';
const ROOT = `${HOME}/parallax-v1`;
const EMPTY = '<D:multistatus xmlns:D="DAV:"></D:multistatus>';

function open(...script: Scripted[]) {
  const env = scriptedEnv(script);
  const store = openRemote({ kind: 'webdav', url: HOME, user: 'ä', password: 'p:ö€' }, env);
  return { store, env, lines: () => env.asked.map(({ method, url }) => `${method} ${url.replace(ROOT, '')}`) };
}

describe('how it asks', () => {
  it('name and password as UTF-8', async () => {
    const { store, env } = open(reply(404));
    await store.get('a', 1);
    expect(env.asked[0]?.headers.get('authorization')).toBe('Basic w6Q6cDrDtuKCrA==');
  });
  it('without either, no password', async () => {
    const env = scriptedEnv([reply(404)]);
    await openRemote({ kind: 'webdav', url: HOME, user: '', password: '' }, env).get('a', 1);
    expect(env.asked[0]?.headers.has('authorization')).toBe(false);
  });
  it('each verb', async () => {
    const { store, lines, env } = open(
      reply(201),
      reply(201),
      reply(200, 'x'),
      reply(207, EMPTY),
      reply(207, EMPTY),
      reply(204),
    );
    await store.mkdir('dev');
    await store.put('dev/a.plx', sealed(3));
    await store.get('dev/a.plx', 9);
    await store.list('dev');
    await store.dirs('');
    await store.del('dev/a.plx');
    expect(lines()).toEqual([
      'MKCOL /dev/',
      'PUT /dev/a.plx',
      'GET /dev/a.plx',
      'PROPFIND /dev/',
      'PROPFIND /',
      'DELETE /dev/a.plx',
    ]);
    expect(env.asked[1]?.body).toEqual(sealed(3));
    expect(env.asked[3]?.headers.get('depth')).toBe('1');
    expect(env.asked[3]?.body).toContain('getcontentlength');
  });
});

describe('folders', () => {
  it.each([201, 405, 200, 204])('%d: it is there', async (status) => {
    const { store, lines } = open(reply(status));
    await store.mkdir('dev');
    expect(lines()).toEqual(['MKCOL /dev/']);
  });
  it('missing parents are made from the outermost in', async () => {
    const { store, env } = open(reply(409), reply(404), reply(409), reply(405), reply(201), reply(201), reply(201));
    await store.mkdir('dev');
    const paths = env.asked.map(({ url }) => url.replace('https://cloud.example', ''));
    expect(paths).toEqual([
      '/dav/my%20notes/parallax-v1/dev/',
      '/dav/my%20notes/parallax-v1/',
      '/dav/my%20notes/',
      '/dav/',
      '/dav/my%20notes/',
      '/dav/my%20notes/parallax-v1/',
      '/dav/my%20notes/parallax-v1/dev/',
    ]);
  });
  it('where no folder can be made at all', async () => {
    const { store, env } = open(...Array.from({ length: 9 }, () => reply(409)));
    expect(await kindOf(store.mkdir('dev'))).toBe('odd');
    expect(env.asked.at(-1)?.url).toBe('https://cloud.example/');
  });
  it.each(['MKCOL', 'PROPFIND'])('%s: where slashes at the end are redirected away, without', async (method) => {
    const { store, lines } = open(reply(301), method === 'MKCOL' ? reply(201) : reply(207, EMPTY));
    await (method === 'MKCOL' ? store.mkdir('dev') : store.list('dev'));
    expect(lines()).toEqual([`${method} /dev/`, `${method} /dev`]);
  });
  it('redirected to a log-in', async () => {
    const { store } = open(reply(302), reply(302), reply(302));
    expect(await kindOf(store.list('dev'))).toBe('odd');
    expect(await kindOf(store.get('dev/a', 1))).toBe('odd');
  });
});

describe('uploads', () => {
  it.each([404, 409])('%d: the folder is missing; made, then again', async (status) => {
    const { store, lines } = open(reply(status), reply(201), reply(201));
    await store.put('dev/a.plx', sealed(3));
    expect(lines()).toEqual(['PUT /dev/a.plx', 'MKCOL /dev/', 'PUT /dev/a.plx']);
  });
  it('one that got lost on the way is for the engine to look after', async () => {
    const { store, lines } = open(broken());
    expect(await kindOf(store.put('dev/a.plx', sealed(3)))).toBe('offline');
    expect(lines()).toHaveLength(1);
  });
  it.each([405, 400, 302])('%d: no store', async (status) => {
    expect(await kindOf(open(reply(status)).store.put('dev/a.plx', sealed(3)))).toBe('odd');
  });
});

describe('what is not there', () => {
  it.each([404, 410])('%d', async (status) => {
    const { store } = open(
      ...Array.from({ length: 4 }, () => reply(status, '<!doctype html>', { 'content-type': 'text/html' })),
    );
    expect(await store.get('dev/a.plx', 9)).toBeNull();
    expect(await store.list('dev')).toEqual([]);
    expect(await store.dirs('')).toEqual([]);
    await store.del('dev/a.plx');
  });
});

describe('a listing', () => {
  it('that was cut off is asked for again, never taken for a shorter one', async () => {
    const { store, lines } = open(reply(207, EMPTY.slice(0, -5)), reply(207, EMPTY));
    expect(await store.list('dev')).toEqual([]);
    expect(lines()).toHaveLength(2);
  });
  it.each([200, 405, 400])('%d instead: no store', async (status) => {
    expect(await kindOf(open(reply(status, EMPTY)).store.list('dev'))).toBe('odd');
  });
});
