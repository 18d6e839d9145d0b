import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord, isGone, mergeRecord } from '@/lib/sync/merge-record.ts';
import { UNSENT, type RecordChange, type SyncedRecord } from '@/lib/sync/record.ts';
import { everyWrite, rowOf, saysTheSame } from '@/lib/sync/record-homes.ts';
import { NOTHING_SEEN } from '@/lib/sync/seen.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { deletion, settledBody, writtenBody, writtenCells } from '@/lib/sync/written.ts';
import { ROUNDS } from '../rounds.ts';
import { at, changeOf, device, sayingOf } from './stamps.ts';

const ID = 'notes/one';
const DEVICES = ['a', 'b', 'c'].map(device);

type Act =
  | { readonly kind: 'cell'; readonly who: number; readonly field: string; readonly now: number }
  | { readonly kind: 'body' | 'settle' | 'delete'; readonly who: number; readonly now: number }
  | { readonly kind: 'hear'; readonly who: number; readonly from: number };
const who = fc.nat(2);
const now = fc.integer({ min: 1, max: 40 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('cell' as const), who, field: fc.constantFrom('x', 'y'), now }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('body' as const, 'body', 'settle', 'delete'), who, now }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hear' as const), who, from: who }) },
);

/** What three devices that write and hear of each other have written, each with a clock of its own. */
function written(acts: readonly Act[]): RecordChange[] {
  const records: SyncedRecord[] = DEVICES.map(() => emptyRecord(ID));
  const heard: RecordChange[][] = DEVICES.map(() => []);
  const changes: RecordChange[] = [];
  const apply = (index: number, change: RecordChange): void => {
    records[index] = mergeRecord(records[index], change, null);
    heard[index]?.push(change);
  };
  acts.forEach((step, count) => {
    if (step.kind === 'hear') {
      for (const change of [...(heard[step.from] ?? [])]) apply(step.who, change);
      return;
    }
    const change = doneBy(step, records[step.who] ?? emptyRecord(ID), DEVICES[step.who] ?? device('a'), count);
    changes.push(change);
    apply(step.who, change);
  });
  return changes;
}

function doneBy(step: Exclude<Act, { kind: 'hear' }>, record: SyncedRecord, by: DeviceId, count: number): RecordChange {
  const writer = { device: by, now: step.now };
  switch (step.kind) {
    case 'cell':
      return changeOf({ cells: writtenCells(record, new Map([[step.field, count]]), writer) });
    case 'body':
      return changeOf({ versions: [writtenBody(record, `text ${count}`, writer)] });
    case 'settle':
      return changeOf({ versions: [settledBody(record, `text ${count}`, writer)] });
    case 'delete':
      return deletion(record, writer);
  }
}

const merged = (changes: readonly RecordChange[]): SyncedRecord =>
  changes.reduce((record, change) => mergeRecord(record, change, null), emptyRecord(ID));

const history = fc
  .array(act, { minLength: 1, maxLength: 14 })
  .map(written)
  .filter((changes) => changes.length > 0);
const runs = { numRuns: 400 * Math.min(ROUNDS, 25) };

