import type { Plan } from '../plan/types';
import type { Precision } from '../loss/evaluator';
import { precisionParts } from '../float64/precisionParts';
import { climbsBack, steadyRise } from '../trace/lossTrend';
import { evenRows, lastFiniteRow, pointAtRow, stateAt } from '../trace/rows';
import type { Outcome, RunTrace } from '../trace/types';
import { rateAt, runAt } from '../plan/run';
import { breakdownOf } from './breakdown';
import { contraction, isMemoryless } from './contraction';
import { Curvature } from './curvature';
import { isFlat, isNoisy, pathPoints, type Edge } from './edge';
import { hessianTransformOf, isClipped, optimizerOf, rateLimit, theoryHyperOfPlan } from './limits';
import * as measured from './measures';
import type { Reason } from './reasons';
import { distance } from './distance';
import { largestOf, readable, type RunEnd } from './runEnd';
import { brokenAt, hasOutgrown } from './whyBroken';
import { kink, kinkMinimum, localMinimum, noGradient, standstill } from './whyPlace';

type Sentences = readonly (Reason | null)[];
type ReasonsByOutcome = {
  readonly [Kind in Outcome['kind']]: (end: RunEnd, outcome: Outcome & { kind: Kind }) => Sentences;
};

/**
 * Why a run ended as it did: at most two reasons, the more important first. Every number is measured from the run's rows
 * or computed from its exact Hessian. Empty while the run has no outcome.
 */
export function explain(
  plan: Plan,
  index: number,
  trace: RunTrace,
  edge: Edge,
  curvature = new Curvature(plan),
  precision: Precision = 'float64',
): Reason[] {
  const run = runAt(plan, index);
  const last = lastFiniteRow(trace);
  const found = trace.outcome
    ? sentences({ plan, run, trace, edge, curvature, last, lr: rateAt(run, last), precision }, trace.outcome)
    : [];
  return found.filter((reason) => reason !== null).slice(0, 2);
}

const sentences = <Kind extends Outcome['kind']>(end: RunEnd, outcome: Outcome & { kind: Kind }): Sentences =>
  reasonsByOutcome[outcome.kind](end, outcome);

const reasonsByOutcome: ReasonsByOutcome = {
  // Classical methods alone stop by themselves, and say why (trace/iterations.ts).
  stopped: () => [],
  diverged: (end, outcome) => {
    const breakdown = breakdownOf(end.plan, end.run, end.trace, end.precision);
    const broken = brokenAt(end, outcome, breakdown);
    // Numbers that grew past all bounds broke because of what made them grow.
    return hasOutgrown(breakdown) ? [reasonToDiverge(end) ?? grew(end), broken] : [broken, rateToBlame(end)];
  },
  left: (end, { step }) => [leftAlong(end, step), reasonToDiverge(end)],
  cycling: (end, { period }) => [
    { code: 'cycle', values: { period, size: measured.widestCycleStep(end.trace, period) } },
    atLimit(end) ??
      pastLimitIn(end) ??
      kinkMinimum(end) ??
      stepsOfRate(end) ??
      kink(end) ??
      steeper(end, Math.max(0, end.last - period), end.last) ??
      coarse(end, period),
  ],
  stalled: (end) => {
    const missing = noGradient(end);
    return missing ? [missing] : [vanishes(end), flat(end), standstill(end) ?? effectiveRate(end)];
  },
  rising: (end) => [
    rises(end),
    climbs(end) ?? pastLimit(end) ?? noise(end) ?? kinkMinimum(end) ?? stepsOfRate(end) ?? kink(end),
  ],
  wandering: (end) => {
    const climb = climbedBack(end);
    return [
      climb,
      noise(end),
      pastLimitIn(end),
      kinkMinimum(end) ?? stepsOfRate(end) ?? kink(end) ?? (climb ? null : moves(end)),
    ];
  },
  descending: (end) => [
    pace(end),
    pastLimitIn(end) ?? kinkMinimum(end) ?? slowest(end) ?? noise(end) ?? standstill(end),
  ],
  converged: (end, outcome) => [
    noGradient(end),
    localMinimum(end, outcome),
    convergence(end) ?? { code: 'arrived', values: { step: outcome.step } },
    kinkMinimum(end) ?? bestRate(end),
  ],
};

