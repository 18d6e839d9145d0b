/** Drives the built extension in a real Chromium: its real popup, its real side panel, and a worker that can be killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { TargetType, type Browser, type Extension, type Page, type Target } from 'puppeteer-core';
import { findBrowser } from '../find-browser.ts';
import { until } from './until.ts';

export const CHROMIUM = findBrowser('chromium');

/** No service of the browser's own may speak to the network: what is heard then is the extension's. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
];

export type Chromium = {
  readonly browser: Browser;
  readonly id: string;
  readonly openTab: (url: string) => Promise<Page>;
  readonly openOwn: (path: string) => Promise<Page>;
  /** Clicks the toolbar button on a tab: grants activeTab and opens the popup, which is returned. */
  readonly clickAction: (page: Page) => Promise<Page>;
  readonly openPanel: () => Promise<Page>;
  /** Evaluates in the background's worker, waking it if need be. */
  readonly inWorker: <T>(body: string) => Promise<T>;
  readonly workerRuns: () => boolean;
  readonly killWorker: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ChromiumOptions = {
  readonly headless?: boolean;
  readonly args?: readonly string[];
  readonly executablePath?: string;
};

export async function launchChromium(
  extension: string,
  { headless = true, args = [], executablePath }: ChromiumOptions = {},
): Promise<Chromium> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'parallax-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: executablePath ?? CHROMIUM ?? 'chromium',
    headless,
    pipe: true,
    dumpio: process.env.DUMPIO === '1',
    enableExtensions: [extension],
    userDataDir,
    defaultViewport: headless ? { width: 1100, height: 900 } : null,
    args: [...QUIET, ...args],
  });
  const id = await extensionId(browser);
  const openTab = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return page;
  };
  const openOwn = (path: string) => openTab(`chrome-extension://${id}/${path}`);

  return {
    browser,
    id,
    openTab,
    openOwn,
    async clickAction(page) {
      await page.bringToFront();
      const popup = browser.waitForTarget((target) => target.url().startsWith(`chrome-extension://${id}/popup.html`), {
        timeout: 10_000,
      });
      await (await ownExtension(browser, id)).triggerAction(page);
      return (await popup).asPage();
    },
    async openPanel() {
      const opener = await openOwn('options.html');
      const session = await opener.createCDPSession();
      const panel = browser.waitForTarget(
        (target) => target.url().startsWith(`chrome-extension://${id}/sidepanel.html`),
        { timeout: 10_000 },
      );
      await session.send('Runtime.evaluate', {
        userGesture: true,
        expression: 'chrome.windows.getCurrent((win) => chrome.sidePanel.open({ windowId: win.id }))',
      });
      const page = await (await panel).asPage();
      await opener.close();
      return page;
    },
    inWorker: (body) => inWorker(browser, id, body),
    workerRuns: () => browser.targets().some(isWorker(id)),
    killWorker: () => killWorker(browser, id),
    async close() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

async function extensionId(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (one) => one.type() === TargetType.SERVICE_WORKER && one.url().endsWith('/background.js'),
    { timeout: 20_000 },
  );
  const id = new URL(target.url()).host;
  // The target exists before its script has run.
  await until(() => inWorker<boolean>(browser, id, 'globalThis.__parallaxReady === true'));
  return id;
}

async function ownExtension(browser: Browser, id: string): Promise<Extension> {
  const found = [...(await browser.extensions()).values()].find((one) => one.id === id);
  if (found === undefined) throw new Error('the extension is not installed');
  return found;
}

const isWorker = (id: string) => (target: Target) =>
  target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(`chrome-extension://${id}/`);

async function inWorker<T>(browser: Browser, id: string, body: string): Promise<T> {
  const target = await browser.waitForTarget(isWorker(id), { timeout: 10_000 });
  const worker = await target.worker();
  if (worker === null) throw new Error('no worker');
  return (await worker.evaluate(body)) as T;
}

/** A worker that a debugger holds on to does not end: `close` also lets go of it. */
async function killWorker(browser: Browser, id: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const workers = async (): Promise<string[]> => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`))
      .map(({ targetId }) => targetId);
  };
  const [doomed] = await workers();
  if (doomed !== undefined) {
    const worker = await browser.targets().find(isWorker(id))?.worker();
    // Whoever was being answered may already have started another; then there is nothing left to let go of.
    await worker?.close().catch(() => undefined);
    await until(async () => !(await workers()).includes(doomed));
  }
  await session.detach();
}
