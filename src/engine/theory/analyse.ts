import type { Plan } from '../plan/types';
import { runToEnd, NEVER_PAUSE, TimeSlice, type PauseSignal } from '../common/slice';
import type { RunTrace } from '../trace/types';
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
export const analyse = (plan: Plan, index: number, trace: RunTrace): RunAnalysis =>
  runToEnd(analyseInSlices(plan, index, trace, NEVER_PAUSE));

/** The same, yielding where it is time to pause: a network's Hessians take a while. */
export function* analyseInSlices(
  plan: Plan,
  index: number,
  trace: RunTrace,
  slice: PauseSignal = new TimeSlice(),
): Generator<void, RunAnalysis> {
  const curvature = new Curvature(plan);
  const edge = yield* edgeOf(plan, index, trace, curvature, slice);
  const path = yield* curvatureAlong(plan, index, trace, curvature, slice);
  return { run: index, edge, path, why: explain(plan, index, trace, edge, curvature) };
}
