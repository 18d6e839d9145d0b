/** How the background holds the model: loaded when needed, once; let go when idle; its failure said once. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepModel } from '@/entrypoints/background/sentence-model.ts';
import type { Encoder } from '@/lib/model/encoder.ts';
import { ModelError } from '@/lib/model/model-error.ts';

const encoder = (encode: Encoder['encode'] = () => Promise.resolve([])) => ({
  id: 'test',
  dimensions: 3,
  encode,
  release: vi.fn(),
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a model that is there', () => {
  it('is loaded on the first question, once for all who ask', async () => {
    const load = vi.fn(() => Promise.resolve(encoder()));
    const keeper = keepModel({ load });
    expect(load).not.toHaveBeenCalled();
    const [one, other] = await Promise.all([keeper.get(), keeper.get()]);
    expect([one?.id, other?.dimensions]).toEqual(['test', 3]);
    expect(load).toHaveBeenCalledTimes(1);
  });
  it('is let go after its idle time, and loaded again for whoever still has it', async () => {
    const made = encoder();
    const load = vi.fn(() => Promise.resolve(made));
    const keeper = keepModel({ load, idleSeconds: 20 });
    const model = await keeper.get();
    vi.advanceTimersByTime(19_000);
    await model?.encode([]);
    vi.advanceTimersByTime(19_000);
    expect(made.release).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(made.release).toHaveBeenCalledTimes(1);
    expect(keeper.isLoaded()).toBe(false);
    await expect(model?.encode([])).resolves.toEqual([]);
    expect(load).toHaveBeenCalledTimes(2);
  });
  it('is not let go while it works', async () => {
    const { promise, resolve } = Promise.withResolvers<Float32Array[]>();
    const made = encoder(() => promise);
    const keeper = keepModel({ load: () => Promise.resolve(made), idleSeconds: 1 });
    const answer = (await keeper.get())?.encode([]);
    await keeper.get();
    vi.advanceTimersByTime(60_000);
    expect(made.release).not.toHaveBeenCalled();
    resolve([]);
    await answer;
    vi.advanceTimersByTime(1_000);
    expect(made.release).toHaveBeenCalled();
  });
});

describe('a model that is not there', () => {
  it('is null for everybody, and said once', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const load = vi.fn(() => Promise.reject(new ModelError('refused', 'WebAssembly was refused')));
    const keeper = keepModel({ load });
    expect(await Promise.all([keeper.get(), keeper.get()])).toEqual([null, null]);
    expect(await keeper.get()).toBeNull();
    expect(load).toHaveBeenCalledTimes(1);
    expect(error).toHaveBeenCalledTimes(1);
  });
  it('rejects whoever had it, when it cannot be loaded again', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const load = vi.fn(() => Promise.resolve(encoder()));
    const keeper = keepModel({ load });
    const model = await keeper.get();
    keeper.release();
    load.mockRejectedValue(new ModelError('damaged', 'changed meanwhile'));
    await expect(model?.encode([])).rejects.toMatchObject({ kind: 'absent' });
    expect(await keeper.get()).toBeNull();
  });
});
