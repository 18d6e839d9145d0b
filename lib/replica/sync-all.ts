/** The engine with this device's library, keys and storage, for as long as there is something to do. */
import { adoptDevice } from '@/lib/sync/adopt.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { runSync } from '@/lib/sync/sync-run.ts';
import type { RunOutcome, SyncParts } from '@/lib/sync/sync-parts.ts';
import type { SelfRow } from '@/lib/sync/tables.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import { keptIn } from './kept.ts';
import { createLibrarySide } from './library-side.ts';
import { tellSettings, tendDevices } from './own-affairs.ts';
import { reshow } from './reshow.ts';
import type { Work } from './run.ts';
import { createSyncDatabase } from './sync-database.ts';

export async function syncAll(at: Work, store: RemoteStore): Promise<RunOutcome> {
  const { db, outside } = at;
  const version = outside.version();
  const parts = await partsOf(at, store, version);
  if (parts === null) return { kind: 'failed', why: 'locked', retryAfter: null };
  await reshow(db, { sync: parts.db, library: parts.library, version });
  const before = await seqOf(at);
  for (;;) {
    const outcome = await runSync(parts);
    if ((await seqOf(at)) !== before) await noteWritten(at);
    if (outcome.kind !== 'done') return outcome;
    await keptIn(db).drop('anew');
    const adopted = await adoptAll(at, parts);
    if (adopted.kind !== 'done') return adopted;
    if (!(await tellSettings(db)) && !(await tendDevices(db))) return outcome;
    if (at.signals.ending.aborted) return { kind: 'more' };
  }
}

async function partsOf(at: Work, store: RemoteStore, version: string): Promise<SyncParts | null> {
  const { db, outside, self, signals, onProgress } = at;
  const kept = keptIn(db);
  const keys = await kept.get('keys');
  if (keys === undefined) return null;
  return {
    db: createSyncDatabase(db, self.vault),
    library: createLibrarySide(db, version),
    store,
    sealer: createSealer(keys),
    now: outside.now,
    random: outside.random,
    signal: signals.ending,
    onProgress,
    removed: (await kept.get('removed')) ?? [],
    mayStartAnew: (await kept.get('anew')) === true,
  };
}

/** What removed devices have written counts on, as this one's. */
async function adoptAll({ db }: Work, parts: SyncParts): Promise<RunOutcome> {
  const kept = keptIn(db);
  for (const device of (await kept.get('adopting')) ?? []) {
    const outcome = await adoptDevice(parts, device);
    if (outcome.kind !== 'done') return outcome;
    await kept.put(
      'adopting',
      ((await kept.get('adopting')) ?? []).filter((other) => other !== device),
    );
  }
  return { kind: 'done' };
}

const selfOf = ({ db }: Work): Promise<SelfRow | undefined> => db.table<SelfRow>('syncSelf').get('self');
const seqOf = async (at: Work): Promise<string> => {
  const self = await selfOf(at);
  return `${self?.device ?? ''} ${self?.nextSeq ?? 0}`;
};

async function noteWritten(at: Work): Promise<void> {
  const [self, kept] = [await selfOf(at), keptIn(at.db)];
  if (self !== undefined)
    await kept.put('written', { ...(await kept.get('written')), [self.device]: at.outside.now() });
}
