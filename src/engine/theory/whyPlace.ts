import { LossEvaluator } from '../loss/evaluator';
import { pointAtRow } from '../trace/rows';
import { NO_TRANSFORM } from './curvature';
import { distance } from './distance';
import type { Edge } from './edge';
import { kinkBetween } from './kink';
import { modifiedLossOf } from './limits';
import * as measured from './measures';
import type { Reason } from './reasons';
import { readable, type Converged, type RunEnd } from './runEnd';
import { standstillAt } from './standstill';

/* What kind of place a run ended at. */

/** A saddle, a maximum or level ground, if the run stands at one; of the parameters that are not frozen. */
export function standstill({ plan, run, trace, curvature, last }: RunEnd): Reason | null {
  const { free, penalty } = modifiedLossOf(run);
  const point = Array.from(pointAtRow(trace, last));
  const spectrum = penalty === 0 ? curvature.at(point, { ...NO_TRANSFORM, free }) : null;
  const found = spectrum && standstillAt(plan, point, spectrum, free ?? point.map((_, i) => i));
  if (!found) return null;
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

/** A kink that the last step crossed. */
export function kink({ plan, trace, last }: RunEnd): Reason | null {
  const found = last > 0 ? kinkBetween(plan, pointAtRow(trace, last - 1), pointAtRow(trace, last)) : null;
  if (!found || !(found.before < 0) || !(found.after > 0)) return null;
  return { code: 'kink', values: { point: readable(found.point), before: found.before, after: found.after } };
}

/** Steps by the gradient's length as the run comes to a known minimum that is a kink, as Ackley's tip. */
export function kinkMinimum({ plan, trace, edge, last }: RunEnd): Reason | null {
  if (!edge.reasons.includes('kink')) return null;
  return {
    code: 'kinkMinimum',
    values: {
      distance: distance(pointAtRow(trace, last), edge.point),
      gradient: measured.gradientLength(plan, trace, last),
    },
  };
}

/** A minimum that is not the lowest, beside the lowest loss. */
export function localMinimum({ plan, edge }: RunEnd, { at }: Converged): Reason | null {
  const { lowest } = plan;
  if (at !== 'local' || typeof lowest !== 'number' || edge.at === 'point' || isMoved(edge)) return null;
  const loss = new LossEvaluator(plan, 'float64').lossAt(edge.point);
  return lowest === -Infinity
    ? { code: 'localUnbounded', values: { loss } }
    : { code: 'localMinimum', values: { loss, lowest } };
}

/** Whether a penalty or frozen parameters make the edge's minimum another one than that of the loss. */
const isMoved = ({ penalty, free }: Edge): boolean => penalty !== 0 || free !== null;
