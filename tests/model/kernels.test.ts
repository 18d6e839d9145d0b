/** Each kernel beside the same sum in plain numbers; and the two ways to multiply beside each other, to the last bit. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { signed, unsigned } from '@/lib/model/wasm/assembler.ts';
import { compileKernels, kernelCode, type Kernels } from '@/lib/model/wasm/kernels.ts';
import { DOTS, PANEL, TOGETHER, ZERO_POINT } from '@/lib/model/wasm/multiply.ts';

const [WIDTH, WIDE, HEADS] = [32, 64, 4];
const card = {
  id: 'test',
  sha256: '',
  vocabularySha256: '',
  dimensions: WIDTH,
  layers: 1,
  heads: HEADS,
  feedForward: WIDE,
  vocabulary: 1,
  maxTokens: 32,
};
/** Places in the memory, far from each other. */
const [A, B, C, D, E, F] = [0, 16_384, 32_768, 49_152, 57_344, 61_440];

const memory = new WebAssembly.Memory({ initial: 1 });
const floats = new Float32Array(memory.buffer);
const bytes = new Int8Array(memory.buffer);
const words = new Int32Array(memory.buffer);
const putFloats = (at: number, values: readonly number[]) => floats.set(values, at / 4);
const readFloats = (at: number, count: number) => [...floats.subarray(at / 4, at / 4 + count)];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const numbers = (count: number, most = 5) =>
  fc.array(fc.double({ min: -most, max: most, noNaN: true }), { minLength: count, maxLength: count });
const close = (got: readonly number[], wanted: readonly number[], within: number) =>
  expect(Math.max(...got.map((value, at) => Math.abs(value - (wanted[at] ?? NaN))))).toBeLessThan(within);

let kernels: Kernels;
beforeAll(async () => {
  kernels = await compileKernels(card, memory);
});

it('encodes numbers as the standard says', () => {
  expect(unsigned(624_485)).toEqual([0xe5, 0x8e, 0x26]);
  expect(signed(-123_456)).toEqual([0xc0, 0xbb, 0x78]);
  expect([signed(63), signed(64), signed(-64), signed(-65)]).toEqual([[63], [0xc0, 0], [0x40], [0xbf, 0x7f]]);
});

it.each(DOTS)('is valid WebAssembly: %s', (dot) => {
  expect(WebAssembly.validate(kernelCode(card, dot))).toBe(true);
  expect(kernelCode({ ...card, dimensions: 384, heads: 12, feedForward: 1536 }, dot).length).toBeLessThan(10_000);
});

describe.each(DOTS)('multiply, %s', (dot) => {
  it('sums the products of rows and columns', async () => {
    const { multiply } = await compileKernels(card, memory, dot);
    const [rows, columns] = [6, 2 * PANEL];
    const byte = (most: number) => fc.integer({ min: -most, max: most });
    const lists = (count: number, most: number) => fc.array(byte(most), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(lists(rows * WIDTH, 127), lists(columns * WIDTH, 63), (values, weights) => {
        bytes.set(values, A);
        for (let row = 0; row < rows; row += 1) {
          floats[D / 4 + row] = 0.5 + row;
          words[E / 4 + row] = sum(values.slice(row * WIDTH, (row + 1) * WIDTH));
        }
        weights.forEach((weight, at) => (bytes[B + placeOf(at)] = weight + ZERO_POINT));
        const each = Array.from({ length: columns }, (_, column) => column + 1);
        putFloats(F, each);
        putFloats(F + 256, each);
        multiply(A, D, E, rows, B, F, F + 256, columns, C);
        const wanted = Array.from({ length: rows * columns }, (_, at) => {
          const [row, column] = [Math.floor(at / columns), at % columns];
          const products = Array.from(
            { length: WIDTH },
            (_one, k) => (values[row * WIDTH + k] ?? 0) * (weights[column * WIDTH + k] ?? 0),
          );
          return sum(products) * (0.5 + row) * (column + 1) + column + 1;
        });
        expect(readFloats(C, rows * columns)).toEqual(wanted.map(Math.fround));
      }),
    );
  });
});

