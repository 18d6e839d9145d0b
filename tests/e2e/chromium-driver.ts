/** The Driver for Chromium. */
import { TargetType, type CDPSession, type KeyInput, type Page, type Target } from 'puppeteer-core';
import { launchChromium, type Chromium, type ChromiumOptions } from '@/scripts/drive/chromium.ts';
import { until } from '@/scripts/drive/until.ts';
import type { Driver, Point, Tab } from './driver.ts';

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
      const popup = await chromium.clickAction(pageOf(tab));
      // It closes as soon as the page is clicked, and must have set the reading going by then.
      await until(() => popup.evaluate(HAS_BEGUN), 3_000).catch(() => undefined);
    },
    popupBeside: (tab) => beside(tab, 'popup.html'),
    panelBeside: (tab) => beside(tab, 'sidepanel.html'),
    opened: async (path) => {
      const isIt = (target: Target) => target.type() === TargetType.PAGE && target.url().includes(path);
      return watch(await (await chromium.browser.waitForTarget(isIt, { timeout: 20_000 })).asPage());
    },
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

const HAS_BEGUN = `document.querySelector('header') !== null && document.querySelector('.empty[role="status"]') === null`;

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
    async press(keys) {
      await page.bringToFront();
      const held = keys.split('+') as KeyInput[];
      const last = held.pop() ?? 'Enter';
      for (const key of held) await page.keyboard.down(key);
      await page.keyboard.press(last);
      for (const key of held.reverse()) await page.keyboard.up(key);
    },
    async type(text) {
      await page.bringToFront();
      await page.keyboard.type(text);
    },
    async drag(from, to) {
      await page.bringToFront();
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 6 });
      await page.mouse.up();
    },
    async clickOn(name) {
      const { x, y } = await until(async () => middleOf(page, name));
      await page.bringToFront();
      await page.mouse.click(x, y);
    },
    async frame(path) {
      const frame = await until(() => Promise.resolve(page.frames().find((one) => one.url().includes(path)) ?? null));
      return {
        run: <T>(source: string, ...args: readonly unknown[]) =>
          frame.evaluate(`(${source})(...${JSON.stringify(args)})`) as Promise<T>,
      };
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

/** Of the first button with this name that is shown, in CSS pixels of the window; null while there is none. */
async function middleOf(page: Page, name: string): Promise<Point | null> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as {
      root: DomNode;
    };
    for (const { backendNodeId } of buttonsNamed(root, name)) {
      const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
      const [left = 0, top = 0, right = 0, , , bottom = 0] = quads[0] ?? [];
      if (quads.length > 0) return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    return null;
  } catch {
    // What is drawn anew between two questions is asked for again.
    return null;
  } finally {
    await session.detach();
  }
}

function buttonsNamed(node: DomNode, name: string): DomNode[] {
  const inner = childrenOf(node).flatMap((child) => buttonsNamed(child, name));
  return node.nodeName === 'BUTTON' && nameOf(node) === name ? [node, ...inner] : inner;
}

function nameOf(node: DomNode): string {
  const at = node.attributes?.indexOf('aria-label') ?? -1;
  return at >= 0 ? (node.attributes?.[at + 1] ?? '') : textIn(node).trim();
}

const textIn = (node: DomNode): string =>
  node.nodeType === 3 ? node.nodeValue : childrenOf(node).map(textIn).join('');
const childrenOf = ({ shadowRoots = [], children = [] }: DomNode): DomNode[] => [...shadowRoots, ...children];

type DomNode = {
  readonly backendNodeId: number;
  /** Names and values by turns. */
  readonly attributes?: string[];
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
    for (const child of childrenOf(node)) visit(child);
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
