import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncProgress, SyncView } from '@/lib/core/sync.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { nextTry } from '@/lib/replica/next-try.ts';
import type { OpenAsk } from '@/lib/replica/outside.ts';
import { RUN_LOCK } from '@/lib/replica/run-lock.ts';
import { RemoteError, type RemoteStore } from '@/lib/sync/remote.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';
import { fakeLocks } from './fake-locks.ts';
import {
  browserOn,
  createOn,
  emptyStore,
  inStep,
  joinOn,
  openBrowser,
  viewOn,
  type Browser,
} from './reader-browser.ts';

vi.mock('hash-wasm', () => import('./cheap-argon.ts'));

let store: MemoryStore;
let a: Browser;
beforeEach(async () => {
  store = emptyStore();
  a = openBrowser(store);
  await createOn(a);
});
afterEach(() => a.close());

const unreachable = (cause: unknown): void => expect.unreachable(String(cause));
const failing = (cause: Error): RemoteStore => ({ ...store, dirs: () => Promise.reject(cause) });

describe('a run that cannot', () => {
  it('tells since when and how often, tries again later and later, and is well once it can', async () => {
    const { lastSuccess } = (await viewOn(a)).status;
    await a.library.notes.put(sampleNote(1));
    const offline = browserOn(a.db, failing(new RemoteError('offline')));
    expect(await offline.runner.run()).toBe('failed');
    const once = (await viewOn(a)).status;
    expect(once).toMatchObject({ running: null, lastSuccess, pending: 1, failing: { why: 'offline', tries: 1 } });
    expect(await offline.runner.run()).toBe('failed');
    const twice = (await viewOn(a)).status.failing;
    expect(twice).toMatchObject({ tries: 2, since: once.failing?.since });
    expect(twice?.nextTry).toBeGreaterThan(once.failing?.nextTry ?? 0);
    expect(await a.runner.run()).toBe('done');
    expect((await viewOn(a)).status).toMatchObject({ failing: null, pending: 0 });
    expect((await viewOn(a)).status.lastSuccess).toBeGreaterThan(lastSuccess ?? 0);
  });

  it('waits as long as the server asks', async () => {
    const now = 5_000_000;
    const busy = browserOn(a.db, failing(new RemoteError('busy', null, 3_600_000)), { now: () => now });
    await busy.runner.run();
    expect((await viewOn(a)).status.failing).toMatchObject({ why: 'busy', nextTry: now + 3_600_000 });
  });

  it('since the browser does not allow it makes no request', async () => {
    const before = store.requests.length;
    expect(await browserOn(a.db, store, { isAllowed: () => Promise.resolve(false) }).run()).toBe('failed');
    expect((await viewOn(a)).status.failing).toMatchObject({ why: 'denied', nextTry: null });
    expect(store.requests.length).toBe(before);
  });

  it('for a reason that nobody thought of says so and is told of', async () => {
    const odd = browserOn(a.db, failing(new TypeError('a bug')));
    await expect(odd.runner.run()).rejects.toThrow('a bug');
    expect((await viewOn(a)).status).toMatchObject({ running: null, failing: { why: 'library' } });
  });
});

describe('when to try again', () => {
  const at = (tries: number, random: number, retryAfter: number | null = null) =>
    nextTry({ why: 'offline', tries, retryAfter }, 0, () => random);
  it.each([
    [1, 0, 45_000],
    [1, 1, 75_000],
    [3, 0.5, 240_000],
    [30, 0, 2_700_000],
  ])('after %i tries, by chance %d: in %i ms', (tries, random, pause) => {
    expect(at(tries, random)).toBe(pause);
  });
  it('not before the server wants it', () => {
    expect(at(1, 0, 90_000)).toBe(90_000);
  });
  it.each(['denied', 'revoked'] as const)('%s: when the reader has done something', (why) => {
    expect(nextTry({ why, tries: 1, retryAfter: null }, 0, () => 0)).toBeNull();
  });
});

