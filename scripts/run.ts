/** Runs programs of the project for its scripts. */
import { spawnSync } from 'node:child_process';

/** Inherits the terminal; programs of node_modules are on the path. @returns the exit status. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

/** As `run`; ends this program with the same status when it fails. */
export function must(command: string, args: readonly string[]): void {
  const status = run(command, args);
  if (status !== 0) process.exit(status);
}
