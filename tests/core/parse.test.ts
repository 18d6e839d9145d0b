import { describe, expect, it } from 'vitest';
import { ParseError, count, finite, flag, list, oneOf, orNull, record, text } from '@/lib/core/parse.ts';

const problem = (parse: () => unknown): string => {
  try {
    parse();
  } catch (cause) {
    if (cause instanceof ParseError) return cause.path;
    throw cause;
  }
  return 'none';
};

describe('the parsers let through what they promise and name what is wrong', () => {
  it.each([
    ['record', () => record([], 'a'), 'a'],
    ['record of null', () => record(null, 'a'), 'a'],
    ['text', () => text(1, 'a.b'), 'a.b'],
    ['text that is too long', () => text('xxxx', 'a', 3), 'a'],
    ['finite', () => finite(Number.NaN, 'n'), 'n'],
    ['count below 0', () => count(-1, 'n'), 'n'],
    ['count of a half', () => count(0.5, 'n'), 'n'],
    ['flag', () => flag('true', 'f'), 'f'],
    ['oneOf', () => oneOf(['x', 'y'], 'z', 'o'), 'o'],
    ['list', () => list({}, 'l', text), 'l'],
    ['list that is too long', () => list(['a', 'b'], 'l', text, 1), 'l'],
    ['an entry of a list', () => list(['a', 2], 'l', text), 'l[1]'],
    ['a good record', () => record({ a: 1 }, 'a'), 'none'],
    ['a good list', () => list(['a'], 'l', text), 'none'],
    ['null where it may be', () => orNull(undefined, 'x', text), 'none'],
    ['a wrong value where null may be', () => orNull(3, 'x', text), 'x'],
  ])('%s', (_name, parse, path) => expect(problem(parse)).toBe(path));
});
