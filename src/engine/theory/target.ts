import { LossEvaluator } from '../loss/evaluator';
import { UNMODIFIED, newtonMinimumInSlices, type ModifiedLoss } from '../loss/newton';
import type { FunctionPlan, Plan } from '../plan/types';
import { lastFiniteRow, pointAtRow } from '../trace/rows';
import type { PauseSignal } from '../common/slice';
import type { RunTrace } from '../trace/types';
import { bottomBelow } from './downhill';

/** The point whose curvature decides whether a run can settle. */
export interface Target {
  readonly point: readonly number[];
  /**
   * A known minimum (`minimum`), one that was found by computing (`sight`), or, if there is none, the point from which it was
   * sought: the run's `end`, or the `start` of a run that diverged or left the view.
   */
  readonly at: 'minimum' | 'sight' | 'start' | 'end';
}

/** Whether a target is a minimum, and not just a point of the run. */
export const isMinimum = ({ at }: Pick<Target, 'at'>): boolean => at === 'minimum' || at === 'sight';

type Points = Pick<RunTrace, 'rows' | 'params' | 'outcome'>;

/**
 * The minimum that a run is at or near: the one that lies downhill from its end; for a run that diverged or left the view,
 * from its start. A penalty or frozen parameters move it. Never a minimum of another valley, even if that is the only one
 * that the catalogue lists. Yields when it is time to pause.
 * @param modifiedLoss how the run's training loop changes the loss
 */
export function* targetOf(
  plan: Plan,
  trace: Points,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss = UNMODIFIED,
): Generator<void, Target> {
  const { outcome } = trace;
  const away = outcome?.kind === 'diverged' || outcome?.kind === 'left';
  const from = pointAtRow(trace, away ? 0 : lastFiniteRow(trace));
  const isMoved = modifiedLoss.penalty !== 0 || modifiedLoss.free !== null;
  const reached = outcome?.kind === 'converged' ? plan.minima[outcome.minimum ?? -1] : undefined;
  if (reached && !isMoved) return { point: reached, at: atListed(plan) };
  const found =
    plan.kind === 'function' && plan.domain === null
      ? yield* belowFunction(plan, from, slice, modifiedLoss)
      : yield* belowOthers(plan, from, slice, modifiedLoss);
  return found ?? { point: Array.from(from), at: away ? 'start' : 'end' };
}

function* belowFunction(
  plan: FunctionPlan,
  from: ArrayLike<number>,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss,
): Generator<void, Target | null> {
  const isMoved = modifiedLoss.penalty !== 0 || modifiedLoss.free !== null;
  const bottom = yield* bottomBelow(plan, from, slice, modifiedLoss, isMoved ? [] : plan.minima);
  return bottom && { point: bottom.point, at: bottom.isKnown ? atListed(plan) : 'sight' };
}

/** The minima that a plan lists are known, but for those that the search found of a typed loss. */
const atListed = ({ kind, lowest }: Plan): Target['at'] =>
  kind === 'function' && lowest === null ? 'sight' : 'minimum';

/** A loss over data, or a function over a domain: a known minimum is the only one; otherwise, Newton's method finds one. */
function* belowOthers(
  plan: Plan,
  from: ArrayLike<number>,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss,
): Generator<void, Target | null> {
  const { penalty, free } = modifiedLoss;
  const [known] = plan.minima;
  if (known && penalty === 0 && free === null) return { point: known, at: 'minimum' };
  const found = yield* newtonMinimumInSlices(plan, from, slice, modifiedLoss);
  return found && (known || isDownhill(plan, from, found, modifiedLoss)) ? { point: found, at: 'sight' } : null;
}

/** Points at which the straight way to a minimum is checked. */
const CHECKED = 16;

/** Whether the loss falls all along the straight way from a point to a minimum. */
function isDownhill(plan: Plan, from: ArrayLike<number>, to: readonly number[], { penalty }: ModifiedLoss): boolean {
  const evaluator = new LossEvaluator(plan, 'float64');
  const losses = Array.from({ length: CHECKED + 1 }, (_, k) => {
    const point = to.map((x, i) => x + (1 - k / CHECKED) * ((from[i] as number) - x));
    return evaluator.lossAt(point) + (penalty / 2) * point.reduce((sum, x) => sum + x * x, 0);
  });
  const rounding = 1e-12 * Math.max(...losses.map(Math.abs));
  return losses.every((loss, k) => k === 0 || loss <= (losses[k - 1] as number) + rounding);
}
