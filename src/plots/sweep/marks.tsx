import { memo } from 'react';
import { markerOutline } from '../kit/paint/marker';
import type { AxedPlane } from '../kit/parts/plane';
import { contains, grow, type Box } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import { placeName } from '../kit/geometry/labelPlacement';
import { labelLines } from '../kit/geometry/labelWords';
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
    return (
      <g key={label}>
        <path className="plot-limit-halo" d={line.data()} />
        <path className="plot-limit" d={line.data()} />
        <EdgeName label={label} path={path} box={box} rem={rem} />
      </g>
    );
  });
});

interface EdgeNameProps {
  readonly label: string;
  readonly path: ScreenPath;
  readonly box: Box;
  readonly rem: number;
}

/** The name of a curve at its end, inside the box: in several lines where neither side has room for it in one. */
function EdgeName({ label, path, box, rem }: EdgeNameProps) {
  const end = visibleEnd(path, box);
  if (!end) return null;
  const gap = 0.4 * rem;
  const widthOf = (text: string): number => textWidth(text, 'curveName', rem);
  const lines = labelLines(label, Math.max(end.x - box.left, box.right - end.x) - gap, widthOf);
  const name = { width: Math.max(...lines.map(widthOf)), height: LINE * rem * lines.length };
  const { isRight, isAbove } = placeName(end, name, box, [path], gap);
  // Moved by `dx` off the curve.
  const room = name.width + gap;
  const x = isRight ? Math.min(end.x, box.right - room) : Math.max(end.x, box.left + room);
  return (
    <text className="plot-limit-label" y={end.y} textAnchor={isRight ? 'start' : 'end'}>
      {lines.map((text, i) => (
        <tspan
          key={i}
          x={x}
          dx={isRight ? '0.4em' : '-0.4em'}
          dy={`${i > 0 ? LINE : isAbove ? -0.5 - LINE * (lines.length - 1) : LINE}em`}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** Height of a line of a curve's name, in the size of its type. */
const LINE = 1.2;

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
