/**
 * What a year of daily use costs: two devices that sync six times a day, on a library of 10,000 notes; a third that was
 * offline all the while. The real engine and the real sealer, over a store in memory. Prints JSON;
 * `npx tsx bench/sync-year.ts [days]`.
 */
import { newSelf, type SyncParts } from '@/lib/sync/sync-parts.ts';
import { runSync } from '@/lib/sync/sync-run.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { createVault } from '@/lib/vault/keyring.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import { memoryDatabase, type Fields, type MemoryDatabase } from '../tests/sync/memory-database.ts';
import { memoryStore } from '../tests/sync/memory-store.ts';
import { seeded } from '../tests/sync/seeded.ts';
import { writeReader, type Reader } from './sync-reader.ts';

const DAYS = Number(process.argv[2] ?? 365);
const SYNCS_A_DAY = 6;
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const NOTES = 10_000;
const LATE_EDITS = 25;

const rounded = (value: number): number => Number(value.toPrecision(3));
const megabytes = (bytes: number): number => rounded(bytes / 1e6);
const mean = (values: readonly number[]): number =>
  rounded(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
const most = (values: readonly number[]): number => values.reduce((top, value) => Math.max(top, value), 0);
/** Below which 99 of 100 are. */
const nearlyAll = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;

type Run = { readonly requests: number; readonly up: number; readonly down: number; readonly segments: number };
type Device = { readonly db: MemoryDatabase; readonly sync: () => Promise<Run>; readonly id: DeviceId };

const chance = seeded(7);
const store = memoryStore();
const clock = { now: START };
const { keys } = await createVault({ passphrase: 'six plain words for a bench' });
const sealer = createSealer(keys);

function device(letter: string): Device {
  const id = letter.repeat(12) as DeviceId;
  const db = memoryDatabase();
  db.content.tables.self.set('self', newSelf(keys.vault, id));
  const sum = { requests: 0, up: 0, down: 0, segments: 0 };
  const counted: SyncParts['store'] = {
    ...store,
    put: (path, bytes) => {
      sum.up += bytes.length;
      const [from, to] = path.slice(13).split('-');
      if (from === to) sum.segments += bytes.length;
      return store.put(path, bytes);
    },
    get: async (path, limit) => {
      const bytes = await store.get(path, limit);
      sum.down += bytes?.length ?? 0;
      return bytes;
    },
  };
  const parts: SyncParts = {
    ...{ db, library: db.library, store: counted, sealer, now: () => (clock.now += 1), random: chance.next },
    ...{ signal: new AbortController().signal, onProgress: () => undefined, removed: [] },
  };
  const sync = async (): Promise<Run> => {
    Object.assign(sum, { requests: 0, up: 0, down: 0, segments: 0 });
    const before = store.requests.length;
    const outcome = await runSync(parts);
    if (outcome.kind !== 'done') throw new Error(`sync ended with ${JSON.stringify(outcome)}`);
    return { ...sum, requests: store.requests.length - before };
  };
  return { db, sync, id };
}

const editOn = (on: Device) => (id: string, fields: Fields | null) => on.db.edit(id, () => fields);
const filesOf = ({ id }: Device): number => [...store.files.keys()].filter((path) => path.startsWith(id)).length;

async function fill(on: Device, reader: Reader): Promise<object> {
  for (let note = 0; note < NOTES; note += 1) await reader.writeNote(editOn(on));
  const start = performance.now();
  const { requests, up } = await on.sync();
  return { requests, 'MB up': megabytes(up), seconds: rounded((performance.now() - start) / 1000) };
}

async function live(devices: readonly [Device, Device], reader: Reader) {
  const runs: Run[] = [];
  const files: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const acts = reader.dayOf();
    for (let slot = 0; slot < SYNCS_A_DAY; slot += 1) {
      clock.now += DAY / SYNCS_A_DAY;
      const at = chance.happens(0.7) ? devices[0] : devices[1];
      for (const act of acts.filter((_, index) => index % SYNCS_A_DAY === slot)) await act(editOn(at));
      for (const one of devices) {
        runs.push(await one.sync());
        files.push(filesOf(one));
      }
    }
  }
  return { runs, files };
}

const [one, two, late] = [device('a'), device('b'), device('c')];
const reader = writeReader(chance, () => clock.now);
const firstUpload = await fill(one, reader);
const join = await two.sync();
await late.sync();
const offline = reader.someNotes(LATE_EDITS);
for (const id of offline) await editOn(late)(id, { colour: `written offline ${id}` });
const { runs, files } = await live([one, two], reader);
const deleted = reader.deleted.filter((id) => !offline.includes(id));

const begin = performance.now();
const caughtUp = await late.sync();
const seconds = rounded((performance.now() - begin) / 1000);
await one.sync();
await two.sync();
const kept = offline.filter((id) => one.db.content.rows.get(id)?.colour === `written offline ${id}`).length;
const back = deleted.filter((id) => [one, two, late].some(({ db }) => db.content.rows.has(id))).length;
const sending = runs.filter((run) => run.segments > 0);
const requestsOf = sending.map((run) => run.requests);
const edits = sending.map((run) => run.segments);
console.log(
  JSON.stringify(
    {
      days: DAYS,
      syncs: runs.length,
      'first upload': firstUpload,
      'joining device, MB down': megabytes(join.down),
      'MB uploaded in the year, both devices': megabytes(runs.reduce((sum, run) => sum + run.up, 0)),
      'of it edits': megabytes(edits.reduce((sum, bytes) => sum + bytes, 0)),
      'MB in the vault at the end': megabytes([...store.files.values()].reduce((sum, bytes) => sum + bytes.length, 0)),
      'files of a device': { mean: mean(files), most: most(files) },
      'requests of a sync that sends an edit': {
        mean: mean(requestsOf),
        '99 of 100': nearlyAll(requestsOf),
        most: most(requestsOf),
      },
      'KB of an edit': { mean: mean(edits) / 1000, '99 of 100': nearlyAll(edits) / 1000, most: most(edits) / 1000 },
      'requests of a sync that sends nothing': mean(runs.filter((run) => run.up === 0).map((run) => run.requests)),
      'device offline all the year': {
        requests: caughtUp.requests,
        'MB down': megabytes(caughtUp.down),
        seconds,
        'edits kept': `${kept} of ${offline.length}`,
        'deletions that came back': `${back} of ${deleted.length}`,
      },
    },
    null,
    1,
  ),
);
