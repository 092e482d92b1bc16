import { memo } from 'react';
import { coordinateAlong } from '../../engine/view/projection';
import type { Landscape, View } from '../../engine/view/types';
import { curveAt } from './curve';
import { markerOutline } from '../kit/paint/marker';
import type { PlottedRun } from './paintPaths';
import type { AxedPlane } from '../kit/parts/plane';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import type { Point } from '../kit/types';

interface MinimaProps {
  readonly minima: readonly Point[];
  readonly isFound: boolean;
  readonly view: View;
  readonly landscape: Landscape | null;
  readonly plane: AxedPlane;
  readonly unit: number;
}

/** Known minima as stars, those that a search found as hollow ones, on a curve at its loss once the curve is computed. */
export const Minima = memo(function Minima({ minima, isFound, view, landscape, plane, unit }: MinimaProps) {
  const [first, second] = view.axes;
  return minima.map((minimum, i) => {
    const along = coordinateAlong(first, minimum);
    const up = second === undefined ? landscape && curveAt(landscape, along) : coordinateAlong(second, minimum);
    if (up === null) return null;
    const [x, y] = [plane.x(along), plane.y(up)];
    if (!contains(plane.box, x, y)) return null;
    return (
      <path
        key={i}
        className={isFound ? 'plot-minimum plot-minimum-found' : 'plot-minimum'}
        d={markerOutline('star', 5 * unit)}
        transform={`translate(${x} ${y})`}
      />
    );
  });
});

interface SampledStartsProps {
  readonly runs: readonly PlottedRun[];
  readonly plane: AxedPlane;
  readonly unit: number;
}

/** Starts sampled from the seed, one for each run. They cannot be dragged. */
export const SampledStarts = memo(function SampledStarts({ runs, plane, unit }: SampledStartsProps) {
  return runs.map(({ path, style }, i) => {
    const [x, y] = [at(path.x, 0), at(path.y, 0)];
    if (!contains(plane.box, x, y)) return null;
    return <circle key={i} className="plot-own-start" cx={x} cy={y} r={5 * unit} stroke={style.colour} />;
  });
});
