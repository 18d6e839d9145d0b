/** A server that says what is not so: the reader is told of the right kind of fault, and nothing is lost by it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Place } from '@/lib/core/sync.ts';
import { basicAuth } from '@/lib/remote/basic-auth.ts';
import { VAULT_FOLDER } from '@/lib/remote/open-remote.ts';
import { type ChaosProxy, type Lie, startChaosProxy } from './chaos-proxy.ts';
import { type Reply, withBody } from './pass-on.ts';
import { joinVault, makeVault, putKeyring, type ReaderDevice, type ReaderVault, shelfOf } from './reader-devices.ts';
import { placeOn, type ServerName } from './test-server.ts';

const HTML = {
  status: 200,
  headers: ['Content-Type', 'text/html'],
  body: Buffer.from('<!doctype html><form>Log in</form>'),
};
const DAY = 86_400_000;
const SERVER = (['apache', 'rclone', 'nginx', 'lighttpd'] as const).find((name) => inject('origins')[name] !== null);

describe.skipIf(SERVER === undefined)(SERVER ?? 'no WebDAV server is installed here', () => {
  let proxy: ChaosProxy;
  let vault: ReaderVault;
  let home: ReaderDevice;
  let laptop: ReaderDevice;
  let count = 0;
  const server: ServerName = SERVER ?? 'apache';
  const place = (): Place => placeOn(server, proxy.origin, `lies-${process.pid}-${count}`);
  const write = (device: ReaderDevice, id: string, body: string) =>
    device.db.edit(`notes/${id}`, () => ({ body, tag: 1 }));
  const bodies = (device: ReaderDevice): Record<string, unknown> =>
    Object.fromEntries([...device.db.content.rows].map(([id, row]) => [id.slice('notes/'.length), row.body]));
  const alarms = (device: ReaderDevice) => [...device.db.content.tables.alarms.values()].map(({ kind }) => kind).sort();
  const bothInStep = async () => {
    for (const device of [home, laptop, home]) expect(await device.sync()).toEqual({ kind: 'done' });
    expect(shelfOf(home)).toEqual(shelfOf(laptop));
  };
  const fails = (why: string) => expect.objectContaining({ kind: 'failed', why }) as unknown;

  beforeAll(async () => {
    proxy = await startChaosProxy(inject('origins')[server] ?? '');
    vault = await makeVault();
  });
  afterAll(() => proxy.stop());
  beforeEach(async () => {
    count += 1;
    home = joinVault(vault, place(), count * 10);
    laptop = joinVault(vault, place(), count * 10 + 1);
    await putKeyring(home.store, vault);
    await write(home, 'a', 'written at home');
    await write(laptop, 'b', 'written on the way');
    await bothInStep();
  });
  afterEach(() => proxy.setLie(null));

  it('another ETag with every answer: nothing depends on them', async () => {
    let tags = 0;
    proxy.setLie((_, truth) => ({
      ...truth,
      headers: ['ETag', `W/"${(tags += 1)}"`, ...withoutHeader(truth.headers, 'etag')],
    }));
    await write(home, 'a', 'changed');
    await bothInStep();
    expect(bodies(laptop)).toEqual({ a: 'changed', b: 'written on the way' });
    expect(tags).toBeGreaterThan(5);
  });
  it.each<[string, Lie, string]>([
    ['a log-in page for everything', () => HTML, 'odd'],
    ['a log-in page for downloads', ({ method }) => (method === 'GET' ? HTML : null), 'odd'],
    [
      'a redirection to a log-in',
      () => ({ status: 302, headers: ['Location', '/login'], body: Buffer.from('') }),
      'odd',
    ],
    ['no room', ({ method }) => (method === 'PUT' ? empty(507) : null), 'full'],
    ['wrong password', () => empty(401), 'auth'],
    ['come back later', () => ({ ...empty(503), headers: ['Retry-After', '120'] }), 'busy'],
    ['out of order', () => empty(500), 'server'],
    ['no WebDAV', ({ method }) => (method === 'PROPFIND' ? empty(405) : null), 'odd'],
    ['a listing cut off', (sent, truth) => (sent.method === 'PROPFIND' ? halved(truth) : null), 'odd'],
  ])('%s: told, and all is made up for afterwards', async (_, lie, why) => {
    await write(home, 'a', 'changed');
    await laptop.db.edit('notes/b', () => null);
    proxy.setLie(lie);
    for (const device of [home, laptop]) expect(await device.sync()).toEqual(fails(why));
    expect(bodies(home)).toEqual({ a: 'changed', b: 'written on the way' });
    // What was refused may have been stored all the same.
    expect(bodies(laptop)).toEqual({ a: expect.stringMatching(/^(?:written at home|changed)$/) as unknown });
    proxy.setLie(null);
    await bothInStep();
    expect(bodies(home)).toEqual({ a: 'changed' });
  });
  it('a wrong password that is ours', async () => {
    const other = joinVault(vault, { ...placeOn(server, proxy.origin, 'x'), password: 'another' } as Place, 5);
    expect(await other.sync()).toEqual(fails('auth'));
  });
  it('listings in another order every time', async () => {
    proxy.setLie((sent, truth) => (sent.method === 'PROPFIND' ? reordered(truth) : null));
    for (const text of ['one', 'two', 'three']) {
      await write(home, 'a', text);
      await write(laptop, text, text);
      await bothInStep();
    }
    expect(Object.keys(bodies(home))).toHaveLength(5);
  });
  it('a download that is short and says it is whole: set aside, told once it lasts, read when it is whole', async () => {
    await write(home, 'a', 'changed');
    expect(await home.sync()).toEqual({ kind: 'done' });
    proxy.setLie((sent, truth) => (sent.method === 'GET' && truth.status === 200 ? halved(truth) : null));
    for (let run = 0; run < 6; run++) await laptop.sync();
    expect(bodies(laptop)).toEqual({ a: 'written at home', b: 'written on the way' });
    laptop.clockOff = 1.5 * DAY;
    await laptop.sync();
    expect(alarms(laptop)).toContain('damaged');
    proxy.setLie(null);
    laptop.clockOff = 3 * DAY;
    expect(await laptop.sync()).toEqual({ kind: 'done' });
    expect(bodies(laptop)).toEqual({ a: 'changed', b: 'written on the way' });
    expect(alarms(laptop)).toEqual([]);
  });
  it('an old listing: nothing goes back, and it is told', async () => {
    const old = new Map<string, Reply>();
    proxy.setLie((sent, truth) => {
      if (sent.method === 'PROPFIND') old.set(sent.path, truth);
      return null;
    });
    await laptop.sync();
    proxy.setLie(null);
    await write(home, 'a', 'changed');
    await bothInStep();
    proxy.setLie((sent) => (sent.method === 'PROPFIND' ? (old.get(sent.path) ?? null) : null));
    for (let run = 0; run < 4; run++) expect(await laptop.sync()).toEqual({ kind: 'done' });
    expect(alarms(laptop)).toEqual(['rolled-back']);
    expect(bodies(laptop)).toEqual({ a: 'changed', b: 'written on the way' });
    proxy.setLie(null);
    await bothInStep();
    expect(alarms(laptop)).toEqual([]);
  });
  it('the keyring is deleted: notes go on as before', async () => {
    await home.store.del(`keys/${vault.keyring.name}`);
    await write(home, 'a', 'changed');
    await bothInStep();
    expect(bodies(laptop)).toEqual({ a: 'changed', b: 'written on the way' });
  });
  it('everything is gone: told, nothing deleted here, and all of it put there again when the reader says so', async () => {
    await deleteWholly(place());
    for (const device of [home, laptop]) {
      expect(await device.sync()).toEqual(fails('vault-gone'));
      expect(bodies(device)).toEqual({ a: 'written at home', b: 'written on the way' });
    }
    expect(await laptop.sync(true)).toEqual({ kind: 'done' });
    await putKeyring(home.store, vault);
    const fresh = joinVault(vault, place(), 99);
    expect(await fresh.sync()).toEqual({ kind: 'done' });
    expect(bodies(fresh)).toEqual({ a: 'written at home', b: 'written on the way' });
    await bothInStep();
  });
  it('files of another vault: told, left alone, and nothing of theirs or ours is lost', async () => {
    const other = await makeVault();
    const stranger = joinVault(other, place(), 77);
    await write(stranger, 'x', 'of somebody else');
    expect(await stranger.sync()).toEqual({ kind: 'done' });
    await write(home, 'a', 'changed');
    await bothInStep();
    expect(alarms(home)).toEqual(['foreign']);
    expect(alarms(laptop)).toEqual(['foreign']);
    expect(bodies(home)).toEqual({ a: 'changed', b: 'written on the way' });
    await stranger.sync();
    expect(bodies(stranger)).toEqual({ x: 'of somebody else' });
    expect(alarms(stranger)).toContain('foreign');
  });
});

async function deleteWholly(place: Place): Promise<void> {
  if (place.kind !== 'webdav') throw new Error('not for this kind');
  const headers = basicAuth(place.user, place.password);
  const { status } = await fetch(`${place.url}/${VAULT_FOLDER}/`, { method: 'DELETE', headers });
  expect(status).toBe(204);
}

const empty = (status: number): Reply => ({ status, headers: [], body: Buffer.from('') });
const halved = (truth: Reply): Reply => withBody(truth, truth.body.subarray(0, truth.body.length >> 1));
const withoutHeader = (headers: readonly string[], name: string): string[] =>
  headers.filter((_, at) => headers[at - (at % 2)]?.toLowerCase() !== name);

function reordered(truth: Reply): Reply {
  const text = truth.body.toString();
  const [start = '', ...responses] = text.split(/(?=<D:response[ >])/);
  const last = responses.pop() ?? '';
  const end = last.slice(last.lastIndexOf('</D:response>') + '</D:response>'.length);
  const all = [...responses, last.slice(0, last.length - end.length)];
  return withBody(truth, Buffer.from([start, ...all.reverse(), end].join('')));
}
