import { all, create, eigs } from 'mathjs';
import { findProblem } from '../../catalogue';
import { modelOf } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import type { Plan } from '../plan/types';

/* Losses and their derivatives without the code under test: formulas evaluated by mathjs, differences instead of derivatives. */

export type Point = readonly number[];
export type PlainLoss = (point: Point) => number;

// The types allow the factories to be undefined. Real numbers only, as in our language.
const math = create(all ?? {}, { predictable: true });
math.import(
  {
    sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
    softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    relu: (x: number) => Math.max(x, 0),
    // As in IEEE 754: mathjs takes roots of negative numbers.
    pow: Math.pow,
  },
  { override: true },
);

/** The full loss of an experiment; of data, over the samples of the plan, which are not under test. */
export function plainLoss({ problem }: Experiment, plan: Plan): PlainLoss {
  const sampleLoss = plainSampleLoss({ problem }, plan);
  if (plan.kind === 'function') return (point) => sampleLoss(point, 0);
  const { size } = plan.data;
  return (point) => {
    let sum = 0;
    for (let sample = 0; sample < size; sample += 1) sum += sampleLoss(point, sample);
    return sum / size;
  };
}

/** The loss of one sample; of a function, its loss. */
export function plainSampleLoss(
  { problem }: Pick<Experiment, 'problem'>,
  plan: Plan,
): (point: Point, sample: number) => number {
  const known = problem.kind === 'custom' ? undefined : findProblem(problem.id);
  const text =
    problem.kind === 'custom'
      ? problem.loss
      : problem.kind === 'data'
        ? modelOf(problem).loss
        : known?.kind === 'function'
          ? (known.objective ?? known.loss)
          : '';
  const compiled = math.compile(text);
  const scope: Record<string, number> = problem.kind === 'data' ? {} : { ...problem.constants };
  const columns = problem.kind === 'data' ? modelOf(problem).columns : [];
  return (point, sample) => {
    plan.parameters.forEach((name, i) => (scope[name] = point[i] ?? NaN));
    if (plan.kind === 'data') columns.forEach((name, j) => (scope[name] = plan.data.columns[j]?.[sample] ?? NaN));
    return Number(compiled.evaluate(scope));
  };
}

const moved = (point: Point, ...moves: readonly (readonly [number, number])[]): number[] => {
  const other = [...point];
  for (const [i, by] of moves) other[i] = (other[i] ?? NaN) + by;
  return other;
};

/** The gradient, by differences of fourth order. */
export const plainGradient = (loss: PlainLoss, point: Point): number[] =>
  point.map((x, i) => {
    const h = 1e-3 * Math.max(1e-2, Math.min(1, Math.abs(x)));
    const at = (by: number) => loss(moved(point, [i, by]));
    return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
  });

/** The Hessian, by differences of fourth order. */
export function plainHessian(loss: PlainLoss, point: Point): number[][] {
  const h = point.map((x) => 2e-3 * Math.max(0.1, Math.min(1, Math.abs(x))));
  const weights = [
    [-2, 1],
    [-1, -8],
    [1, 8],
    [2, -1],
  ] as const;
  return point.map((_, i) =>
    point.map((__, j) => {
      const [hi = NaN, hj = NaN] = [h[i], h[j]];
      if (i === j) {
        const at = (k: number) => loss(moved(point, [i, k * hi]));
        return (-at(2) + 16 * at(1) - 30 * at(0) + 16 * at(-1) - at(-2)) / (12 * hi * hi);
      }
      return weights.reduce(
        (sum, [a, wa]) =>
          sum +
          weights.reduce((inner, [b, wb]) => inner + wa * wb * loss(moved(point, [i, a * hi], [j, b * hj])), 0) /
            (144 * hi * hj),
        0,
      );
    }),
  );
}

/** Eigenvalues of a symmetric matrix, largest first, by mathjs. */
export function plainEigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const symmetric = matrix.map((row, i) => row.map((value, j) => (value + (matrix[j]?.[i] ?? NaN)) / 2));
  if (symmetric.length === 1) return symmetric[0] ? [...symmetric[0]] : [];
  const { values } = eigs(symmetric);
  return (values as number[]).map(Number).sort((a, b) => b - a);
}
