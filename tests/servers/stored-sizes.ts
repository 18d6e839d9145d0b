/** Sizes of the files that were sent to be stored, whatever the protocol wraps them in. */
import type { Sent } from './pass-on.ts';

export function storedSizes(sent: readonly Sent[]): number[] {
  return sent.flatMap(({ method, path, body }) => {
    if (method !== 'PUT' || !/\.(?:plx|key)(?:\?|$)/.test(path)) return [];
    const inside = body[0] === 0x7b ? /"data":"([^"]*)"/.exec(body.toString('latin1'))?.[1] : undefined;
    return [inside === undefined ? body.length : Buffer.from(inside, 'base64').length];
  });
}
