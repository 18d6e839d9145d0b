/** The Driver for Firefox. What BiDi cannot reach is done in the browser's own window, by internals of the ESR. */
import { EXTENSION_ID, launchFirefox, type Firefox } from '@/scripts/drive/firefox.ts';
import { until } from '@/scripts/drive/until.ts';
import type { Driver, Tab } from './driver.ts';

type FirefoxTab = Tab & { readonly context: string };

/** The extension, and the parts of the browser that act on it for a user. */
const INTERNALS = `
  const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
  const internals = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs').Management.global;
  const win = Services.wm.getMostRecentWindow('navigator:browser');
`;
const KEYS: Readonly<Record<string, string>> = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' };

export async function firefoxDriver(extension: string): Promise<Driver & { readonly firefox: Firefox }> {
  const firefox = await launchFirefox(extension);
  const pageErrors: string[] = [];
  await firefox.send('session.subscribe', { events: ['log.entryAdded'] });
  firefox.on(({ method, params }) => {
    if (method === 'log.entryAdded' && params.level === 'error') pageErrors.push(String(params.text));
  });
  const open = async (url: string) => tabOf(firefox, await firefox.openTab(url));
  const own = (path: string) => open(firefox.ownUrl(path));
  const beside = async (tab: Tab, file: string) => own(`${file}?tab=${await idOf(firefox, tab)}`);
  const internally = <T>(body: string, ...args: readonly unknown[]) =>
    firefox.inChrome<T>(`async (...args) => { ${INTERNALS} ${body} }`, ...args);

  return {
    name: 'Firefox',
    firefox,
    open,
    openOwn: own,
    async clickAction(tab) {
      await toFront(firefox, tab);
      // A second click on the button would only close what the first one opened.
      await internally(`win.document.querySelector('.webextension-popup-browser')?.closest('panel')?.hidePopup();`);
      await internally('await internals.browserActionFor(extension).triggerAction(win);');
      await until(() =>
        internally<boolean>(
          `return win.document.querySelector('.webextension-popup-browser')?.currentURI.spec.endsWith('/popup.html') === true;`,
        ),
      );
    },
    popupBeside: (tab) => beside(tab, 'popup.html'),
    panelBeside: (tab) => beside(tab, 'sidepanel.html'),
    async command(tab, name) {
      await toFront(firefox, tab);
      await internally('extension.shortcuts.onCommand(args[0]);', name);
    },
    killBackground: firefox.killBackground,
    pageErrors: () => pageErrors,
    close: firefox.close,
  };
}

const contextOf = (tab: Tab): string => (tab as FirefoxTab).context;
const toFront = (firefox: Firefox, tab: Tab) => firefox.send('browsingContext.activate', { context: contextOf(tab) });

/** The browser's number for a tab. */
async function idOf(firefox: Firefox, tab: Tab): Promise<number> {
  await toFront(firefox, tab);
  return firefox.inChrome<number>(
    `async () => { ${INTERNALS} return internals.tabTracker.getId(win.gBrowser.selectedTab); }`,
  );
}

function tabOf(firefox: Firefox, context: string): FirefoxTab {
  const perform = (actions: readonly object[]) => firefox.send('input.performActions', { context, actions });
  const pointer = (...steps: readonly object[]) =>
    perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps }]);
  const front = () => firefox.send('browsingContext.activate', { context });
  return {
    context,
    run: (source, ...args) => firefox.evaluate(context, source, ...args),
    async click(x, y) {
      await front();
      await pointer(
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      );
    },
    async hover(x, y) {
      await front();
      await pointer({ type: 'pointerMove', x: x - 3, y }, { type: 'pointerMove', x, y });
    },
    async press(key) {
      await front();
      const value = KEYS[key] ?? key;
      await perform([
        {
          type: 'key',
          id: 'keyboard',
          actions: [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ],
        },
      ]);
    },
    async reload() {
      await firefox.send('browsingContext.reload', { context, wait: 'complete' });
    },
    async close() {
      await firefox.send('browsingContext.close', { context });
    },
    async allText() {
      const { result } = await firefox.send<{ result: RemoteNode }>('script.evaluate', {
        expression: 'document.documentElement',
        target: { context },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 100, includeShadowTree: 'all' },
      });
      const parts: string[] = [];
      collectText(result, parts);
      return parts.join(' ');
    },
    async screenshot() {
      await front();
      const { data } = await firefox.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
  };
}

/** A node as BiDi describes it, closed shadow roots too. */
type RemoteNode = {
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
};

function collectText({ value }: RemoteNode, parts: string[]): void {
  if (value === undefined || /^(?:script|style|head)$/.test(value.localName ?? '')) return;
  if (value.nodeType === 3 && value.nodeValue?.trim()) parts.push(value.nodeValue.trim());
  if (value.shadowRoot) collectText(value.shadowRoot, parts);
  for (const child of value.children ?? []) collectText(child, parts);
}
