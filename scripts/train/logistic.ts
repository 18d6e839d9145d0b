/** Logistic regression with a ridge, by Newton's method: no chance in it, so that the same data give the same weights. */
export type Example = { readonly x: readonly number[]; readonly y: boolean };
export type Fitted = { readonly intercept: number; readonly weights: readonly number[] };

/** Strength of the pull towards 0, on features brought to one spread. */
const RIDGE = 1;
const MOST_STEPS = 20;
const SMALL_STEP = 1e-6;

/** `weights` are for the features as given, not as standardised. Throws where there is nothing to learn from. */
export function fitLogistic(examples: readonly Example[]): Fitted {
  const size = examples[0]?.x.length;
  if (size === undefined) throw new Error('No examples to learn from');
  const { means, spreads } = spreadOf(examples, size);
  const rows = examples.map(({ x }) => Float64Array.from([1, ...x.map((v, j) => (v - at(means, j)) / at(spreads, j))]));
  const solution = newton(rows, examples, size + 1);
  const weights = means.map((_, j) => at(solution, j + 1) / at(spreads, j));
  return { intercept: weights.reduce((sum, w, j) => sum - w * at(means, j), at(solution, 0)), weights };
}

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

function spreadOf(examples: readonly Example[], size: number): { means: number[]; spreads: number[] } {
  const columns = Array.from({ length: size }, (_, j) => examples.map(({ x }) => at(x, j)));
  const means = columns.map((column) => column.reduce((sum, v) => sum + v, 0) / column.length);
  const spreads = columns.map((column, j) => {
    const variance = column.reduce((sum, v) => sum + (v - at(means, j)) ** 2, 0) / column.length;
    return Math.sqrt(variance) || 1;
  });
  return { means, spreads };
}

function newton(rows: readonly Float64Array[], examples: readonly Example[], size: number): Float64Array {
  const solution = new Float64Array(size);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = slopes(rows, examples, solution);
    for (let j = 1; j < size; j += 1) {
      gradient[j] = at(gradient, j) - RIDGE * at(solution, j);
      const row = curvature[j];
      if (row) row[j] = at(row, j) + RIDGE;
    }
    const change = solve(curvature, gradient);
    change.forEach((value, j) => (solution[j] = at(solution, j) + value));
    if (Math.max(...change.map(Math.abs)) < SMALL_STEP) break;
  }
  return solution;
}

function slopes(rows: readonly Float64Array[], examples: readonly Example[], solution: Float64Array) {
  const size = solution.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  rows.forEach((row, n) => {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += at(solution, j) * at(row, j);
    const probable = 1 / (1 + Math.exp(-sum));
    const error = (examples[n]?.y ? 1 : 0) - probable;
    const weight = probable * (1 - probable);
    for (let j = 0; j < size; j += 1) {
      gradient[j] = at(gradient, j) + error * at(row, j);
      const line = curvature[j];
      if (line) for (let k = 0; k < size; k += 1) line[k] = at(line, k) + weight * at(row, j) * at(row, k);
    }
  });
  return { gradient, curvature };
}

/** Gaussian elimination; the ridge keeps every pivot above 0. */
function solve(matrix: readonly Float64Array[], vector: Float64Array): number[] {
  const size = vector.length;
  for (let j = 0; j < size; j += 1) {
    for (let k = j + 1; k < size; k += 1) {
      const [upper, lower] = [matrix[j], matrix[k]];
      if (!upper || !lower) continue;
      const factor = at(lower, j) / at(upper, j);
      for (let m = j; m < size; m += 1) lower[m] = at(lower, m) - factor * at(upper, m);
      vector[k] = at(vector, k) - factor * at(vector, j);
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let j = size - 1; j >= 0; j -= 1) {
    let rest = at(vector, j);
    for (let k = j + 1; k < size; k += 1) rest -= at(matrix[j] ?? [], k) * at(result, k);
    result[j] = rest / at(matrix[j] ?? [], j);
  }
  return result;
}
