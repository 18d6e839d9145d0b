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
const CLOSE_POPUP = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  win.document.querySelector('.webextension-popup-browser')?.closest('panel')?.hidePopup();
`;
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Shift: '\uE008',
  Control: '\uE009',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
};

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
      await firefox.inChrome(`async () => { ${CLOSE_POPUP} }`);
      await internally('await internals.browserActionFor(extension).triggerAction(win);');
      await until(() =>
        internally<boolean>(
          `return win.document.querySelector('.webextension-popup-browser')?.currentURI.spec.endsWith('/popup.html') === true;`,
        ),
      );
    },
    popupBeside: (tab) => beside(tab, 'popup.html'),
    panelBeside: (tab) => beside(tab, 'sidepanel.html'),
    opened: async (path) => {
      const find = async () => {
        const { contexts } = await firefox.send<{ contexts: Context[] }>('browsingContext.getTree', { maxDepth: 0 });
        return contexts.find(({ url }) => url.includes(path))?.context ?? null;
      };
      return tabOf(firefox, await until(find, 20_000));
    },
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
  /** Keys go to the frame that has the focus; for the driver that is another context. */
  const typeKeys = async (actions: readonly object[]) => {
    const focused = await focusedIn(firefox, context);
    await firefox.send('input.performActions', {
      context: focused,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  };
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
    async press(keys) {
      await front();
      const values = keys.split('+').map((key) => KEYS[key] ?? key);
      await typeKeys([
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]);
    },
    async type(text) {
      await front();
      await typeKeys(Array.from(text).flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))));
    },
    async drag(from, to) {
      await front();
      // A real press of the pointer would close the popup and give the page the focus.
      await firefox.inChrome(`async () => { ${CLOSE_POPUP} win.gBrowser.selectedBrowser.focus(); }`);
      await pointer(
        { type: 'pointerMove', x: Math.round(from.x), y: Math.round(from.y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', x: Math.round(to.x), y: Math.round(to.y), duration: 60 },
        { type: 'pointerUp', button: 0 },
      );
    },
    async clickOn(name) {
      const sharedId = await until(async () => buttonNamed(await wholeTree(firefox, context), name));
      await front();
      await pointer(
        { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      );
    },
    async frame(path) {
      const inner = await until(async () => frameIn(firefox, context, path));
      return { run: (source, ...args) => firefox.evaluate(inner, source, ...args) };
    },
    async reload() {
      await firefox.send('browsingContext.reload', { context, wait: 'complete' });
    },
    async close() {
      await firefox.send('browsingContext.close', { context });
    },
    async allText() {
      const parts: string[] = [];
      collectText(await wholeTree(firefox, context), parts);
      return parts.join(' ');
    },
    async screenshot() {
      await front();
      const { data } = await firefox.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
  };
}

async function wholeTree(firefox: Firefox, context: string): Promise<RemoteNode> {
  const { result } = await firefox.send<{ result: RemoteNode }>('script.evaluate', {
    expression: 'document.documentElement',
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 100, includeShadowTree: 'all' },
  });
  return result;
}

type Context = { readonly context: string; readonly url: string; readonly children: readonly Context[] | null };

async function framesIn(firefox: Firefox, root: string): Promise<readonly Context[]> {
  const { contexts } = await firefox.send<{ contexts: Context[] }>('browsingContext.getTree', { root });
  const all = (one: Context): Context[] => [one, ...(one.children ?? []).flatMap(all)];
  return contexts.flatMap((one) => (one.children ?? []).flatMap(all));
}

const frameIn = async (firefox: Firefox, root: string, path: string): Promise<string | null> =>
  (await framesIn(firefox, root)).find(({ url }) => url.includes(path))?.context ?? null;

async function focusedIn(firefox: Firefox, root: string): Promise<string> {
  for (const { context } of await framesIn(firefox, root))
    if (await firefox.evaluate<boolean>(context, '() => document.hasFocus()')) return context;
  return root;
}

function buttonNamed({ sharedId, value }: RemoteNode, name: string): string | null {
  if (value === undefined) return null;
  const own = value.attributes?.['aria-label'] ?? textIn({ value }).trim();
  if (value.localName === 'button' && own === name && sharedId !== undefined) return sharedId;
  for (const child of [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])]) {
    const found = buttonNamed(child, name);
    if (found !== null) return found;
  }
  return null;
}

const textIn = ({ value }: RemoteNode): string =>
  value?.nodeType === 3 ? (value.nodeValue ?? '') : (value?.children ?? []).map(textIn).join('');

/** A node as BiDi describes it, closed shadow roots too. */
type RemoteNode = {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
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
