import { UNMODIFIED, minimumByNewtonStepInSlices, type ModifiedLoss } from '../loss/newton';
import type { Plan } from '../plan/types';
import { pointAtRow } from '../trace/rows';
import type { PauseSignal } from '../common/slice';
import type { RunTrace } from '../trace/types';

/** The point whose curvature decides whether a run can settle. */
export interface Target {
  readonly point: readonly number[];
  /** A known minimum, one that Newton's method finds from the run's end, or, with none in sight, that end itself. */
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
 * The minimum that a run aims for: the known one nearest to its end, or else the one that Newton's method reaches from
 * there. A run that got away says nothing by where it got to: it is taken to aim from its start. A penalty, or frozen parameters,
 * move the minimum: it is looked for beside the known one. Yields where it is time to pause.
 * @param aim what the run's training loop makes of the loss
 */
export function* targetOf(
  plan: Plan,
  trace: Points,
  slice: PauseSignal,
  aim: ModifiedLoss = UNMODIFIED,
): Generator<void, Target> {
  const away = trace.outcome?.kind === 'diverged' || trace.outcome?.kind === 'left';
  const from = pointAtRow(trace, away ? 0 : lastFiniteRow(trace));
  const [nearest] = [...plan.minima].sort((a, b) => distance(a, from) - distance(b, from));
  const isMoved = aim.penalty !== 0 || aim.free !== null;
  if (nearest && !isMoved) return { point: nearest, at: 'minimum' };
  const beside =
    nearest &&
    (yield* newtonMinimum(
      plan,
      nearest.map((x, i) => ((aim.free?.includes(i) ?? true) ? x : (from[i] as number))),
      slice,
      aim,
    ));
  const found = beside ?? (yield* newtonMinimum(plan, from, slice, aim));
  return found ? { point: found, at: 'sight' } : { point: Array.from(from), at: 'point' };
}

const NEWTON_STEPS = 50;
/** Newton's error squares at every step: one this small, in parts of the point, leaves rounding alone. */
const SETTLED = 1e-8;

/** Where Newton's method settles, or null if it meets a point without a bowl around it or does not settle. */
function* newtonMinimum(
  plan: Plan,
  from: ArrayLike<number>,
  slice: PauseSignal,
  aim: ModifiedLoss,
): Generator<void, number[] | null> {
  let point: ArrayLike<number> = from;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const next = yield* minimumByNewtonStepInSlices(plan, point, slice, aim);
    if (!next?.every(Number.isFinite)) return null;
    if (distance(next, point) <= SETTLED * Math.hypot(...next)) return next;
    point = next;
  }
  return null;
}