/** That updates are too small for the numbers that a run computes in. */
function vanishes({ plan, run, trace, last }: RunEnd): Reason | null {
  const values = run.precision ? precisionParts().vanishing(plan, run, trace, last) : null;
  return values && { code: 'vanishing', values };
}

/** That a cycle's updates are whole distances between the numbers that a run computes in, and not what the rule asks for. */
function coarse({ plan, run, trace, last }: RunEnd, period: number): Reason | null {
  const values = run.precision ? precisionParts().coarseness(plan, run, trace, last, period) : null;
  return values && { code: 'coarse', values };
}

/** What drives a run away: a rule that climbs, a rate that is too large, or a loss that curves down. */
const reasonToDiverge = (end: RunEnd): Reason | null => rateToBlame(end) ?? curvesDown(end);

const rateToBlame = (end: RunEnd): Reason | null => climbs(end) ?? pastLimit(end) ?? steeper(end, 0, lastInside(end));

const climbs = ({ edge }: RunEnd): Reason | null =>
  edge.reasons.includes('climbs') ? { code: 'climbs', values: {} } : null;

/** The rate limit at the minimum of a rule that is linear in the gradient; that of a preconditioned rule changes along the run. */
const fixedLimit = ({ edge }: RunEnd): { limit: number; lambda: number } | null =>
  edge.curvature === 'hessian' && edge.at !== 'point' && edge.limit !== null && edge.lambda !== null
    ? { limit: edge.limit, lambda: edge.lambda }
    : null;

/** Relative accuracy of eigenvalues, and so of limits: a rate this near to its limit is at the limit. */
const EIGENVALUE_ROUNDING = 2 ** -48;

const isAt = (lr: number, limit: number): boolean => Math.abs(lr / limit - 1) <= EIGENVALUE_ROUNDING;
const isPast = (lr: number, limit: number): boolean => lr > limit && !isAt(lr, limit);

function pastLimit(end: RunEnd): Reason | null {
  const { run, edge, lr } = end;
  const fixed = fixedLimit(end);
  if (!fixed || !isPast(lr, fixed.limit)) return null;
  const growth = contraction(run, lr, fixed.lambda);
  const values = { lr, ratio: lr / fixed.limit, limit: fixed.limit, growth };
  if (edge.applies !== 'exact') return { code: 'pastLimitNear', values: { ...values, point: readable(edge.point) } };
  // Without memory a step past the minimum lands `growth` times as far on its other side.
  return isMemoryless(run, lr)
    ? { code: 'pastLimit', values: { ...values, percent: 100 * growth } }
    : { code: 'pastLimitVelocity', values };
}

function pastLimitIn(end: RunEnd): Reason | null {
  const { run, edge, lr } = end;
  const fixed = fixedLimit(end);
  if (!fixed || !isPast(lr, fixed.limit) || edge.eigenvalues === null) return null;
  const past = edge.eigenvalues.filter((lambda) => {
    const limit = rateLimit(optimizerOf(run), theoryHyperOfPlan(run), lambda);
    return typeof limit === 'number' && isPast(lr, limit);
  });
  return {
    code: 'pastLimitIn',
    values: {
      lr,
      ratio: lr / fixed.limit,
      limit: fixed.limit,
      count: past.length,
      total: edge.eigenvalues.length,
      point: readable(edge.point),
    },
  };
}

/** Each step of memoryless descent at the very limit lands as far beyond the minimum as it came from. */
function atLimit(end: RunEnd): Reason | null {
  const fixed = fixedLimit(end);
  const swings = fixed && isAt(end.lr, fixed.limit) && end.edge.applies === 'exact' && isMemoryless(end.run, end.lr);
  return swings ? { code: 'atLimit', values: { lr: end.lr } } : null;
}

