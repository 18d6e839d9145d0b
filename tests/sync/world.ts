/** Devices of one reader around one server: their clocks, crashes, copies and backups. */
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { fakeSealer } from './fake-sealer.ts';
import { adoptDevice } from '@/lib/sync/adopt.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { newDeviceId, newSelf, type RunOutcome, type SyncParts } from '@/lib/sync/sync-parts.ts';
import { runSync } from '@/lib/sync/sync-run.ts';
import { faultyStore, newPast } from './faulty-store.ts';
import { memoryDatabase, type MemoryDatabase } from './memory-database.ts';
import { memoryStore } from './memory-store.ts';
import type { Chance } from './seeded.ts';
import { Witness } from './witness.ts';

export type Device = {
  readonly name: string;
  db: MemoryDatabase;
  clockOff: number;
  /** Its id while another copy of it may write under it: then it writes no texts. */
  sharedId: DeviceId | null;
  isBusy: boolean;
};

class Crash extends Error {}

const MINUTE = 60_000;

export class World {
  readonly store = memoryStore();
  readonly witness = new Witness(this.store);
  readonly devices: Device[] = [];
  readonly chance: Chance;
  rate: number;
  time = Date.UTC(2026, 0, 1);
  crashes = 0;
  /** Called at any I/O of a device: the reader goes on writing. */
  onStep: (device: Device) => Promise<void> = () => Promise.resolve();
  readonly #past = newPast();
  /** All that any device ever had. */
  readonly ids = new Set<DeviceId>();
  #names = 0;

  constructor(chance: Chance, rate: number) {
    this.chance = chance;
    this.rate = rate;
    this.witness.isShared = (id) => this.devices.filter((device) => this.idOf(device) === id).length > 1;
  }

  add(db = this.#newDatabase()): Device {
    const name = `d${(this.#names += 1)}`;
    const device: Device = { name, db, clockOff: 0, sharedId: null, isBusy: false };
    this.witness.follow(db);
    this.devices.push(device);
    return device;
  }

  #newDatabase(): MemoryDatabase {
    const db = memoryDatabase();
    db.content.tables.self.set('self', newSelf('vault', newDeviceId(this.chance.next)));
    return db;
  }

  idOf(device: Device): DeviceId {
    const self = device.db.content.tables.self.get('self');
    if (self === undefined) throw new Error('no self');
    this.ids.add(self.device);
    return self.device;
  }

  /** Texts of two that write under one id cannot be told apart; nobody promises that. */
  mayWriteTexts(device: Device): boolean {
    const id = this.idOf(device);
    return device.sharedId !== id && !this.devices.some((other) => other !== device && this.idOf(other) === id);
  }

  now(device: Device): number {
    this.time += 1;
    return this.time + device.clockOff;
  }

  sync(device: Device): Promise<RunOutcome | 'crashed'> {
    return this.#run(device, runSync);
  }

  adopt(device: Device, other: DeviceId): Promise<RunOutcome | 'crashed'> {
    return this.#run(device, (parts) => adoptDevice(parts, other));
  }

  async #run(device: Device, run: (parts: SyncParts) => Promise<RunOutcome>): Promise<RunOutcome | 'crashed'> {
    this.time += this.chance.below(30) * MINUTE;
    device.isBusy = true;
    try {
      return await run(this.#partsOf(device));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.crashes += 1;
      return 'crashed';
    } finally {
      device.isBusy = false;
    }
  }

  #partsOf(device: Device): SyncParts {
    const step = this.#mortal(device);
    const faulty = faultyStore(
      { ...this.store, ...this.witness.watched() },
      { rate: () => this.rate, chance: this.chance, past: this.#past },
    );
    const sealer = fakeSealer();
    return {
      db: { transact: (work) => step(() => device.db.transact(work)) },
      library: device.db.library,
      store: steppedStore(faulty, step),
      sealer: { ...sealer, seal: (content, place) => step(() => sealer.seal(content, place)) },
      now: () => this.now(device),
      random: this.chance.next,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      removed: [],
      tidiness: { enough: 4, atMost: 6 },
      ...(this.chance.happens(0.2) ? { budget: { files: 1 + this.chance.below(4) } } : {}),
    };
  }

  /** Others have their turn between any two steps, and the process may end before or after each. */
  #mortal(device: Device): <R>(act: () => Promise<R>) => Promise<R> {
    let isDead = false;
    const maybeDie = (): void => {
      isDead ||= this.chance.happens(this.rate / 8);
      if (isDead) throw new Crash();
    };
    return async (act) => {
      for (let turns = this.chance.below(4); turns > 0; turns -= 1) await Promise.resolve();
      maybeDie();
      await this.onStep(device);
      const result = await act();
      maybeDie();
      return result;
    };
  }
}

type Step = <R>(act: () => Promise<R>) => Promise<R>;

const steppedStore = (store: RemoteStore, step: Step): RemoteStore => ({
  mkdir: (folder) => step(() => store.mkdir(folder)),
  put: (path, bytes) => step(() => store.put(path, bytes)),
  get: (path, limit) => step(() => store.get(path, limit)),
  list: (folder) => step(() => store.list(folder)),
  dirs: (folder) => step(() => store.dirs(folder)),
  del: (path) => step(() => store.del(path)),
});
