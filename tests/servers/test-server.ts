/** A real server, as the tests know it: how it is started, and where an empty place on it is. */
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '@/lib/core/sync.ts';
import type { Running } from './start-process.ts';

export const SERVER_NAMES = ['apache', 'rclone', 'nginx', 'lighttpd', 'couch', 'radosgw'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** @param folder Empty, of this server's own. */
export type Start = (folder: string, port: number) => Promise<Running>;

export const LOGIN = { user: 'reader', password: 'pässword: with colon' };
export const KEYS = { accessKey: 'AKTEST', secretKey: 'SKTEST', region: 'us-east-1', bucket: 'vaults' };

/** @param origin Of the server, or of a proxy before it. @param name Of the folder; not there yet. */
export function placeOn(server: ServerName, origin: string, name: string): Place {
  switch (server) {
    case 'radosgw':
      return { kind: 's3', endpoint: origin, prefix: name, ...KEYS };
    case 'couch':
      return { kind: 'couch', url: `${origin}/${name}`, user: '', password: '' };
    default:
      return { kind: 'webdav', url: `${origin}/dav/${name}`, ...LOGIN };
  }
}

export const isRoot = process.getuid?.() === 0;
/** Whom servers that are started by root become. */
export const SERVER_USER = 'www-data';

/** Folders that the server itself writes to. */
export function makeFolders(folder: string, ...names: readonly string[]): void {
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === SERVER_USER) ?? [];
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true });
    if (isRoot) chownSync(join(folder, name), Number(uid), Number(gid));
  }
}

/** In the one notation that all of them read without a library. @returns its path. */
export function writePasswords(folder: string): string {
  const path = join(folder, 'passwords');
  const hash = createHash('sha1').update(LOGIN.password).digest('base64');
  writeFileSync(path, `${LOGIN.user}:{SHA}${hash}\n`, { mode: 0o644 });
  return path;
}
