/** One life of a reader with several devices, by chance: then the faults stop, and everything must have come together. */
import { repairDevice } from '@/lib/sync/adopt.ts';
import { collectFrom, settleBody } from '@/lib/sync/local-edits.ts';
import { isGone } from '@/lib/sync/merge-record.ts';
import { countPending } from './count-pending.ts';
import type { RecordId } from '@/lib/sync/record.ts';
import { saysTheSame } from '@/lib/sync/record-homes.ts';
import { cut, flipped } from './faulty-store.ts';
import { memoryDatabase, shown } from './memory-database.ts';
import { ReaderLog } from './reader-log.ts';
import type { Chance } from './seeded.ts';
import { stands } from './witness.ts';
import { World, type Device } from './world.ts';

const KEPT: readonly RecordId[] = ['notes/kept-1', 'notes/kept-2', 'notes/kept-3'];
const DELETED: readonly RecordId[] = ['notes/gone-1', 'notes/gone-2', 'notes/gone-3'];
const FIELDS = ['title', 'colour'];
const DAY = 86_400_000;
const MOST_DEVICES = 8;
const LAST_ROUNDS = 60;

export type Life = {
  readonly world: World;
  readonly log: ReaderLog;
  readonly counts: { clones: number; restores: number; destroyed: number; adopted: number };
};

export async function live(chance: Chance, rate: number, steps: number): Promise<Life> {
  const world = new World(chance, rate);
  const life: Life = { world, log: new ReaderLog(), counts: { clones: 0, restores: 0, destroyed: 0, adopted: 0 } };
  for (let count = 0; count < 5; count += 1) world.add();
  world.onStep = async (device) => {
    if (chance.happens(0.04)) await edit(life, device);
  };
  for (let step = 0; step < steps; step += 1) await doSomething(life);
  world.onStep = () => Promise.resolve();
  world.rate = 0;
  return life;
}

async function doSomething(life: Life): Promise<void> {
  const { world } = life;
  const { chance, devices } = world;
  const device = chance.pick(devices);
  const what = chance.next();
  if (what < 0.38) return edit(life, device);
  if (what < 0.66) {
    await world.sync(device);
    return;
  }
  if (what < 0.86) {
    const together = chance.shuffled(devices).slice(0, 2 + chance.below(2));
    await Promise.all(together.map((other) => world.sync(other)));
    return;
  }
  if (what < 0.9) device.clockOff = (chance.next() * 50.6 - 4.6) * DAY;
  else if (what < 0.92) copyProfile(life, device);
  else if (what < 0.95) backUpOrRestore(life, device);
  else if (what < 0.97) destroySomething(life);
  else if (what < 0.98) await loseAndAdopt(life, device);
  else await settle(life, device);
}

async function edit({ world, log }: Life, device: Device): Promise<void> {
  const { chance } = world;
  const id = chance.pick([...KEPT, ...DELETED]);
  const isDeletion = DELETED.includes(id) && chance.happens(0.3);
  const field = world.mayWriteTexts(device) && chance.happens(0.4) ? 'body' : chance.pick(FIELDS);
  await device.db.edit(id, (row) => {
    if (isDeletion) return null;
    if (row === undefined && !world.mayWriteTexts(device)) return null;
    const fields = row === undefined ? [...FIELDS, 'body'] : [field];
    return Object.fromEntries(
      fields.map((name) => {
        const value = log.newValue(device);
        log.note(device, id, name, value, [row?.[name]]);
        return [name, value];
      }),
    );
  });
}

/** Two texts are made one. */
async function settle({ world, log }: Life, device: Device): Promise<void> {
  const id = world.chance.pick(KEPT);
  const writer = { device: world.idOf(device), now: world.now(device) };
  if (!world.mayWriteTexts(device)) return;
  await device.db.transact(async (tx) => {
    const known = (await collectFrom(tx, device.db.library, [id], writer)).get(id);
    if (known === undefined || known.versions.length === 0) return;
    const text = log.newValue(device);
    log.note(
      device,
      id,
      'body',
      text,
      known.versions.map((version) => version.text),
    );
    const settled = await settleBody(tx, id, text, writer);
    if (settled !== null) await device.db.library.show(tx, [settled]);
  });
}

/** What has no stamp yet would get one in each of two copies: two writes, as if the reader had written it twice. */
const hasStamps = (device: Device): boolean => device.db.content.marks.size === 0;

function copyProfile({ world, counts }: Life, device: Device): void {
  if (world.devices.length >= MOST_DEVICES || !hasStamps(device)) return;
  counts.clones += 1;
  world.add(memoryDatabase(device.db)).clockOff = device.clockOff;
}

const backups = new WeakMap<Device, { readonly db: Device['db']; readonly since: number }>();

function backUpOrRestore({ world, log, counts }: Life, device: Device): void {
  const backup = backups.get(device);
  if (backup === undefined || world.chance.happens(0.4)) {
    if (hasStamps(device)) backups.set(device, { db: memoryDatabase(device.db), since: log.length });
    return;
  }
  counts.restores += 1;
  log.lose(device, backup.since);
  device.db = memoryDatabase(backup.db);
  device.sharedId = world.idOf(device);
  world.witness.follow(device.db);
}

