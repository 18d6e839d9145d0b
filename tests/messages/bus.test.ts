import { describe, expect, it } from 'vitest';
import { answer, type Sender } from '@/lib/messages/bus.ts';

const sender: Sender = { kind: 'page', tabId: 7, windowId: 1, url: null, isPrivate: false };
const handlers = {
  echo: (payload: unknown) => payload,
  slow: async () => Promise.resolve('late'),
  who: (_payload: unknown, from: Sender) => from.tabId,
  breaks: () => {
    throw new Error('no such pack');
  },
};

describe('answer gives one reply whatever the handler does', () => {
  it.each([
    ['echo', { ok: true, answer: { a: 1 } }],
    ['slow', { ok: true, answer: 'late' }],
    ['who', { ok: true, answer: 7 }],
    ['breaks', { ok: false, message: 'no such pack' }],
    ['unknown', { ok: false, message: 'nothing answers “unknown”' }],
    ['constructor', { ok: false, message: 'nothing answers “constructor”' }],
    ['__proto__', { ok: false, message: 'nothing answers “__proto__”' }],
  ])('%s', async (name, reply) => {
    expect(await answer(handlers, { to: 'background', name, payload: { a: 1 } }, sender)).toEqual(reply);
  });
});
