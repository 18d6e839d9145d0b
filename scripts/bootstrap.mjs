// Makes a fresh machine ready for one of the project's commands, then runs it: dependencies, and the browsers and
// servers where the command drives them. Plain JavaScript without a dependency: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installServers } from './servers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = '', ...rest] = process.argv.slice(2);
const BROWSERS_FOR = {
  demo: ['chromium'],
  test: ['chromium', 'firefox'],
  check: ['chromium', 'firefox'],
  soak: ['chromium', 'firefox'],
};
const WITH_SERVERS = ['test', 'check', 'soak'];

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Parallax needs Node 20 or newer; this is ${process.version}.`);
if (!dependenciesMatch()) run('npm', ['ci', '--no-audit', '--no-fund']);
for (const browser of BROWSERS_FOR[task] ?? []) ensureBrowser(browser);
if (WITH_SERVERS.includes(task)) installServers();
const bin = join(root, 'node_modules', '.bin');
process.exit(run('tsx', [join('scripts', `${task}.ts`), ...rest], { PATH: bin + delimiter + process.env.PATH }, true));

/** Whether every package of the lock file that this platform needs is installed in its locked version. */
function dependenciesMatch() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || installed[path]?.version === version || (optional && installed[path] === undefined),
    );
  } catch {
    return false;
  }
}

/** Installs a browser where that takes one command and we may; otherwise the task says itself what it could not find. */
function ensureBrowser(browser) {
  if (findBrowser(browser) !== null) return;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    console.error(
      `Parallax: no ${browser} found. Install one, or name it: ${browser.toUpperCase()}=/path/to/${browser} npm run ${task}`,
    );
    return;
  }
  const names = browser === 'firefox' ? ['firefox-esr', 'firefox'] : ['chromium', 'chromium-browser'];
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet, true);
  for (const name of names) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet, true);
    if (findBrowser(browser) !== null) return;
  }
  console.error(`Parallax: ${browser} could not be installed; what needs it will say so.`);
}

/** Mirrors scripts/find-browser.ts, which the tasks use. */
function findBrowser(browser) {
  const { candidates } = JSON.parse(readFileSync(join(root, 'scripts', 'browsers.json'), 'utf8'))[browser];
  const named = process.env[browser.toUpperCase()];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => candidates.map((name) => join(folder, name)));
  return [named, ...candidates, ...onPath].find((path) => path && existsSync(path)) ?? null;
}

function run(command, args, env = {}, mayFail = false) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0 && !mayFail) fail(`${command} ${args.join(' ')} did not work.`);
  return status ?? 1;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