function destroySomething({ world, counts }: Life): void {
  const paths = [...world.store.files.keys()];
  if (paths.length === 0 || world.rate < 0.1) return;
  counts.destroyed += 1;
  const path = world.chance.pick(paths);
  const bytes = world.store.files.get(path) ?? new Uint8Array();
  const left = world.chance.pick([null, cut(bytes, world.chance), flipped(bytes, world.chance)]);
  world.witness.destroy(path, left);
}

/** A device falls into the sea; another takes over what it had published. */
async function loseAndAdopt({ world, log, counts }: Life, device: Device): Promise<void> {
  if (world.devices.length <= 3) return;
  const id = world.idOf(device);
  world.devices.splice(world.devices.indexOf(device), 1);
  log.lose(device, 0);
  if (world.devices.some((other) => world.idOf(other) === id)) return;
  counts.adopted += 1;
  await world.adopt(world.chance.pick(world.devices), id);
}

/** Without faults, in rounds of a day, until nothing is left to do. @returns what did not come right. */
export async function comeTogether(life: Life): Promise<string[]> {
  const { world, counts } = life;
  for (let round = 0; round < LAST_ROUNDS; round += 1) {
    world.time += DAY;
    for (const device of world.devices) await world.sync(device);
    if (round === 3 && counts.destroyed > 0) await repair(life);
    if (round > 4 && (await unlike(life)).length === 0) break;
  }
  const fresh = world.add();
  for (let again = 0; again < 30; again += 1) if (kindOf(await world.sync(fresh)) === 'done') break;
  return [...world.witness.problems, ...(await unlike(life)), ...judge(life)];
}

/** What the server lost of a device that does not come back, or not as it was, others still have. */
async function repair({ world }: Life): Promise<void> {
  for (const device of world.devices) {
    for (const id of world.ids) await device.db.transact((tx) => repairDevice(tx, id));
  }
}

const kindOf = (outcome: Awaited<ReturnType<World['sync']>>): string =>
  outcome === 'crashed' ? 'crashed' : outcome.kind;

async function unlike({ world }: Life): Promise<string[]> {
  const [first, ...others] = world.devices;
  if (first === undefined) return ['no device'];
  const problems: string[] = [];
  for (const device of world.devices) {
    const { tables, rows } = device.db.content;
    const pending = await device.db.transact(countPending);
    if (pending > 0) problems.push(`${device.name} keeps ${pending} to itself`);
    const files = [...world.store.files.keys()].filter((path) => path.startsWith(`${world.idOf(device)}/`)).length;
    if (files > 6) problems.push(`${device.name} has ${files} files`);
    for (const record of tables.records.values()) {
      const isShown = JSON.stringify(sorted(shown(record))) === JSON.stringify(sorted(rows.get(record.id)));
      if (!isShown) problems.push(`${device.name} does not show ${record.id} as it is`);
    }
  }
  for (const other of others) {
    for (const id of [...KEPT, ...DELETED]) {
      const [mine, theirs] = [first, other].map((device) => device.db.content.tables.records.get(id));
      const isSame = theirs === undefined ? mine === undefined : saysTheSame(mine, theirs);
      if (!isSame) problems.push(`${id} differs on ${first.name} and ${other.name}`);
    }
  }
  return problems;
}

const sorted = (fields: object | undefined): unknown =>
  fields === undefined ? null : Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

function judge(life: Life): string[] {
  const { world } = life;
  const records = world.devices[0]?.db.content.tables.records;
  const lost = [...world.witness.acked].flatMap(([key, write]) =>
    stands(write, records?.get(write.id)) ? [] : [`not known any more: ${key}`],
  );
  return [...lost, ...halves(life), ...faultsOf(life)];
}

/** Who writes on after a deletion that he did not know of brings all of the note back. */
function halves({ world, counts }: Life): string[] {
  if (counts.clones + counts.restores + counts.destroyed + counts.adopted > 0) return [];
  const records = [...(world.devices[0]?.db.content.tables.records.values() ?? [])];
  return records.flatMap((record) => {
    const parts = Object.keys(record.cells).length + Math.min(1, record.versions.length);
    return isGone(record) || parts === FIELDS.length + 1 ? [] : [`half of ${record.id} is there`];
  });
}

function faultsOf({ world, log }: Life): string[] {
  const records = world.devices[0]?.db.content.tables.records;
  const acked = world.witness.ackedValues;
  return KEPT.flatMap((id) => {
    const record = records?.get(id);
    const cells = new Map(Object.entries(record?.cells ?? {}));
    const texts = (record?.versions ?? []).map((version) => version.text);
    return [
      ...FIELDS.flatMap((field) => {
        const value = cells.get(field)?.value;
        return log.faults(id, field, typeof value === 'string' ? [value] : [], acked);
      }),
      ...log.faults(id, 'body', texts, acked),
    ];
  });
}
