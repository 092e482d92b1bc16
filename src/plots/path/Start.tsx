import type { Landscape, Trace, View } from '../../engine/types';
import { curveAt } from '../draw/curve';
import type { AxedPlane } from '../draw/plane';
import { at } from '../geometry/at';
import { StartHandle, type HandleAxis } from '../parts/StartHandle';

export interface StartProps {
  readonly start: readonly number[];
  readonly view: View;
  readonly trace: Trace | null;
  readonly landscape: Landscape | null;
  readonly plane: AxedPlane;
  readonly xName: string;
  readonly yName: string;
  readonly onStartChange: (start: readonly number[], settled: boolean) => void;
}

/** The start point on the plot's axes; what it has in other dimensions stays as it is. */
export function Start({ start, view, trace, landscape, plane, xName, yName, onStartChange }: StartProps) {
  const { box } = plane;
  const [first, second] = view.axes;
  const x: HandleAxis = {
    name: xName,
    value: at(start, first),
    range: view.x,
    invert: (pixel) => plane.x.invert(pixel),
    length: box.right - box.left,
  };
  const y: HandleAxis | null =
    second === undefined
      ? null
      : { name: yName, value: at(start, second), range: view.y, invert: (pixel) => plane.y.invert(pixel), length: box.bottom - box.top };
  const height = y ? plane.y(y.value) : curveHeight(x.value, trace, landscape, plane);
  return (
    <StartHandle
      at={{ x: plane.x(x.value), y: height }}
      box={box}
      x={x}
      y={y}
      onMove={(toX, toY, settled) =>
        onStartChange(start.map((value, i) => (i === first ? toX : i === second && toY !== null ? toY : value)), settled)
      }
    />
  );
}

/** On a curve the handle stands at the loss of the start: the trace's own once it is that of this start, until then the curve's. */
function curveHeight(x: number, trace: Trace | null, landscape: Landscape | null, { y, box }: AxedPlane): number {
  const run = trace?.runs.find(({ params, rows }) => rows > 0 && params[0] === x && trace.parameters.length === 1);
  const loss = run ? at(run.loss, 0) : (landscape && curveAt(landscape, x));
  return loss === null || !Number.isFinite(loss) ? box.bottom : y(loss);
}
