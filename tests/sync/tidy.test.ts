import { describe, expect, it } from 'vitest';
import { chooseRun } from '@/lib/sync/choose-run.ts';
import { collectLocal } from '@/lib/sync/local-edits.ts';
import { outcomeOf } from '@/lib/sync/run-state.ts';
import { tidy, TIDINESS } from '@/lib/sync/tidy.ts';
import { DAY, desk } from './desk.ts';

describe('which files are packed', () => {
  const files = (...sizes: readonly number[]) =>
    sizes.map((size, index) => ({ name: String(index), from: index + 1, to: index + 1, size, raw: size }));
  const chosen = (...sizes: readonly number[]): number[] => chooseRun(files(...sizes)).map((file) => file.size);
  it.each([
    { sizes: [64, 16, 1, 1, 1, 1, 1], run: [1, 1, 1, 1, 1] },
    { sizes: [1, 1, 1, 1, 1, 64, 64], run: [1, 1, 1, 1, 1] },
    { sizes: [64, 16, 16, 16, 16, 16, 1, 1], run: [1, 1] },
    { sizes: [64, 16, 16, 16, 16, 16, 1], run: [16, 16, 16, 16, 16, 1] },
    { sizes: [4 * 2 ** 20, 3 * 2 ** 20, 1000, 1000, 1000], run: [1000, 1000, 1000] },
    { sizes: [4 * 2 ** 20, 4 * 2 ** 20, 3 * 2 ** 20, 3 * 2 ** 20], run: [] },
  ])('of $sizes', ({ sizes, run }) => {
    expect(chosen(...sizes)).toEqual(run);
  });
  it('not so many that a reader could not take them', () => {
    const large = files(1, 1, 1, 1, 1).map((file) => ({ ...file, raw: 15 * 2 ** 20 }));
    expect(chooseRun(large)).toEqual([]);
  });
});

describe('what is published', () => {
  it('stays until what comes in its place is', async () => {
    const { seat, clock } = desk();
    const one = seat('a');
    for (let edit = 0; edit <= TIDINESS.enough; edit += 1) {
      await one.write(edit === 0 ? 'x' : `other${edit}`, { title: 'published' });
      await one.sync();
      clock.now += DAY / 24;
    }
    expect(one.files().length).toBeGreaterThan(TIDINESS.enough);
    await one.write('x', { title: 'not sent yet' });
    const writer = { device: one.id(), now: clock.now, limit: 10 };
    await one.db.transact((tx) => collectLocal(tx, one.db.library, writer));
    const idle = one.parts();
    await outcomeOf(idle, async (run) => {
      await tidy(run, await idle.store.list(one.id()));
    });
    const fresh = seat('f');
    await fresh.sync();
    expect(fresh.row('x')).toEqual({ title: 'published' });
    await one.sync();
    await one.sync();
    await fresh.sync();
    expect([fresh.row('x'), one.files().length <= TIDINESS.enough]).toEqual([{ title: 'not sent yet' }, true]);
  });
});
