import type { Plan } from '../plan';
import type { RunTrace } from '../types';
import { Curvature } from './curvature';
import { curvatureAlong, edgeOf, type CurvaturePath, type Edge } from './edge';
import type { Reason } from './reasons';
import { explain } from './why';

/** What theory has to say of one run: plain JSON. */
export interface RunAnalysis {
  readonly run: number;
  readonly edge: Edge;
  readonly path: CurvaturePath;
  /** At most two sentences; empty while the run is under way. */
  readonly why: readonly Reason[];
}

/**
 * Stability edge, curvature along the path and reasons of one run.
 * @param trace the run's rows, complete or as far as they are known
 * @throws RangeError where the plan has no such run
 */
export function analyse(plan: Plan, index: number, trace: RunTrace): RunAnalysis {
  const curvature = new Curvature(plan);
  const edge = edgeOf(plan, index, trace, curvature);
  return { run: index, edge, path: curvatureAlong(plan, index, trace, curvature), why: explain(plan, index, trace, edge, curvature) };
}
