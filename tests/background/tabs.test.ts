import { beforeEach, describe, expect, it, vi } from 'vitest';

const tabs = vi.hoisted(() => {
  const fake = { query: vi.fn(), sendMessage: vi.fn() };
  Object.assign(globalThis, { browser: { runtime: { id: 'parallax-test' }, tabs: fake } });
  return fake;
});
const { rereadOpenPages } = await import('@/entrypoints/background/tabs.ts');

beforeEach(() => {
  tabs.query.mockReset().mockResolvedValue([{ id: 1 }, {}, { id: 2 }, { id: 3 }]);
  tabs.sendMessage.mockReset().mockResolvedValue({ ok: true, answer: 'done' });
});

describe('reading open pages again', () => {
  it('asks every tab, those of no page of ours as well', async () => {
    tabs.sendMessage.mockImplementation((id: number) =>
      id === 2
        ? Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'))
        : Promise.resolve({ ok: true, answer: 'done' }),
    );
    await rereadOpenPages();
    expect(tabs.query).toHaveBeenCalledExactlyOnceWith({});
    expect(tabs.sendMessage.mock.calls).toEqual(
      [1, 2, 3].map((id) => [id, { to: 'page', name: 'page.reread', payload: undefined }, { frameId: 0 }]),
    );
  });

  it('tells of a page that failed', async () => {
    tabs.sendMessage.mockResolvedValue({ ok: false, message: 'broken' });
    await expect(rereadOpenPages()).rejects.toThrow('broken');
  });
});
