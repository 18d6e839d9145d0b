/**
 * Three devices of one reader, two profiles of Chromium and one Firefox, in step through a real server and a network
 * that misbehaves: edits on all of them, one or another offline, backgrounds killed in the midst. At the end all three
 * have the same, to the letter, and nothing of the reader's could be read on the way.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '@/scripts/drive/chromium.ts';
import { FIREFOX } from '@/scripts/drive/firefox.ts';
import { until } from '@/scripts/drive/until.ts';
import { hasServer, installServers } from '../../scripts/servers.mjs';
import { ROUNDS } from '../rounds.ts';
import { startApache } from '../servers/apache.ts';
import { startChaosProxy, type ChaosProxy } from '../servers/chaos-proxy.ts';
import { seededRandom } from '../servers/seeded-random.ts';
import { freePort, type Running } from '../servers/start-process.ts';
import { LOGIN } from '../servers/test-server.ts';
import { chromeBuild, firefoxBuild } from './browsers.ts';
import { chromiumDriver } from './chromium-driver.ts';
import type { Driver } from './driver.ts';
import { firefoxDriver } from './firefox-driver.ts';
import { openGate } from './gate.ts';
import { grantedBuild } from './granted-build.ts';
import { ask, joinVault, kept, makeVault, shows, type SyncDevice } from './sync-device.ts';

installServers();
const missing = CHROMIUM === null || FIREFOX === null || !hasServer('apache');
const FAULTS = 0.05;
/** Words that must not be seen on the way, whatever becomes of them on the devices. */
const CANARY = 'zephyrcanary';

const noteOf = (id: string, body: string, tags: readonly string[] = []) => ({
  id,
  body,
  tags,
  passage: {
    exact: `${CANARY} passage of ${id}`,
    prefix: 'before it ',
    suffix: ' after it',
    position: { start: 100, end: 130 },
    heading: `${CANARY} heading`,
  },
  flag: null,
  colour: 'yellow',
  evidence: null,
  page: {
    keys: [`news.example/${CANARY}/${id.slice(0, 4)}`],
    url: `https://news.example/${CANARY}/${id.slice(0, 4)}`,
    title: `${CANARY} title`,
    byline: null,
    outlet: 'The Example',
    published: null,
    updated: null,
    language: 'en',
    packs: [],
    marks: 0,
    text: `${CANARY} text of the article ${id.slice(0, 4)}. `.repeat(40),
  },
});

describe.skipIf(missing)('sync between two Chromium and one Firefox, on Apache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-sync-'));
  const random = seededRandom(Number(process.env.PARALLAX_SEED ?? '1'));
  let server: Running;
  let proxy: ChaosProxy;
  let devices: readonly [SyncDevice, SyncDevice, SyncDevice];
  let last: readonly string[] = [];

  const deviceOf = async (name: string, driver: Driver): Promise<SyncDevice> => ({
    name,
    driver,
    gate: await openGate(proxy.origin),
    desk: await driver.openOwn('options.html'),
  });
  const equal = (patience: number) =>
    until(async () => {
      for (const device of devices) await ask(device, 'sync.now');
      last = await Promise.all(devices.map(kept));
      return last.every((one) => one === last[0]) ? last[0] : null;
    }, patience);

  beforeAll(async () => {
    const port = await freePort();
    mkdirSync(join(folder, 'apache'));
    // Started by root, it gives up its rights, and has to get at its files still.
    chmodSync(folder, 0o755);
    server = await startApache(join(folder, 'apache'), port);
    proxy = await startChaosProxy(`http://127.0.0.1:${port}`);
    const chrome = grantedBuild(chromeBuild, join(folder, 'chrome'));
    const [first, second, third] = await Promise.all([
      chromiumDriver(chrome),
      chromiumDriver(chrome),
      firefoxDriver(grantedBuild(firefoxBuild, join(folder, 'firefox'))),
    ]);
    devices = [
      await deviceOf('Chromium', first),
      await deviceOf('Chromium beside it', second),
      await deviceOf('Firefox', third),
    ];
  });
  afterAll(async () => {
    await Promise.all(devices.map(({ driver }) => driver.close()));
    await Promise.all(devices.map(({ gate }) => gate.close()));
    await proxy.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is set up on the first by hand, and the others join with its passphrase', async () => {
    const [first, ...others] = devices;
    await ask(first, 'note.add', noteOf('00000000-0000-4000-8000-000000000000', `${CANARY} first of all`, ['before']));
    const passphrase = await makeVault(first, 'vault', LOGIN);
    await first.desk.reload();
    for (const other of others) await joinVault(other, 'vault', LOGIN, passphrase);
    const everything = await equal(60_000);
    expect(everything).toContain(`${CANARY} first of all`);
    await shows(first.desk, 'In step').catch((cause: unknown) => {
      throw new Error(first.driver.pageErrors().join('\n'), { cause });
    });
  });

  it.each(Array.from({ length: Math.min(20, Math.max(2, ROUNDS)) }, (_, round) => round + 1))(
    'all three have the same after edits everywhere, offline and killed on the way (%i)',
    async (round) => {
      proxy.setRate(FAULTS);
      const ids: string[] = [];
      for (let step = 0; step < 9; step += 1) {
        const device = devices[step % devices.length] ?? devices[0];
        device.gate.setOpen(random() > 0.3);
        const id = `${String(round).padStart(8, '0')}-0000-4000-8000-${String(step).padStart(12, '0')}`;
        await ask(device, 'note.add', noteOf(id, `${CANARY} note ${id} by ${device.name}`, [`${CANARY}tag`]));
        ids.push(id);
        const other = ids[Math.floor(random() * ids.length)] ?? id;
        const change = { body: `${CANARY} changed on ${device.name} in step ${step}`, tags: [`tag${step}`] };
        // Where it has not come yet, there is nothing to change, and the answer says so.
        await ask(device, 'note.change', { id: other, change });
        if (random() < 0.2) await ask(device, 'note.delete', { id: other });
        if (random() < 0.5) await ask(device, 'sync.now');
        if (random() < 0.3) await device.driver.killBackground();
      }
      for (const { gate } of devices) gate.setOpen(true);
      proxy.setRate(0);
      const everything = await equal(90_000).catch(() => null);
      if (everything === null) expect(last[1]).toEqual(last[0]);
      if (everything === null) expect(last[2]).toEqual(last[0]);
      for (const id of ids) expect(everything).toContain(id);
    },
  );

  it('lets nobody on the way read a word of it', () => {
    expect(proxy.sent.length).toBeGreaterThan(20);
    expect(proxy.saw(CANARY)).toBe(false);
    expect(proxy.saw('news.example')).toBe(false);
  });
});
