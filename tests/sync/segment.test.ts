import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf, nameOf, parseFileName, pathOf } from '@/lib/sync/file-name.ts';
import { decodeSegment, encodeSegment, type Segment } from '@/lib/sync/segment.ts';
import { at, changeOf, device } from './stamps.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const SEGMENT: Segment = {
  seen: { [device('b')]: 7 },
  adopted: [device('c')],
  records: [
    changeOf({
      floor: at(1, 'b'),
      cells: {
        title: { stamp: at(5), value: 'Ünï\ud800code' },
        tags: { stamp: at(6), value: [{ a: null }, 1.5, true] },
      },
      versions: [
        {
          stamp: at(9),
          text: 'text',
          seen: { upTo: { [device('b')]: at(3, 'b') }, except: [at(2, 'b')] },
          base: { stamp: at(3, 'b'), text: 'before' },
        },
      ],
    }),
    changeOf({ id: 'articles/https://example.org/a?b=1' }),
  ],
};
const encoded = new TextDecoder().decode(encodeSegment(SEGMENT));

describe('the content of a file', () => {
  it('is read as it was written', () => {
    expect(decodeSegment(encodeSegment(SEGMENT))).toEqual(SEGMENT);
  });
  it('is the same text for the same content', () => {
    const turned = {
      ...SEGMENT,
      records: SEGMENT.records.map((record) => ({
        ...record,
        cells: Object.fromEntries(Object.entries(record.cells).reverse()),
      })),
    };
    expect(encodeSegment(turned)).toEqual(encodeSegment(SEGMENT));
  });
  it('may hold any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
        const json = JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')) as null;
        const segment = { ...SEGMENT, records: [changeOf({ cells: { x: { stamp: at(1), value: json } } })] };
        expect(decodeSegment(encodeSegment(segment))).toEqual(segment);
      }),
    );
  });
  it('is read where a later version has put more beside it', () => {
    const more = encoded.replace('{"seen"', '{"later":[1],"seen"').replace(',[]]]}', ',[],"later"]]}');
    expect(decodeSegment(bytesOf(more))?.records).toHaveLength(2);
    expect(decodeSegment(bytesOf(encoded.replace('"adopted":["cccccccccccc"],', '')))?.adopted).toEqual([]);
  });
});

describe('what no device writes', () => {
  const cell = (json: string): string => `{"seen":{},"adopted":[],"records":[["notes/a",null,${json},[]]]}`;
  const version = (json: string): string => `{"seen":{},"adopted":[],"records":[["notes/a",null,{},[${json}]]]}`;
  const record = (json: string): string => `{"seen":{},"adopted":[],"records":[${json}]}`;
  it.each([
    ['no JSON', 'nonsense'],
    ['not an object', '[]'],
    ['null', 'null'],
    ['no records', '{"seen":{}}'],
    ['a device that is none', '{"seen":{"../../etc":1},"records":[]}'],
    ['a number that is none', `{"seen":{"${device('a')}":-1},"records":[]}`],
    ['an id without a kind', record('["a",null,{},[]]')],
    ['an id that is too long', record(`["notes/${'x'.repeat(3000)}",null,{},[]]`)],
    ['a floor that is no stamp', record('["notes/a","today",{},[]]')],
    ['a stamp far in the future', record(`["notes/a","zzzzzzzzz${device('a')}",{},[]]`)],
    ['a field of prototypes', cell(`{"__proto__":["${at(1)}",1]}`)],
    ['a field that begins with a space', cell(`{" a":["${at(1)}",1]}`)],
    ['a text among the fields', cell(`{"body":["${at(1)}","x"]}`)],
    ['a cell without a value', cell(`{"x":["${at(1)}"]}`)],
    ['a value that is too deep', cell(`{"x":["${at(1)}",${'['.repeat(1000)}${']'.repeat(1000)}]}`)],
    ['a text that is none', version(`["${at(1)}",5,[{},[]],null]`)],
    ['a text that has seen itself', version(`["${at(1)}","x",[{"${device('a')}":"${at(1)}"},[]],null]`)],
    [
      'a text that has seen what comes after it',
      version(`["${at(1)}","x",[{"${device('b')}":"${at(9, 'b')}"},[]],null]`),
    ],
    [
      'a text that has seen one device in the name of another',
      version(`["${at(9)}","x",[{"${device('b')}":"${at(1, 'c')}"},[]],null]`),
    ],
    ['a base that is none', version(`["${at(1)}","x",[{},[]],["${at(1)}",null]]`)],
  ])('%s is damaged', (_, json) => {
    expect(decodeSegment(bytesOf(json))).toBeNull();
  });
  it('is damaged where it is no text at all, or too much of it', () => {
    expect(decodeSegment(new Uint8Array([0xff, 0xfe, 0x00]))).toBeNull();
    expect(decodeSegment(new Uint8Array(32 * 2 ** 20 + 1))).toBeNull();
  });
  it('does not get at prototypes from within a value', () => {
    const read = decodeSegment(bytesOf(cell(`{"x":["${at(1)}",{"__proto__":{"bad":1},"good":2}]}`)));
    expect(read?.records[0]?.cells.x?.value).toEqual({ good: 2 });
  });
  it('is never more than damaged, whatever is changed in it', () => {
    const bytes = encodeSegment(SEGMENT);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (where, byte) => {
        const changed = new Uint8Array(bytes);
        changed[where] = byte;
        decodeSegment(changed);
        decodeSegment(changed.subarray(0, where));
      }),
    );
  });
});

describe('the name of a file', () => {
  const hash = '0123456789abcdef0123456789abcdef';
  it('tells its numbers and its hash', () => {
    const name = nameOf({ from: 3, to: 17 }, hash);
    expect(name).toBe(`00000003-00000017-${hash}.plx`);
    expect(parseFileName(name)).toEqual({ name, from: 3, to: 17, hash });
    expect(pathOf(device('a'), name)).toBe(`aaaaaaaaaaaa/${name}`);
  });
  it.each(
    [
      ['', 'x.plx', `00000003-00000002-${hash}.plx`, `00000000-00000002-${hash}.plx`, `3-4-${hash}.plx`],
      [
        `00000003-00000004-${hash.toUpperCase()}.plx`,
        `../00000003-00000004-${hash}.plx`,
        `00000003-00000004-${hash}.plx.tmp`,
      ],
    ].flat(),
  )('%s is none', (name) => {
    expect(parseFileName(name)).toBeNull();
  });
  it.each([
    { ranges: [], covered: 0, upTo: 0 },
    { ranges: [[2, 3]], covered: 0, upTo: 0 },
    {
      ranges: [
        [2, 3],
        [1, 1],
      ],
      covered: 0,
      upTo: 3,
    },
    {
      ranges: [
        [1, 4],
        [2, 3],
        [6, 9],
      ],
      covered: 0,
      upTo: 4,
    },
    { ranges: [[6, 9]], covered: 5, upTo: 9 },
  ])('$ranges after $covered cover up to $upTo', ({ ranges, covered, upTo }) => {
    expect(
      coverOf(
        ranges.map(([from = 0, to = 0]) => ({ from, to })),
        covered,
      ),
    ).toBe(upTo);
  });
});
