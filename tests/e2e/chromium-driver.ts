/** The Driver for Chromium. */
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium, type Chromium, type ChromiumOptions } from '@/scripts/drive/chromium.ts';
import { until } from '@/scripts/drive/until.ts';
import type { Driver, Tab } from './driver.ts';

type ChromiumTab = Tab & { readonly page: Page };

export type ChromiumDriver = Driver & { readonly chromium: Chromium };

export async function chromiumDriver(extension: string, options: ChromiumOptions = {}): Promise<ChromiumDriver> {
  const chromium = await launchChromium(extension, options);
  const pageErrors: string[] = [];
  const watch = (page: Page): ChromiumTab => {
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
    return tabOf(page);
  };
  const own = async (path: string) => watch(await chromium.openOwn(path));
  const beside = async (tab: Tab, file: string) => own(`${file}?tab=${await idOf(chromium, tab)}`);

  return {
    name: 'Chromium',
    chromium,
    open: async (url) => watch(await chromium.openTab(url)),
    openOwn: own,
    async clickAction(tab) {
      await chromium.clickAction(pageOf(tab));
    },
    popupBeside: (tab) => beside(tab, 'popup.html'),
    panelBeside: (tab) => beside(tab, 'sidepanel.html'),
    async command(tab, name) {
      await pageOf(tab).bringToFront();
      const id = await idOf(chromium, tab);
      await wake(chromium);
      await chromium.inWorker(
        `chrome.tabs.get(${id}).then((tab) => { chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab); })`,
      );
    },
    killBackground: chromium.killWorker,
    pageErrors: () => pageErrors,
    close: chromium.close,
  };
}

const pageOf = (tab: Tab): Page => (tab as ChromiumTab).page;

function tabOf(page: Page): ChromiumTab {
  return {
    page,
    run: <T>(source: string, ...args: readonly unknown[]) =>
      page.evaluate(`(${source})(...${JSON.stringify(args)})`) as Promise<T>,
    async click(x, y) {
      await page.bringToFront();
      await page.mouse.click(x, y);
    },
    async hover(x, y) {
      await page.bringToFront();
      await page.mouse.move(x, y, { steps: 3 });
    },
    async press(key) {
      await page.bringToFront();
      await page.keyboard.press(key as 'Enter');
    },
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    close: () => page.close(),
    async allText() {
      const session = await page.createCDPSession();
      const text = await piercingText(session);
      await session.detach();
      return text;
    },
    async screenshot() {
      await page.bringToFront();
      return page.screenshot({ type: 'png' });
    },
  };
}

type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
};

async function piercingText(session: CDPSession): Promise<string> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode };
  const parts: string[] = [];
  const visit = (node: DomNode): void => {
    if (/^(?:SCRIPT|STYLE|HEAD)$/.test(node.nodeName)) return;
    if (node.nodeType === 3) parts.push(node.nodeValue.trim());
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) visit(child);
  };
  visit(root);
  return parts.filter((part) => part !== '').join(' ');
}

/** The browser's number for a tab, found by the one thing both sides know. */
async function idOf({ openOwn }: Chromium, tab: Tab): Promise<number> {
  const desk = await openOwn('options.html');
  await pageOf(tab).bringToFront();
  const active = 'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)';
  const self = 'chrome.tabs.getCurrent().then((tab) => tab.id)';
  const [id] = await until(async () => {
    const ids = (await Promise.all([desk.evaluate(active), desk.evaluate(self)])) as [number, number];
    return ids[0] === ids[1] ? null : ids;
  });
  await desk.close();
  return id;
}

/** A stopped worker has no target: any question starts it. */
async function wake({ openOwn, workerRuns }: Chromium): Promise<void> {
  if (workerRuns()) return;
  const desk = await openOwn('options.html');
  await desk.evaluate(`chrome.runtime.sendMessage({ to: 'background', name: 'page.settings' })`);
  await until(() => Promise.resolve(workerRuns()));
  await desk.close();
}
