import type { Plan, RunPlan } from '../plan/types';
import { pointAtRow } from '../trace/rows';
import type { Outcome, RunTrace } from '../trace/types';
import { contraction, isMemoryless } from './contraction';
import { Curvature } from './curvature';
import { evenRows, isNoisy, pathPoints, rateAt, runAt, stateAt, type Edge } from './edge';
import { hessianTransformOf, isClipped, optimizerOf, rateLimit, theoryHyperOfPlan } from './limits';
import * as measured from './measures';
import type { Reason } from './reasons';
import { distance, lastFiniteRow } from './target';

/** Everything that a sentence may be made from. */
interface RunEnd {
  readonly plan: Plan;
  readonly run: RunPlan;
  readonly trace: RunTrace;
  readonly edge: Edge;
  readonly curvature: Curvature;
  /** Last row with finite numbers. */
  readonly last: number;
  /** Rate of the last update. */
  readonly lr: number;
}

type Sentences = readonly (Reason | null)[];
type ReasonsByOutcome = {
  readonly [Kind in Outcome['kind']]: (c: RunEnd, outcome: Outcome & { kind: Kind }) => Sentences;
};

/**
 * Why a run ended as it did: at most two sentences, the more telling first. Every number is measured from the run's rows
 * or computed from its exact Hessian; where neither says anything, nothing is said. Empty while the run has no outcome.
 */
export function explain(
  plan: Plan,
  index: number,
  trace: RunTrace,
  edge: Edge,
  curvature = new Curvature(plan),
): Reason[] {
  const run = runAt(plan, index);
  const last = lastFiniteRow(trace);
  const found = trace.outcome
    ? sentences({ plan, run, trace, edge, curvature, last, lr: rateAt(run, last) }, trace.outcome)
    : [];
  return found.filter((reason) => reason !== null).slice(0, 2);
}

function sentences(c: RunEnd, outcome: Outcome): Sentences {
  switch (outcome.kind) {
    case 'diverged':
      return reasonsByOutcome.diverged(c, outcome);
    case 'left':
      return reasonsByOutcome.left(c, outcome);
    case 'cycling':
      return reasonsByOutcome.cycling(c, outcome);
    case 'stalled':
      return reasonsByOutcome.stalled(c, outcome);
    case 'wandering':
      return reasonsByOutcome.wandering(c, outcome);
    case 'descending':
      return reasonsByOutcome.descending(c, outcome);
    case 'converged':
      return reasonsByOutcome.converged(c, outcome);
  }
}

const reasonsByOutcome: ReasonsByOutcome = {
  diverged: (c, { cause, step }) => [{ code: cause, values: { step } }, reasonToDiverge(c) ?? grew(c)],
  left: (c, { step }) => [leftAlong(c, step), reasonToDiverge(c)],
  cycling: (c, { period }) => [
    { code: 'cycle', values: { period, size: measured.widestCycleStep(c.trace, period) } },
    atLimit(c) ?? pastLimitIn(c) ?? stepsOfRate(c) ?? steeper(c, Math.max(0, c.last - period), c.last),
  ],
  stalled: (c) => [flat(c), saddle(c) ?? effectiveRate(c)],
  wandering: (c) => [noise(c), pastLimitIn(c), stepsOfRate(c) ?? moves(c)],
  descending: (c) => [pace(c), pastLimitIn(c) ?? slowest(c) ?? noise(c)],
  converged: (c, { step }) => [convergence(c) ?? { code: 'arrived', values: { step } }, bestRate(c)],
};

/** What drives a run away: the ways in which a rate can be too large, or a loss without a floor. */
const reasonToDiverge = (c: RunEnd): Reason | null =>
  climbs(c) ?? pastLimit(c) ?? steeper(c, 0, lastInside(c)) ?? curvesDown(c);

const climbs = ({ edge }: RunEnd): Reason | null =>
  edge.reasons.includes('climbs') ? { code: 'climbs', values: {} } : null;

/** The limit that a rule linear in the gradient has at a minimum; a preconditioned one's moves with the run. */
const fixedLimit = ({ edge }: RunEnd): { limit: number; lambda: number } | null =>
  edge.curvature === 'hessian' && edge.at !== 'point' && edge.limit !== null && edge.lambda !== null
    ? { limit: edge.limit, lambda: edge.lambda }
    : null;

/** Eigenvalues, and so limits, are known to a few units in the last place: a rate this near to its limit stands at it. */
const EIGENVALUE_ROUNDING = 2 ** -48;

const isAt = (lr: number, limit: number): boolean => Math.abs(lr / limit - 1) <= EIGENVALUE_ROUNDING;
const isPast = (lr: number, limit: number): boolean => lr > limit && !isAt(lr, limit);

