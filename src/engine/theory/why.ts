import type { Plan } from '../plan/types';
import type { Precision } from '../loss/evaluator';
import { precisionParts } from '../float64/precisionParts';
import { climbsBack, steadyRise } from '../trace/lossTrend';
import { lastFiniteRow, pointAtRow } from '../trace/rows';
import type { Outcome, RunTrace } from '../trace/types';
import { rateAt, runAt } from '../plan/run';
import { breakdownOf } from './breakdown';
import { Curvature } from './curvature';
import { isNoisy, type Edge } from './edge';
import * as measured from './measures';
import type { Reason } from './reasons';
import { largestOf, type RunEnd } from './runEnd';
import { reachOf } from './distance';
import { isMinimum } from './target';
import { brokenAt, hasOutgrown } from './whyBroken';
import { bestRate, convergence, pace, slowest } from './whyPace';
import { kink, kinkMinimum, localMinimum, noGradient, standstill } from './whyPlace';
import { atLimit, climbs, pastLimit, pastLimitIn, steeper, stepsOfRate } from './whyRate';

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
    climbs(end) ?? pastLimit(end) ?? atLimit(end) ?? noise(end) ?? kinkMinimum(end) ?? stepsOfRate(end) ?? kink(end),
  ],
  wandering: (end) => {
    const climb = climbedBack(end);
    return [
      climb,
      noise(end),
      atLimit(end) ?? pastLimitIn(end),
      kinkMinimum(end) ?? stepsOfRate(end) ?? kink(end) ?? (climb ? null : moves(end)),
    ];
  },
  descending: (end) => {
    // Its pace would promise an arrival.
    const limited = atLimit(end) ?? pastLimitIn(end);
    return limited ? [limited] : [pace(end), kinkMinimum(end) ?? slowest(end) ?? noise(end) ?? standstill(end)];
  },
  converged: (end, outcome) => [
    noGradient(end),
    localMinimum(end, outcome),
    convergence(end, outcome) ?? {
      code: 'arrived',
      values: { step: outcome.step, reach: reachOf(end.plan) },
    },
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

const rateToBlame = (end: RunEnd): Reason | null =>
  climbs(end) ?? pastLimit(end) ?? atLimit(end) ?? steeper(end, 0, lastInside(end));

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
  const pace = !isMinimum(edge) ? null : measured.distanceGrowth(trace, edge.point, step);
  const { code, growth, count } =
    pace && pace.growth > 1
      ? { code: 'leftDiverging' as const, ...pace }
      : { code: 'leftGrowing' as const, ...growing };
  const overflow = measured.overflowAt(trace, step, largestOf(end));
  return overflow === null
    ? { code: 'leftSlowing', values: { parameter, growth: growing.growth, count: growing.count } }
    : { code, values: { parameter, growth, count, overflow } };
}

function moves({ trace, edge }: RunEnd): Reason | null {
  const move = measured.typicalStride(trace);
  if (move === null || !isMinimum(edge)) return null;
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

/** That the loss of a run was lowest at a step and has climbed since. */
function climbedBack({ plan, trace, last }: RunEnd): Reason | null {
  if (!climbsBack(plan, trace)) return null;
  const losses = trace.loss.subarray(0, last + 1);
  const [least, loss] = [losses.reduce((a, b) => Math.min(a, b)), losses[last] as number];
  return loss > least ? { code: 'climbedBack', values: { step: losses.indexOf(least), least, loss } } : null;
}

function rises({ trace }: RunEnd): Reason | null {
  const count = steadyRise(trace);
  if (count === null) return null;
  const [before, loss] = [trace.loss.at(trace.rows - 1 - count), trace.loss.at(trace.rows - 1)] as [number, number];
  return loss > before ? { code: 'rises', values: { count, before, loss } } : null;
}
