/** One request received, passed on and answered whole, or in as much of it as a fault of the way lets through. */
import { type ClientRequest, type IncomingMessage, request as requestTo, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Sent = {
  readonly method: string;
  readonly path: string;
  /** Names and values in turn, as they came. */
  readonly headers: readonly string[];
  readonly body: Buffer;
};
export type Reply = { readonly status: number; readonly headers: readonly string[]; readonly body: Buffer };

export async function receive(request: IncomingMessage): Promise<Sent> {
  const body = await readAll(request);
  return { method: request.method ?? '', path: request.url ?? '', headers: request.rawHeaders, body };
}

/** @param target Scheme, host and port. */
export function forward(target: string, sent: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = open(target, sent, (incoming) => {
      readAll(incoming).then(
        (body) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.rawHeaders, body }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}

/** The connection ends in the middle of the body; whatever the server makes of that, nobody hears of it. */
export async function forwardHalf(target: string, sent: Sent): Promise<null> {
  if (sent.body.length === 0) return null;
  const outgoing = open(target, sent, (incoming) => incoming.resume());
  outgoing.on('error', () => undefined);
  outgoing.write(sent.body.subarray(0, Math.ceil(sent.body.length / 2)));
  // Long enough for the half to arrive; the server acts on it in its own time.
  await sleep(30);
  outgoing.destroy();
  return null;
}

/** @param upTo Bytes of the body after which the connection ends, though more was announced. */
export function answer(response: ServerResponse, reply: Reply, upTo = reply.body.length): void {
  const headers = pairs(reply.headers).filter(([name]) => !/^(?:connection|keep-alive|transfer-encoding)$/i.test(name));
  const hasLength = headers.some(([name]) => name.toLowerCase() === 'content-length');
  const length: [string, string][] =
    hasLength || reply.status === 204 ? [] : [['Content-Length', String(reply.body.length)]];
  response.writeHead(reply.status, [...headers, ...length].flat());
  if (upTo === reply.body.length) response.end(reply.body);
  else response.write(reply.body.subarray(0, upTo), () => response.destroy());
}

/** The same with another body, as if it were all. */
export function withBody(reply: Reply, body: Buffer): Reply {
  return { ...reply, headers: withoutLength(reply.headers), body };
}

export const withoutLength = (headers: readonly string[]): string[] =>
  pairs(headers)
    .filter(([name]) => name.toLowerCase() !== 'content-length')
    .flat();

function open(target: string, sent: Sent, hear: (incoming: IncomingMessage) => void): ClientRequest {
  const { hostname, port } = new URL(target);
  const { method, path } = sent;
  // Not as a list: with one, what follows would come too late.
  const headers = Object.fromEntries(pairs(sent.headers));
  const outgoing = requestTo({ hostname, port, method, path, headers, agent: false }, hear);
  // Nothing is to look like a body that was none: Apache refuses such a MKCOL.
  outgoing.useChunkedEncodingByDefault = sent.body.length > 0;
  return outgoing;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const pairs = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : []));
