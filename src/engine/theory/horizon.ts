import { Stepper } from '../float64/stepper';
import type { PauseSignal } from '../common/slice';
import { runAt } from '../plan/run';
import type { Plan } from '../plan/types';
import { lastFiniteRow, pointAtRow } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { distance, reachOf } from './distance';

/** Where rounding decides the course of a run in float32, as the same run in float64 shows (docs/numerics.md). */
export interface Horizon {
  /** The step from which on the two are apart. */
  readonly step: number;
  /** How far they are apart at the end. */
  readonly distance: number;
  /** The loss of the run at its end, and that of the run in float64. */
  readonly loss: number;
  readonly loss64: number;
}

/** Most operations that are computed again, roughly: about a twentieth of a second. */
const MOST_WORK = 5e5;

/** Farther apart than this share of how far they are from 0, two points differ in more than the digits that are read. */
const VISIBLE_SHARE = 0.01;

/** Two chaotic runs come near each other by chance; they count as apart while this share of the steps to come are. */
const APART_SHARE = 0.9;

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
  if (run.precision || run.ratesFrom || last < trace.rows - 1 || workOf(plan, index, trace) > MOST_WORK) return null;
  const twin = new Stepper(plan, run, 'float64');
  const reach = reachOf(plan);
  const isApart: boolean[] = [false];
  for (let row = 1; row <= last; row += 1) {
    twin.advance(row - 1);
    const point = pointAtRow(trace, row);
    isApart.push(distance(point, twin.theta) > Math.max(reach, VISIBLE_SHARE * Math.hypot(...point)));
    if (slice.isTimeUp()) yield;
  }
  const step = partingOf(isApart);
  const [loss, loss64] = [trace.loss[last] as number, twin.currentLoss()];
  if (step === null || !Number.isFinite(loss) || !Number.isFinite(loss64)) return null;
  return { step, distance: distance(pointAtRow(trace, last), twin.theta), loss, loss64 };
}

/** Numbers of single samples' gradients, and operations of the rule. */
const workOf = (plan: Plan, index: number, { samplesSeen, rows, evaluations = 1 }: RunTrace): number =>
  (samplesSeen[rows - 1] ?? 0) * plan.parameters.length * evaluations +
  rows * runAt(plan, index).step.step.nodes.length;

/** The first row at which they are apart, and from which on most are; null where they are together at the end. */
function partingOf(isApart: readonly boolean[]): number | null {
  if (!isApart.at(-1)) return null;
  let parting = isApart.length - 1;
  let apart = 0;
  for (let row = isApart.length - 1; row >= 0; row -= 1) {
    if (!isApart[row]) continue;
    apart += 1;
    if (apart >= APART_SHARE * (isApart.length - row)) parting = row;
  }
  return parting;
}
