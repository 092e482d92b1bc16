import { UNMODIFIED, minimumByNewtonStepInSlices, type ModifiedLoss } from '../loss/newton';
import type { Plan } from '../plan/types';
import { pointAtRow } from '../trace/rows';
import type { PauseSignal } from '../common/slice';
import type { RunTrace } from '../trace/types';

/** The point whose curvature decides whether a run can settle. */
export interface Target {
  readonly point: readonly number[];
  /** A known minimum (`minimum`), one that Newton's method found (`sight`), or the run's end if there is none (`point`). */
  readonly at: 'minimum' | 'sight' | 'point';
}

type Points = Pick<RunTrace, 'rows' | 'params' | 'outcome'>;

/** The last row whose numbers are all finite; only the last row of a run that diverged is not. */
export function lastFiniteRow({ rows, params }: Pick<RunTrace, 'rows' | 'params'>): number {
  return pointAtRow({ rows, params }, rows - 1).every(Number.isFinite) ? rows - 1 : Math.max(0, rows - 2);
}

export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (x, i) => x - (b[i] as number)));

/**
 * The minimum that a run heads for: the known one nearest to its end, or else the one that Newton's method reaches from
 * there; for a run that diverged or left the view, from its start. A penalty or frozen parameters move the minimum, which
 * Newton's method then finds from the known one. Yields when it is time to pause.
 * @param modifiedLoss how the run's training loop changes the loss
 */
export function* targetOf(
  plan: Plan,
  trace: Points,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss = UNMODIFIED,
): Generator<void, Target> {
  const away = trace.outcome?.kind === 'diverged' || trace.outcome?.kind === 'left';
  const from = pointAtRow(trace, away ? 0 : lastFiniteRow(trace));
  const [nearest] = [...plan.minima].sort((a, b) => distance(a, from) - distance(b, from));
  const isMoved = modifiedLoss.penalty !== 0 || modifiedLoss.free !== null;
  if (nearest && !isMoved) return { point: nearest, at: 'minimum' };
  const beside =
    nearest &&
    (yield* newtonMinimum(
      plan,
      nearest.map((x, i) => ((modifiedLoss.free?.includes(i) ?? true) ? x : (from[i] as number))),
      slice,
      modifiedLoss,
    ));
  const found = beside ?? (yield* newtonMinimum(plan, from, slice, modifiedLoss));
  return found ? { point: found, at: 'sight' } : { point: Array.from(from), at: 'point' };
}

const NEWTON_STEPS = 50;
/** Relative length of a Newton step after which only rounding is left: the error is squared at every step. */
const SETTLED = 1e-8;

/** The point that Newton's method converges to; null if a Hessian is not positive definite or it does not converge. */
function* newtonMinimum(
  plan: Plan,
  from: ArrayLike<number>,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss,
): Generator<void, number[] | null> {
  let point: ArrayLike<number> = from;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const next = yield* minimumByNewtonStepInSlices(plan, point, slice, modifiedLoss);
    if (!next?.every(Number.isFinite)) return null;
    if (distance(next, point) <= SETTLED * Math.hypot(...next)) return next;
    point = next;
  }
  return null;
}
