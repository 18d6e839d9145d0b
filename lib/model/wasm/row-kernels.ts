/** What is done to rows of numbers between two multiplications: to 8 bits, normalised, through the activation. */
import { func, repeat, set, type Code, type Expr, type Func, type Local, type NewLocal } from './assembler.ts';
import { f32, f32x4, i16x8, i32, i32x4, i8x16, v128 } from './instructions.ts';

type I32 = Expr<'i32'>;
type F32 = Expr<'f32'>;
type V = Expr<'v128'>;

export const VECTOR = 16;
const LARGEST = 127;
const LARGEST_FLOAT = 3.4028234663852886e38;
/** As BERT was trained. */
const EPSILON = 1e-12;
/** e to the power of less underflows. */
const LEAST_POWER = -87;

/** Of four lanes, in one order: sums of floats depend on it. */
export function sumOfLanes(value: Local<'v128'>): F32 {
  const lane = (index: number): F32 => f32x4.lane(value, index);
  return f32.add(f32.add(lane(0), lane(1)), f32.add(lane(2), lane(3)));
}

/**
 * `quantise(rows, count, out, scales, sums)`: each row of `width` floats to bytes by its own largest, so that what is
 * beside a sentence in a batch changes nothing of it. A row of zeros has the scale 0.
 */
export function quantise(name: string, width: number): Func {
  return func(name, ({ param, local }) => {
    const [rows, count, out, scales, sums] = [param(), param(), param(), param(), param()];
    const [index, at, target, row, most] = [local('i32'), local('i32'), local('i32'), local('i32'), local('f32')];
    const [largest, factor, total] = [local('v128'), local('v128'), local('v128')];
    const bytes = [local('v128'), local('v128'), local('v128'), local('v128')] as const;
    const end = i32.add(row, i32.const(width * 4));
    const lane = (place: number): F32 => f32x4.lane(largest, place);
    const toBytes = bytes.flatMap((part, place) => [
      set(part, i32x4.truncSatF32x4(f32x4.nearest(f32x4.mul(v128.load(at, place * VECTOR), factor)))),
      set(total, i32x4.add(total, part)),
    ]);
    const [a, b, c, d] = bytes;
    const narrow = i8x16.narrowI16x8(i16x8.narrowI32x4(a, b), i16x8.narrowI32x4(c, d));
    const sum = [1, 2, 3].reduce((so, place) => i32.add(so, i32x4.lane(total, place)), i32x4.lane(total, 0));
    const word = i32.mul(index, i32.const(4));
    const body = [
      set(largest, f32x4.const(0)),
      repeat(at, [row, end, VECTOR], [set(largest, f32x4.pmax(largest, f32x4.abs(v128.load(at))))]),
      set(most, f32.max(f32.max(lane(0), lane(1)), f32.max(lane(2), lane(3)))),
      // Of a row that is nearly nothing the quotient is infinite; then it comes out as zeros.
      set(factor, f32x4.splat(f32.min(f32.div(f32.const(LARGEST), most), f32.const(LARGEST_FLOAT)))),
      set(total, i32x4.const(0)),
      repeat(
        at,
        [row, end, 4 * VECTOR],
        [...toBytes, v128.store(target, narrow), set(target, i32.add(target, i32.const(VECTOR)))],
      ),
      f32.store(i32.add(scales, word), f32.div(most, f32.const(LARGEST))),
      i32.store(i32.add(sums, word), sum),
      set(row, end),
    ];
    return [set(row, rows), set(target, out), repeat(index, [i32.const(0), count, 1], body)];
  });
}

