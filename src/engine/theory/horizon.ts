import { Stepper } from '../float64/stepper';
import type { PauseSignal } from '../common/slice';
import { runAt } from '../plan/run';
import type { Plan } from '../plan/types';
import { lastFiniteRow, pointAtRow } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { distance, reachOf } from './distance';

/** Where rounding decides the course of a run in float32, as the same run in float64 shows (docs/numerics.md). */
export interface Horizon {
  /** The first step at which the two are visibly apart. */
  readonly step: number;
  /** How far they are apart at the end, and the losses there: that of the run, and that in float64. */
  readonly distance: number;
  readonly loss: number;
  readonly other: number;
}

/** Most numbers of samples' gradients that are computed again: about a fifth of a second. */
const MOST_WORK = 2e6;

/** Farther apart than this share of how far they are from 0, two points differ in more than the digits that are read. */
const VISIBLE_SHARE = 0.01;

/**
 * The horizon of a run that an engine computed in float32. Null where the run in float64 ends at the same place, where either
 * has no finite end, where the run has a precision of its own or rates that depend on losses, and where computing it again
 * would take long.
 */
export function* horizonOf(
  plan: Plan,
  index: number,
  trace: RunTrace,
  slice: PauseSignal,
): Generator<void, Horizon | null> {
  const run = runAt(plan, index);
  const last = lastFiniteRow(trace);
  const work = (trace.samplesSeen[last] ?? 0) * plan.parameters.length * (trace.evaluations ?? 1);
  if (run.precision || run.ratesFrom || last < trace.rows - 1 || work > MOST_WORK) return null;
  const twin = new Stepper(plan, run, 'float64');
  const isApart = (row: number) => {
    const point = pointAtRow(trace, row);
    return distance(point, twin.theta) > Math.max(reachOf(plan), VISIBLE_SHARE * Math.hypot(...point));
  };
  let step: number | null = null;
  for (let row = 1; row <= last; row += 1) {
    twin.advance(row - 1);
    if (step === null && isApart(row)) step = row;
    if (slice.isTimeUp()) yield;
  }
  const [loss, other] = [trace.loss[last] as number, twin.currentLoss()];
  if (step === null || !isApart(last) || !Number.isFinite(loss) || !Number.isFinite(other)) return null;
  return { step, distance: distance(pointAtRow(trace, last), twin.theta), loss, other };
}
