/** A network that answers by script and keeps what it was asked; no time passes. */
import type { RemoteEnv } from '@/lib/remote/remote-env.ts';

/** An Error: the connection breaks. `silence`: nothing comes until it is given up. */
export type Scripted = Response | Error | 'silence' | ((asked: Asked) => Response);
export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
};
export type ScriptedEnv = RemoteEnv & {
  readonly asked: Asked[];
  readonly pauses: number[];
  readonly serverTimes: number[];
};

export const NOW = Date.UTC(2026, 10, 28, 12);

/** @throws in the test, where more is asked than was written. */
export function scriptedEnv(script: Scripted[], more: Partial<RemoteEnv> = {}): ScriptedEnv {
  const asked: Asked[] = [];
  const pauses: number[] = [];
  const serverTimes: number[] = [];
  return {
    asked,
    pauses,
    serverTimes,
    now: () => NOW,
    random: () => 0.5,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    onServerTime: (time) => serverTimes.push(time),
    fetch: (url, init) => {
      const one = { method: init.method ?? '', url, headers: new Headers(init.headers), body: init.body, init };
      asked.push(one);
      const next = script.shift();
      if (next === undefined) throw new Error(`not in the script: ${one.method} ${url}`);
      if (next === 'silence') return untilAborted(init.signal);
      if (next instanceof Error) return Promise.reject(next);
      return Promise.resolve(typeof next === 'function' ? next(one) : next);
    },
    ...more,
  };
}

export const broken = (): Error => new TypeError('Failed to fetch');

type Body = string | Uint8Array<ArrayBuffer> | null;
export function reply(status: number, body: Body = null, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers });
}

/** Breaks off after these bytes. */
export function tornReply(start: string, headers: Record<string, string> = {}): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(start));
    },
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  return new Response(body, { status: 200, headers });
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