/** The rate is below the limit at the minimum but above it at a point of the path, between two rows. */
function steeper(end: RunEnd, from: number, to: number): Reason | null {
  const { plan, run, trace, curvature } = end;
  const fixed = fixedLimit(end);
  // A clipped gradient does not grow with the curvature.
  if (!fixed || isClipped(run)) return null;
  for (const offset of evenRows(to - from, pathPoints(plan))) {
    const row = from + offset;
    const lambda =
      curvature.at(pointAtRow(trace, row), hessianTransformOf(run, stateAt(trace, row), row))?.largest.value ??
      Number.NaN;
    const bearable = rateLimit(optimizerOf(run), theoryHyperOfPlan(run), lambda);
    const lr = rateAt(run, row + 1);
    if (typeof bearable === 'number' && lr > bearable && lr < fixed.limit) {
      return { code: 'steeper', values: { lr, limit: fixed.limit, step: row, lambda, bearable } };
    }
  }
  return null;
}

/** The last row inside the default view, 0 if there is none. Far outside, a path reflects its speed more than the loss. */
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

function curvesDown(end: RunEnd): Reason | null {
  const lambda = lowest(end, lastInside(end));
  return lambda < 0 ? { code: 'curvesDown', values: { lambda } } : null;
}

function grew({ trace }: RunEnd): Reason | null {
  const growing = measured.strideGrowth(trace, 1);
  return growing && growing.growth > 1 ? { code: 'grew', values: growing } : null;
}

/** The parameter that is farthest outside the view, relative to the view's width. */
function leftAlong(end: RunEnd, step: number): Reason {
  const { plan, trace, edge, last } = end;
  const excess = Array.from(pointAtRow(trace, last), (value, i) => {
    const [low, high] = plan.defaultRanges[i] ?? [value, value];
    return Math.max(low - value, value - high) / (high - low);
  });
  const farthest = excess.indexOf(Math.max(...excess));
  const parameter = plan.parameters[farthest] ?? '';
  const growing = measured.strideGrowth(trace, step);
  const place = { parameter, value: pointAtRow(trace, last)[farthest] as number };
  if (!growing) return { code: 'leftTo', values: place };
  if (growing.growth <= 1) return { code: 'leftAlong', values: place };
  if (measured.lossSettles(trace, step)) return { code: 'leftDownhill', values: place };
  const pace = edge.at === 'point' ? null : measured.distanceGrowth(trace, edge.point, step);
  const { code, growth, count } =
    pace && pace.growth > 1
      ? { code: 'leftDiverging' as const, ...pace }
      : { code: 'leftGrowing' as const, ...growing };
  const overflow = measured.overflowAt(trace, step, largestOf(end));
  return overflow === null
    ? { code: 'leftSlowing', values: { parameter, growth: growing.growth, count: growing.count } }
    : { code, values: { parameter, growth, count, overflow } };
}

/** Strides are about as long as the rate if they differ from it by less than this factor, per parameter. */
const ABOUT = 3;

/** Rules that divide by the size of gradients, or use only their sign, move by about the rate however small the gradients are. */
function stepsOfRate({ trace, edge, plan, lr }: RunEnd): Reason | null {
  const adaptive = edge.curvature === 'preconditioned' || hasFixedSteps(edge);
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
  if (!isNoisy(run)) return null;
  return {
    code: 'batchNoise',
    values: {
      noise: measured.batchNoise(plan, run, trace),
      gradient: measured.gradientLength(plan, run, trace, last),
    },
  };
}

/** A gradient that is nearly 0. Not for runs with modifiers, which may stand still where the gradient is not 0. */
function flat({ plan, run, trace, last, lr }: RunEnd): Reason | null {
  if (last === 0 || run.modifiers.length > 0) return null;
  return {
    code: 'flat',
    values: { gradient: measured.gradientLength(plan, run, trace, last), lr, move: measured.strideTo(trace, last) },
  };
}

