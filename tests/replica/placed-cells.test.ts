import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listIn, placesOf, type PlacedList } from '@/lib/replica/placed-cells.ts';
import type { SyncedRecord } from '@/lib/sync/record.ts';
import type { Stamp } from '@/lib/sync/stamp.ts';
import type { Fields } from '@/lib/replica/cells.ts';

const TAGS: PlacedList = { prefix: 'tag:', longest: 20, most: 6 };
const record = (fields: Fields): SyncedRecord => ({
  id: 'notes/1',
  floor: null,
  versions: [],
  cells: Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, { stamp: '' as Stamp, value, home: null }]),
  ),
});
const saying = (entries: readonly string[]) => record(placesOf(undefined, TAGS, entries));
const changed = (before: SyncedRecord, entries: readonly string[]): SyncedRecord => ({
  ...before,
  cells: { ...before.cells, ...record(placesOf(before, TAGS, entries)).cells },
});

describe('a list in cells', () => {
  it.each([
    ['one more at the end', ['a', 'b'], ['a', 'b', 'c'], { 'tag:c': 2 }],
    ['one more at the start', ['a', 'b'], ['c', 'a', 'b'], { 'tag:c': -1 }],
    ['one more between', ['a', 'b'], ['a', 'c', 'b'], { 'tag:c': 0.5 }],
    ['one taken out', ['a', 'b', 'c'], ['a', 'c'], { 'tag:b': null }],
    ['one brought to the end', ['a', 'b', 'c'], ['b', 'c', 'a'], { 'tag:a': 3 }],
    ['nothing', ['a', 'b'], ['a', 'b'], {}],
    ['the same one twice', ['a', 'b'], ['a', 'a', 'b', 'a'], {}],
    ['all taken out', ['a', 'b'], [], { 'tag:a': null, 'tag:b': null }],
  ])('%s', (_what, before, after, fields) => {
    expect(placesOf(saying(before), TAGS, after)).toEqual(fields);
  });

  it('takes both of what two devices add', () => {
    const before = saying(['a']);
    const both = { ...before, cells: { ...changed(before, ['a', 'x']).cells, ...changed(before, ['a', 'y']).cells } };
    expect(listIn(both, TAGS)).toEqual(['a', 'x', 'y']);
  });

  it('can be put in another order where two came to the same place', () => {
    const tied = record({ 'tag:x': 1, 'tag:y': 1, 'tag:z': 1 });
    expect(listIn(tied, TAGS)).toEqual(['x', 'y', 'z']);
    for (const order of [
      ['z', 'y', 'x'],
      ['y', 'x', 'z'],
    ])
      expect(listIn(changed(tied, order), TAGS)).toEqual(order);
  });

  it('says nothing of entries that are beyond what a row may hold', () => {
    const many = record(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`tag:${at}`, at])));
    expect(listIn(many, TAGS)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(placesOf(many, TAGS, listIn(many, TAGS))).toEqual({});
  });

  it.each([
    ['a place that is none', { 'tag:a': 'first', 'tag:b': 1 }],
    ['an entry that is too long', { ['tag:' + 'x'.repeat(21)]: 0, 'tag:b': 1 }],
    ['a field of another name', { tags: 0, 'tag:b': 1 }],
  ])('passes over %s', (_what, fields) => {
    expect(listIn(record(fields), TAGS)).toEqual(['b']);
  });

  it('comes to say whatever is wanted, and then nothing more', () => {
    const entries = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 30 }), (states) => {
        let now = saying([]);
        for (const state of states) {
          now = changed(now, state);
          expect(listIn(now, TAGS)).toEqual(state);
          expect(placesOf(now, TAGS, state)).toEqual({});
        }
      }),
    );
  });

  it('finds room between two however often something is put there', () => {
    const list = { ...TAGS, most: 1000 };
    let [now, state] = [saying(['a', 'z']), ['a', 'z']];
    for (let n = 0; n < 200; n += 1) {
      state = state.toSpliced(1, 0, `n${n}`);
      now = { ...now, cells: { ...now.cells, ...record(placesOf(now, list, state)).cells } };
    }
    expect(listIn(now, list)).toEqual(state);
  });
});