describe('merging', () => {
  it('comes to the same in any order, with anything twice, and late', () => {
    const cases = history.chain((changes) =>
      fc.record({
        changes: fc.constant(changes),
        order: fc.shuffledSubarray(changes, { minLength: changes.length }),
        again: fc.subarray(changes),
      }),
    );
    fc.assert(
      fc.property(cases, ({ changes, order, again }) => {
        expect(sayingOf(merged([...order, ...again]))).toEqual(sayingOf(merged(changes)));
      }),
      runs,
    );
  });

  it('of two states comes to the same as of all their writes', () => {
    const cases = history.chain((changes) =>
      fc.record({ changes: fc.constant(changes), cut: fc.nat(changes.length), order: fc.boolean() }),
    );
    fc.assert(
      fc.property(cases, ({ changes, cut, order }) => {
        const halves = [changes.slice(0, cut), changes.slice(cut)].map((half) => merged(half));
        const [first = emptyRecord(ID), second = emptyRecord(ID)] = order ? halves : halves.reverse();
        const both = mergeRecord(first, everyWrite(second), null);
        expect(sayingOf(both)).toEqual(sayingOf(merged(changes)));
      }),
      runs,
    );
  });

  it('keeps of equal stamps, written by two copies of a profile, the same value everywhere', () => {
    const one = changeOf({ cells: { x: { stamp: at(5), value: 'one' } } });
    const two = changeOf({ cells: { x: { stamp: at(5), value: 'two' } } });
    expect(merged([one, two]).cells.x?.value).toBe('two');
    expect(merged([two, one]).cells.x?.value).toBe('two');
  });

  it('keeps of equal stamps one text, and what either had replaced replaced', () => {
    const old = changeOf({ versions: [{ stamp: at(1, 'b'), text: 'old', seen: NOTHING_SEEN, base: null }] });
    const seen = { upTo: { [device('b')]: at(1, 'b') }, except: [] };
    const one = changeOf({ versions: [{ stamp: at(5), text: 'one', seen, base: null }] });
    const two = changeOf({ versions: [{ stamp: at(5), text: 'two', seen: NOTHING_SEEN, base: null }] });
    for (const order of [
      [old, one, two],
      [two, old, one],
      [one, two, old],
      [two, one, old],
    ]) {
      expect(merged(order).versions.map((version) => version.text)).toEqual(['two']);
    }
  });
});

describe('a home', () => {
  const write = changeOf({ cells: { x: { stamp: at(5), value: 1 } }, floor: at(2) });
  it('stays when the very write comes again from elsewhere', () => {
    const mine = mergeRecord(undefined, write, UNSENT);
    expect(mergeRecord(mine, write, null)).toEqual(mine);
  });
  it('goes with the write that is replaced', () => {
    const mine = mergeRecord(undefined, write, 'file');
    const after = mergeRecord(
      mine,
      changeOf({ cells: { x: { stamp: at(6, 'b'), value: 2 } }, floor: at(3, 'b') }),
      null,
    );
    expect([after.cells.x?.home, after.floor?.home]).toEqual([null, null]);
    expect(rowOf(after)).toMatchObject({ homes: [], unsent: 0 });
  });
  it('is none of what others publish, and told of what is ours', () => {
    expect(rowOf(mergeRecord(undefined, write, UNSENT)).unsent).toBe(1);
    expect(rowOf(mergeRecord(undefined, write, null)).unsent).toBe(0);
    expect(rowOf(mergeRecord(undefined, write, 'file')).homes).toEqual(['file']);
  });
});

describe('a deletion', () => {
  const note = changeOf({
    cells: { x: { stamp: at(5), value: 1 } },
    versions: [{ stamp: at(6), text: 'text', seen: NOTHING_SEEN, base: null }],
  });
  it('takes what was written before it, also what comes later', () => {
    const gone = changeOf({ floor: at(7, 'b') });
    expect(isGone(merged([note, gone]))).toBe(true);
    expect(isGone(merged([gone, note]))).toBe(true);
  });
  it('takes what carries its very stamp', () => {
    expect(isGone(merged([note, changeOf({ floor: at(6) })]))).toBe(true);
  });
  it('leaves what was written after it', () => {
    expect(isGone(merged([changeOf({ floor: at(5, 'b') }), note]))).toBe(false);
    expect(merged([changeOf({ floor: at(5, 'b') }), note]).cells).toEqual({});
  });
  it('is nothing on a record that never was', () => {
    expect(isGone(emptyRecord(ID))).toBe(false);
  });
});

describe('whether two say the same', () => {
  const record = merged([changeOf({ cells: { x: { stamp: at(5), value: { a: 1, b: 2 } } } })]);
  it('does not look at homes, or at the order of keys', () => {
    const other = mergeRecord(undefined, changeOf({ cells: { x: { stamp: at(5), value: { b: 2, a: 1 } } } }), 'file');
    expect(saysTheSame(record, other)).toBe(true);
  });
  it('looks at stamps and values', () => {
    expect(saysTheSame(record, merged([changeOf({ cells: { x: { stamp: at(6), value: { a: 1, b: 2 } } } })]))).toBe(
      false,
    );
    expect(saysTheSame(record, merged([changeOf({ cells: { x: { stamp: at(5), value: 3 } } })]))).toBe(false);
    expect(saysTheSame(undefined, record)).toBe(false);
  });
});
