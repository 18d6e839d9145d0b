import { describe, expect, it } from 'vitest';
import { type Ask, createHttp } from '@/lib/remote/http.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { broken, NOW, reply, type Scripted, scriptedEnv, tornReply } from './scripted-env.ts';

const URL = 'https://cloud.example/dav/file';
const GET: Ask = { method: 'GET', url: URL, headers: {} };
const PUT: Ask = { method: 'PUT', url: URL, headers: {}, body: new Uint8Array(3), once: true };
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const inSeconds = (seconds: number): string => new Date(NOW + seconds * 1000).toUTCString();

/** What came of it: a status, or a fault with the wait that the server asks for. */
async function outcome(script: Scripted[], ask: Ask, more = {}) {
  const env = scriptedEnv(script, more);
  const result = await createHttp(
    env,
    5,
  )(ask).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof RemoteError ? error : { bug: error }),
  );
  return {
    result: result instanceof RemoteError ? result.kind : result,
    retryAfter: result instanceof RemoteError ? result.retryAfter : null,
    tries: env.asked.length,
    pauses: env.pauses,
  };
}

describe('a request', () => {
  it('carries nothing of the browser’s and leaves nothing in its cache', async () => {
    const env = scriptedEnv([reply(200, 'x')]);
    await createHttp(env)({ ...GET, headers: { authorization: 'Basic x' } });
    expect(env.asked[0]?.init).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    expect(env.asked[0]?.headers.get('authorization')).toBe('Basic x');
  });
  it('has its headers made anew for every try', async () => {
    const env = scriptedEnv([broken(), reply(200)]);
    let count = 0;
    await createHttp(env)({ ...GET, headers: () => Promise.resolve({ 'x-count': String((count += 1)) }) });
    expect(env.asked.map(({ headers }) => headers.get('x-count'))).toEqual(['1', '2']);
  });
  it('tells the server’s clock', async () => {
    const env = scriptedEnv([reply(200, 'x', { date: inSeconds(90) }), reply(200, 'x', { date: 'yesterday' })]);
    await createHttp(env)(GET);
    await createHttp(env)(GET);
    expect(env.serverTimes).toEqual([NOW + 90_000]);
  });
});

describe('what may be asked again is, three times in all, with growing pauses', () => {
  it.each<[string, () => Scripted, string]>([
    ['a broken connection', broken, 'offline'],
    ['silence', () => 'silence', 'offline'],
    ['a body that breaks off', () => tornReply('half'), 'offline'],
    ['less than was announced', () => reply(200, 'half', { 'content-length': '8' }), 'offline'],
    ['500', () => reply(500), 'server'],
    ['502', () => reply(502), 'server'],
    ['503', () => reply(503), 'server'],
    ['504', () => reply(504), 'server'],
    ['408', () => reply(408), 'offline'],
    ['429', () => reply(429), 'busy'],
    ['423', () => reply(423), 'busy'],
  ])('%s', async (_, fault, kind) => {
    expect(await outcome([fault(), fault(), reply(200, 'x')], GET)).toMatchObject({ result: 200, pauses: [400, 800] });
    expect(await outcome([fault(), fault(), fault()], GET)).toMatchObject({ result: kind, tries: 3 });
  });
  it('a listing that is not whole', async () => {
    const ask: Ask = { ...GET, isWhole: (body) => body.at(-1) === 62 };
    expect(await outcome([reply(207, '<a'), reply(207, '<a>')], ask)).toMatchObject({ result: 207 });
    expect(await outcome([reply(207, '<a'), reply(207, '<a'), reply(207, '<a')], ask)).toMatchObject({ result: 'odd' });
    expect(await outcome([reply(404, 'no')], ask)).toMatchObject({ result: 404, tries: 1 });
  });
  it('pauses differ from device to device', async () => {
    const early = await outcome([broken(), reply(200)], GET, { random: () => 0 });
    const late = await outcome([broken(), reply(200)], GET, { random: () => 0.99 });
    expect([early.pauses[0], Math.round(late.pauses[0] ?? 0)]).toEqual([200, 596]);
  });
});

describe('an upload of which nobody knows whether it arrived is not repeated', () => {
  it.each<[string, () => Scripted, string]>([
    ['a broken connection', broken, 'offline'],
    ['silence', () => 'silence', 'offline'],
    ['an answer that breaks off', () => tornReply('half'), 'offline'],
    ['500', () => reply(500), 'server'],
    ['502', () => reply(502), 'server'],
    ['504', () => reply(504), 'server'],
    ['408', () => reply(408), 'offline'],
  ])('%s', async (_, fault, kind) => {
    expect(await outcome([fault()], PUT)).toMatchObject({ result: kind, tries: 1 });
  });
  it.each([429, 503, 401])('after %d it is: nothing was done', async (status) => {
    expect(await outcome([reply(status), reply(201)], PUT)).toMatchObject({ result: 201, tries: 2 });
  });
});