function pastLimit(c: RunEnd): Reason | null {
  const { run, edge, lr } = c;
  const fixed = fixedLimit(c);
  if (!fixed || !isPast(lr, fixed.limit)) return null;
  const growth = contraction(run, lr, fixed.lambda);
  const values = { lr, ratio: lr / fixed.limit, limit: fixed.limit, growth };
  if (edge.applies !== 'exact') return { code: 'pastLimitNear', values };
  // Without memory a step past the minimum lands `growth` times as far on its other side.
  return isMemoryless(run, lr)
    ? { code: 'pastLimit', values: { ...values, percent: 100 * growth } }
    : { code: 'pastLimitVelocity', values };
}

function pastLimitIn(c: RunEnd): Reason | null {
  const { run, edge, lr } = c;
  const fixed = fixedLimit(c);
  if (!fixed || !isPast(lr, fixed.limit) || edge.eigenvalues === null) return null;
  const past = edge.eigenvalues.filter((lambda) => {
    const limit = rateLimit(optimizerOf(run), theoryHyperOfPlan(run), lambda);
    return typeof limit === 'number' && isPast(lr, limit);
  });
  return {
    code: 'pastLimitIn',
    values: { lr, ratio: lr / fixed.limit, limit: fixed.limit, count: past.length, total: edge.eigenvalues.length },
  };
}

/** Each step of memoryless descent at the very limit lands as far beyond the minimum as it came from. */
function atLimit(c: RunEnd): Reason | null {
  const fixed = fixedLimit(c);
  const swings = fixed && isAt(c.lr, fixed.limit) && c.edge.applies === 'exact' && isMemoryless(c.run, c.lr);
  return swings ? { code: 'atLimit', values: { lr: c.lr } } : null;
}

/** The rate is fine at the minimum, and too large for a place that the path passed, between two rows. */
function steeper(c: RunEnd, from: number, to: number): Reason | null {
  const { plan, run, trace, curvature } = c;
  const fixed = fixedLimit(c);
  // A clipped gradient is no steeper than its limit.
  if (!fixed || isClipped(run)) return null;
  for (const percentOff of evenRows(to - from, pathPoints(plan))) {
    const row = from + percentOff;
    const lambda =
      curvature.at(pointAtRow(trace, row), hessianTransformOf(run, stateAt(trace, row), row))?.largest.value ??
      Number.NaN;
    const bearable = rateLimit(optimizerOf(run), theoryHyperOfPlan(run), lambda);
    const lr = rateAt(run, row + 1);
    if (typeof bearable === 'number' && lr > bearable) {
      return { code: 'steeper', values: { lr, limit: fixed.limit, step: row, lambda, bearable } };
    }
  }
  return null;
}

/** The last row inside the problem's view, 0 if there is none: beyond, a path tells of its speed and no more of the loss. */
function lastInside({ plan, trace, last }: RunEnd): number {
  const inside = (row: number) =>
    pointAtRow(trace, row).every(
      (value, i) =>
        value >= (plan.defaultRanges[i]?.[0] ?? -Infinity) && value <= (plan.defaultRanges[i]?.[1] ?? Infinity),
    );
  let row = last;
  while (row > 0 && !inside(row)) row -= 1;
  return row;
}

const lowest = ({ curvature, trace }: RunEnd, row: number): number =>
  curvature.at(pointAtRow(trace, row))?.smallest.value ?? Number.NaN;

function curvesDown(c: RunEnd): Reason | null {
  const lambda = lowest(c, lastInside(c));
  return lambda < 0 ? { code: 'curvesDown', values: { lambda } } : null;
}

function saddle(c: RunEnd): Reason | null {
  const lambda = lowest(c, c.last);
  return lambda < 0 ? { code: 'saddle', values: { lambda } } : null;
}

function grew({ trace }: RunEnd): Reason | null {
  const growing = measured.strideGrowth(trace, 1);
  return growing && growing.growth > 1 ? { code: 'grew', values: growing } : null;
}

/** The parameter that is farthest outside the view, in parts of the view's width. */
function leftAlong({ plan, trace, last }: RunEnd, step: number): Reason {
  const excess = Array.from(pointAtRow(trace, last), (value, i) => {
    const [low, high] = plan.defaultRanges[i] ?? [value, value];
    return Math.max(low - value, value - high) / (high - low);
  });
  const farthest = excess.indexOf(Math.max(...excess));
  const parameter = plan.parameters[farthest] ?? '';
  const growing = measured.strideGrowth(trace, step);
  return growing && growing.growth > 1
    ? { code: 'leftGrowing', values: { parameter, ...growing } }
    : { code: 'leftAlong', values: { parameter, value: pointAtRow(trace, last)[farthest] as number } };
}

/** Between these, in parts of the rate and per parameter, strides are about as long as the rate. */
const ABOUT = 3;

/** Rules that divide by the size of gradients, or take only their sign, move by about the rate however small they are. */
function stepsOfRate({ trace, edge, plan, lr }: RunEnd): Reason | null {
  const adaptive = edge.curvature === 'preconditioned' || edge.reasons.includes('signSteps');
  const move = measured.typicalStride(trace);
  if (!adaptive || move === null || edge.at === 'point') return null;
  const part = move / (lr * Math.sqrt(plan.parameters.length));
  if (part < 1 / ABOUT || part > ABOUT) return null;
  return { code: 'stepsOfRate', values: { move, lr, distance: measured.typicalDistance(trace, edge.point) } };
}

