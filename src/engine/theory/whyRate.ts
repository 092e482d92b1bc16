import { rateAt } from '../plan/run';
import { evenRows, pointAtRow, stateAt } from '../trace/rows';
import { contraction, isMemoryless } from './contraction';
import { pathPoints, type Edge } from './edge';
import { hessianTransformOf, isClipped, optimizerOf, rateLimit, theoryHyperOfPlan } from './limits';
import * as measured from './measures';
import type { Reason } from './reasons';
import { readable, type RunEnd } from './runEnd';
import { isMinimum } from './target';

/* What a run's rate has to do with its end. */

export const climbs = ({ edge }: RunEnd): Reason | null =>
  edge.reasons.includes('climbs') ? { code: 'climbs', values: {} } : null;

/** The rate limit at the minimum of a rule that is linear in the gradient; that of a preconditioned rule changes along the run. */
export const fixedLimit = ({ edge }: RunEnd): { limit: number; lambda: number } | null =>
  edge.curvature === 'hessian' && isMinimum(edge) && edge.limit !== null && edge.lambda !== null
    ? { limit: edge.limit, lambda: edge.lambda }
    : null;

/** A rate this near to its limit, relatively, is at the limit: float32 does not tell them apart. */
const RATE_ROUNDING = 2 ** -24;

const isAt = (lr: number, limit: number): boolean => Math.abs(lr / limit - 1) <= RATE_ROUNDING;
const isPast = (lr: number, limit: number): boolean => lr > limit && !isAt(lr, limit);

export function pastLimit(end: RunEnd): Reason | null {
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

export function pastLimitIn(end: RunEnd): Reason | null {
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
      point: readable(edge.point),
    },
  };
}

/** At the very limit each step of memoryless descent lands as far beyond the minimum as it came from; a velocity keeps such swings alive too. */
export function atLimit(end: RunEnd): Reason | null {
  const { run, lr, edge } = end;
  const fixed = fixedLimit(end);
  if (!fixed || !isAt(lr, fixed.limit) || edge.applies !== 'exact') return null;
  return { code: isMemoryless(run, lr) ? 'atLimit' : 'atLimitVelocity', values: { lr } };
}

/** The rate is below the limit at the minimum but above it at a point of the path, between two rows. */
export function steeper(end: RunEnd, from: number, to: number): Reason | null {
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

/** Whether steps are as long near a minimum as far from it: then no step takes off a share of the distance. */
export const hasFixedSteps = ({ reasons }: Edge): boolean => reasons.includes('signSteps');

/** Strides are about as long as the rate if they differ from it by less than this factor, per parameter. */
const ABOUT = 3;

/** Rules that divide by the size of gradients, or use only their sign, move by about the rate however small the gradients are. */
export function stepsOfRate({ trace, edge, plan, lr }: RunEnd): Reason | null {
  const adaptive = edge.curvature === 'preconditioned' || hasFixedSteps(edge);
  const move = measured.typicalStride(trace);
  if (!adaptive || move === null || !isMinimum(edge)) return null;
  const part = move / (lr * Math.sqrt(plan.parameters.length));
  if (part < 1 / ABOUT || part > ABOUT) return null;
  return { code: 'stepsOfRate', values: { move, lr, distance: measured.typicalDistance(trace, edge.point) } };
}
