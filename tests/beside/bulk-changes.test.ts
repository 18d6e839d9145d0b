import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherBulk } from '@/lib/beside/bulk-changes.ts';
import type { TableChange } from '@/lib/storage/library-changes.ts';

const notes = (from: number, count: number): TableChange => ({
  table: 'notes',
  keys: Array.from({ length: count }, (_, at) => String(from + at)),
});
const pass = vi.fn<(change: TableChange) => void>();
const passed = () => pass.mock.calls.map(([{ table, keys }]) => [table, keys?.length ?? null]);

beforeEach(() => {
  vi.useFakeTimers();
  pass.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('changes', () => {
  it('of a few rows are passed on at once', () => {
    gatherBulk(500, pass)(notes(0, 3));
    expect(passed()).toEqual([['notes', 3]]);
  });

  it('of many are put together until no more come, table by table', () => {
    const gather = gatherBulk(500, pass);
    gather(notes(0, 1000));
    vi.advanceTimersByTime(400);
    gather(notes(900, 1000));
    gather({ table: 'articles', keys: null });
    vi.advanceTimersByTime(400);
    expect(passed()).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(passed()).toEqual([
      ['notes', 1900],
      ['articles', null],
    ]);
  });

  it('of very many are of any row, once', () => {
    const gather = gatherBulk(500, pass);
    for (let at = 0; at < 10; at += 1) gather(notes(at * 1000, 1000));
    vi.advanceTimersByTime(500);
    expect(passed()).toEqual([['notes', null]]);
    gather(notes(0, 200));
    vi.advanceTimersByTime(500);
    expect(passed()).toEqual([
      ['notes', null],
      ['notes', 200],
    ]);
  });
});
