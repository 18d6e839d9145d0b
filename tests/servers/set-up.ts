/** Starts every server there is before the first test, side by side, and stops them after the last. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { hasServer, installServers } from '../../scripts/servers.mjs';
import { startApache } from './apache.ts';
import { startCouch } from './couch.ts';
import { startLighttpd } from './lighttpd.ts';
import { startNginx } from './nginx.ts';
import { startRadosgw } from './radosgw.ts';
import { startRclone } from './rclone.ts';
import { freePort, type Running } from './start-process.ts';
import { SERVER_NAMES, type ServerName, type Start } from './test-server.ts';

const START: Readonly<Record<ServerName, Start>> = {
  apache: startApache,
  rclone: startRclone,
  nginx: startNginx,
  lighttpd: startLighttpd,
  couch: startCouch,
  radosgw: startRadosgw,
};

/** Null: not installed here. */
export type Origins = Readonly<Record<ServerName, string | null>>;
declare module 'vitest' {
  // Only an interface adds to another.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    readonly origins: Origins;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  installServers();
  const folder = mkdtempSync(join(tmpdir(), 'parallax-servers-'));
  // Servers started by root give up its rights, and have to get at their files still.
  chmodSync(folder, 0o755);
  const started: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((running) => running.stop()));
    rmSync(folder, { recursive: true });
  };
  const start = async (name: ServerName): Promise<[ServerName, string | null]> => {
    if (!hasServer(name)) return [name, null];
    mkdirSync(join(folder, name));
    const port = await freePort();
    started.push(await START[name](join(folder, name), port));
    return [name, `http://127.0.0.1:${port}`];
  };
  const results = await Promise.allSettled(SERVER_NAMES.map(start));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  project.provide(
    'origins',
    Object.fromEntries(results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []))) as Origins,
  );
  return stop;
}
