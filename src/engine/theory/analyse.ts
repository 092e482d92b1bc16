import { usableStart } from '../../experiment/core/typedStart';
import { LossEvaluator, type Precision } from '../loss/evaluator';
import type { Plan } from '../plan/types';
import { runToEnd, NEVER_PAUSE, TimeSlice, type PauseSignal } from '../common/slice';
import type { RunTrace } from '../trace/types';
import { Curvature } from './curvature';
import { curvatureAlong, edgeOf, type CurvaturePath, type Edge } from './edge';
import type { Reason } from './reasons';
import { explain } from './why';

/** The theory of one run, as plain JSON. */
export interface RunAnalysis {
  readonly run: number;
  readonly edge: Edge;
  readonly path: CurvaturePath;
  /** At most two reasons; empty until the run has an outcome. */
  readonly why: readonly Reason[];
  /** A start with a loss and a slope, where the run has none of its own to begin with. */
  readonly betterStart: readonly number[] | null;
}

/**
 * Stability edge, curvature along the path and reasons of one run.
 * @param trace the run's rows, complete or so far
 * @param precision that of the engine which computed them
 * @throws RangeError if the plan has no such run
 */
export const analyse = (plan: Plan, index: number, trace: RunTrace, precision: Precision = 'float64'): RunAnalysis =>
  runToEnd(analyseInSlices(plan, index, trace, precision, NEVER_PAUSE));

/** The same as a generator that yields when it is time to pause, because a network's Hessians take long. */
export function* analyseInSlices(
  plan: Plan,
  index: number,
  trace: RunTrace,
  precision: Precision,
  slice: PauseSignal = new TimeSlice(),
): Generator<void, RunAnalysis> {
  const curvature = new Curvature(plan);
  const edge = yield* edgeOf(plan, index, trace, curvature, slice);
  const path = yield* curvatureAlong(plan, index, trace, curvature, slice);
  const why = explain(plan, index, trace, edge, curvature, precision);
  return { run: index, edge, path, why, betterStart: betterStart(plan, trace) };
}

/**
 * Another start for a run on a function that had nowhere to go from its own: the loss or its gradient does not exist there,
 * or the start is a minimum already, or so level that the run stood still.
 */
function betterStart(plan: Plan, { params, loss, outcome }: RunTrace): readonly number[] | null {
  if (plan.kind === 'data' || outcome === null) return null;
  const start = Array.from(params.subarray(0, plan.parameters.length));
  const gradient = new LossEvaluator(plan, 'float64').fullGradient(start);
  const isDefined = Number.isFinite(loss[0]) && gradient.every(Number.isFinite);
  if (isDefined && !STOOD_STILL.has(outcome.kind)) return null;
  const better = usableStart(plan.loss, plan.constants, [start], plan.domain);
  return better?.some((x, i) => x !== start[i]) ? better : null;
}

const STOOD_STILL: ReadonlySet<string> = new Set(['converged', 'stalled']);
