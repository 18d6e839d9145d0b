/** Stands before a real server and does what networks and hosts do; keeps every byte that was sent to it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { occursIn } from './occurs-in.ts';
import { answer, forward, forwardHalf, receive, type Reply, type Sent, withBody, withoutLength } from './pass-on.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * `cut-upload`: half of it reaches the server; `short-upload`: the same, as if it were all. `lost-answer`: done, and nobody hears of it. `cut-answer`: ends halfway;
 * `short-answer`: the same, with a length that says it is all. `replay`: PUT and DELETE are done twice at once, and once
 * more some requests later. `login-page`: 200, and HTML.
 */
export const PROXY_FAULTS = [
  '503',
  '429',
  'cut-upload',
  'short-upload',
  'lost-answer',
  'cut-answer',
  'short-answer',
  'replay',
  'slow',
  'login-page',
] as const;
export type ProxyFault = (typeof PROXY_FAULTS)[number];
/** What is answered in place of the truth; null: the truth. */
export type Lie = (sent: Sent, truth: Reply) => Reply | null;

export type ChaosProxy = {
  readonly origin: string;
  /** Share of requests that go amiss, from now on. */
  readonly setRate: (rate: number) => void;
  /** For the next requests, whatever the rate; null lets one through. */
  readonly plan: (...faults: readonly (ProxyFault | null)[]) => void;
  readonly setLie: (lie: Lie | null) => void;
  /** Of each fault, how often it happened. */
  readonly happened: ReadonlyMap<ProxyFault, number>;
  /** Everything that was sent, in order, since it was last forgotten. */
  readonly sent: readonly Sent[];
  readonly forget: () => void;
  /** Whether a text, or bytes, is anywhere in what was sent: as it is, or in one of the usual encodings. */
  readonly saw: (sought: string | Uint8Array) => boolean;
  readonly stop: () => Promise<void>;
};

const LOGIN_PAGE: Reply = {
  status: 200,
  headers: ['Content-Type', 'text/html; charset=utf-8'],
  body: Buffer.from('<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>'),
};
const REPLAYED_AFTER = 5;

/** @param target Scheme, host and port. */
export async function startChaosProxy(target: string, seed = 1): Promise<ChaosProxy> {
  const random = seededRandom(seed);
  const sent: Sent[] = [];
  const planned: (ProxyFault | null)[] = [];
  const replays: { readonly one: Sent; readonly at: number }[] = [];
  const happened = new Map<ProxyFault, number>();
  let count = 0;
  let rate = 0;
  let lie: Lie | null = null;

  const nextFault = (one: Sent): ProxyFault | null => {
    const fault = planned.shift();
    if (fault !== undefined) return fault;
    const possible = PROXY_FAULTS.filter((name) => canMeet(name, one));
    return random() < rate ? (possible[Math.floor(random() * possible.length)] ?? null) : null;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = await receive(request);
    sent.push(one);
    count += 1;
    while (replays[0] !== undefined && replays[0].at <= count)
      await forward(target, (replays.shift() ?? replays[0]).one);
    const fault = nextFault(one);
    if (fault !== null) happened.set(fault, (happened.get(fault) ?? 0) + 1);
    if (fault === 'replay' && canMeet(fault, one)) {
      replays.push({ one, at: count + REPLAYED_AFTER });
      await forward(target, one);
    }
    await meet(fault, one, { target, response, random, lie });
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  return {
    origin: await listen(server),
    setRate: (next) => (rate = next),
    plan: (...faults) => planned.push(...faults),
    setLie: (next) => (lie = next),
    happened,
    sent,
    forget: () => (sent.length = 0),
    saw: (sought) => sent.some((one) => [headOf(one), one.body].some((bytes) => occursIn(sought, bytes))),
    stop: () => stop(server),
  };
}

function canMeet(fault: ProxyFault, { method, body }: Sent): boolean {
  if (fault === 'replay') return method === 'PUT' || method === 'DELETE';
  if (fault.endsWith('-upload')) return method === 'PUT' && body.length > 0;
  return !fault.endsWith('-answer') || fault === 'lost-answer' || method === 'GET' || method === 'PROPFIND';
}

type On = {
  readonly target: string;
  readonly response: ServerResponse;
  readonly random: () => number;
  readonly lie: Lie | null;
};

async function meet(fault: ProxyFault | null, one: Sent, on: On): Promise<void> {
  const reply = await replyUnder(fault, one, on);
  if (reply === null) on.response.destroy();
  else answer(on.response, reply, fault === 'cut-answer' ? half(reply.body.length) : reply.body.length);
}

/** Null: none, the connection ends. */
async function replyUnder(fault: ProxyFault | null, one: Sent, { target, random, lie }: On): Promise<Reply | null> {
  if (fault === '503') return refusal(503, random() < 0.5 ? '1' : null);
  if (fault === '429') return refusal(429, random() < 0.5 ? '0' : '1');
  if (fault === 'login-page') return LOGIN_PAGE;
  if (fault === 'cut-upload') return forwardHalf(target, one);
  const truth = await forward(target, fault === 'short-upload' ? shortened(one) : one);
  if (fault === 'lost-answer') return null;
  if (fault === 'slow') await sleep(50 + 150 * random());
  const reply = lie?.(one, truth) ?? truth;
  return fault === 'short-answer' && reply.status < 300
    ? withBody(reply, reply.body.subarray(0, half(reply.body.length)))
    : reply;
}

function shortened(one: Sent): Sent {
  const body = one.body.subarray(0, half(one.body.length));
  return { ...one, headers: [...withoutLength(one.headers), 'Content-Length', String(body.length)], body };
}

const half = (length: number): number => Math.floor(length / 2);

function refusal(status: number, retryAfter: string | null): Reply {
  return { status, headers: retryAfter === null ? [] : ['Retry-After', retryAfter], body: Buffer.from('not now') };
}

const headOf = ({ method, path, headers }: Sent): Buffer => Buffer.from([method, path, ...headers].join('\n'));

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
