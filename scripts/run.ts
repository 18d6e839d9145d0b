/** Runs programs of the project for its scripts. */
import { spawnSync } from 'node:child_process';

const onWindows = process.platform === 'win32';

/** Inherits the terminal; programs of node_modules are on the path. @returns the exit status. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: onWindows });
  return status ?? 1;
}

/** As `run`; ends this program with the same status when it fails. */
export function must(command: string, args: readonly string[]): void {
  const status = run(command, args);
  if (status !== 0) process.exit(status);
}

/** As `must`, but what the program prints is shown only when it fails. */
export function mustQuietly(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: onWindows });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}
