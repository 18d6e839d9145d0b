/** What is asked of every store, of real ones. Only what sync relies on: nothing of ETags, locks, conditions or orders. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkPlace, originOf } from '@/lib/remote/check-place.ts';
import { openRemote, openS3 } from '@/lib/remote/open-remote.ts';
import type { Place } from '@/lib/core/sync.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { kindOf } from '../remote/kind-of.ts';
import { sealed } from '../remote/sealed.ts';
import { type ChaosProxy, startChaosProxy } from './chaos-proxy.ts';
import { nodeEnv } from './node-env.ts';
import { placeOn, SERVER_NAMES } from './test-server.ts';

const MB = 2 ** 20;
const ID = 'abcdefghijkl';
const FILE = `${ID}/00000001-00000003-0123456789abcdef0123456789abcdef.plx`;

describe.each(SERVER_NAMES)('%s', (server) => {
  const origin = inject('origins')[server];
  if (origin === null) {
    it.skip(`${server} is not installed here`);
    return;
  }
  let proxy: ChaosProxy;
  let folders = 0;
  const place = () => placeOn(server, proxy.origin, `run-${Date.now().toString(36)}-${(folders += 1)}`);
  const fresh = (): RemoteStore => openRemote(place(), nodeEnv());
  const withFolder = async (): Promise<RemoteStore> => {
    const store = fresh();
    await store.mkdir(ID);
    return store;
  };
  beforeAll(async () => {
    proxy = await startChaosProxy(origin);
  });
  afterAll(() => proxy.stop());

  it('a place as it is tested is in order', () => {
    const { problems, warnings, place: checked } = checkPlace(place());
    expect({ problems, warnings, pattern: originOf(checked) }).toEqual({
      problems: [],
      warnings: [],
      pattern: 'http://127.0.0.1/*',
    });
  });
  // The one that speaks CouchDB's protocol lets everybody in.
  if (server !== 'couch')
    it('a wrong password is told as one', async () => {
      const wrong = { ...place(), ...(server === 'radosgw' ? { secretKey: 'wrong' } : { password: 'wrong' }) } as Place;
      expect(await kindOf(openRemote(wrong, nodeEnv()).list(''))).toBe('auth');
    });
  it('nothing there is nothing, not a fault', async () => {
    const store = fresh();
    expect(await store.list('')).toEqual([]);
    expect(await store.dirs('')).toEqual([]);
    expect(await store.list(ID)).toEqual([]);
    expect(await store.get(FILE, MB)).toBeNull();
    await store.del(FILE);
  });
  it('folders are made with their parents, once or twice', async () => {
    const store = fresh();
    await store.mkdir(ID);
    await store.mkdir(ID);
    await store.mkdir('keys');
    expect(await store.list(ID)).toEqual([]);
    expect(await store.dirs(ID)).toEqual([]);
    expect(await store.list('')).toEqual([]);
  });
  it.each([0, 1, 1024, MB])('%d bytes come back as they were', async (size) => {
    const store = await withFolder();
    const bytes = sealed(size);
    await store.put(FILE, bytes);
    expect(same(await store.get(FILE, MB), bytes)).toBe(true);
    expect(await store.list(ID)).toEqual([{ name: FILE.slice(ID.length + 1), size }]);
    expect(await store.dirs('')).toEqual([ID]);
  });
  it('a put makes the folder that is missing; nginx does not say that it is', async () => {
    const store = fresh();
    expect(await kindOf(store.put(FILE, sealed(10)))).toBe(server === 'nginx' ? 'server' : 'fine');
    await store.mkdir(ID);
    expect(await store.list(ID)).toHaveLength(server === 'nginx' ? 0 : 1);
  });
  it('lists many, and only what lies directly there', async () => {
    const store = await withFolder();
    const names = Array.from(
      { length: 30 },
      (_, at) => `${String(at).padStart(8, '0')}-${String(at).padStart(8, '0')}-aa.plx`,
    );
    for (const name of names) await store.put(`${ID}/${name}`, sealed(100));
    await store.mkdir('keys');
    await store.put('keys/aa.key', sealed(100));
    expect((await store.list(ID)).map(({ name }) => name).sort()).toEqual(names);
    expect((await store.dirs('')).sort()).toEqual([ID, 'keys']);
    expect(await store.list('')).toEqual([]);
    expect(await store.dirs(ID)).toEqual([]);
  });
  it('what is deleted is gone, and may be deleted again and written again', async () => {
    const store = await withFolder();
    await store.put(FILE, sealed(10));
    await store.del(FILE);
    await store.del(FILE);
    expect(await store.get(FILE, MB)).toBeNull();
    expect(await store.list(ID)).toEqual([]);
    await store.put(FILE, sealed(20));
    expect(same(await store.get(FILE, MB), sealed(20))).toBe(true);
  });
  it('the same bytes may be put twice', async () => {
    const store = await withFolder();
    await store.put(FILE, sealed(5000));
    await store.put(FILE, sealed(5000));
    expect(same(await store.get(FILE, MB), sealed(5000))).toBe(true);
  });
  it('more than the limit is not read', async () => {
    const store = await withFolder();
    await store.put(FILE, sealed(5000));
    expect(await kindOf(store.get(FILE, 4999))).toBe('odd');
    expect(await store.get(FILE, 5000)).toHaveLength(5000);
  });
  it('an upload cut off is told, and leaves nothing, or less than it should', async () => {
    const store = await withFolder();
    proxy.plan('cut-upload');
    // Where a file is whole or not there, the adapter itself may try again.
    expect(await kindOf(store.put(FILE, sealed(MB)))).toBe(server === 'couch' ? 'fine' : 'offline');
    if (server === 'couch') return;
    const [left] = await store.list(ID);
    const read = await store.get(FILE, MB);
    expect(left?.size ?? 0).toBeLessThan(MB);
    expect(read?.length ?? 0).toBeLessThan(MB);
    await store.put(FILE, sealed(MB));
    expect(same(await store.get(FILE, MB), sealed(MB))).toBe(true);
  });
  it('an upload that only half arrives is refused by the server, or found to be short', async () => {
    const store = await withFolder();
    proxy.plan('short-upload');
    const told = await kindOf(store.put(FILE, sealed(5000)));
    const read = await store.get(FILE, MB);
    expect([told === 'fine', read?.length ?? 0]).toEqual(told === 'fine' ? [true, 2500] : [false, 0]);
  });
  it.each(['503', '429', 'cut-answer', 'slow'] as const)('reads and listings get over %s', async (fault) => {
    const store = await withFolder();
    await store.put(FILE, sealed(5000));
    proxy.plan(fault, fault);
    expect(await store.list(ID)).toHaveLength(1);
    proxy.plan(fault);
    expect(await store.get(FILE, MB)).toHaveLength(5000);
  });
  it('a listing cut off is never a shorter one', async () => {
    const store = await withFolder();
    for (const name of ['a', 'b', 'c']) await store.put(`${ID}/${name}.plx`, sealed(10));
    proxy.plan('short-answer');
    expect(await store.list(ID)).toHaveLength(3);
    proxy.plan('short-answer', 'short-answer', 'short-answer');
    expect(await kindOf(store.list(ID))).toBe('odd');
  });
  it('a log-in page is no store', async () => {
    const store = await withFolder();
    const login = ['login-page', 'login-page'] as const;
    for (const work of [
      () => store.list(ID),
      () => store.get(FILE, MB),
      () => store.put(FILE, sealed(9)),
      () => store.del(FILE),
    ]) {
      proxy.plan(...login);
      expect(await kindOf(work())).toBe('odd');
    }
  });
});

describe.skipIf(inject('origins').radosgw === null)('radosgw alone, or it is not installed here', () => {
  const place = (name: string) => {
    const on = placeOn('radosgw', inject('origins').radosgw ?? '', `alone-${name}-${process.pid}`);
    if (on.kind !== 's3') throw new Error('not S3');
    return on;
  };
  it('lists what comes after a name, at any depth', async () => {
    const store = openS3(place('log & more'), nodeEnv());
    const names = [
      'log/2026-11-28T09/a',
      'log/2026-11-28T10/b',
      'log/2026-11-28T10/c',
      'log/2026-11-28T11/d',
      'pack/e',
    ];
    for (const name of names) await store.put(name, sealed(5));
    expect(await store.listAfter('log/', '')).toHaveLength(4);
    expect((await store.listAfter('log/', 'log/2026-11-28T10/b')).map(({ name }) => name)).toEqual(names.slice(2, 4));
  });
  it('a clock that is off by days keeps nobody out', async () => {
    const days = -3 * 86_400_000;
    const heard: number[] = [];
    const env = { ...nodeEnv(), now: () => Date.now() + days, onServerTime: (time: number) => heard.push(time) };
    const store = openS3(place('clock'), env);
    await store.put('dev/a.plx', sealed(5));
    expect(await store.list('dev')).toHaveLength(1);
    expect(Math.abs((heard[0] ?? 0) - Date.now())).toBeLessThan(60_000);
  });
});

const same = (read: Uint8Array | null, written: Uint8Array): boolean =>
  read !== null && Buffer.compare(read, written) === 0;