describe('rows', () => {
  it('become bytes by their own largest, and zeros stay zeros', () => {
    fc.assert(
      fc.property(numbers(WIDTH, 1000), (row) => {
        putFloats(A, [...row, ...row.map(() => 0)]);
        kernels.quantise(A, 2, B, D, E);
        const largest = Math.max(...row.map(Math.abs));
        const scale = floats[D / 4] ?? 0;
        expect(scale).toBeCloseTo(largest / 127, 3);
        const made = [...bytes.subarray(B, B + WIDTH)];
        if (largest > 1e-30)
          close(
            made.map((value) => value * scale),
            row,
            scale * 0.51 + 1e-30,
          );
        expect(words[E / 4]).toBe(sum(made));
        expect([...bytes.subarray(B + WIDTH, B + 2 * WIDTH), words[E / 4 + 1], floats[D / 4 + 1]]).toEqual(
          Array(WIDTH + 2).fill(0),
        );
      }),
      { examples: [[Array.from({ length: WIDTH }, (_, at) => (at === 9 ? -1.5e-45 : 0))]] },
    );
  });
  it('are normalised with what is added', () => {
    fc.assert(
      fc.property(numbers(WIDTH), numbers(WIDTH), (row, added) => {
        putFloats(A, row);
        putFloats(B, added);
        const gain = Array.from({ length: WIDTH }, (_, at) => 1 + at / 10);
        putFloats(C, gain);
        putFloats(
          D,
          gain.map((value) => -value),
        );
        kernels.normalise(A, B, C, D, 1);
        const both = row.map((value, at) => Math.fround(value) + Math.fround(added[at] ?? 0));
        const mean = sum(both) / WIDTH;
        const spread = Math.sqrt(sum(both.map((value) => (value - mean) ** 2)) / WIDTH + 1e-12);
        fc.pre(spread > 0.01);
        const wanted = both.map((value, at) => (gain[at] ?? 0) * ((value - mean) / spread - 1));
        close(readFloats(A, WIDTH), wanted, 1e-3);
      }),
    );
  });
  it('go through the activation', () => {
    const inputs = Array.from({ length: 256 }, (_, at) => (at - 128) / 16);
    putFloats(A, inputs);
    kernels.activate(A, A + inputs.length * 4);
    close(
      readFloats(A, inputs.length),
      inputs.map((x) => (x * (1 + erf(x / Math.SQRT2))) / 2),
      3e-6,
    );
  });
});

describe('attention', () => {
  it('weighs every token by every other, head by head', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1e6 }), (count, seed) => {
        const asked = Array.from({ length: count * 3 * WIDTH }, (_, at) => 2 * Math.sin(seed + at * at));
        putFloats(A, asked);
        kernels.attend(A, count, D, B);
        close(readFloats(B, count * WIDTH), attention(asked.map(Math.fround), count), 1e-5);
      }),
    );
  });
});

/** Where a weight goes that is the `at`th when columns lie behind one another. */
function placeOf(at: number): number {
  const [column, k] = [Math.floor(at / WIDTH), at % WIDTH];
  const panel = Math.floor(column / PANEL) * (WIDTH / TOGETHER) + Math.floor(k / TOGETHER);
  return (panel * PANEL + (column % PANEL)) * TOGETHER + (k % TOGETHER);
}

function attention(asked: readonly number[], count: number): number[] {
  const size = WIDTH / HEADS;
  const part = (token: number, which: number, head: number) => {
    const from = token * 3 * WIDTH + which * WIDTH + head * size;
    return asked.slice(from, from + size);
  };
  const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, at) => value * (b[at] ?? 0)));
  const tokens = [...Array(count).keys()];
  return tokens.flatMap((token) =>
    [...Array(HEADS).keys()].flatMap((head) => {
      const powers = tokens.map((to) => Math.exp(dot(part(token, 0, head), part(to, 1, head)) / Math.sqrt(size)));
      const values = tokens.map((to) => part(to, 2, head));
      return [...Array(size).keys()].map((at) =>
        sum(values.map((value, to) => ((value[at] ?? 0) * (powers[to] ?? 0)) / sum(powers))),
      );
    }),
  );
}

/** By its series: slow and sure up to 6. */
function erf(x: number): number {
  let [term, total] = [x, x];
  for (let n = 1; n < 200; n += 1) {
    term *= (-x * x) / n;
    total += term / (2 * n + 1);
  }
  return Math.abs(x) > 5 ? Math.sign(x) : (2 / Math.sqrt(Math.PI)) * total;
}
