/** The browser's own question cannot be answered in a test, so a copy of a build has the answer in its manifest. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param folder Not there yet. @returns the copy, which may reach 127.0.0.1. */
export function grantedBuild(build: string, folder: string): string {
  cpSync(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  return folder;
}