function moves({ trace, edge }: RunEnd): Reason | null {
  const move = measured.typicalStride(trace);
  if (move === null || edge.at === 'point') return null;
  return { code: 'moves', values: { move, distance: measured.typicalDistance(trace, edge.point) } };
}

function noise({ plan, run, trace, last }: RunEnd): Reason | null {
  if (!isNoisy(plan, run)) return null;
  return {
    code: 'batchNoise',
    values: { noise: measured.batchNoise(plan, run, trace), gradient: measured.gradientLength(plan, trace, last) },
  };
}

/** A gradient that is nearly 0; with modifiers, a run stands still where the gradient of its loss need not be. */
function flat({ plan, run, trace, last, lr }: RunEnd): Reason | null {
  if (last === 0 || run.modifiers.length > 0) return null;
  return {
    code: 'flat',
    values: { gradient: measured.gradientLength(plan, trace, last), lr, move: measured.strideTo(trace, last) },
  };
}

/** What Adagrad does to its rate: it fell from the first update to the last. */
function effectiveRate({ run, trace, last }: RunEnd): Reason | null {
  if (last < 1) return null;
  const [first, now] = [measured.effectiveRate(run, trace, 1), measured.effectiveRate(run, trace, last)];
  return first !== null && now !== null && now < first ? { code: 'effectiveRate', values: { first, last: now } } : null;
}

/** What a factor takes off, in percent: near 1, where the factors themselves all look alike. */
const off = (factor: number): number => 100 * (1 - factor);

/** Updates that halve a distance which each multiplies by `factor`. */
const updatesToHalve = (factor: number): number => Math.ceil(Math.LN2 / -Math.log(factor));

/** How fast the run came nearer to its minimum over its last quarter. */
function pace({ trace, edge }: RunEnd): Reason | null {
  const rows = measured.lastQuarter(trace);
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  if (edge.at === 'point' || last === first) return null;
  const part = distance(pointAtRow(trace, last), edge.point) / distance(pointAtRow(trace, first), edge.point);
  const count = last - first;
  if (!(part < 1)) return { code: 'noNearer', values: { count } };
  return {
    code: 'pace',
    values: { count, percent: off(part), steps: part === 0 ? 1 : updatesToHalve(part ** (1 / count)) },
  };
}

/** Whether every update does the same: no noise, one rate. */
const isSteady = ({ reasons }: Edge): boolean =>
  !reasons.some((reason) => reason === 'noisy' || reason === 'noiseAdded' || reason === 'notConstantRate');

/** The slowest direction at the minimum, by the rule's own update on a parabola of that curvature. */
function slowest(c: RunEnd): Reason | null {
  const { run, edge, lr } = c;
  if (!fixedLimit(c) || !isSteady(edge) || !edge.eigenvalues?.every((lambda) => lambda > 0)) return null;
  const factors = edge.eigenvalues.map((lambda) => ({ lambda, factor: contraction(run, lr, lambda) }));
  const { lambda, factor } = factors.reduce((slow, other) => (other.factor > slow.factor ? other : slow));
  return factor > 0 && factor < 1
    ? { code: 'slowest', values: { lambda, percent: off(factor), steps: updatesToHalve(factor) } }
    : null;
}

/** The rate of convergence, measured, beside what the rule does on the quadratic that the loss is near its minimum. */
function convergence(c: RunEnd): Reason | null {
  const { run, trace, edge, lr } = c;
  const factor = edge.at === 'point' ? null : measured.convergenceFactor(trace, edge.point);
  if (factor === null) return null;
  const theory = fixedLimit(c) && isSteady(edge) && edge.eigenvalues;
  if (!theory) return { code: 'rate', values: { percent: off(factor) } };
  const predicted = Math.max(...theory.map((lambda) => contraction(run, lr, lambda)));
  return { code: 'rateAndTheory', values: { percent: off(factor), predicted: off(predicted) } };
}

/** What plain gradient descent can reach at best: (kappa - 1)/(kappa + 1), at 2/(a + b) on eigenvalues a to b. */
function bestRate(c: RunEnd): Reason | null {
  const { run, edge, lr } = c;
  const [largest = Number.NaN, smallest = Number.NaN] = [edge.eigenvalues?.[0], edge.eigenvalues?.at(-1)];
  const plain =
    isMemoryless(run, lr) &&
    [run.hyper.weightDecay, run.hyper.decay].every((decay) => Number(decay ?? 0) === 0) &&
    isSteady(edge);
  if (!fixedLimit(c) || !plain || !(smallest > 0) || !(largest > smallest)) return null;
  const kappa = largest / smallest;
  return { code: 'bestRate', values: { kappa, lr: 2 / (smallest + largest), percent: off((kappa - 1) / (kappa + 1)) } };
}
