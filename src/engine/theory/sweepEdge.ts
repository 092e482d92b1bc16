import { findRule, type Optimizer } from '../../catalogue';
import { isHyperTarget, withAxisValue } from '../../experiment';
import type { AxisRange, AxisTarget, Experiment, Run, SweepAxis } from '../../experiment/core/types';
import { planProblem } from '../plan/plan';
import { axisValue } from '../sweep/axes';
import { Curvature, NO_TRANSFORM } from './curvature';
import type { Edge } from './edge';
import { rateLimit, theoryHyperOfRun } from './limits';
import { distance } from './distance';
import { isMinimum } from './target';

/** Points of the curve: enough to look smooth in a plot. */
const POINTS = 129;
/** Bisection steps along an axis; the remaining interval is invisible on any screen. */
const HALVINGS = 20;

export type EdgePoint = readonly [x: number, y: number];

/** The rate limit at a point of the sweep; NaN if there is none. */
type LimitAt = (x: number, y: number) => number;

/**
 * The stability edge over a sweep: where the rate of a run is its limit at the minimum that it aims for. One point for
 * each of `POINTS` values of one axis, NaN where the edge lies outside of the other one. Empty where the limit says
 * nothing about other runs than this one: that of rules whose curvature depends on their own path, or without a minimum.
 * @param edge of the run as it is now
 * @throws RangeError where the experiment has no such run
 */
export function edgeOverSweep(
  experiment: Experiment,
  index: number,
  x: SweepAxis,
  y: SweepAxis,
  edge: Edge,
): EdgePoint[] {
  const run = experiment.runs[index];
  const optimizer = run && findRule(run.optimizer);
  if (!run || !optimizer) throw new RangeError(`no run ${index}`);
  const fixed =
    edge.curvature === 'hessian' && edge.limit !== null && isMinimum(edge) && !edge.reasons.includes('notConstantRate');
  // A rule that maximizes negates a penalty too, which may leave no minimum.
  const isMaximized =
    Boolean(run.hyper.maximize) &&
    run.modifiers?.l2 !== undefined &&
    [x, y].some((axis) => isHyperTarget(axis.target, 'l2') || isConstant(axis));
  if (!fixed || isMaximized || (isConstant(x) && isConstant(y))) return [];
  // A quadratic has the same curvature everywhere, wherever its minimum moves.
  if (edge.reasons.includes('notQuadratic') && [x, y].some((axis) => movesMinimum(axis, experiment, edge))) return [];
  const limitAt = limitOver(experiment, index, run, optimizer, x, y, edge);
  // Along the rate the limit itself is the answer; along other axes it is found by bisection, which is slow along constants.
  const scansX = isRate(x) || (!isRate(y) && !isConstant(x));
  const [scanned, other] = scansX ? [x, y] : [y, x];
  const limitOf = (v: number, w: number) => (scansX ? limitAt(v, w) : limitAt(w, v));
  return Array.from({ length: POINTS }, (_, k): EdgePoint => {
    const w = axisValue(other, k, POINTS);
    const v = isRate(scanned)
      ? within(scanned, limitOf(scanned.from, w))
      : crossing(scanned, (value) => rateOf(run, other, w) - limitOf(value, w));
    return scansX ? [v, w] : [w, v];
  });
}

const isConstant = ({ target }: SweepAxis): boolean => target.kind === 'constant';

const isRate = ({ target }: SweepAxis): boolean => isHyperTarget(target, 'lr');

/** Settings that move the point where a run settles away from the minimum of its loss. */
const movingModifiers: readonly string[] = ['l2', 'decay', 'weightDecay'];

/** Whether runs along an axis may head for other minima than the one of `edge`. */
function movesMinimum({ target }: SweepAxis, experiment: Experiment, { at, penalty, free }: Edge): boolean {
  if (target.kind === 'hyper') return movingModifiers.includes(target.name);
  if (target.kind === 'constant') return penalty !== 0 || free !== null;
  return free !== null || at !== 'minimum' || planProblem(experiment).minima.length > 1;
}

/** The value itself if it lies on the axis, else NaN. */
const within = ({ from, to }: AxisRange, value: number): number =>
  value >= Math.min(from, to) && value <= Math.max(from, to) ? value : Number.NaN;

const rateOf = ({ hyper }: Run, other: SweepAxis, value: number): number => (isRate(other) ? value : Number(hyper.lr));

function limitOver(
  experiment: Experiment,
  index: number,
  run: Run,
  optimizer: Optimizer,
  x: SweepAxis,
  y: SweepAxis,
  edge: Edge,
): LimitAt {
  const lambdaByValue = new Map<number, number>();
  const settings = theoryHyperOfRun(run);
  const constant = [x, y].find(isConstant);
  const hyperAt = ({ target }: SweepAxis, value: number) => (target.kind === 'hyper' ? { [target.name]: value } : {});
  const lambdaAt = (target: AxisTarget, value: number): number => {
    const lambda =
      lambdaByValue.get(value) ??
      lambdaOf(withAxisValue(experiment, index, target, value, []), edge, nearestMinimum(experiment, edge));
    lambdaByValue.set(value, lambda);
    return lambda;
  };
  return (vx, vy) => {
    const hyper = { ...settings, ...hyperAt(x, vx), ...hyperAt(y, vy) };
    const lambda = constant
      ? lambdaAt(constant.target, constant === x ? vx : vy)
      : (edge.lambda ?? Number.NaN) - edge.penalty;
    const limit = rateLimit(optimizer, hyper, lambda + Number(hyper.l2 ?? 0));
    return typeof limit === 'string' ? Number.NaN : limit;
  };
}

/** Index of the known minimum that the run heads for. */
function nearestMinimum(experiment: Experiment, edge: Edge): number {
  const distances = planProblem(experiment).minima.map((minimum) => distance(minimum, edge.point));
  return distances.indexOf(Math.min(...distances));
}

/** The largest eigenvalue at a minimum, without a penalty. */
function lambdaOf(experiment: Experiment, { weight, free }: Edge, minimum: number): number {
  const problemPlan = planProblem(experiment);
  const point = problemPlan.minima[minimum];
  const spectrum = point && new Curvature(problemPlan).at(point, { ...NO_TRANSFORM, weight, free });
  return spectrum ? spectrum.largest.value : Number.NaN;
}

/** The value along an axis at which `excess` changes its sign, by bisection; NaN if it has the same sign at both ends. */
function crossing(axis: AxisRange, excess: (value: number) => number): number {
  const at = (position: number) => axisValue(axis, position, 2);
  let [low, high] = [0, 1];
  const below = excess(at(low)) < 0;
  if (below === excess(at(high)) < 0 || Number.isNaN(excess(at(low))) || Number.isNaN(excess(at(high))))
    return Number.NaN;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (excess(at(middle)) < 0 === below) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}
