/** Where a browser of this machine is. The same search, before dependencies exist, is in bootstrap.mjs. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import browsers from './browsers.json' with { type: 'json' };

export type BrowserName = keyof typeof browsers;

/** Path of the browser's program, or null. The variable CHROMIUM or FIREFOX names one and wins. */
export function findBrowser(name: BrowserName): string | null {
  const { candidates } = browsers[name];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => candidates.map((candidate) => join(folder, candidate)));
  const named = process.env[name.toUpperCase()];
  return [...(named === undefined ? [] : [named]), ...candidates, ...onPath].find((path) => existsSync(path)) ?? null;
}
