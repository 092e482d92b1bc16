import { memo } from 'react';
import { markerOutline } from '../kit/paint/marker';
import type { AxedPlane } from '../kit/parts/plane';
import { contains, grow } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import { placeName } from '../kit/geometry/labelPlacement';
import { tracePath, visibleEnd, type ScreenPath } from '../kit/geometry/path';
import type { SweepEdgeCurve, SweepPlotProps } from './types';
import { svgPen } from '../kit/parts/svgPen';

interface EdgeCurvesProps {
  readonly curves: readonly SweepEdgeCurve[];
  readonly plane: AxedPlane;
  readonly rem: number;
}

/** Curves over the heat map, each with its name at its end. A halo of paper makes them stand out from every colour. */
export const EdgeCurves = memo(function EdgeCurves({ curves, plane, rem }: EdgeCurvesProps) {
  const { x, y, box } = plane;
  return curves.map(({ label, points }) => {
    const path: ScreenPath = {
      x: Float64Array.from(points, ([value]) => x(value)),
      y: Float64Array.from(points, ([, value]) => y(value)),
      rows: Int32Array.from(points, (_, i) => i),
    };
    const line = svgPen();
    tracePath(line, path, 0, points.length - 1, box);
    const end = visibleEnd(path, box);
    if (!end) return null;
    const name = { width: textWidth(label, 'curveName', rem), height: 1.2 * rem };
    const { isRight, isAbove } = placeName(end, name, box, [path], 0.4 * rem);
    return (
      <g key={label}>
        <path className="plot-limit-halo" d={line.data()} />
        <path className="plot-limit" d={line.data()} />
        <text
          className="plot-limit-label"
          x={end.x}
          y={end.y}
          dx={isRight ? '0.4em' : '-0.4em'}
          dy={isAbove ? '-0.5em' : '1.2em'}
          textAnchor={isRight ? 'start' : 'end'}
        >
          {label}
        </text>
      </g>
    );
  });
});

interface CurrentRunMarkProps {
  readonly current: NonNullable<SweepPlotProps['current']>;
  readonly plane: AxedPlane;
  readonly unit: number;
}

/** The marker of the selected run at its current values; nothing where those are outside the axes. */
export function CurrentRunMark({ current, plane, unit }: CurrentRunMarkProps) {
  const [x, y] = [plane.x(current.x), plane.y(current.y)];
  // A value at the end of an axis may lie outside by a rounding error.
  if (!contains(grow(plane.box, 0.5), x, y)) return null;
  const { colour, marker } = current.style;
  const isRing = marker === 'ring';
  return (
    <path
      className="plot-here"
      d={markerOutline(marker, 6 * unit)}
      transform={`translate(${x} ${y})`}
      fill={isRing ? 'none' : colour}
      stroke={isRing ? colour : undefined}
    />
  );
}
