/**
 * Rows of 8-bit activations times a matrix of 7-bit weights. All ways of doing it give the same integers, so that a
 * vector is the same to the last bit whichever the processor and the browser offer.
 *
 * Weights lie in panels of eight columns, four of a column's values beside each other: [columns / 8][width / 4][8][4].
 * They are stored with 64 added, 1 to 127: as the relaxed instructions want them. What that adds to a sum is 64 times
 * the sum of the row, which is subtracted at the end.
 */
import { func, repeat, set, type Code, type Expr, type Func, type Local, type NewLocal } from './assembler.ts';
import { f32, f32x4, i16x8, i32, i32x4, v128 } from './instructions.ts';

/** What the processor is asked for: plain SIMD, or the relaxed product, nearly twice as fast where it is known. */
export const DOTS = ['plain', 'relaxed'] as const;
export type Dot = (typeof DOTS)[number];

export const [PANEL, TOGETHER, ROWS] = [8, 4, 4];
export const ZERO_POINT = 64;
const UNROLLED = 2;
const VECTOR = 16;

type V = Expr<'v128'>;
type Accumulator = { readonly low: Local<'v128'>; readonly high: Local<'v128'> };

/**
 * `name(rows, scales, sums, count, weights, columnScales, bias, columns, out)`: addresses and counts. `count` rows of
 * `width` bytes, by fours: what stands behind the last one is multiplied too and lands behind the last row of `out`.
 */
export function multiply(name: string, width: number, dot: Dot): Func {
  return func(name, ({ param, local }) => {
    const [rows, scales, sums, count] = [param(), param(), param(), param()];
    const [weights, columnScales, bias, columns, out] = [param(), param(), param(), param(), param()];
    const [column, row, at, panel] = [local('i32'), local('i32'), local('i32'), local('i32')];
    const target = local('i32');
    const sum = dot === 'plain' ? plainSums(width, local) : relaxedSums(width, local);
    const finish = (index: number): Code[] => {
      const rowAt = i32.add(scales, i32.mul(row, i32.const(4)));
      const sumAt = i32.add(sums, i32.mul(row, i32.const(4)));
      const shift = i32x4.splat(i32.mul(i32.load(sumAt, index * 4), i32.const(ZERO_POINT)));
      const scale = f32x4.splat(f32.load(rowAt, index * 4));
      return [0, 1].flatMap((half) => {
        const columnAt = i32.mul(column, i32.const(4));
        const scaled = f32x4.mul(
          f32x4.convertI32x4(i32x4.sub(sum.total(index, half), shift)),
          f32x4.mul(scale, v128.load(i32.add(columnScales, columnAt), half * VECTOR)),
        );
        const value = f32x4.add(scaled, v128.load(i32.add(bias, columnAt), half * VECTOR));
        return [v128.store(target, value, half * VECTOR)];
      });
    };
    const nextRow = set(target, i32.add(target, i32.mul(columns, i32.const(4))));
    const block = [
      set(at, i32.add(rows, i32.mul(row, i32.const(width)))),
      ...sum.run(at, panel),
      set(target, i32.add(out, i32.mul(i32.add(i32.mul(row, columns), column), i32.const(4)))),
      ...[0, 1, 2, 3].flatMap((index) => [...finish(index), nextRow]),
    ];
    const body = [
      set(panel, i32.add(weights, i32.mul(column, i32.const(width)))),
      repeat(row, [i32.const(0), count, ROWS], block),
    ];
    return [repeat(column, [i32.const(0), columns, PANEL], body)];
  });
}

type Sums = {
  /** Sums the products of four rows from `at` and the eight columns of `panel`. */
  readonly run: (at: Local<'i32'>, panel: Expr<'i32'>) => readonly Code[];
  /** Of one of the rows and four of the columns. */
  readonly total: (row: number, half: number) => V;
};

function relaxedSums(width: number, local: NewLocal): Sums {
  const sums = fourRows(() => ({ low: local('v128'), high: local('v128') }));
  const [weights, value, step] = [{ low: local('v128'), high: local('v128') }, local('v128'), local('i32')];
  const add = (sum: Local<'v128'>, factor: V): Code =>
    set(sum, i32x4.add(sum, i32x4.extaddPairwiseI16x8(i16x8.relaxedDotI8x16I7x16(value, factor))));
  const once = (at: Local<'i32'>, part: number): Code[] => [
    set(weights.low, v128.load(step, part * PANEL * TOGETHER)),
    set(weights.high, v128.load(step, part * PANEL * TOGETHER + VECTOR)),
    ...sums.flatMap(({ low, high }, row) => [
      set(value, v128.load32Splat(at, row * width + part * TOGETHER)),
      add(low, weights.low),
      add(high, weights.high),
    ]),
  ];
  return {
    run: (at, panel) => [
      ...cleared(sums),
      repeat(
        step,
        [panel, i32.add(panel, i32.const(width * PANEL)), UNROLLED * PANEL * TOGETHER],
        [...once(at, 0), ...once(at, 1), set(at, i32.add(at, i32.const(UNROLLED * TOGETHER)))],
      ),
    ],
    total: (row, half) => accumulator(sums, row)[half === 0 ? 'low' : 'high'],
  };
}

/** Four columns at a time: each sum takes two lanes, the even and the odd pair of every four values. */
function plainSums(width: number, local: NewLocal): Sums {
  const halves = [0, 1].map(() => fourRows(() => ({ low: local('v128'), high: local('v128') })));
  const [low, high, value, step, from] = [local('v128'), local('v128'), local('v128'), local('i32'), local('i32')];
  const once = (sums: readonly Accumulator[], half: number): Code[] => [
    set(low, v128.load8x8(step, half * VECTOR)),
    set(high, v128.load8x8(step, half * VECTOR + VECTOR / 2)),
    ...sums.flatMap((sum, row) => [
      set(value, i16x8.extendLowI8x16(v128.load32Splat(from, row * width))),
      set(sum.low, i32x4.add(sum.low, i32x4.dotI16x8(value, low))),
      set(sum.high, i32x4.add(sum.high, i32x4.dotI16x8(value, high))),
    ]),
  ];
  return {
    run: (at, panel) =>
      halves.flatMap((sums, half) => [
        ...cleared(sums),
        set(from, at),
        repeat(
          step,
          [panel, i32.add(panel, i32.const(width * PANEL)), PANEL * TOGETHER],
          [...once(sums, half), set(from, i32.add(from, i32.const(TOGETHER)))],
        ),
      ]),
    total(row, half) {
      const { low: first, high: second } = accumulator(halves[half] ?? [], row);
      return i32x4.add(v128.shuffle(first, second, EVEN_LANES), v128.shuffle(first, second, ODD_LANES));
    },
  };
}

const lanes = (picked: readonly number[]): number[] => picked.flatMap((lane) => [0, 1, 2, 3].map((b) => lane * 4 + b));
const EVEN_LANES = lanes([0, 2, 4, 6]);
const ODD_LANES = lanes([1, 3, 5, 7]);

function fourRows<T>(make: () => T): T[] {
  return Array.from({ length: ROWS }, make);
}

function cleared(sums: readonly Accumulator[]): Code[] {
  return sums.flatMap(({ low, high }) => [set(low, i32x4.const(0)), set(high, i32x4.const(0))]);
}

function accumulator(sums: readonly Accumulator[], row: number): Accumulator {
  const found = sums[row];
  if (found === undefined) throw new RangeError(`no row ${row}`);
  return found;
}
