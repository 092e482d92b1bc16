import { coordinateAlong } from '../../engine/view/projection';
import type { View } from '../../engine/view/types';
import type { AxedPlane } from '../kit/parts/plane';
import { clipSegment, contains } from '../kit/geometry/clip';
import { formatNumber } from '../kit/geometry/numbers';
import type { Probe } from './types';

export interface TangentProps {
  readonly probe: Probe;
  readonly plane: AxedPlane;
  /** Coordinate of the probe. */
  readonly x: number;
  readonly view: View;
  readonly rem: number;
}

/** The tangent at the probe and, where an update would go, the loss that it predicts and the actual loss. */
export function Tangent({ probe: { loss, gradient, update }, plane, x, view, rem }: TangentProps) {
  const { box } = plane;
  const slope = gradient[0] ?? NaN;
  const on = (at: number) => plane.y(loss + slope * (at - x));
  const [low, high] = view.x;
  const line = clipSegment({ x0: plane.x(low), y0: on(low), x1: plane.x(high), y1: on(high) }, box);
  const goal = update && plane.x(coordinateAlong(view.axes[0], update.to));
  const gap =
    update && goal
      ? clipSegment({ x0: goal, y0: plane.y(update.predicted), x1: goal, y1: plane.y(update.actual) }, box)
      : null;
  return (
    <>
      {line && <path className="plot-tangent" d={`M${line.x0} ${line.y0}L${line.x1} ${line.y1}`} />}
      {line && (
        <text
          className="plot-limit-label"
          x={plane.x(x)}
          y={plane.y(loss)}
          dx={slope > 0 ? '-0.8em' : '0.8em'}
          dy="-0.6em"
          textAnchor={slope > 0 ? 'end' : 'start'}
        >
          f′ = {formatNumber(slope, 5)}
        </text>
      )}
      {gap && <path className="plot-promise" d={`M${gap.x0} ${gap.y0}L${gap.x1} ${gap.y1}`} />}
      {update && goal && contains(box, goal, plane.y(update.predicted)) && (
        <circle className="plot-promised" cx={goal} cy={plane.y(update.predicted)} r={0.3 * rem} />
      )}
      {update && goal && contains(box, goal, plane.y(update.actual)) && (
        <circle className="plot-kept" cx={goal} cy={plane.y(update.actual)} r={0.3 * rem} />
      )}
    </>
  );
}
