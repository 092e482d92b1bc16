/* The minima of models that are linear in their parameters, from the data alone. `inputs` are what the output is linear in, by columns. */

type Columns = readonly Float64Array[];

/** The parameters with the least mean squared error. Of a level valley one point. */
export const leastSquaresFit = (inputs: Columns, y: Float64Array): number[] =>
  solvePositive(weightedMoments(inputs, null), meanProducts(inputs, y));

/** Newton's method finds the minimum of a logistic regression in a handful of steps, unless there is none. */
const MAX_STEPS = 30;
const SMALL_STEP = 1e-9;

/**
 * The parameters with the least mean logistic loss; null where there is no such point, as for classes that the features
 * tell apart without an error.
 * @param y 0 or 1
 */
export function logisticFit(inputs: Columns, y: Float64Array): number[] | null {
  const { point, hasArrived } = newtonPoint(inputs, y, MAX_STEPS);
  return hasArrived && !isSeparating(inputs, point, y) ? point : null;
}

/** Steps of Newton's method after which a path that heads for infinity has grown as long as gradient descent makes it. */
const FEW_STEPS = 8;

/** The minimum, or a point on the way to infinity that paths of some thousand updates stay short of. */
export const logisticApproach = (inputs: Columns, y: Float64Array): number[] => newtonPoint(inputs, y, FEW_STEPS).point;

function newtonPoint(inputs: Columns, y: Float64Array, steps: number) {
  let point = inputs.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const chances = chancesAt(inputs, point, y.length);
    const weights = chances.map((chance) => chance * (1 - chance));
    const misses = y.map((value, i) => value - (chances[i] as number));
    const move = solvePositive(weightedMoments(inputs, weights), meanProducts(inputs, misses));
    if (!move.every(Number.isFinite)) break;
    point = point.map((value, j) => value + (move[j] as number));
    if (Math.hypot(...move) <= SMALL_STEP * Math.hypot(...point)) return { point, hasArrived: true };
  }
  return { point, hasArrived: false };
}

/** The probabilities of class 1. */
function chancesAt(inputs: Columns, point: readonly number[], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => 1 / (1 + Math.exp(-outputAt(inputs, point, i))));
}

const outputAt = (inputs: Columns, point: readonly number[], i: number): number =>
  inputs.reduce((sum, column, j) => sum + (column[i] as number) * (point[j] as number), 0);

/** Whether every sample is on its side: the loss then falls for ever along this direction. */
const isSeparating = (inputs: Columns, point: readonly number[], y: Float64Array): boolean =>
  y.every((value, i) => outputAt(inputs, point, i) > 0 === (value === 1));

/** The mean over the samples of weight * input * input^T; weights of 1 if there are none. */
export function weightedMoments(inputs: Columns, weights: Float64Array | null): number[][] {
  const lower = inputs.map((column, j) =>
    inputs.slice(0, j + 1).map((other) => {
      let sum = 0;
      for (let i = 0; i < column.length; i += 1)
        sum += (column[i] as number) * (other[i] as number) * (weights ? (weights[i] as number) : 1);
      return sum / column.length;
    }),
  );
  return inputs.map((_, j) => inputs.map((__, k) => (k <= j ? lower[j]?.[k] : lower[k]?.[j]) as number));
}

const meanProducts = (inputs: Columns, y: Float64Array): number[] =>
  inputs.map((column) => column.reduce((sum, value, i) => sum + value * (y[i] as number), 0) / y.length);

/** A pivot below this share of its diagonal is rounding: the input depends on those before it. */
const ROUNDING = 1e-12;

/** Solves a positive semidefinite system by Cholesky's factors; inputs that depend on earlier ones get 0. */
function solvePositive(matrix: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const factor = matrix.map(() => new Float64Array(n));
  const at = (j: number, k: number) => factor[j]?.[k] as number;
  for (let j = 0; j < n; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      let rest = matrix[j]?.[k] as number;
      for (let l = 0; l < k; l += 1) rest -= at(j, l) * at(k, l);
      const row = factor[j] as Float64Array;
      if (j === k) row[j] = rest > ROUNDING * (matrix[j]?.[j] as number) ? Math.sqrt(rest) : 0;
      else row[k] = at(k, k) === 0 ? 0 : rest / at(k, k);
    }
  }
  const x = [...b];
  for (let j = 0; j < n; j += 1) {
    for (let k = 0; k < j; k += 1) x[j] = (x[j] as number) - at(j, k) * (x[k] as number);
    x[j] = at(j, j) === 0 ? 0 : (x[j] as number) / at(j, j);
  }
  for (let j = n - 1; j >= 0; j -= 1) {
    for (let k = j + 1; k < n; k += 1) x[j] = (x[j] as number) - at(k, j) * (x[k] as number);
    x[j] = at(j, j) === 0 ? 0 : (x[j] as number) / at(j, j);
  }
  return x;
}
