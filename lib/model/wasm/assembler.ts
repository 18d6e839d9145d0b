/**
 * A small assembler of WebAssembly: typed expressions in, the bytes of a module out. It knows only what the kernels
 * beside it use. https://webassembly.github.io/spec/core/binary/
 */
export type ValueType = 'i32' | 'f32' | 'v128';
export type Code = readonly number[];
/** Code that leaves one value on the stack. */
export type Expr<T extends ValueType> = { readonly type: T; readonly code: Code };
/** Read like any expression, written by `set`. */
export type Local<T extends ValueType> = Expr<T> & { readonly index: number };
export type NewLocal = <T extends ValueType>(type: T) => Local<T>;

export type Func = {
  readonly name: string;
  readonly params: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
};

const TYPE: Readonly<Record<ValueType, number>> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };
const [FUNC, LOOP, NO_RESULT, END] = [0x60, 0x03, 0x40, 0x0b];
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 };

export function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

export function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

export function expr<T extends ValueType>(type: T, ...parts: readonly (Code | number)[]): Expr<T> {
  return { type, code: parts.flat() };
}

export function set<T extends ValueType>(local: Local<T>, value: Expr<T>): Code {
  return [...value.code, 0x21, ...unsigned(local.index)];
}

export type Declare = {
  /** Addresses and counts. All of them are declared before the first local. */
  readonly param: () => Local<'i32'>;
  readonly local: NewLocal;
};

/** A function without a result. */
export function func(name: string, build: (declare: Declare) => readonly Code[]): Func {
  const [params, locals]: [ValueType[], ValueType[]] = [[], []];
  const at = <T extends ValueType>(type: T, index: number): Local<T> => ({
    ...expr(type, 0x20, unsigned(index)),
    index,
  });
  const declare: Declare = {
    param: () => at('i32', params.push('i32') - 1),
    local: (type) => at(type, params.length + locals.push(type) - 1),
  };
  const body = build(declare).flat();
  return { name, params, locals, body };
}

/** For (counter = from; counter < to; counter += step). The body always runs once: the check stands at the end. */
export function repeat(
  counter: Local<'i32'>,
  [from, to, step]: readonly [from: Expr<'i32'>, to: Expr<'i32'>, step: number],
  body: readonly Code[],
): Code {
  const [add, isLess, branchIf] = [0x6a, 0x48, 0x0d];
  const next = set(counter, expr('i32', counter.code, 0x41, signed(step), add));
  const again = [...counter.code, ...to.code, isLess, branchIf, 0];
  return [...set(counter, from), LOOP, NO_RESULT, ...body.flat(), ...next, ...again, END];
}

/** A module that imports its memory as `env.memory` and exports every function by its name. */
export function assemble(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ params }) => [FUNC, ...vector(params.map((type) => [TYPE[type]])), ...vector([])]);
  const memory = [...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(0)];
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, TYPE[type]])), ...body, END];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...HEADER,
    ...section(SECTION.type, types),
    ...section(SECTION.import, [memory]),
    ...section(
      SECTION.function,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      SECTION.export,
      functions.map((one, index) => [...name(one.name), 0x00, ...unsigned(index)]),
    ),
    ...section(SECTION.code, bodies),
  ]);
}

function vector(items: readonly Code[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return vector(Array.from(text, (letter) => [letter.charCodeAt(0)]));
}

function section(id: number, items: readonly Code[]): number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}
