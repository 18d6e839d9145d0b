/** When the background runs sync: what wakes it, what it waits for, and that it does nothing at all where sync is off. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswers } from '@/entrypoints/background/answers.ts';
import { createLibraryNews } from '@/entrypoints/background/library-news.ts';
import { createStoryIndex } from '@/entrypoints/background/story-index.ts';
import { answer } from '@/lib/messages/bus.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { RemoteError, type RemoteStore } from '@/lib/sync/remote.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { fakeLocks } from '@/tests/replica/fake-locks.ts';
import { createOn, emptyStore, joinOn, openBrowser, viewOn, type Browser } from '@/tests/replica/reader-browser.ts';
import type { MemoryStore } from '@/tests/sync/memory-store.ts';

vi.mock('hash-wasm', () => import('@/tests/replica/cheap-argon.ts'));

type Alarm = { readonly delayInMinutes?: number; readonly periodInMinutes?: number; readonly when?: number };
const alarms = vi.hoisted(() => {
  const set = new Map<string, unknown>();
  const listeners = new Set<(alarm: { name: string }) => void>();
  const fake = {
    get: (name: string) => Promise.resolve(set.get(name)),
    create: (name: string, alarm: unknown) => Promise.resolve(void set.set(name, alarm)),
    clear: (name: string) => Promise.resolve(set.delete(name)),
    onAlarm: { addListener: (listener: (alarm: { name: string }) => void) => void listeners.add(listener) },
  };
  const online = new Set<() => void>();
  Object.assign(globalThis, {
    browser: { runtime: { id: 'parallax-test' }, alarms: fake },
    addEventListener: (_name: 'online', listener: () => void) => void online.add(listener),
  });
  return {
    online,
    set: set as Map<string, Alarm>,
    listeners,
    ring: (name: string) => listeners.forEach((hear) => hear({ name })),
  };
});
const { keepInStep } = await import('@/entrypoints/background/sync.ts');

let store: MemoryStore;
let a: Browser;
let now = 0;
const tellNews = vi.fn<(kinds: readonly string[]) => Promise<void>>();
beforeEach(() => {
  store = emptyStore();
  a = openBrowser(store);
  now = 1_790_000_100_000;
  alarms.set.clear();
  alarms.listeners.clear();
  alarms.online.clear();
  tellNews.mockReset().mockResolvedValue();
});
afterEach(async () => {
  // What is at work in the background has its end first.
  await pause(60);
  await a.close();
});

const wake = (on: RemoteStore = store) =>
  keepInStep(a.db, {
    tellNews,
    quiet: 20,
    outside: {
      now: () => now,
      open: () => on,
      isAllowed: () => Promise.resolve(true),
      locks: fakeLocks(),
      version: () => '1',
      stayAwake: () => () => undefined,
    },
  });
const sender = { kind: 'extension', tabId: null, windowId: null, url: null, isPrivate: false } as const;
const pause = (milliseconds = 120) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isSent = () => vi.waitFor(async () => expect((await viewOn(a)).status.pending).toBe(0), 3000);
const failing = { ...emptyStore(), list: () => Promise.reject(new RemoteError('offline')) };

describe('where sync is off', () => {
  it('there is no alarm, no mark and no request, whatever happens', async () => {
    const keeper = wake();
    await keeper.begin();
    await a.library.notes.put(sampleNote(1));
    await keeper.answers['sync.now'](undefined, sender);
    await keeper.answers['sync.changed'](undefined, sender);
    await keeper.runIfDue();
    alarms.ring('sync-every');
    alarms.online.forEach((hear) => hear());
    await pause();
    expect([alarms.set.size, store.requests, await a.db.changes.count()]).toEqual([0, [], 0]);
  });
});

describe('where it is on', () => {
  beforeEach(() => createOn(a));

  it('it runs at once when that was set up, and every quarter of an hour', async () => {
    const keeper = wake();
    await a.library.notes.put(sampleNote(1));
    await keeper.answers['sync.changed'](undefined, sender);
    await isSent();
    expect(alarms.set.get('sync-every')).toEqual({ periodInMinutes: 15 });
    const before = store.requests.length;
    await pause();
    alarms.ring('sync-every');
    await vi.waitFor(() => expect(store.requests.length).toBeGreaterThan(before));
  });

  it('an edit is sent a little later, several at once, and that is no edit again', async () => {
    await wake().begin();
    const before = store.requests.length;
    for (let n = 0; n < 5; n += 1) await a.library.notes.put(sampleNote(n));
    expect(store.requests.length).toBe(before);
    await vi.waitFor(() => expect(alarms.set.get('sync-soon')).toEqual({ delayInMinutes: 0.5 }));
    await isSent();
    await pause();
    const after = store.requests.length;
    expect(store.requests.filter((verb) => verb === 'put')).toHaveLength(3);
    expect(after - before).toBeLessThanOrEqual(10);
    await pause();
    expect(store.requests.length).toBe(after);
    expect(alarms.set.has('sync-soon')).toBe(false);
  });

  it('what was edited before the worker died is sent by the next', async () => {
    await a.library.notes.put(sampleNote(1));
    await keptIn(a.db).put('status', {
      ...{ lastSuccess: null, failing: null },
      running: { step: 'sending', done: 0, of: null, beat: 0 },
    });
    await wake().begin();
    expect((await keptIn(a.db).get('status'))?.running).toBeNull();
    await isSent();
  });

  it('a run that dies with its worker is begun again by an alarm', async () => {
    const hangs: RemoteStore = { ...store, dirs: () => new Promise(() => undefined) };
    const keeper = wake(hangs);
    void keeper.answers['sync.now'](undefined, sender);
    await vi.waitFor(async () => expect((await viewOn(a)).status.running).not.toBeNull());
    expect(alarms.set.get('sync-soon')).toEqual({ delayInMinutes: 1 });
  });

  it('after a failure it waits, through edits too, and an alarm wakes it', async () => {
    const keeper = wake(failing);
    await a.library.notes.put(sampleNote(1));
    await keeper.answers['sync.now'](undefined, sender);
    await vi.waitFor(async () => expect((await viewOn(a)).status.failing?.tries).toBe(1));
    const next = (await viewOn(a)).status.failing?.nextTry ?? 0;
    await vi.waitFor(() => expect(alarms.set.get('sync-soon')).toEqual({ when: next }));
    await a.library.notes.put(sampleNote(2));
    alarms.ring('sync-every');
    await pause();
    expect((await viewOn(a)).status.failing?.tries).toBe(1);
    expect(alarms.set.get('sync-soon')).toEqual({ when: next });
    now = next;
    alarms.ring('sync-soon');
    await vi.waitFor(async () => expect((await viewOn(a)).status.failing?.tries).toBe(2));
    await keeper.answers['sync.now'](undefined, sender);
    await vi.waitFor(async () => expect((await viewOn(a)).status.failing?.tries).toBe(3));
  });

  it('back online it does not wait', async () => {
    await wake(failing).answers['sync.now'](undefined, sender);
    await vi.waitFor(async () => expect((await viewOn(a)).status.failing?.why).toBe('offline'));
    alarms.online.clear();
    await a.library.notes.put(sampleNote(1));
    wake();
    alarms.online.forEach((hear) => hear());
    await isSent();
  });

  it('who asks during a run gets another one', async () => {
    const keeper = wake();
    const first = keeper.runIfDue();
    await a.library.notes.put(sampleNote(1));
    await keeper.answers['sync.now'](undefined, sender);
    await first;
    await isSent();
  });

  it('what others wrote is told of, once, by its kinds', async () => {
    const b = openBrowser(store);
    await b.library.notes.put(sampleNote(7));
    await b.library.settings.set({ theme: 'dark' });
    await joinOn(b);
    await b.run();
    await wake().runIfDue();
    expect(tellNews.mock.calls.map(([kinds]) => [...kinds].sort())).toEqual([['notes', 'settings']]);
    await b.close();
  });

  it('leaving ends it, alarms and all', async () => {
    const keeper = wake();
    await keeper.answers['sync.changed'](undefined, sender);
    await isSent();
    await a.desk.leave({ deleteRemote: 'nothing' });
    await keeper.answers['sync.changed'](undefined, sender);
    await vi.waitFor(() => expect(alarms.set.size).toBe(0));
  });

  it('with all data deleted here it has ended, and what lies elsewhere stays', async () => {
    const keeper = wake();
    const { library } = a;
    const none = () => Promise.resolve();
    const index = createStoryIndex({ ...library, meaning: () => Promise.resolve(null), ready: none });
    const around = { rereadPages: none, notesChanged: none, followSites: none, sync: keeper };
    const answers = createAnswers(library, index, () => Promise.resolve('[]'), around);
    await keeper.answers['sync.changed'](undefined, sender);
    await isSent();
    const files = store.files.size;
    const reply = await answer(answers, { to: 'background', name: 'data.wipe', payload: undefined }, sender);
    expect(reply).toEqual({ ok: true, answer: 'done' });
    expect(await a.view()).toEqual({ kind: 'off' });
    expect([store.files.size, alarms.set.size]).toEqual([files, 0]);
  });
});

describe('news of what sync changed', () => {
  it.each([
    [['notes'], { notes: 1, pages: 0, sites: 0 }],
    [['articles', 'texts'], { notes: 1, pages: 0, sites: 0 }],
    [['feedback'], { notes: 0, pages: 1, sites: 0 }],
    [['packs'], { notes: 0, pages: 1, sites: 0 }],
    [['settings'], { notes: 0, pages: 1, sites: 1 }],
    [['devices'], { notes: 0, pages: 0, sites: 0 }],
  ])('%j', async (kinds, counts) => {
    const [rereadPages, notesChanged, followSites, forget] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    for (const told of [rereadPages, notesChanged, followSites]) told.mockResolvedValue(undefined);
    await a.library.settings.set({ offSites: ['x.example'] });
    await createLibraryNews(a.library, { forget }, { rereadPages, notesChanged, followSites })(kinds);
    const called = (told: typeof forget) => told.mock.calls.length;
    expect({ notes: called(notesChanged), pages: called(rereadPages), sites: called(followSites) }).toEqual(counts);
    expect(called(forget)).toBe(counts.pages);
    if (counts.sites > 0) expect(followSites).toHaveBeenCalledWith(['x.example']);
  });
});
