import { coordinateAlong } from '../../engine/view/projection';
import type { Trace } from '../../engine/trace/types';
import type { Landscape, View } from '../../engine/view/types';
import { at } from '../kit/geometry/at';
import type { AxedPlane } from '../kit/parts/plane';
import { curveAt } from './curve';

/** Where the start stands on the plot, in pixels; may be outside its box. */
export function startPixel(
  start: readonly number[],
  view: View,
  trace: Trace | null,
  landscape: Landscape | null,
  plane: AxedPlane,
): { readonly x: number; readonly y: number } {
  const [first, second] = view.axes;
  const x = coordinateAlong(first, start);
  return {
    x: plane.x(x),
    y: second ? plane.y(coordinateAlong(second, start)) : curveHeight(x, trace, landscape, plane),
  };
}

/**
 * Height in pixels of the start on a curve: at the loss of the start, which is that of the trace if the trace begins
 * there, otherwise that of the curve.
 */
function curveHeight(x: number, trace: Trace | null, landscape: Landscape | null, { y, box }: AxedPlane): number {
  const run = trace?.runs.find(({ params, rows }) => rows > 0 && params[0] === x && trace.parameters.length === 1);
  const loss = run ? at(run.loss, 0) : landscape && curveAt(landscape, x);
  return loss === null || !Number.isFinite(loss) ? box.bottom : y(loss);
}
