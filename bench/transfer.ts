/**
 * What many notes cost on their way out of the built extension and into it, in Chromium, by its own buttons: seconds
 * from the click to the sentence that says it is done, and the most memory that the page's process held meanwhile. The
 * page is the library with all notes in its list, whose search follows what comes in. Prints JSON;
 * `npx tsx bench/transfer.ts [notes]`, after a build.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { EXPORT_FORMATS } from '@/lib/core/transfer.ts';
import { outputOf } from '../scripts/build-for.ts';
import { launchChromium, type Chromium } from '../scripts/drive/chromium.ts';
import { until } from '../scripts/drive/until.ts';
import { fillLibrary } from './fill-library.ts';
import { madeUpLibrary } from './made-up-notes.ts';

const notes = Number(process.argv[2] ?? 100_000);
const PATIENCE = 300_000;
const SAMPLED_EVERY = 100;

const folder = mkdtempSync(join(tmpdir(), 'parallax-transfer-'));
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Megabytes that the tab's process holds. */
async function residentMB({ browser }: Chromium): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return Math.max(...sizes);
}

/** Clicks, and waits for the dialog to say what came of it. */
async function timed(chromium: Chromium, page: Page, begin: () => Promise<unknown>) {
  const before = await residentMB(chromium);
  const start = performance.now();
  const working = begin().then(() => until(() => page.evaluate(resultSaid), PATIENCE));
  const most = await mostWhile(working, () => residentMB(chromium));
  const said = await working;
  const seconds = rounded((performance.now() - start) / 1000);
  const table = await page.evaluate(() => document.querySelector('dialog table')?.textContent ?? null);
  await click(page, 'Close');
  await until(async () => (await page.$('dialog')) === null);
  return { seconds, 'more memory, MB': rounded(most - before), said, ...(table !== null && { table }) };
}

/** The most that `look` gave until the work was over. */
async function mostWhile(work: Promise<unknown>, look: () => Promise<number>): Promise<number> {
  const state = { isOver: false };
  const over = (): void => void (state.isOver = true);
  work.then(over, over);
  let most = 0;
  while (!state.isOver) {
    most = Math.max(most, await look());
    await new Promise((resolve) => setTimeout(resolve, SAMPLED_EVERY));
  }
  return most;
}

const resultSaid = (): string | null => {
  const status = document.querySelector('dialog [role=status]:not(.sr-only)');
  return document.querySelector('dialog progress') === null ? (status?.textContent ?? null) : null;
};

const click = (page: Page, name: string) =>
  page.evaluate((text) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('dialog button, button')];
    const button = buttons.find((one) => one.textContent === text);
    if (button === undefined) throw new Error(`no button ${text}`);
    button.click();
  }, name);

const choose = (page: Page, format: string) =>
  page.evaluate((value) => document.querySelector<HTMLElement>(`dialog input[value=${value}]`)?.click(), format);

/** The newest download, once it is whole. */
async function downloaded(): Promise<string> {
  const name = await until(async () => {
    const [newest] = readdirSync(folder)
      .map((file) => ({ file, at: statSync(join(folder, file)).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    return Promise.resolve(newest?.file.endsWith('.crdownload') === false ? newest.file : null);
  }, PATIENCE);
  return join(folder, name);
}

async function takeIn(page: Page, path: string): Promise<void> {
  await click(page, 'Import…');
  const field = await page.waitForSelector('dialog input[type=file]');
  await field?.uploadFile(path);
}

const wipe = (page: Page) => page.evaluate(`chrome.runtime.sendMessage({ to: 'background', name: 'data.wipe' })`);

async function opened({ browser, id }: Chromium, path: string): Promise<Page> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.goto(`chrome-extension://${id}/${path}`);
  await page.bringToFront();
  return page;
}

/** The list knows all of them. */
const listed = (page: Page) =>
  until(
    () =>
      page.evaluate(
        (text) => document.querySelector('.shelf [role=status]')?.textContent === text,
        `${notes.toLocaleString('en')} notes`,
      ),
    PATIENCE,
  );

const chromium = await launchChromium(outputOf('chrome'));
try {
  const costs: Record<string, unknown> = {};
  const options = await opened(chromium, 'options.html');
  await fillLibrary(options, madeUpLibrary(notes));
  await options.reload();
  await until(() => options.$('.wipe'));
  console.error('filled');
  costs['backup out'] = await timed(chromium, options, () => click(options, 'Back up everything'));
  const backup = await downloaded();
  await options.close();

  const page = await opened(chromium, 'library.html#/notes');
  await listed(page);
  const files = new Map<string, string>();
  for (const format of EXPORT_FORMATS) {
    costs[`${format} out`] = await timed(chromium, page, async () => {
      await click(page, 'Export…');
      await page.waitForSelector('dialog input[type=radio]');
      await choose(page, format);
      await click(page, 'Export');
    });
    files.set(format, await downloaded());
  }
  for (const [name, path] of [
    ['w3c', files.get('w3c')],
    ['hypothesis', files.get('hypothesis')],
    ['backup', backup],
    ['backup again', backup],
  ] as const) {
    if (name !== 'backup again') await wipe(page);
    costs[`${name} in`] = await timed(chromium, page, () => takeIn(page, path ?? ''));
    await listed(page);
  }
  console.log(JSON.stringify({ notes, ...costs }, null, 1));
} finally {
  await chromium.close();
  rmSync(folder, { recursive: true });
}
