/** Programs run for the tests, in the foreground of this process, so that they end with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Running = { readonly stop: () => Promise<void> };

const PATIENCE = 90_000;
/** Ends the program even where this one is killed. */
const SETPRIV = '/usr/bin/setpriv';

const STDIO: { stdio: ['ignore', 'pipe', 'pipe'] } = { stdio: ['ignore', 'pipe', 'pipe'] };

/** Resolves once something listens on the port. @throws with what the program said, where it ends before. */
export async function startProcess(command: string, args: readonly string[], port: number): Promise<Running> {
  const child = existsSync(SETPRIV)
    ? spawn(SETPRIV, ['--pdeathsig', 'TERM', '--', command, ...args], STDIO)
    : spawn(command, args, STDIO);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.on('error', (error) => said.push(error.message));
  const until = Date.now() + PATIENCE;
  while (!(await isListening(port))) {
    if (hasEnded(child) || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${command} did not start: ${said.join('')}`);
    }
    await sleep(50);
  }
  return { stop: () => stop(child) };
}

/** Taken from the system, and free at that moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}
