/** A sealer that hides nothing, but binds content to its place and notices every changed byte, as the real one does. */
import { createHash } from 'node:crypto';
import type { FilePlace, Opened, SealedBytes, Sealer } from '@/lib/sync/sealed.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);
const MARK = 'FAKE';
const HEAD = MARK.length + 8 + 32;
let sealed = 0;

export function fakeSealer(): Sealer {
  return {
    seal: (content, place) => {
      const salt = String((sealed += 1)).padStart(8, '0');
      const head = Buffer.from(`${MARK}${salt}${tagOf(salt, content, place)}`);
      return Promise.resolve(new Uint8Array(Buffer.concat([head, content])) as SealedBytes);
    },
    open: (bytes, place) => Promise.resolve(openFake(bytes, place)),
    hash: (bytes) => Promise.resolve(hashOf(bytes)),
  };
}

export function openFake(bytes: Uint8Array, place: FilePlace): Opened {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (!head.startsWith(MARK)) return { kind: head.startsWith('NEWER') ? 'newer' : 'damaged' };
  const content = new Uint8Array(bytes.subarray(HEAD));
  const salt = head.slice(MARK.length, MARK.length + 8);
  return head.slice(-32) === tagOf(salt, content, place) ? { kind: 'opened', content } : { kind: 'damaged' };
}

const tagOf = (salt: string, content: Uint8Array, { device, from, to }: FilePlace): string =>
  hashOf(Buffer.concat([Buffer.from(`${salt}${device}/${from}-${to}`), content]));
