import { Stepper } from '../float64/stepper';
import type { PauseSignal } from '../common/slice';
import { runAt } from '../plan/run';
import type { Plan } from '../plan/types';
import { lastFiniteRow, pointAtRow } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { distance, reachOf } from './distance';

/**
 * Where rounding decides the course of a run in float32, as the same run in float64 shows (docs/numerics.md): it is elsewhere at
 * the end, and has been from a step on; or at the same place with another loss; or its numbers are finite no more.
 */
export type Horizon =
  | { readonly kind: 'elsewhere'; readonly step: number; readonly distance: number; readonly losses: LossPair }
  | { readonly kind: 'otherLoss'; readonly losses: LossPair }
  | { readonly kind: 'diverges' };

/** The losses at the end of a run and of the same run in float64. */
interface LossPair {
  readonly loss: number;
  readonly loss64: number;
}

/** Most operations that are computed again, roughly: about a twentieth of a second. */
const MOST_WORK = 5e5;

/** Farther apart than this share of how far they are from 0, two points differ in more than the digits that are read. */
const VISIBLE_SHARE = 0.01;

/** Losses that differ by more than this share of the larger one differ in their first digit. */
const LOSS_SHARE = 0.5;

/** So many times what a unit in the last place of one parameter changes of the loss: beside a minimum less is mere rounding of its place. */
const LOSS_UNITS = 4;
const ULP = 2 ** -23;

/** Two chaotic runs come near each other by chance; they count as apart while this share of the steps to come are. */
const APART_SHARE = 0.9;

/**
 * The horizon of a run that an engine computed in float32. Null where the run in float64 ends in the same way, where the run itself
 * has no finite end, where it has a precision of its own or rates that depend on losses, and where computing it again would take
 * long.
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
  const losses = { loss: trace.loss[last] as number, loss64: twin.currentLoss() };
  if (!Number.isFinite(losses.loss)) return null;
  if (!Number.isFinite(losses.loss64) || !twin.theta.every(Number.isFinite)) return { kind: 'diverges' };
  const step = partingOf(isApart);
  if (step !== null)
    return { kind: 'elsewhere', step, distance: distance(pointAtRow(trace, last), twin.theta), losses };
  return isOtherLoss(losses, changeByUnit(twin, reach)) ? { kind: 'otherLoss', losses } : null;
}

/** @param unit what a unit in the last place of a parameter changes of the loss */
function isOtherLoss({ loss, loss64 }: LossPair, unit: number): boolean {
  const difference = Math.abs(loss - loss64);
  return difference > LOSS_SHARE * Math.max(Math.abs(loss), Math.abs(loss64)) && difference > LOSS_UNITS * unit;
}

/** The largest change of the loss by a unit in the last place of a parameter, which is at least that of the reach. */
function changeByUnit(twin: Stepper, reach: number): number {
  const here = twin.currentLoss();
  const changes = Array.from(twin.theta, (x, i) => {
    twin.theta[i] = x + ULP * Math.max(Math.abs(x), reach);
    const change = Math.abs(twin.currentLoss() - here);
    twin.theta[i] = x;
    return change;
  });
  return Math.max(...changes);
}

/** Numbers of single samples' gradients, operations of the rule, and full losses beside the end. */
const workOf = (plan: Plan, index: number, { samplesSeen, rows, evaluations = 1 }: RunTrace): number =>
  (samplesSeen[rows - 1] ?? 0) * plan.parameters.length * evaluations +
  rows * runAt(plan, index).step.step.nodes.length +
  plan.parameters.length * (plan.kind === 'data' ? plan.data.size : 1);

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
