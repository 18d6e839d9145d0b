// Installs the real servers that the tests of sync talk to, where that takes one command and we may. Nothing is left
// running, and nothing is put among the project's own dependencies. What cannot be had is left out; the tests say so.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SERVERS = JSON.parse(readFileSync(join(root, 'scripts', 'servers.json'), 'utf8'));
const POLICY = '/usr/sbin/policy-rc.d';

export const hasServer = (name) => SERVERS[name].needs.every((path) => existsSync(resolve(root, path)));

export function installServers(names = Object.keys(SERVERS)) {
  const missing = names.filter((name) => !hasServer(name));
  if (missing.includes('couch')) installCouch();
  const packages = missing.flatMap((name) => SERVERS[name].packages);
  if (packages.length > 0 && mayInstall()) withoutStarting(() => installPackages(packages));
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** All at once, then one by one: a distribution that lacks one may have the others. */
function installPackages(packages) {
  run('apt-get', ['update', '-qq']);
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  if (run('apt-get', [...install, ...packages]) !== 0) for (const name of packages) run('apt-get', [...install, name]);
}

/** Debian starts what it installs, now and with the machine, unless it is told not to. */
function withoutStarting(work) {
  const units = () =>
    spawnSync('systemctl', ['list-unit-files', '--state=enabled', '--no-legend'], { encoding: 'utf8' });
  const before = new Set(enabled(units().stdout));
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (isOurs) rmSync(POLICY);
  }
  const added = enabled(units().stdout).filter(
    (unit) => !before.has(unit) && /^(?:apache|nginx|lighttpd|ceph|rados)/.test(unit),
  );
  if (added.length > 0) run('systemctl', ['disable', ...added]);
}

const enabled = (listing) => (listing ?? '').split('\n').flatMap((line) => line.trim().split(/\s+/)[0] || []);

function installCouch() {
  const folder = join(root, '.cache', 'servers', 'couch');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(root, 'tests', 'servers', 'couch', file), join(folder, file));
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}

function run(command, args, cwd = root) {
  const { status, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error(`Parallax: ${command} ${args.join(' ')} did not work.\n${stderr ?? ''}`);
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installServers();
