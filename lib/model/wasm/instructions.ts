/** The instructions the kernels use, each a function from operands to an expression. Names are those of the standard. */
import { expr, signed, unsigned, type Code, type Expr, type ValueType } from './assembler.ts';

type Binary<T extends ValueType> = (left: Expr<T>, right: Expr<T>) => Expr<T>;
type Unary<T extends ValueType> = (value: Expr<T>) => Expr<T>;
type I32 = Expr<'i32'>;
type F32 = Expr<'f32'>;
type V128 = Expr<'v128'>;

const SIMD = 0xfd;
const simd = (opcode: number): Code => [SIMD, ...unsigned(opcode)];
const binary =
  <T extends ValueType>(type: T, opcode: Code): Binary<T> =>
  (left, right) =>
    expr(type, left.code, right.code, opcode);
const unary =
  <T extends ValueType>(type: T, opcode: Code): Unary<T> =>
  (value) =>
    expr(type, value.code, opcode);
const simd2 = (opcode: number): Binary<'v128'> => binary('v128', simd(opcode));
const simd1 = (opcode: number): Unary<'v128'> => unary('v128', simd(opcode));
/** Addresses are in bytes. No alignment is promised: wrong promises cost more than none. */
const load =
  <T extends ValueType>(type: T, opcode: Code) =>
  (address: I32, offset = 0): Expr<T> =>
    expr(type, address.code, opcode, 0, unsigned(offset));
const store =
  <T extends ValueType>(opcode: Code) =>
  (address: I32, value: Expr<T>, offset = 0): Code => [
    ...address.code,
    ...value.code,
    ...opcode,
    0,
    ...unsigned(offset),
  ];
const lane =
  <T extends ValueType>(type: T, opcode: number) =>
  (value: V128, index: number): Expr<T> =>
    expr(type, value.code, simd(opcode), index);
const splat =
  <T extends ValueType>(opcode: number) =>
  (value: Expr<T>): V128 =>
    expr('v128', value.code, simd(opcode));

export const i32 = {
  const: (value: number): I32 => expr('i32', 0x41, signed(value)),
  load: load('i32', [0x28]),
  store: store<'i32'>([0x36]),
  add: binary('i32', [0x6a]),
  mul: binary('i32', [0x6c]),
};

export const f32 = {
  const: (value: number): F32 => expr('f32', 0x43, [...new Uint8Array(Float32Array.of(value).buffer)]),
  load: load('f32', [0x2a]),
  store: store<'f32'>([0x38]),
  sqrt: unary('f32', [0x91]),
  add: binary('f32', [0x92]),
  mul: binary('f32', [0x94]),
  div: binary('f32', [0x95]),
  min: binary('f32', [0x96]),
  max: binary('f32', [0x97]),
};

export const v128 = {
  load: load('v128', simd(0x00)),
  load8x8: load('v128', simd(0x01)),
  load32Splat: load('v128', simd(0x09)),
  store: store<'v128'>(simd(0x0b)),
  /** Sixteen bytes of the two values, by their places in the thirty-two. */
  shuffle: (left: V128, right: V128, places: readonly number[]): V128 =>
    expr('v128', left.code, right.code, simd(0x0d), places),
};

export const i8x16 = { narrowI16x8: simd2(0x65) };

export const i16x8 = {
  narrowI32x4: simd2(0x85),
  extendLowI8x16: simd1(0x87),
  /** Sums of pairs of products, signed × 7-bit; the same everywhere as long as the second operand has 7 bits. */
  relaxedDotI8x16I7x16: simd2(0x112),
};

export const i32x4 = {
  const: (value: number): V128 => i32x4.splat(i32.const(value)),
  splat: splat<'i32'>(0x11),
  lane: lane('i32', 0x1b),
  extaddPairwiseI16x8: simd1(0x7e),
  shl: (value: V128, bits: number): V128 => expr('v128', value.code, i32.const(bits).code, simd(0xab)),
  add: simd2(0xae),
  sub: simd2(0xb1),
  dotI16x8: simd2(0xba),
  truncSatF32x4: simd1(0xf8),
};

export const f32x4 = {
  const: (value: number): V128 => f32x4.splat(f32.const(value)),
  splat: splat<'f32'>(0x13),
  lane: lane('f32', 0x1f),
  nearest: simd1(0x6a),
  abs: simd1(0xe0),
  add: simd2(0xe4),
  sub: simd2(0xe5),
  mul: simd2(0xe6),
  div: simd2(0xe7),
  pmin: simd2(0xea),
  pmax: simd2(0xeb),
  convertI32x4: simd1(0xfa),
};