/** `normalise(rows, added, gain, bias, count)`: rows become their sum with `added`, brought to one mean and spread. */
export function normalise(name: string, width: number): Func {
  return func(name, ({ param, local }) => {
    const [rows, added, gain, bias, count] = [param(), param(), param(), param(), param()];
    const [index, at, row, other, column] = [local('i32'), local('i32'), local('i32'), local('i32'), local('i32')];
    const [sum, mean, value] = [local('v128'), local('v128'), local('v128')];
    const across: readonly [I32, I32, number] = [i32.const(0), i32.const(width * 4), VECTOR];
    const share = (total: F32): F32 => f32.div(total, f32.const(width));
    const place = set(at, i32.add(row, column));
    const spread = f32.sqrt(f32.add(share(sumOfLanes(sum)), f32.const(EPSILON)));
    const scaled = f32x4.mul(f32x4.mul(f32x4.sub(v128.load(at), mean), value), v128.load(i32.add(gain, column)));
    const body = [
      set(sum, f32x4.const(0)),
      repeat(column, across, [
        place,
        set(value, f32x4.add(v128.load(at), v128.load(i32.add(other, column)))),
        v128.store(at, value),
        set(sum, f32x4.add(sum, value)),
      ]),
      set(mean, f32x4.splat(share(sumOfLanes(sum)))),
      set(sum, f32x4.const(0)),
      repeat(column, across, [
        place,
        set(value, f32x4.sub(v128.load(at), mean)),
        set(sum, f32x4.add(sum, f32x4.mul(value, value))),
      ]),
      set(value, f32x4.splat(f32.div(f32.const(1), spread))),
      repeat(column, across, [place, v128.store(at, f32x4.add(scaled, v128.load(i32.add(bias, column))))]),
      set(row, i32.add(row, i32.const(width * 4))),
      set(other, i32.add(other, i32.const(width * 4))),
    ];
    return [set(row, rows), set(other, added), repeat(index, [i32.const(0), count, 1], body)];
  });
}

/** Of erf(z) / z, as a fraction of two polynomials in z², the highest powers first; right to 5e-7 up to `FARTHEST`. */
const ABOVE = [
  -2.72614225801306e-10, 2.77068142495902e-8, -2.10102402082508e-6, -5.69250639462346e-5, -7.34990630326855e-4,
  -2.95459980854025e-3, -1.60960333262415e-2,
];
const BELOW = [
  -1.45660718464996e-5, -2.13374055278905e-4, -1.68282697438203e-3, -7.37332916720468e-3, -1.42647390514189e-2,
];
const FARTHEST = 4;

/** `activate(numbers, end)`: GELU in place, x · Φ(x), from one address to another, sixteen bytes at a time. */
export function activate(name: string): Func {
  return func(name, ({ param, local }) => {
    const [numbers, end] = [param(), param()];
    const [at, x, z, square] = [local('i32'), local('v128'), local('v128'), local('v128')];
    const before: Code[] = [];
    // Browsers make a constant anew every time round; a local they keep.
    const kept = (value: number): V => {
      const constant = local('v128');
      before.push(set(constant, f32x4.const(value)));
      return constant;
    };
    const series = ([first = 0, ...factors]: readonly number[]): V =>
      factors.reduce((sum, factor) => f32x4.add(f32x4.mul(sum, square), kept(factor)), kept(first));
    const near = f32x4.pmax(f32x4.pmin(f32x4.mul(x, kept(Math.SQRT1_2)), kept(FARTHEST)), kept(-FARTHEST));
    const erf = f32x4.mul(z, f32x4.div(series(ABOVE), series(BELOW)));
    const half = f32x4.mul(x, kept(0.5));
    const body = [
      set(x, v128.load(at)),
      set(z, near),
      set(square, f32x4.mul(z, z)),
      v128.store(at, f32x4.add(half, f32x4.mul(half, erf))),
    ];
    return [...before, repeat(at, [numbers, end, VECTOR], body)];
  });
}

/** Code that sets `power` to e^x, by steps that every processor takes alike. After Cephes' expf. */
export function powerOfE(power: Local<'v128'>, x: V, local: NewLocal): Code[] {
  const [given, whole] = [local('v128'), local('v128')];
  const minus = (factor: number): V => f32x4.sub(given, f32x4.mul(whole, f32x4.const(factor)));
  const factors = [1.9875691e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
  const series = factors.reduce<V>(
    (sum, factor) => f32x4.add(f32x4.mul(sum, given), f32x4.const(factor)),
    f32x4.const(0),
  );
  const exponent = i32x4.shl(i32x4.add(i32x4.truncSatF32x4(whole), i32x4.const(127)), 23);
  return [
    set(given, f32x4.pmax(x, f32x4.const(LEAST_POWER))),
    set(whole, f32x4.nearest(f32x4.mul(given, f32x4.const(Math.LOG2E)))),
    set(given, minus(0.693359375)),
    set(given, minus(-2.1219444e-4)),
    set(power, f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(series, given), given), given), f32x4.const(1))),
    set(power, f32x4.mul(power, exponent)),
  ];
}
