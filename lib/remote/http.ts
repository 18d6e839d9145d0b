/**
 * One request to a server that may be slow, throttled, broken or something else altogether. Repeats what may be
 * repeated, never waits long, and tells faults apart. What a status means to a store is for the adapters to say.
 */
import type { RemoteFault } from '@/lib/core/sync.ts';
import { RemoteError } from '@/lib/sync/remote.ts';
import { readBody, TooLong } from './read-body.ts';
import type { RemoteEnv } from './remote-env.ts';

export type Ask = {
  readonly method: string;
  readonly url: string;
  /** A function where they are made anew for every try: signatures carry the time. */
  readonly headers: (() => Promise<Record<string, string>>) | Record<string, string>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  /** Longest body of a success that is read, in bytes; a longer one is `odd`. */
  readonly limit?: number;
  /**
   * Never sent again when nobody knows whether it arrived. For PUT: a second upload that is cut off tears the good file
   * that the first has left (rclone). It throws, and the engine looks before it tries again.
   */
  readonly once?: boolean;
  /** Whether the body of a success has come whole; one that has not is asked for again. */
  readonly isWhole?: (body: Uint8Array<ArrayBuffer>) => boolean;
  /** What this kind of store says in so many words, where the status alone would mislead. */
  readonly faultOf?: (answer: Answer) => RemoteFault | null;
};
export type Answer = {
  /** A redirection is always 301, as browsers do not say more: none is followed, so no password goes anywhere else. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
};
/** Throws RemoteError for what is the same with every kind of store: network, password, throttling, space, log-in pages. */
export type Http = (ask: Ask) => Promise<Answer>;

/** `tries`: after how many such tries to give up. */
type Fault = {
  readonly kind: RemoteFault;
  readonly tries: number;
  readonly cause: unknown;
  readonly retryAfter: number | null;
};

const TRIES = 3;
const FIRST_PAUSE = 400;
/** Refused names and passwords may be throttling or a race of the server's: one more try, later. */
const AUTH_TRIES = 2;
const AUTH_PAUSE = 1_500;
/** The longest that is waited in here; a server that asks for more is `busy`. */
const LONGEST_PAUSE = 5_000;
const LONGEST_RETRY_AFTER = 10 * 60_000;
const LIMIT = 4 * 2 ** 20;
/** Milliseconds without a sign of life. An upload shows none, so it gets more by its size: 8 KB a second. */
const SILENCE = 30_000;
const BYTES_PER_MILLISECOND = 8;

export function createHttp(env: RemoteEnv, silence = SILENCE): Http {
  return async (ask) => {
    for (let tried = 1; ; tried++) {
      const outcome = await attempt(ask, env, silence);
      if ('status' in outcome) return outcome;
      const { kind, tries, cause, retryAfter } = outcome;
      const backoff = (kind === 'auth' ? AUTH_PAUSE : FIRST_PAUSE * 2 ** (tried - 1)) * (0.5 + env.random());
      const pause = Math.max(retryAfter ?? 0, backoff);
      if (tried >= tries || pause > LONGEST_PAUSE || env.signal?.aborted === true)
        throw new RemoteError(kind, cause, retryAfter);
      await env.sleep(pause);
    }
  };
}

async function attempt(ask: Ask, env: RemoteEnv, silence: number): Promise<Answer | Fault> {
  const unclear = ask.once === true ? 1 : TRIES;
  const watch = watchSilence(env.signal, silence + (ask.body?.length ?? 0) / BYTES_PER_MILLISECOND);
  try {
    const response = await env.fetch(ask.url, {
      method: ask.method,
      headers: typeof ask.headers === 'function' ? await ask.headers() : ask.headers,
      body: ask.body ?? null,
      // A truncated answer in the browser's cache would be confirmed by 304 for ever.
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: watch.signal,
    });
    watch.heard(silence);
    const limit = response.ok ? (ask.limit ?? LIMIT) : LIMIT;
    const body = await readBody(response, limit, () => watch.heard(silence));
    const time = serverTime(response.headers);
    if (time !== null) env.onServerTime?.(time);
    return judge(ask, response, body, { unclear, now: time ?? env.now() });
  } catch (cause) {
    return cause instanceof TooLong ? fault('odd', 1, cause) : fault('offline', unclear, cause);
  } finally {
    watch.stop();
  }
}

function judge(
  ask: Ask,
  response: Response,
  body: Uint8Array<ArrayBuffer>,
  { unclear, now }: { unclear: number; now: number },
): Answer | Fault {
  const { headers, status } = response;
  const cause = `${ask.method} ${status}`;
  const retryAfter = retryAfterOf(headers.get('retry-after'), now);
  const told = ask.faultOf?.({ status, headers, body }) ?? null;
  if (told !== null) return fault(told, unclear, cause, retryAfter);
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return { status: 301, headers, body };
  if (status === 401 || status === 403) return fault('auth', AUTH_TRIES, cause);
  if (status === 507 || status === 413) return fault('full', 1, cause);
  if (status === 429 || status === 423) return fault('busy', TRIES, cause, retryAfter);
  // Said before anything was done, unlike what else is the server's fault.
  if (status === 503) return fault(retryAfter === null ? 'server' : 'busy', TRIES, cause, retryAfter);
  if (status >= 500) return fault('server', unclear, cause);
  if (status === 408) return fault('offline', unclear, cause);
  if (status === 200 && isWebPage(headers, body)) return fault('odd', AUTH_TRIES, cause);
  if (response.ok && ask.isWhole?.(body) === false) return fault('odd', TRIES, cause);
  return { status, headers, body };
}

function fault(kind: RemoteFault, tries: number, cause: unknown, retryAfter: number | null = null): Fault {
  return { kind, tries, cause, retryAfter };
}

/** A log-in page, a portal of the network: nothing that is ours begins like this. */
function isWebPage(headers: Headers, body: Uint8Array): boolean {
  const start = new TextDecoder().decode(body.subarray(0, 64));
  return /^text\/html\b/i.test(headers.get('content-type') ?? '') || /^\s*<(?:!doctype html|html)\b/i.test(start);
}

/** Seconds, or a date. */
function retryAfterOf(text: string | null, now: number): number | null {
  if (text === null) return null;
  const wait = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER);
}

function serverTime(headers: Headers): number | null {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time;
}

function watchSilence(
  outer: AbortSignal | undefined,
  first: number,
): { signal: AbortSignal; heard: (silence: number) => void; stop: () => void } {
  const inner = new AbortController();
  const end = (): void => inner.abort(new DOMException('no sign of life', 'TimeoutError'));
  let timer = setTimeout(end, first);
  return {
    signal: outer === undefined ? inner.signal : AbortSignal.any([outer, inner.signal]),
    heard: (silence) => {
      clearTimeout(timer);
      timer = setTimeout(end, silence);
    },
    stop: () => clearTimeout(timer),
  };
}
