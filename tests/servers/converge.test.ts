/**
 * Three devices on every real server, through a network that misbehaves: at the end they have the same, a device that
 * comes anew has it too, and nothing of the reader's could be read on the way.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROUNDS } from '../rounds.ts';
import { type ChaosProxy, startChaosProxy } from './chaos-proxy.ts';
import { LOGIN, placeOn, SERVER_NAMES } from './test-server.ts';
import {
  joinVault,
  makeVault,
  PASSPHRASE,
  putKeyring,
  type ReaderDevice,
  type ReaderVault,
  shelfOf,
} from './reader-devices.ts';
import { seededRandom } from './seeded-random.ts';
import { storedSizes } from './stored-sizes.ts';

const FAULTS = 0.05;
const EDITS = 20;
const HOUR = 3_600_000;
const CLOCKS = [-30 * HOUR, 0.25 * HOUR, 400 * 24 * HOUR];
/** Words of the reader's that nobody else may see: of a note, of an address, of a title, of a tag. */
const CANARIES = ['ZephyrNoteCanary', 'zephyr-address-canary', 'ZephyrTitelÄÖ', 'zephyrtag'];
const KIB = 1024;
const SIZES = [1, 4, 16, 64].map((size) => size * KIB);
const isClassed = (size: number): boolean =>
  SIZES.includes(size) || (size > 64 * KIB && size % ((size <= 1024 * KIB ? 64 : 256) * KIB) === 0);

let vault: ReaderVault;
// One for all: its making is meant to take long.
beforeAll(async () => {
  vault = await makeVault();
});

describe.each(SERVER_NAMES)('%s', (server) => {
  const origin = inject('origins')[server];
  if (origin === null) {
    it.skip(`${server} is not installed here`);
    return;
  }
  for (let round = 1; round <= ROUNDS; round++) {
    describe(`round ${round}`, () => {
      const seed = round * 100 + SERVER_NAMES.indexOf(server) * 10;
      const random = seededRandom(seed);
      let proxy: ChaosProxy;
      let devices: ReaderDevice[];
      let edits = 0;
      const place = () => placeOn(server, proxy.origin, `converge-${process.pid}-${round}`);
      const edit = async (device: ReaderDevice): Promise<void> => {
        const id = `notes/${Math.floor(random() * 15)}`;
        edits += 1;
        const words = `${CANARIES[0]} ${edits} ${'and so on '.repeat(Math.floor(random() * 200))}`;
        const note = {
          body: words,
          url: `https://news.example/${CANARIES[1]}/${edits}`,
          title: `${CANARIES[2]} ${edits}`,
          [`tag:${CANARIES[3]}`]: edits,
        };
        // What is written anew has all its fields, as every row of a library.
        const [what, how] = [random(), random()];
        await device.db.edit(id, (row) => {
          if (row === undefined) return note;
          return what < 0.15 ? null : how < 0.5 ? { body: words } : note;
        });
      };

      beforeAll(async () => {
        proxy = await startChaosProxy(origin, seed);
        devices = CLOCKS.map((clockOff, at) => Object.assign(joinVault(vault, place(), seed + at), { clockOff }));
        const [first] = devices;
        if (first !== undefined) await putKeyring(first.store, vault);
      });
      afterAll(() => proxy.stop());

      it('three devices come to have the same, whatever happens on the way', async () => {
        proxy.setRate(FAULTS);
        for (let at = 0; at < EDITS; at++) {
          await Promise.all(devices.map(edit));
          const syncing = random() < 0.3 ? devices : devices.filter((_, index) => index === at % devices.length);
          await Promise.all(syncing.map((device) => device.sync()));
        }
        proxy.setRate(0);
        await settle(devices);
        expect([...proxy.happened.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(3);
        const [first, ...others] = devices.map(shelfOf);
        for (const other of others) expect(other).toEqual(first);
      });
      it('a device that comes anew has it too', async () => {
        const fresh = joinVault(vault, place(), seed + 9);
        expect(await fresh.sync()).toEqual({ kind: 'done' });
        expect(devices.map(shelfOf)[0]).toEqual(shelfOf(fresh));
      });
      it('nobody was alarmed without need', () => {
        for (const { db } of devices) {
          const { alarms, self, badFiles } = db.content.tables;
          // Two of the clocks are far off, which is told.
          expect([...alarms.values()].filter(({ kind }) => kind !== 'clock')).toEqual([]);
          expect(self.get('self')?.formerly).toEqual([]);
          expect(badFiles.size).toBe(0);
        }
      });
      it('and each has few files', async () => {
        const [first] = devices;
        for (const folder of (await first?.store.dirs('')) ?? [])
          expect((await first?.store.list(folder))?.length).toBeLessThanOrEqual(10);
      });
      it('nothing could be read on the way', () => {
        // What is sent is searched: the login is in it, in base64.
        if (place().kind === 'webdav') expect(proxy.saw(`${LOGIN.user}:${LOGIN.password}`)).toBe(true);
        expect(proxy.saw(vault.keyring.name)).toBe(true);
        for (const words of [...CANARIES, 'and so on and so on', 'news.example', PASSPHRASE, vault.recovery])
          expect([words, proxy.saw(words)]).toEqual([words, false]);
        const keys = vault.secrets.filter(({ length }) => length === 32);
        expect(keys.length).toBeGreaterThan(0);
        for (const key of keys) expect(proxy.saw(key)).toBe(false);
      });
      it('and sizes tell next to nothing', () => {
        const sizes = storedSizes(proxy.sent);
        expect(sizes.length).toBeGreaterThan(20);
        expect(sizes.filter((size) => !isClassed(size))).toEqual([]);
      });
    });
  }
});

/** Until nobody has anything left to do: each has heard what each had to say last. */
async function settle(devices: readonly ReaderDevice[]): Promise<void> {
  for (let pass = 0; pass < 3; pass++)
    for (const device of devices) expect(await device.sync()).toEqual({ kind: 'done' });
}
