import { Code, hessianOf } from '../formula';
import type { Plan } from './plan';
import { LossEvaluator } from './stepper';

type Ground = Pick<Plan, 'loss' | 'constants' | 'data'>;

/** The exact Hessian of the full loss at a point, row by row, in float64. */
export function hessianAt(plan: Ground, point: ArrayLike<number>): number[][] {
  const { loss, data, constants } = plan;
  const nodes = hessianOf(loss);
  const code = new Code(loss.graph, [nodes.flat()]);
  const registers = code.registers('float64');
  loss.parameters.forEach((name, i) => (registers[loss.graph.input(name)] = point[i] as number));
  const others = loss.others.map((name) => loss.graph.input(name));
  if (!data) others.forEach((node, i) => (registers[node] = constants[i] as number));
  const size = data?.size ?? 1;
  const sum = nodes.map((row) => row.map(() => 0));
  for (let sample = 0; sample < size; sample += 1) {
    if (data) others.forEach((node, j) => (registers[node] = data.columns[j]?.[sample] as number));
    code.run(registers);
    nodes.forEach((row, i) => row.forEach((node, j) => ((sum[i] as number[])[j] = (sum[i]?.[j] as number) + (registers[node] as number) / size)));
  }
  return sum;
}

/**
 * Where the gradient vanishes, seen from `point`: one Newton step, exact on a quadratic. Null where the Hessian is not
 * positive definite (by Cholesky's factors), for then no minimum is in sight.
 */
export function minimumInSight(plan: Ground, point: ArrayLike<number>): number[] | null {
  const gradient = Array.from(new LossEvaluator(plan, 'float64').fullGradient(point));
  const factor = cholesky(hessianAt(plan, point));
  if (!factor || !gradient.every(Number.isFinite)) return null;
  const step = solve(factor, gradient);
  return step.map((value, i) => (point[i] as number) - value);
}

/** Lower factor of a positive definite matrix, or null. Golub & Van Loan, Matrix Computations, 4.2. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = matrix.map(() => []);
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) sum -= (lower[i]?.[k] as number) * (lower[j]?.[k] as number);
      if (i === j && !(sum > 0)) return null;
      (lower[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / (lower[j]?.[j] as number);
    }
  }
  return lower;
}

/** Solves L Lᵀ x = b by substitution forwards and backwards. */
function solve(lower: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = [...b];
  const at = (i: number, j: number) => lower[i]?.[j] as number;
  for (let i = 0; i < x.length; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}
