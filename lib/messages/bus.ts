/** Carries the Protocol. Knows no handler; the only place where what crosses the wire is taken on trust by type. */
import { browser, type Browser } from 'wxt/browser';
import type { PageNews, ToBackground, ToPage } from './protocol.ts';

type Contract = Record<string, (payload: never) => unknown>;
type Payload<P extends Contract, K extends keyof P> = Parameters<P[K]>;
type Answer<P extends Contract, K extends keyof P> = Awaited<ReturnType<P[K]>>;

/** A handler gets the payload unparsed: it comes from another process, perhaps from a page's. */
export type Handlers<P extends Contract> = {
  readonly [K in keyof P]: (payload: unknown, sender: Sender) => Answer<P, K> | Promise<Answer<P, K>>;
};

/** `page`: a content script, so as little trusted as the page it runs in. `extension`: a page of ours. */
export type Sender = {
  readonly kind: 'page' | 'extension';
  readonly tabId: number | null;
  readonly windowId: number | null;
  /** Of the document that sent it, as the browser knows it. */
  readonly url: string | null;
  readonly isPrivate: boolean;
};

type Request = { readonly to: 'background' | 'page'; readonly name: string; readonly payload: unknown };
type Reply = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly message: string };

/** `gone`: this script outlived its extension (update, removal): stop quietly. `absent`: nobody listens there. `refused`: the handler threw. */
export class MessageError extends Error {
  readonly kind: 'gone' | 'absent' | 'refused';
  constructor(kind: MessageError['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MessageError';
    this.kind = kind;
  }
}

/** Milliseconds after which no answer is taken for no worker: browsers have been seen to leave a question hanging. */
const PATIENCE = 20_000;
/** Pauses in milliseconds before each new try, when the worker died with a question in hand. */
const RETRIES = [30, 120, 400, 1200];

/** Asks the background; asks again if its worker died meanwhile, so every question must bear being asked twice. */
export async function call<K extends keyof ToBackground>(
  name: K,
  ...[payload]: Payload<ToBackground, K>
): Promise<Answer<ToBackground, K>> {
  const request: Request = { to: 'background', name, payload };
  for (const pause of [...RETRIES, null]) {
    try {
      return unwrap(await inTime(browser.runtime.sendMessage(request))) as Answer<ToBackground, K>;
    } catch (cause) {
      const error = toMessageError(cause);
      if (error.kind !== 'absent' || pause === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw new MessageError('absent', name);
}

/** Asks the content script of a tab. Throws `absent` where none runs. */
export async function callPage<K extends keyof ToPage>(
  tabId: number,
  name: K,
  ...[payload]: Payload<ToPage, K>
): Promise<Answer<ToPage, K>> {
  const request: Request = { to: 'page', name, payload };
  try {
    return unwrap(await browser.tabs.sendMessage(tabId, request, { frameId: 0 })) as Answer<ToPage, K>;
  } catch (cause) {
    throw toMessageError(cause);
  }
}

/** Answers in the background. `privileged` names are only for extension pages. */
export function serveBackground(handlers: Handlers<ToBackground>, privileged: ReadonlySet<string>): void {
  browser.runtime.onMessage.addListener((message: unknown, from, reply: (reply: Reply) => void) => {
    const request = parseRequest(message, 'background');
    const sender = senderOf(from);
    if (request === null || sender === null) return false;
    if (privileged.has(request.name) && sender.kind !== 'extension') return false;
    void answer(handlers, request, sender).then(reply);
    return true;
  });
}

/** Answers in a content script until `signal` aborts. */
export function servePage(handlers: Handlers<ToPage>, signal: AbortSignal): void {
  const listener = (message: unknown, from: Browser.runtime.MessageSender, reply: (reply: Reply) => void): boolean => {
    const request = parseRequest(message, 'page');
    const sender = senderOf(from);
    if (request === null || sender?.kind !== 'extension') return false;
    void answer(handlers, request, sender).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

/** Tells whoever is open; that nobody is, is fine. */
export async function broadcast(news: PageNews): Promise<void> {
  try {
    await browser.runtime.sendMessage(news);
  } catch (cause) {
    if (toMessageError(cause).kind === 'gone') throw toMessageError(cause);
  }
}

/** Calls `listener` with the tab whose page changed. */
export function onPageNews(listener: (tabId: number, news: PageNews) => void, signal?: AbortSignal): void {
  const heard = (message: unknown, from: Browser.runtime.MessageSender): false => {
    const news = parseNews(message);
    if (news !== null && from.id === browser.runtime.id && from.tab?.id !== undefined) listener(from.tab.id, news);
    return false;
  };
  browser.runtime.onMessage.addListener(heard);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(heard), { once: true });
}

/** Pure: one request, one reply, whatever the handler does. */
export async function answer<P extends Contract>(
  handlers: Handlers<P>,
  { name, payload }: Request,
  sender: Sender,
): Promise<Reply> {
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler === undefined) return { ok: false, message: `nothing answers “${name}”` };
  try {
    return { ok: true, answer: await handler(payload, sender) };
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : 'failed' };
  }
}

function parseRequest(message: unknown, to: Request['to']): Request | null {
  if (typeof message !== 'object' || message === null || !('to' in message) || !('name' in message)) return null;
  if (message.to !== to || typeof message.name !== 'string') return null;
  return { to, name: message.name, payload: 'payload' in message ? message.payload : undefined };
}

function parseNews(message: unknown): PageNews | null {
  if (typeof message !== 'object' || message === null || !('news' in message) || !('marks' in message)) return null;
  return message.news === 'page.changed' && typeof message.marks === 'number'
    ? { news: 'page.changed', marks: message.marks }
    : null;
}

function senderOf({ id, url, tab }: Browser.runtime.MessageSender): Sender | null {
  if (id !== browser.runtime.id) return null;
  const kind = tab === undefined || url?.startsWith(browser.runtime.getURL('/')) === true ? 'extension' : 'page';
  const { id: tabId = null, windowId = null, incognito: isPrivate = false } = tab ?? {};
  return { kind, tabId, windowId, url: url ?? null, isPrivate };
}

function unwrap(reply: unknown): unknown {
  // No reply at all: the worker stopped between taking the message and answering it.
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new MessageError('absent', 'no reply');
  if (reply.ok === true && 'answer' in reply) return reply.answer;
  throw new MessageError(
    'refused',
    'message' in reply && typeof reply.message === 'string' ? reply.message : 'refused',
  );
}

async function inTime(reply: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new MessageError('absent', 'no answer in time')), PATIENCE);
  });
  return Promise.race([reply, late]).finally(() => clearTimeout(timer));
}

function toMessageError(cause: unknown): MessageError {
  if (cause instanceof MessageError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  // After an update, `runtime` is cut off from old content scripts: Chrome throws this, Firefox leaves no id.
  const gone =
    /context invalidated|Extension context/i.test(text) ||
    (browser.runtime as { id?: string } | undefined)?.id === undefined;
  return new MessageError(gone ? 'gone' : 'absent', text, cause);
}
