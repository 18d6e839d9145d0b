import { describe, expect, it, vi } from 'vitest';
import { abridged } from '@/lib/ui/abridge.ts';
import { keyAction } from '@/lib/ui/list-keys.ts';
import { windowOf } from '@/lib/ui/list-window.ts';

describe('what is drawn of a long list', () => {
  it.each([
    ['at the top', 0, 1000, 0, 18],
    ['in the middle', 5000, 1000, 42, 68],
    ['at the end', 99_000, 1000, 982, 1000],
    ['past the end, after it has become shorter', 99_000, 5, 0, 5],
    ['of nothing', 0, 0, 0, 0],
  ])('%s', (_name, top, count, from, to) => {
    expect(windowOf({ top, row: 100, view: 1000, count })).toEqual({ from, to });
  });
});

const KEY = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const PLACE = { active: 5, count: 20, page: 8 };

describe('keys of a long list', () => {
  it.each<[Partial<typeof KEY> & { key: string }, string, readonly unknown[]]>([
    [{ key: 'ArrowDown' }, 'activate', [6]],
    [{ key: 'ArrowUp' }, 'activate', [4]],
    [{ key: 'PageDown' }, 'activate', [13]],
    [{ key: 'PageUp' }, 'activate', [0]],
    [{ key: 'Home' }, 'activate', [0]],
    [{ key: 'End' }, 'activate', [19]],
    [{ key: 'ArrowDown', shiftKey: true }, 'extend', [6]],
    [{ key: 'End', shiftKey: true }, 'extend', [19]],
    [{ key: 'Enter' }, 'open', [5]],
    [{ key: ' ' }, 'toggle', [5]],
    [{ key: 'a', ctrlKey: true }, 'selectAll', []],
    [{ key: 'a', metaKey: true }, 'selectAll', []],
    [{ key: 'z', ctrlKey: true }, 'undo', []],
    [{ key: 'Delete' }, 'remove', []],
    [{ key: 'Escape' }, 'leave', []],
  ])('%j', (pressed, event, args) => {
    const on = spies();
    expect(keyAction({ ...KEY, ...pressed }, PLACE, on)).toBe(true);
    expect(Object.entries(on).flatMap(([name, { mock }]) => mock.calls.map((call) => [name, call]))).toEqual([
      [event, args],
    ]);
  });

  it.each([{ key: 'x' }, { key: 'c', ctrlKey: true }, { key: 'ArrowDown', altKey: true }, { key: 'Tab' }])(
    'leaves %j alone',
    (pressed) => {
      expect(keyAction({ ...KEY, ...pressed }, PLACE, spies())).toBe(false);
    },
  );

  it('moves nowhere in an empty list', () => {
    const on = spies();
    keyAction({ ...KEY, key: 'ArrowDown' }, { active: -1, count: 0, page: 8 }, on);
    expect(on.activate).not.toHaveBeenCalled();
  });
});

const spies = () => ({
  activate: vi.fn(),
  open: vi.fn(),
  toggle: vi.fn(),
  extend: vi.fn(),
  selectAll: vi.fn(),
  remove: vi.fn(),
  undo: vi.fn(),
  leave: vi.fn(),
});

describe('a text that has changed in few places', () => {
  const long = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ');
  it('is cut to what stands beside the changes', () => {
    const [head, , between, , tail] = abridged([
      { kind: 'kept', text: long },
      { kind: 'added', text: 'now' },
      { kind: 'kept', text: long },
      { kind: 'removed', text: 'before' },
      { kind: 'kept', text: long },
    ]).map(({ text }) => text);
    expect(head).toMatch(/^…\n.*word99$/s);
    expect(between).toMatch(/^word0 .*…\n.*word99$/s);
    expect(tail).toMatch(/^word0 .*…\n$/s);
    expect(`${head} ${between} ${tail}`.length).toBeLessThan(600);
  });
  it('is left as it is where it is short', () => {
    const runs = [{ kind: 'kept', text: 'a b' } as const, { kind: 'added', text: 'c' } as const];
    expect(abridged(runs)).toEqual(runs);
  });
});
