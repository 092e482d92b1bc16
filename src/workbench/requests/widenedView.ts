import { extent } from 'd3-array';
import { coordinateAlong } from '../../engine/view/projection';
import type { RunTrace, Trace } from '../../engine/trace/types';
import type { Axis, View } from '../../engine/view/types';

/** So many updates of a run that left are in the picture: enough to see that they grow. */
const SEEN_UPDATES = 5;
/** Room beyond the outermost of these points, as a share of the range. */
const ROOM = 0.06;

type Range = readonly [number, number];

const hasLeft = ({ outcome }: RunTrace): boolean => outcome?.kind === 'left' || outcome?.kind === 'diverged';

/** The range of an axis, with the first points of the runs that left it. */
function widened([low, high]: Range, axis: Axis, { runs, parameters }: Trace): Range {
  const seen = runs
    .filter(hasLeft)
    .flatMap(({ params, rows }) =>
      Array.from({ length: Math.min(rows, SEEN_UPDATES + 1) }, (_, row) =>
        coordinateAlong(axis, params, row * parameters.length),
      ).filter(Number.isFinite),
    );
  const [first = low, last = high] = extent(seen);
  const room = ROOM * (Math.max(high, last) - Math.min(low, first));
  return [first < low ? first - room : low, last > high ? last + room : high];
}

/**
 * The view with the first few updates of every run that left it or diverged, so that one sees how they grow. The same view
 * while no run leaves.
 */
export function widenedView(view: View, trace: Trace): View {
  const [first, second] = view.axes;
  const x = widened(view.x, first, trace);
  const y = second === undefined ? view.y : widened(view.y, second, trace);
  const isSame = x[0] === view.x[0] && x[1] === view.x[1] && y[0] === view.y[0] && y[1] === view.y[1];
  return isSame ? view : { ...view, x, y };
}