describe('a server that asks to wait', () => {
  it.each([
    ['0', 400],
    ['3', 3000],
    [inSeconds(4), 4000],
    [inSeconds(-60), 400],
    ['soon', 400],
  ])('%s: is given it', async (wait, pause) => {
    expect(await outcome([reply(429, null, { 'retry-after': wait }), reply(200)], GET)).toMatchObject({
      result: 200,
      pauses: [pause],
    });
  });
  it.each([
    ['60', 60_000],
    [inSeconds(120), 120_000],
    ['86400', 600_000],
    [inSeconds(86_400), 600_000],
  ])('%s: is told, and not waited for', async (wait, retryAfter) => {
    for (const status of [429, 503])
      expect(await outcome([reply(status, null, { 'retry-after': wait })], GET)).toEqual({
        result: 'busy',
        retryAfter,
        tries: 1,
        pauses: [],
      });
  });
  it('a time that has passed is no wait', async () => {
    const late = () => reply(429, null, { 'retry-after': inSeconds(-60) });
    expect(await outcome([late(), late(), late()], GET)).toMatchObject({ result: 'busy', retryAfter: 0 });
  });
  it('a date is meant by its own clock, not by this one', async () => {
    const date = inSeconds(1000);
    expect(await outcome([reply(429, null, { date, 'retry-after': inSeconds(1060) })], GET)).toMatchObject({
      result: 'busy',
      retryAfter: 60_000,
    });
  });
});

describe('a refusal', () => {
  it.each([401, 403])('%d may be throttling or a race: asked once more, after longer', async (status) => {
    expect(await outcome([reply(status), reply(200)], GET)).toMatchObject({ result: 200, pauses: [1500] });
    expect(await outcome([reply(status), reply(status)], GET)).toMatchObject({ result: 'auth', tries: 2 });
  });
  it.each([507, 413])('%d: no space, at once', async (status) => {
    expect(await outcome([reply(status)], PUT)).toMatchObject({ result: 'full', tries: 1 });
  });
  it('what the kind of store says in words goes before the status', async () => {
    const ask: Ask = { ...PUT, faultOf: ({ status }) => (status === 403 ? 'full' : null) };
    expect(await outcome([reply(403)], ask)).toMatchObject({ result: 'full', tries: 1 });
  });
});

describe('something else than a store', () => {
  it.each([
    ['by its type', () => reply(200, 'Please log in', HTML)],
    ['by its beginning', () => reply(200, '\n<!DOCTYPE HTML><p>', { 'content-type': 'application/octet-stream' })],
    ['by its first tag', () => reply(200, '<html lang="en">')],
  ])('a web page, known %s', async (_, page) => {
    expect(await outcome([page(), page()], GET)).toMatchObject({ result: 'odd', tries: 2 });
    expect(await outcome([page(), reply(200, 'PLX1')], GET)).toMatchObject({ result: 200 });
  });
  it.each([201, 404])('a page with %d only says so', async (status) => {
    expect(await outcome([reply(status, '<!doctype html>', HTML)], GET)).toMatchObject({ result: status, tries: 1 });
  });
  it.each([301, 302, 303, 307, 308])('%d is followed by nobody', async (status) => {
    expect(await outcome([reply(status, null, { location: 'https://elsewhere.example/' })], GET)).toMatchObject({
      result: 301,
      tries: 1,
    });
  });
  it('a redirection as browsers show it', async () => {
    const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    expect(await outcome([opaque], GET)).toMatchObject({ result: 301, tries: 1 });
  });
});

describe('the limit', () => {
  const ask: Ask = { ...GET, limit: 4 };
  it('exactly that much is read', async () => {
    expect(await outcome([reply(200, 'four')], ask)).toMatchObject({ result: 200 });
  });
  it.each([
    ['announced', () => reply(200, 'x', { 'content-length': '5' })],
    ['found while reading', () => reply(200, 'fives')],
  ])('more, %s, is odd, and not asked for again', async (_, long) => {
    expect(await outcome([long()], ask)).toMatchObject({ result: 'odd', tries: 1 });
  });
  it('a compressed answer is measured by what comes out', async () => {
    const compressed = { 'content-length': '2', 'content-encoding': 'gzip' };
    expect(await outcome([reply(200, 'four', compressed)], ask)).toMatchObject({ result: 200 });
    expect(await outcome([reply(200, 'fives', compressed)], ask)).toMatchObject({ result: 'odd' });
  });
});

describe('the end of the run', () => {
  it('ends what is under way, and is not tried again', async () => {
    const stop = new AbortController();
    const env = scriptedEnv(['silence'], { signal: stop.signal });
    const run = createHttp(env)(GET);
    stop.abort();
    await expect(run).rejects.toMatchObject({ kind: 'offline', cause: stop.signal.reason as unknown });
    expect(env.asked).toHaveLength(1);
  });
  it('nothing more is asked after it', async () => {
    expect(await outcome([broken()], GET, { signal: AbortSignal.abort() })).toMatchObject({ tries: 1 });
  });
});