/** An effective rate that fell from the first update to the last, as Adagrad's does. */
function effectiveRate({ run, trace, last }: RunEnd): Reason | null {
  if (last < 1) return null;
  const [first, now] = [measured.effectiveRate(run, trace, 1), measured.effectiveRate(run, trace, last)];
  return first !== null && now !== null && now < first ? { code: 'effectiveRate', values: { first, last: now } } : null;
}

/** By how many percent a factor shrinks: easier to compare than factors near 1. */
const off = (factor: number): number => 100 * (1 - factor);

/** Number of updates that halve a distance if each multiplies it by `factor`. */
const updatesToHalve = (factor: number): number => Math.ceil(Math.LN2 / -Math.log(factor));

/** Whether steps are as long near a minimum as far from it: then no step takes off a share of the distance. */
const hasFixedSteps = ({ reasons }: Edge): boolean => reasons.includes('signSteps');

/** That the loss of a run was lowest at a step and has climbed since. */
function climbedBack({ plan, trace, last }: RunEnd): Reason | null {
  if (!climbsBack(plan, trace)) return null;
  const losses = trace.loss.subarray(0, last + 1);
  const [least, loss] = [losses.reduce((a, b) => Math.min(a, b)), losses[last] as number];
  return loss > least ? { code: 'climbedBack', values: { step: losses.indexOf(least), least, loss } } : null;
}

function rises({ trace }: RunEnd): Reason | null {
  const values = steadyRise(trace);
  return values && { code: 'rises', values };
}

/** Fewer distances of a run with noise tell no pace: a line fits a few by chance. */
const LEAST_NOISY_ROWS = 8;

/** How fast the run approached its minimum in its last quarter. */
function pace({ trace, edge, last }: RunEnd): Reason | null {
  const distances = measured.lastQuarter(trace).map((row) => distance(pointAtRow(trace, row), edge.point));
  const count = distances.length - 1;
  if (edge.at === 'point' || count === 0) return null;
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

const curvatureHere = ({ curvature, trace, last, run }: RunEnd) =>
  curvature.at(pointAtRow(trace, last), hessianTransformOf(run, stateAt(trace, last), last));

/** The slowest direction at the minimum, by the rule's own update on a parabola of that curvature. */
function slowest(end: RunEnd): Reason | null {
  const { run, edge, lr } = end;
  if (!fixedLimit(end) || !isSteady(edge) || !edge.eigenvalues?.every((lambda) => lambda > 0)) return null;
  const factors = edge.eigenvalues.map((lambda) => ({ lambda, factor: contraction(run, lr, lambda) }));
  const { lambda, factor } = factors.reduce((slow, other) => (other.factor > slow.factor ? other : slow));
  return factor > 0 && factor < 1 - CONTRACTION_ROUNDING && !isFlat(lambda, curvatureHere(end))
    ? { code: 'slowest', values: { lambda, percent: off(factor), steps: updatesToHalve(factor) } }
    : null;
}

/** The rate of convergence, measured, beside what the rule does on the quadratic that the loss is near its minimum. */
function convergence(end: RunEnd): Reason | null {
  const { run, trace, edge, lr } = end;
  const fall = edge.at === 'point' || hasFixedSteps(edge) ? null : measured.convergence(trace, edge.point);
  if (!fall) return null;
  const { factor, ...rows } = fall;
  const values = { ...rows, percent: off(factor) };
  const theory = fixedLimit(end) && isSteady(edge) && edge.eigenvalues;
  const predicted = theory ? Math.max(...theory.map((lambda) => contraction(run, lr, lambda))) : 1;
  return predicted < 1
    ? { code: 'rateAndTheory', values: { ...values, predicted: off(predicted) } }
    : { code: 'rate', values };
}

/** The best rate of plain gradient descent: (kappa - 1)/(kappa + 1), at 2/(a + b) on eigenvalues a to b. */
function bestRate(end: RunEnd): Reason | null {
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