describe('a run at work', () => {
  /** Looks at what is shown at each request. */
  const watched = (seen: (SyncProgress | null)[]): RemoteStore => {
    const look = async () => void seen.push((await viewOn(a)).status.running);
    return {
      ...store,
      list: async (folder) => (await look(), store.list(folder)),
      put: async (path, bytes) => (await look(), store.put(path, bytes)),
    };
  };

  it('shows each step, and nothing once it is over', async () => {
    await a.library.notes.put(sampleNote(1));
    const seen: (SyncProgress | null)[] = [];
    await browserOn(a.db, watched(seen)).run();
    expect(seen.map((progress) => progress?.step)).toEqual(expect.arrayContaining(['looking', 'sending']));
    expect((await viewOn(a)).status.running).toBeNull();
  });

  it('is the only one', async () => {
    const locks = fakeLocks();
    let release = (): void => undefined;
    void locks.request(RUN_LOCK, () => new Promise<void>((resolve) => (release = resolve)));
    expect(await browserOn(a.db, store, { locks }).runner.run()).toBe('busy');
    release();
    await vi.waitFor(async () => expect(await browserOn(a.db, store, { locks }).runner.run()).toBe('done'));
  });

  it('has done nothing wrong when something is written meanwhile: that is left, and said', async () => {
    const put: RemoteStore['put'] = async (path, bytes) => {
      await a.library.notes.put(sampleNote(2, { body: path }));
      return store.put(path, bytes);
    };
    await a.library.notes.put(sampleNote(1));
    const before = (await viewOn(a)).status.lastSuccess;
    await browserOn(a.db, { ...store, put }).runner.run();
    expect((await viewOn(a)).status).toMatchObject({ pending: 1, failing: null, lastSuccess: before });
    await a.run();
    expect((await viewOn(a)).status).toMatchObject({ pending: 0 });
  });

  it('that is stopped ends at once and is no failure', async () => {
    const open = ({ signal }: OpenAsk): RemoteStore => ({
      ...store,
      dirs: () =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new RemoteError('offline', signal.reason))),
        ),
    });
    const stopped = browserOn(a.db, open);
    const ran = stopped.runner.run();
    await vi.waitFor(async () => expect((await viewOn(a)).status.running).not.toBeNull());
    stopped.runner.stop();
    await ran;
    expect((await viewOn(a)).status).toMatchObject({ running: null, failing: null });
  });

  it('makes way for the reader who leaves, and writes nothing more', async () => {
    const list: RemoteStore['list'] = async (folder) => {
      if (folder !== 'keys') await new Promise((resolve) => setTimeout(resolve, 50));
      return store.list(folder);
    };
    await a.library.notes.put(sampleNote(1));
    const locks = fakeLocks();
    const slow = browserOn(a.db, { ...store, list }, { locks });
    const ran = slow.runner.run();
    await vi.waitFor(async () => expect((await viewOn(a)).status.running).not.toBeNull());
    await slow.desk.leave({ deleteRemote: 'nothing' });
    await ran;
    expect(await Promise.all(a.db.tables.map(async ({ name }) => [name, await a.db.table(name).count()]))).toEqual(
      a.db.tables.map(({ name }) => [name, name === 'notes' ? 1 : 0]),
    );
  });

  it('whose worker died is not shown as being at work', async () => {
    await keptIn(a.db).put('status', {
      ...{ lastSuccess: 5, failing: null },
      running: { step: 'sending', done: 3, of: 9, beat: 7 },
    });
    const seen: SyncView[] = [];
    const stop = a.desk.watch((view) => seen.push(view), unreachable);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    stop();
    expect(seen[0]).toMatchObject({ status: { running: null, lastSuccess: 5 } });
    await a.runner.tidy();
    expect((await keptIn(a.db).get('status'))?.running).toBeNull();
  });
});

describe('what is watched', () => {
  it('follows every change, here and elsewhere', async () => {
    const seen: string[] = [];
    const stop = a.desk.watch(
      (view) => seen.push(view.kind === 'off' ? 'off' : `${view.status.pending} ${view.devices.length}`),
      unreachable,
    );
    await vi.waitFor(() => expect(seen.at(-1)).toBe('0 1'));
    await a.library.notes.put(sampleNote(1));
    await vi.waitFor(() => expect(seen.at(-1)).toBe('1 1'));
    const b = openBrowser(store);
    await joinOn(b);
    await inStep(a);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('0 2'));
    await a.desk.leave({ deleteRemote: 'nothing' });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('off'));
    stop();
    await b.close();
  });
});

describe('a clock that is far off', () => {
  it.each([
    [4 * 60_000, 0],
    [6 * 60_000, 1],
    [-3_600_000, 1],
  ])('by %i ms: %i alarm', async (offBy, count) => {
    const now = 1_800_000_000_000;
    const open = ({ onServerTime }: OpenAsk): RemoteStore => ({
      ...store,
      dirs: (folder) => (onServerTime?.(now - offBy), store.dirs(folder)),
    });
    const browser = browserOn(a.db, open, { now: () => now });
    await browser.run();
    const { alarms } = await viewOn(a);
    expect(alarms.map(({ kind }) => kind)).toEqual(Array.from({ length: count }, () => 'clock'));
    for (const { id } of alarms) await browser.desk.dismiss(id);
    await browser.run();
    expect((await viewOn(a)).alarms).toEqual([]);
  });
});
