import { pointAtRow, stateAt } from '../trace/rows';
import { contraction, isMemoryless } from './contraction';
import { distance, reachOf } from './distance';
import { besideOf, isFlat, type Edge } from './edge';
import { hessianTransformOf } from './limits';
import * as measured from './measures';
import type { Reason } from './reasons';
import type { Converged, RunEnd } from './runEnd';
import { isMinimum } from './target';
import { fixedLimit, hasFixedSteps } from './whyRate';

/* How fast a run came to its minimum. */

/** By how many percent a factor shrinks: easier to compare than factors near 1. */
const off = (factor: number): number => 100 * (1 - factor);

/** Number of updates that halve a distance if each multiplies it by `factor`. */
const updatesToHalve = (factor: number): number => Math.ceil(Math.LN2 / -Math.log(factor));

/** Fewer distances of a run with noise tell no pace: a line fits a few by chance. */
const LEAST_NOISY_ROWS = 8;

/** How fast the run approached its minimum in its last quarter. */
export function pace({ trace, edge, last }: RunEnd): Reason | null {
  const distances = measured.lastQuarter(trace).map((row) => distance(pointAtRow(trace, row), edge.point));
  const count = distances.length - 1;
  if (!isMinimum(edge) || count === 0) return null;
  const end = distances[count] as number;
  const part = end / (distances[0] as number);
  if (!(part < 1)) {
    const fell = (trace.loss[last] as number) < (trace.loss[last - count] as number);
    return fell ? { code: 'noNearer', values: { count } } : null;
  }
  const values = { count, percent: off(part) };
  // A run that moves away at the end has no pace at which its distance would halve.
  const later = Math.ceil(count / 4);
  if (end > (distances[count - later] as number)) return { code: 'nearerThenFarther', values: { ...values, later } };
  const isShort = !isSteady(edge) && count + 1 < LEAST_NOISY_ROWS;
  if (isShort || measured.steadyFactor(distances) === null) return null;
  if (hasFixedSteps(edge)) return { code: 'nearer', values };
  return { code: 'pace', values: { ...values, steps: updatesToHalve(part ** (1 / count)) } };
}

/** Whether every update does the same: no noise and a constant rate. */
const isSteady = ({ reasons }: Edge): boolean =>
  !reasons.some((reason) => reason === 'noisy' || reason === 'noiseAdded' || reason === 'notConstantRate');

/** Accuracy of a contraction: a direction that shrinks by less than this takes a number of steps that nobody knows. */
const CONTRACTION_ROUNDING = 1e-8;

const curvatureBeside = ({ plan, curvature, trace, edge, last, run }: RunEnd) =>
  curvature.at(besideOf(plan, edge.point), hessianTransformOf(run, stateAt(trace, last), last));

/** The slowest direction at the minimum, or that the slowest are alike, by the rule's own update on a parabola of that curvature. */
export function slowest(end: RunEnd): Reason | null {
  const { run, edge, lr } = end;
  if (!fixedLimit(end) || !isSteady(edge) || !edge.eigenvalues?.every((lambda) => lambda > 0)) return null;
  const factors = edge.eigenvalues.map((lambda) => ({ lambda, factor: contraction(run, lr, lambda) }));
  const { lambda, factor } = factors.reduce((slow, other) => (other.factor > slow.factor ? other : slow));
  if (!(factor > 0 && factor < 1 - CONTRACTION_ROUNDING) || isFlat(lambda, curvatureBeside(end))) return null;
  const values = { percent: off(factor), steps: updatesToHalve(factor) };
  // With enough momentum every direction shrinks by the square root of it.
  const isTie = factors.some((other) => other.lambda < lambda && other.factor > factor - CONTRACTION_ROUNDING);
  return isTie ? { code: 'alike', values } : { code: 'slowest', values: { lambda, ...values } };
}

/** The rate of convergence, measured, beside what the rule does on the quadratic that the loss is near its minimum. */
export function convergence(end: RunEnd, { step }: Converged): Reason | null {
  const { plan, run, trace, edge, lr } = end;
  const fall = !isMinimum(edge) || hasFixedSteps(edge) ? null : measured.convergence(trace, edge.point);
  if (!fall) return null;
  const { factor, ...rows } = fall;
  const values = { step, reach: reachOf(plan), ...rows, percent: off(factor) };
  const theory = fixedLimit(end) && isSteady(edge) && edge.eigenvalues;
  const predicted = theory ? Math.max(...theory.map((lambda) => contraction(run, lr, lambda))) : 1;
  return predicted < 1
    ? { code: 'rateAndTheory', values: { ...values, predicted: off(predicted) } }
    : { code: 'rate', values };
}

/** The best rate of plain gradient descent: (kappa - 1)/(kappa + 1), at 2/(a + b) on eigenvalues a to b. */
export function bestRate(end: RunEnd): Reason | null {
  const { run, edge, lr } = end;
  const [largest = Number.NaN, smallest = Number.NaN] = [edge.eigenvalues?.[0], edge.eigenvalues?.at(-1)];
  const plain =
    isMemoryless(run, lr) &&
    [run.hyper.weightDecay, run.hyper.decay].every((decay) => Number(decay ?? 0) === 0) &&
    isSteady(edge);
  if (!fixedLimit(end) || !plain || !(smallest > 0) || !(largest > smallest)) return null;
  const kappa = largest / smallest;
  return { code: 'bestRate', values: { kappa, lr: 2 / (smallest + largest), percent: off((kappa - 1) / (kappa + 1)) } };
}
