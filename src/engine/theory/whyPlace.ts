import { LossEvaluator } from '../loss/evaluator';
import { movingOf } from '../loss/newton';
import { pointAtRow } from '../trace/rows';
import { NO_TRANSFORM } from './curvature';
import type { Plan } from '../plan/types';
import { distance, reachOf } from './distance';
import type { Edge } from './edge';
import { kinkBetween } from './kink';
import { modifiedLossOf } from './limits';
import * as measured from './measures';
import type { Reason } from './reasons';
import { missingDerivative } from './breakdown';
import { MOST_OF_SUBJECT, readable, type Converged, type RunEnd } from './runEnd';
import { standstillAt } from './standstill';
import { isMinimum } from './target';
import { operationOf } from './whyBroken';

/* What kind of place a run ended at. */

/** A saddle, a maximum or level ground, if the run stands at one; of the parameters that are not frozen. */
export function standstill({ plan, run, trace, curvature, last }: RunEnd): Reason | null {
  const { free, penalty } = modifiedLossOf(run);
  const point = Array.from(pointAtRow(trace, last));
  const spectrum = penalty === 0 ? curvature.at(point, { ...NO_TRANSFORM, free }) : null;
  const moving = movingOf(free, point.length);
  const found = spectrum && standstillAt(plan, point, spectrum, moving);
  if (!found) return onKink(plan, point, moving);
  switch (found.kind) {
    case 'saddle':
      return { code: 'saddle', values: { down: found.down, up: found.up } };
    case 'maximum':
      return { code: 'maximum', values: { lambda: found.lambda } };
    case 'flatterThanParabola':
      return { code: found.kind, values: {} };
    default:
      return { code: found.kind, values: { distance: found.distance } };
  }
}

/** Beside a kink the slopes are compared at this share of the reach, and at a tenth of that. */
const BESIDE_KINK = 1e-6;
/** The change of the slope across a point vanishes with the distance where there is no kink; at a kink this share remains. */
const REMAINS = 0.9;

/** The slope of the loss along a parameter, that far beside a point. */
function slopeAlong(plan: Plan, point: readonly number[], i: number): (by: number) => number {
  const evaluator = new LossEvaluator(plan, 'float64');
  return (by) => evaluator.fullGradient(point.map((x, k) => (k === i ? x + by : x)))[i] as number;
}

/** A kink at the very point, where the gradient along an axis is taken as 0, as PyTorch takes that of abs(x). */
function onKink(plan: Plan, point: readonly number[], free: readonly number[]): Reason | null {
  for (const i of free) {
    const slopeAt = slopeAlong(plan, point, i);
    const size = BESIDE_KINK * reachOf(plan);
    const [before, after] = [slopeAt(-size / 10), slopeAt(size / 10)];
    const change = Math.abs(after - before);
    const isKink = slopeAt(0) === 0 && change > 0 && change >= REMAINS * Math.abs(slopeAt(size) - slopeAt(-size));
    if (isKink) return { code: 'onKink', values: { before, after } };
  }
  return null;
}

/** Slopes at two distances from a tip are the same up to this share. */
const SAME_SLOPE = 0.1;

/**
 * That the gradient does not exist where a run stays: at a tip, with the slopes beside it, or where its formula has no value; or a
 * second derivative that the rule reads.
 */
export function noGradient({ plan, run, trace, last }: RunEnd): Reason | null {
  const missing = missingDerivative(plan, run, trace, last);
  if (!missing) return null;
  const point = readable(missing.point, MOST_OF_SUBJECT);
  const { free } = modifiedLossOf(run);
  const { computing } = missing;
  const tip = computing === 'gradient' ? tipAt(plan, missing.point, movingOf(free, missing.point.length)) : null;
  return tip
    ? { code: 'tip', values: { ...tip, point } }
    : { code: 'noGradient', values: { computing, ...operationOf(missing.origin), point } };
}

/** The parameter along which the slope jumps at a point, with the slopes just before and after it; null if none does. */
function tipAt(plan: Plan, point: readonly number[], free: readonly number[]) {
  const size = BESIDE_KINK * reachOf(plan);
  for (const i of free) {
    const slopeAt = slopeAlong(plan, point, i);
    const [before, after] = [slopeAt(-size), slopeAt(size)];
    const isSame = (slope: number, nearer: number) => Math.abs(slope - nearer) <= SAME_SLOPE * Math.abs(slope);
    const isSteady = isSame(before, slopeAt(-size / 10)) && isSame(after, slopeAt(size / 10));
    if (isSteady && !isSame(before, after)) return { parameter: plan.parameters[i] ?? '', before, after };
  }
  return null;
}

/** Over a step shorter than this share of the reach, slopes may change by rounding alone. */
const SHORTEST = 1e-6;

/** A kink that the last step crossed. */
export function kink({ plan, trace, last }: RunEnd): Reason | null {
  if (last === 0 || measured.strideTo(trace, last) < SHORTEST * reachOf(plan)) return null;
  const found = kinkBetween(plan, pointAtRow(trace, last - 1), pointAtRow(trace, last));
  if (!found || !(found.before < 0) || !(found.after > 0)) return null;
  return { code: 'kink', values: { point: readable(found.point), before: found.before, after: found.after } };
}

/** The distance and the gradient's length at the end of a run near a known minimum that is a kink, as Ackley's tip is: there the gradient does not vanish. */
export function kinkMinimum({ plan, run, trace, edge, last }: RunEnd): Reason | null {
  const gradient = measured.gradientLength(plan, run, trace, last);
  if (!edge.reasons.includes('kink') || !Number.isFinite(gradient)) return null;
  return { code: 'kinkMinimum', values: { distance: distance(pointAtRow(trace, last), edge.point), gradient } };
}

/** A minimum that is not the lowest, beside the lowest loss. */
export function localMinimum({ plan, edge }: RunEnd, { at }: Converged): Reason | null {
  const { lowest } = plan;
  if (at !== 'local' || typeof lowest !== 'number' || !isMinimum(edge) || isMoved(edge)) return null;
  const loss = new LossEvaluator(plan, 'float64').lossAt(edge.point);
  return lowest === -Infinity
    ? { code: 'localUnbounded', values: { loss } }
    : { code: 'localMinimum', values: { loss, lowest } };
}

/** Whether a penalty or frozen parameters make the edge's minimum another one than that of the loss. */
const isMoved = ({ penalty, free }: Edge): boolean => penalty !== 0 || free !== null;
