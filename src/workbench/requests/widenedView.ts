import { coordinateAlong } from '../../engine/view/projection';
import { GROWING_UPDATES, growthStart, hasEscaped } from '../../engine/trace/escape';
import type { RunTrace, Trace } from '../../engine/trace/types';
import type { Axis, View } from '../../engine/view/types';

/** Room beyond the outermost of these points, as a share of the range. */
const ROOM = 0.06;
/** A range becomes at most this many times as long: what was in view is still seen in it. */
const MOST = 20;

type Range = readonly [number, number];

/** The coordinates of the first points of a run's growth. */
const growthAlong = (axis: Axis, run: RunTrace, parameters: number): number[] => {
  const first = growthStart(run);
  const count = Math.min(run.rows - first, GROWING_UPDATES + 1);
  return Array.from({ length: count }, (_, i) => coordinateAlong(axis, run.params, (first + i) * parameters));
};

/** The range with a point in it; the same range where it would become too long. */
function reaching([low, high]: Range, point: number, most: number): Range {
  const wider: Range = [Math.min(low, point), Math.max(high, point)];
  return wider[1] - wider[0] <= most ? wider : [low, high];
}

/** The range of an axis, with the first points of the growth of the runs that left it. */
function widened(range: Range, axis: Axis, { runs, parameters }: Trace): Range {
  const [low, high] = range;
  const [first, last] = runs
    .filter(hasEscaped)
    .flatMap((run) => growthAlong(axis, run, parameters.length))
    .filter(Number.isFinite)
    .reduce((reached, point) => reaching(reached, point, MOST * (high - low)), range);
  const room = ROOM * (last - first);
  return [first < low ? first - room : low, last > high ? last + room : high];
}

/**
 * The view with the first few updates of the growth of every run that left it or diverged, so that one sees how they grow. The
 * same view while no run leaves.
 */
export function widenedView(view: View, trace: Trace): View {
  const [first, second] = view.axes;
  const x = widened(view.x, first, trace);
  const y = second === undefined ? view.y : widened(view.y, second, trace);
  const isSame = x[0] === view.x[0] && x[1] === view.x[1] && y[0] === view.y[0] && y[1] === view.y[1];
  return isSame ? view : { ...view, x, y };
}
