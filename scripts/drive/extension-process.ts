/** The process in which a browser runs the extension, and what it takes of the machine. Linux only. */
import { readFileSync } from 'node:fs';
import type { Chromium } from './chromium.ts';
import type { Firefox } from './firefox.ts';

/** Null where this system does not tell. */
export function privateMegabytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const map = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...map.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, number]) => Number(number));
  return kilobytes.reduce((sum, number) => sum + number, 0) / 1024;
}

export async function chromiumExtensionPid({ browser }: Chromium): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return only(processInfo.filter(({ id }) => isExtensionRenderer(id)).map(({ id }) => id));
}

export async function firefoxExtensionPid({ inChrome }: Firefox): Promise<number> {
  return only(
    await inChrome<number[]>(`async () => {
      const { children } = await ChromeUtils.requestProcInfo();
      return children.filter(({ type }) => type === 'extension').map(({ pid }) => pid);
    }`),
  );
}

function isExtensionRenderer(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
}

function only(pids: readonly number[]): number {
  const [pid] = pids;
  if (pid === undefined || pids.length > 1) throw new Error(`${pids.length} processes of the extension`);
  return pid;
}
