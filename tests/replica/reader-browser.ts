/** A reader's browser as sync knows it: a library, the desk of its pages and the runs of its background, on any storage. */
import type { Place, SyncChoice, SyncView } from '@/lib/core/sync.ts';
import { createRunner, type Runner } from '@/lib/replica/run.ts';
import { AS_RUNNING, type OpenAsk, type Outside } from '@/lib/replica/outside.ts';
import { createSyncDesk, type SyncDesk } from '@/lib/replica/sync-desk.ts';
import { readView } from '@/lib/replica/sync-view.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { memoryStore, type MemoryStore } from '@/tests/sync/memory-store.ts';
import { fakeLocks } from './fake-locks.ts';

export const PLACE: Place = { kind: 'webdav', url: 'https://cloud.example/dav', user: 'ada', password: 'p' };
export const CHOICE: SyncChoice = { settings: true, allTexts: false };
export const PASSPHRASE = 'six words that nobody else knows';

export type Browser = {
  readonly db: LibraryDb;
  readonly library: Library;
  readonly desk: SyncDesk;
  readonly runner: Runner;
  readonly told: string[];
  readonly view: () => Promise<SyncView>;
  /** As the background does: until there is no more. */
  readonly run: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A storage with nothing in it, not even a folder. */
export function emptyStore(): MemoryStore {
  const store = memoryStore();
  store.folders.clear();
  return store;
}

export function openBrowser(
  store: RemoteStore | ((ask: OpenAsk) => RemoteStore),
  change: Partial<Outside> = {},
): Browser {
  const db = openLibraryDb(`browser-${Math.random()}`);
  return browserOn(db, store, change);
}

export function browserOn(
  db: LibraryDb,
  store: RemoteStore | ((ask: OpenAsk) => RemoteStore),
  change: Partial<Outside> = {},
): Browser {
  const told: string[] = [];
  let clock = 1_790_000_000_000;
  const outside: Outside = {
    ...AS_RUNNING,
    now: () => (clock += 10),
    open: (ask) => (typeof store === 'function' ? store(ask) : store),
    isAllowed: () => Promise.resolve(true),
    allow: () => Promise.resolve(true),
    locks: fakeLocks(),
    version: () => '1',
    tell: (what) => {
      told.push(what);
      if (what === 'sync.stop') runner.stop();
      return Promise.resolve();
    },
    stayAwake: () => () => undefined,
    ...change,
  };
  const runner: Runner = createRunner(db, outside);
  const run = async (): Promise<string> => {
    for (;;) {
      const ran = await runner.run();
      if (ran !== 'more') return ran;
    }
  };
  return {
    ...{ db, library: createLibrary(db), desk: createSyncDesk(db, outside), runner, told, run },
    view: () => readView(db),
    close: () => db.delete(),
  };
}

export async function viewOn(browser: Browser): Promise<Extract<SyncView, { readonly kind: 'on' }>> {
  const view = await browser.view();
  if (view.kind === 'off') throw new Error('sync is off');
  return view;
}

/** A new vault, and its recovery code. */
export async function createOn({ desk, run }: Browser, name = 'first'): Promise<string> {
  const created = await desk.create({ place: PLACE, passphrase: PASSPHRASE, name, choice: CHOICE, beside: false });
  if (created.kind !== 'done') throw new Error(`not created: ${created.kind}`);
  await run();
  return created.recovery;
}

export async function joinOn({ desk, run }: Browser, name = 'second'): Promise<void> {
  const found = await desk.probe(PLACE);
  if (found.kind !== 'vaults') throw new Error(`no vault: ${found.kind}`);
  const secret = { kind: 'passphrase', text: PASSPHRASE } as const;
  const joined = await desk.join({ place: PLACE, vault: found.vaults[0].vault, secret, name, choice: CHOICE });
  if (joined.kind !== 'joined') throw new Error(`not joined: ${joined.kind}`);
  await run();
}

/** Until each has what the others have. */
export async function inStep(...browsers: readonly Browser[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const { run } of browsers) await run();
}
