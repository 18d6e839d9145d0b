import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonParts } from '@/lib/exchange/json-stream.ts';
import { arbitraryJson } from './arbitrary-note.ts';
import { all, inPieces } from './pieces.ts';

const parts = (text: string, lists: readonly string[], length?: number) =>
  all(readJsonParts(inPieces(text, length), lists));
const items = async (text: string, lists: readonly string[], length?: number) =>
  (await parts(text, lists, length)).flatMap((part) => (part.kind === 'item' ? [part.value] : []));
const failure = (text: string) =>
  parts(text, ['/rows'], 3).then(
    () => 'none',
    (cause: unknown) => (cause instanceof Error && 'kind' in cause ? cause.kind : 'bug'),
  );

describe('entries come one at a time', () => {
  it('of any values, cut at any length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryJson, { maxLength: 5 }),
        fc.record({ before: arbitraryJson, indent: fc.constantFrom(0, 2), length: fc.integer({ min: 1, max: 9 }) }),
        async (rows, { before, indent, length }) => {
          expect(await items(JSON.stringify(rows, null, indent), [''], length)).toEqual(rows);
          const text = JSON.stringify({ before, rows, after: before }, null, indent);
          expect(await items(text, ['/rows'], length)).toEqual(rows);
          const nested = JSON.stringify({ before, first: { before, items: rows }, last: before }, null, indent);
          expect(await items(nested, ['/first/items'], length)).toEqual(rows);
        },
      ),
    );
  });

  it('and the rest as fields, in the order of the file', async () => {
    const text =
      '\uFEFF {"a":1,"rows":[],"first":{"b":{"rows":[2]},"items":["x"],"c":null},"rows2":[3],"":[4],"a/b~":5}\n';
    expect(await parts(text, ['/rows', '/first/items'], 1)).toEqual([
      { kind: 'field', path: '/a', value: 1 },
      { kind: 'list', path: '/rows' },
      { kind: 'field', path: '/first/b', value: { rows: [2] } },
      { kind: 'list', path: '/first/items' },
      { kind: 'item', path: '/first/items', index: 0, value: 'x' },
      { kind: 'field', path: '/first/c', value: null },
      { kind: 'field', path: '/rows2', value: [3] },
      { kind: 'field', path: '/', value: [4] },
      { kind: 'field', path: '/a~1b~0', value: 5 },
    ]);
  });

  it.each([
    ['numbers', '[1,-2.5e3 ,0]', [1, -2500, 0]],
    ['words', '[true,false\n,null]', [true, false, null]],
    ['brackets and quotes in strings', '["]","}","\\"","\\\\",",["]', [']', '}', '"', '\\', ',[']],
    ['a surrogate pair as escapes', '["\\ud83d\\udc4d","\\ud83d"]', ['👍', '\uD83D']],
    ['keys that look like ours', '[{"__proto__":1}]', [JSON.parse('{"__proto__":1}')]],
  ])('exactly: %s', async (_name, text, expected) => {
    for (const length of [1, 2, 3, 100]) expect(await items(text, [''], length)).toEqual(expected);
  });
});

describe('what is no such file is told', () => {
  it.each([
    ['', 'broken'],
    ['   ', 'broken'],
    ['id,text\n1,2', 'not-this-format'],
    ['"text"', 'not-this-format'],
    ['<html></html>', 'not-this-format'],
    ['{"rows":[1,2', 'broken'],
    ['{"rows":[1,2]', 'broken'],
    ['{"rows":[1 2]}', 'broken'],
    ['{"rows":[1,]}', 'broken'],
    ['{"rows":[1],}', 'broken'],
    ['{"rows":[nul]}', 'broken'],
    ['{"rows":[{"a":}]}', 'broken'],
    ['{"rows":["\u0000"]}', 'broken'],
    ['{"rows" [1]}', 'broken'],
    ['{rows:[1]}', 'broken'],
    ['{"rows":[1]}{"rows":[1]}', 'broken'],
    ['{"rows":[1]}]', 'broken'],
    ['{"rows":[[1}]}', 'broken'],
  ])('%s', async (text, kind) => expect(await failure(text)).toBe(kind));

  it('every beginning of a file but the whole is broken', async () => {
    const text = '{"a":"\\u00e9","rows":[{"b":[1,"]"]},"x"]}';
    for (let end = 0; end < text.length; end += 1) expect(await failure(text.slice(0, end))).toBe('broken');
  });
});

describe('what is too large is left out, and the file goes on', () => {
  it.each([
    ['long', `"${'x'.repeat(17_000_000)}"`],
    ['deep', '['.repeat(5000) + ']'.repeat(5000)],
  ])('%s', async (_name, value) => {
    expect(await parts(`{"a":${value},"rows":[1,${value},2]}`, ['/rows'], 65_536)).toEqual([
      { kind: 'too-large', path: '/a', index: null },
      { kind: 'list', path: '/rows' },
      { kind: 'item', path: '/rows', index: 0, value: 1 },
      { kind: 'too-large', path: '/rows', index: 1 },
      { kind: 'item', path: '/rows', index: 2, value: 2 },
    ]);
  });
});
