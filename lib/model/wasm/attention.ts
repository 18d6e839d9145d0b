/** Every token of one sentence looks at every other, head by head. */
import { func, repeat, set, type Code, type Expr, type Func, type Local, type NewLocal } from './assembler.ts';
import { f32, f32x4, i32, v128 } from './instructions.ts';
import { powerOfE, sumOfLanes, VECTOR } from './row-kernels.ts';

type V = Expr<'v128'>;
/** Below every score. */
const LEAST_SCORE = -1e30;

/**
 * `attend(asked, count, scores, out)`: `asked` holds, for each of `count` tokens, its query, key and value, each of
 * `width` floats; `scores` has room for `count` floats and a vector more, which is written to and never read; `out`
 * gets `width` floats a token.
 */
export function attend(name: string, width: number, heads: number): Func {
  const size = width / heads;
  return func(name, ({ param, local }) => {
    const [asked, count, scores, out] = [param(), param(), param(), param()];
    const [head, token, from, to] = [local('i32'), local('i32'), local('i32'), local('i32')];
    const query = vectors(size, local);
    const scale = f32x4.const(1 / Math.sqrt(size));
    const each = { asked, count, scores, head, stride: 3 * width * 4, width };
    const oneToken = [
      set(from, i32.add(i32.add(asked, head), i32.mul(token, i32.const(each.stride)))),
      set(to, i32.add(i32.add(out, head), i32.mul(token, i32.const(width * 4)))),
      ...query.map((part, at) => set(part, f32x4.mul(v128.load(from, at * VECTOR), scale))),
      ...weigh(each, query, local),
      ...gather(each, { to, sums: query }, local),
    ];
    const oneHead = repeat(token, [i32.const(0), count, 1], oneToken);
    return [repeat(head, [i32.const(0), i32.const(width * 4), size * 4], [oneHead])];
  });
}

type Each = {
  readonly asked: Expr<'i32'>;
  readonly count: Expr<'i32'>;
  readonly scores: Expr<'i32'>;
  readonly head: Expr<'i32'>;
  readonly stride: number;
  readonly width: number;
};

function vectors(size: number, local: NewLocal): Local<'v128'>[] {
  return Array.from({ length: size / 4 }, () => local('v128'));
}

/** Scores become e^(query · key − the largest). */
function weigh({ asked, count, scores, head, stride, width }: Each, query: readonly V[], local: NewLocal): Code[] {
  const [key, at, sum, score, most, power] = [
    local('i32'),
    local('i32'),
    local('v128'),
    local('f32'),
    local('f32'),
    local('v128'),
  ];
  const end = i32.add(scores, i32.mul(count, i32.const(4)));
  return [
    set(most, f32.const(LEAST_SCORE)),
    set(key, i32.add(asked, i32.add(head, i32.const(width * 4)))),
    repeat(
      at,
      [scores, end, 4],
      [
        set(sum, f32x4.const(0)),
        ...query.map((part, index) => set(sum, f32x4.add(sum, f32x4.mul(part, v128.load(key, index * VECTOR))))),
        set(score, sumOfLanes(sum)),
        f32.store(at, score),
        set(most, f32.max(most, score)),
        set(key, i32.add(key, i32.const(stride))),
      ],
    ),
    repeat(
      at,
      [scores, end, VECTOR],
      [...powerOfE(power, f32x4.sub(v128.load(at), f32x4.splat(most)), local), v128.store(at, power)],
    ),
  ];
}

/** The tokens' values, each by its share of the scores. */
function gather(
  { asked, count, scores, head, stride, width }: Each,
  { to, sums }: { readonly to: Expr<'i32'>; readonly sums: readonly Local<'v128'>[] },
  local: NewLocal,
): Code[] {
  const [value, at, weight, total] = [local('i32'), local('i32'), local('v128'), local('f32')];
  const end = i32.add(scores, i32.mul(count, i32.const(4)));
  return [
    ...sums.map((sum) => set(sum, f32x4.const(0))),
    set(total, f32.const(0)),
    set(value, i32.add(asked, i32.add(head, i32.const(2 * width * 4)))),
    repeat(
      at,
      [scores, end, 4],
      [
        set(weight, v128.load32Splat(at)),
        set(total, f32.add(total, f32.load(at))),
        ...sums.map((sum, index) => set(sum, f32x4.add(sum, f32x4.mul(weight, v128.load(value, index * VECTOR))))),
        set(value, i32.add(value, i32.const(stride))),
      ],
    ),
    set(weight, f32x4.splat(f32.div(f32.const(1), total))),
    ...sums.map((sum, index) => v128.store(to, f32x4.mul(sum, weight), index * VECTOR)),
  ];
}
