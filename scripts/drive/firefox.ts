/**
 * Drives the built extension in a real Firefox over WebDriver BiDi. Extension pages and the browser's own window are
 * out of BiDi's reach unless the browser is started with system access; what is used of it are internals of the ESR.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.ts';

export const FIREFOX = findBrowser('firefox');
export const EXTENSION_ID = 'parallax@parallax.example';
const UUID = '6f0a4a3e-0f1d-4a53-9c3b-7a1c0c9b2f11';

export type Firefox = {
  readonly send: <T = Record<string, unknown>>(method: string, params?: object) => Promise<T>;
  /** Evaluates a function's source in a browsing context, as if the user had just clicked. */
  readonly evaluate: <T>(context: string, source: string, ...args: readonly unknown[]) => Promise<T>;
  /** Evaluates in the browser's own window: `gBrowser`, `Services` and the rest. */
  readonly inChrome: <T>(source: string, ...args: readonly unknown[]) => Promise<T>;
  /** Opens a tab and returns its browsing context. */
  readonly openTab: (url: string) => Promise<string>;
  readonly ownUrl: (path: string) => string;
  readonly killBackground: () => Promise<void>;
  readonly on: (listener: (event: BidiEvent) => void) => void;
  readonly close: () => Promise<void>;
};

export type BidiEvent = { readonly method: string; readonly params: Record<string, unknown> };

export async function launchFirefox(extension: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'parallax-firefox-'));
  writeProfile(profile);
  const { child, address } = await start(profile);
  const { send, on, socket } = await connect(address);
  await send('session.new', { capabilities: {} });
  await send('webExtension.install', { extensionData: { type: 'path', path: extension } });

  const evaluate = async <T>(context: string, source: string, ...args: readonly unknown[]): Promise<T> => {
    const reply = await send<EvaluateReply>('script.evaluate', {
      target: { context },
      awaitPromise: true,
      userActivation: true,
      resultOwnership: 'none',
      expression: `(${source})(...${JSON.stringify(args)})`,
    });
    if (reply.type !== 'success') throw new Error(reply.exceptionDetails?.text ?? 'evaluation failed');
    return toValue(reply.result) as T;
  };
  const chromeContext = async (): Promise<string> => {
    const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const [first] = contexts;
    if (first === undefined) throw new Error('no window');
    return first.context;
  };
  const inChrome = async <T>(source: string, ...args: readonly unknown[]) =>
    evaluate<T>(await chromeContext(), source, ...args);

  return {
    send,
    on,
    evaluate,
    inChrome,
    ownUrl: (path) => `moz-extension://${UUID}/${path}`,
    async openTab(url) {
      const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      return context;
    },
    async killBackground() {
      await inChrome(
        `async (id) => { await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true }); }`,
        EXTENSION_ID,
      );
    },
    async close() {
      await send('browser.close').catch(() => undefined);
      socket.close();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function writeProfile(profile: string): void {
  const prefs = {
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'remote.prefs.recommended': true,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
    // Answers a request for an optional permission with yes, in place of the reader.
    'extensions.webextOptionalPermissionPrompts': false,
    'xpinstall.signatures.required': false,
  };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

async function start(profile: string): Promise<{ child: ChildProcess; address: string }> {
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
    '--remote-allow-system-access',
    '--width=1100',
    '--height=900',
  ];
  const child = spawn(FIREFOX ?? 'firefox', [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise<string>((resolve, reject) => {
    let heard = '';
    child.stderr.on('data', (data: Buffer) => {
      heard += data.toString();
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(heard)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code ?? 'a signal'}: ${heard}`)));
    setTimeout(() => reject(new Error(`Firefox did not start: ${heard}`)), 60_000).unref();
  });
  return { child, address };
}

type Reply = {
  readonly id?: number;
  readonly type?: string;
  readonly error?: string;
  readonly message?: string;
  readonly result?: unknown;
};

async function connect(address: string) {
  const socket = new WebSocket(`${address}/session`);
  const listeners: ((event: BidiEvent) => void)[] = [];
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void; method: string }
  >();
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('Firefox refused the connection')));
  });
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply & BidiEvent;
    const asked = reply.id === undefined ? undefined : waiting.get(reply.id);
    if (reply.id === undefined || asked === undefined) {
      for (const listener of listeners) listener(reply);
      return;
    }
    waiting.delete(reply.id);
    if (reply.type === 'error') asked.reject(new Error(`${asked.method}: ${reply.error ?? ''} ${reply.message ?? ''}`));
    else asked.resolve(reply.result);
  });
  const send = <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve: (value) => resolve(value as T), reject, method });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { socket, send, on: (listener: (event: BidiEvent) => void) => void listeners.push(listener) };
}

type Remote = { readonly type: string; readonly value?: unknown };
type EvaluateReply = {
  readonly type: string;
  readonly result: Remote;
  readonly exceptionDetails?: { readonly text: string };
};

/** BiDi's description of a value → the value, as far as JSON goes. */
function toValue(remote: Remote): unknown {
  if (remote.type === 'object')
    return Object.fromEntries((remote.value as [string, Remote][]).map(([key, value]) => [key, toValue(value)]));
  if (remote.type === 'array') return (remote.value as Remote[]).map(toValue);
  return remote.type === 'null' ? null : remote.value;
}
