/**
 * Sync of the built extension between two profiles of Chromium through Apache on this machine: the first upload of many
 * notes, their download to a fresh device, and what one edit costs. Prints JSON; `npx tsx bench/sync.ts [notes]`, after a
 * build.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../scripts/drive/until.ts';
import { installServers } from '../scripts/servers.mjs';
import { chromeBuild } from '../tests/e2e/browsers.ts';
import { chromiumDriver } from '../tests/e2e/chromium-driver.ts';
import { openGate } from '../tests/e2e/gate.ts';
import { grantedBuild } from '../tests/e2e/granted-build.ts';
import { ask, joinVault, makeVault, type SyncDevice } from '../tests/e2e/sync-device.ts';
import { startApache } from '../tests/servers/apache.ts';
import { startChaosProxy } from '../tests/servers/chaos-proxy.ts';
import { freePort } from '../tests/servers/start-process.ts';
import { LOGIN } from '../tests/servers/test-server.ts';
import { fillLibrary } from './fill-library.ts';
import { madeUpLibrary } from './made-up-notes.ts';

const notes = Number(process.argv[2] ?? 10_000);
const EDITS = 5;
const PATIENCE = 300_000;

installServers();
const folder = mkdtempSync(join(tmpdir(), 'parallax-sync-bench-'));
chmodSync(folder, 0o755);
mkdirSync(join(folder, 'apache'));
const port = await freePort();
const server = await startApache(join(folder, 'apache'), port);
const proxy = await startChaosProxy(`http://127.0.0.1:${port}`);
const build = grantedBuild(chromeBuild, join(folder, 'chrome'));
const library = madeUpLibrary(notes);
const devices: SyncDevice[] = [];
for (const name of ['first', 'second']) {
  const driver = await chromiumDriver(build);
  const desk = await driver.openOwn('options.html');
  if (name === 'first') {
    const [page] = (await driver.chromium.browser.pages()).filter((one) => one.url().endsWith('options.html'));
    if (page !== undefined) await fillLibrary(page, library);
  }
  devices.push({ name, driver, gate: await openGate(proxy.origin), desk });
}
const [first, second] = devices as [SyncDevice, SyncDevice];

/** In the page of the device, by its own disk: how many notes it has, and whether sync says that nothing is left. */
const stateOf = ({ desk }: SyncDevice) =>
  desk.run<{ notes: number; isDone: boolean }>(`async () => {
    const request = indexedDB.open('parallax');
    const db = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const of = (table, verb, ...args) => new Promise((resolve) => {
      const asked = db.transaction(table).objectStore(table)[verb](...args);
      asked.onsuccess = () => resolve(asked.result);
    });
    const [notes, status] = [await of('notes', 'count'), await of('syncKept', 'get', 'status')];
    db.close();
    return { notes, isDone: (status?.value.lastSuccess ?? null) !== null };
  }`);
const settled = (device: SyncDevice) =>
  until(async () => {
    // Looking must not be what takes the time.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { notes: held, isDone } = await stateOf(device);
    return held >= notes && isDone;
  }, PATIENCE);
const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
const sentBy = (since: number) => ({
  requests: proxy.sent.length - since,
  bytes: proxy.sent.slice(since).reduce((sum, { body }) => sum + body.length, 0),
});

const passphrase = await makeVault(first, 'vault', LOGIN);
let began = performance.now();
await settled(first);
const up = { seconds: seconds(began), ...sentBy(0) };
await joinVault(second, 'vault', LOGIN, passphrase);
began = performance.now();
await settled(second);
const down = { seconds: seconds(began) };

const costs = [];
for (let edit = 0; edit < EDITS; edit += 1) {
  const { id } = library.notes[edit * 7] ?? { id: '' };
  // What came before is over: nothing of it is counted.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const before = proxy.sent.length;
  await ask(first, 'note.change', { id, change: { body: `A text of some length, changed for the ${edit}th time.` } });
  await ask(first, 'sync.now');
  await until(() => Promise.resolve(proxy.sent.slice(before).some(({ method }) => method === 'PUT')), PATIENCE);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  costs.push(sentBy(before));
}
console.log(JSON.stringify({ notes, up, down, edits: costs }, null, 1));
await Promise.all(devices.map(({ driver }) => driver.close()));
await Promise.all(devices.map(({ gate }) => gate.close()));
await proxy.stop();
await server.stop();
rmSync(folder, { recursive: true, force: true });
