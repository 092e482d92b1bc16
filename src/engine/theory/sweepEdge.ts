import { findOptimizer, type Optimizer } from '../../catalogue';
import { withSettingAt } from '../../experiment';
import type { Experiment, Run, SweepAxis } from '../../experiment/core/types';
import { planProblem } from '../plan/plan';
import { axisValue } from '../sweep/axes';
import { Curvature, NO_TRANSFORM } from './curvature';
import type { Edge } from './edge';
import { rateLimit, theoryHyperOfRun } from './limits';
import { distance } from './target';

/** Points of the curve: more than a plot has room to bend. */
const POINTS = 129;
/** Halvings of a pixel of the other axis: what is left cannot be seen on any screen. */
const HALVINGS = 20;

export type EdgePoint = readonly [x: number, y: number];

/** The rate's limit with two settings moved; NaN where there is none. */
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
  const optimizer = run && findOptimizer(run.optimizer);
  if (!run || !optimizer) throw new RangeError(`no run ${index}`);
  const fixed =
    edge.curvature === 'hessian' &&
    edge.limit !== null &&
    edge.at !== 'point' &&
    !edge.reasons.includes('notConstantRate');
  // A penalty that a rule which maximizes turns around may leave no minimum.
  const isMaximized =
    Boolean(run.hyper.maximize) &&
    run.modifiers?.l2 !== undefined &&
    [x, y].some((axis) => axis.of === 'l2' || isConstant(axis));
  if (!fixed || isMaximized || (isConstant(x) && isConstant(y))) return [];
  // A quadratic curves the same everywhere, wherever its minimum goes.
  if (edge.reasons.includes('notQuadratic') && [x, y].some((axis) => movesMinimum(axis, experiment, edge))) return [];
  const limitAt = limitOver(experiment, index, run, optimizer, x, y, edge);
  // Along the rate the limit is the answer; along anything else it is looked for, and along constants that is slow.
  const scansX = x.of === 'lr' || (y.of !== 'lr' && !isConstant(x));
  const [scanned, other] = scansX ? [x, y] : [y, x];
  const limitOf = (v: number, w: number) => (scansX ? limitAt(v, w) : limitAt(w, v));
  return Array.from({ length: POINTS }, (_, k): EdgePoint => {
    const w = axisValue(other, k, POINTS);
    const v =
      scanned.of === 'lr'
        ? within(scanned, limitOf(scanned.from, w))
        : crossing(scanned, (value) => rateOf(run, other, w) - limitOf(value, w));
    return scansX ? [v, w] : [w, v];
  });
}

const isConstant = ({ of }: SweepAxis): boolean => of.startsWith('constant.');

/** Settings that draw a run to a point beside the minimum of its loss. */
const movingModifiers: readonly string[] = ['l2', 'decay', 'weightDecay'];

/** Whether runs along an axis aim for minima that the edge of one of them does not know of. */
function movesMinimum(axis: SweepAxis, experiment: Experiment, { at, penalty, free }: Edge): boolean {
  if (movingModifiers.includes(axis.of)) return true;
  if (isConstant(axis)) return penalty !== 0 || free !== null;
  if (!axis.of.startsWith('start.')) return false;
  return free !== null || at !== 'minimum' || planProblem(experiment).minima.length > 1;
}

/** A value that an axis runs over; NaN for one that it does not. */
const within = ({ from, to }: SweepAxis, value: number): number =>
  value >= Math.min(from, to) && value <= Math.max(from, to) ? value : Number.NaN;

const rateOf = ({ hyper }: Run, other: SweepAxis, value: number): number =>
  other.of === 'lr' ? value : Number(hyper.lr);

function limitOver(
  experiment: Experiment,
  index: number,
  run: Run,
  optimizer: Optimizer,
  x: SweepAxis,
  y: SweepAxis,
  edge: Edge,
): LimitAt {
  const known = new Map<number, number>();
  const settings = theoryHyperOfRun(run);
  const constant = [x, y].find(isConstant);
  const lambdaAt = (value: number): number => {
    const lambda =
      known.get(value) ??
      lambdaOf(withSettingAt(experiment, index, constant?.of ?? '', value, []), edge, nearestMinimum(experiment, edge));
    known.set(value, lambda);
    return lambda;
  };
  return (vx, vy) => {
    const hyper = {
      ...settings,
      ...(x.of.includes('.') ? {} : { [x.of]: vx }),
      ...(y.of.includes('.') ? {} : { [y.of]: vy }),
    };
    const lambda = constant ? lambdaAt(constant === x ? vx : vy) : (edge.lambda ?? Number.NaN) - edge.penalty;
    const limit = rateLimit(optimizer, hyper, lambda + Number(hyper.l2 ?? 0));
    return typeof limit === 'string' ? Number.NaN : limit;
  };
}

/** Which of the known minima the run aims for. */
function nearestMinimum(experiment: Experiment, edge: Edge): number {
  const distances = planProblem(experiment).minima.map((minimum) => distance(minimum, edge.point));
  return distances.indexOf(Math.min(...distances));
}

/** The largest eigenvalue at a minimum, without a penalty. */
function lambdaOf(experiment: Experiment, { weight, free }: Edge, minimum: number): number {
  const ground = planProblem(experiment);
  const point = ground.minima[minimum];
  const spectrum = point && new Curvature(ground).at(point, { ...NO_TRANSFORM, weight, free });
  return spectrum ? spectrum.largest.value : Number.NaN;
}

/** The value along an axis at which something changes its sign, found by halving; NaN where it does not between the ends. */
function crossing(axis: SweepAxis, excess: (value: number) => number): number {
  const at = (place: number) => axisValue(axis, place, 2);
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
