import { useMemo } from 'react';
import { indicesFrom, numbersFrom } from '../../engine/common/fill';
import type { RunSeries } from '../../engine/series';
import { coordinateAlong } from '../../engine/view/projection';
import type { View } from '../../engine/view/types';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { dodge } from '../kit/geometry/dodge';
import { indexOfRow, tracePath, type ScreenPath } from '../kit/geometry/path';
import type { AxedPlane } from '../kit/parts/plane';
import { svgPen } from '../kit/parts/svgPen';
import type { RunStyle } from '../kit/types';
import './secondPaths.css';

type ViewOfTwoAxes = Exclude<View, { readonly kind: 'curve' }>;

/** What a rule has drawn beside the path of its run: a point of parameter space for each of some rows. */
export interface SecondPath {
  /** The name that the rule gives it. */
  readonly name: string;
  readonly series: RunSeries;
  readonly style: RunStyle;
}

export interface SecondPathsProps {
  readonly paths: readonly SecondPath[];
  readonly step: number;
  readonly hidesFuture: boolean;
  readonly view: View;
  readonly plane: AxedPlane;
  readonly rem: number;
}

/** Second paths over two axes, dotted, each with its name where it is at the step. */
export function SecondPaths({ view, ...props }: SecondPathsProps) {
  if (view.kind === 'curve') return null;
  return <DottedPaths {...props} view={view} />;
}

interface DottedPathsProps extends Omit<SecondPathsProps, 'view'> {
  readonly view: ViewOfTwoAxes;
}

function DottedPaths({ paths, view, step, ...props }: DottedPathsProps) {
  const { plane, rem } = props;
  const placed = useMemo(
    () => paths.map((path) => ({ ...path, path: screenPathOf(path.series, view, plane) })),
    [paths, view, plane],
  );
  const shown = placed.flatMap((one) => {
    const now = indexOfRow(one.path.rows, Math.floor(step));
    return now < 0 ? [] : [{ ...one, now }];
  });
  const heights = shown.map(({ path, now }) => at(path.y, now));
  const names = dodge(heights, 1.1 * rem, plane.box.top + 0.5 * rem, plane.box.bottom - 0.5 * rem);
  return (
    <svg className="plot-overlay" aria-hidden="true">
      {shown.map((one, i) => (
        <DottedPath key={i} {...props} {...one} nameAt={names[i] ?? NaN} />
      ))}
    </svg>
  );
}

interface DottedPathProps extends Pick<SecondPathsProps, 'hidesFuture' | 'plane' | 'rem'>, Omit<SecondPath, 'series'> {
  readonly path: ScreenPath;
  /** Index of the row that is shown. */
  readonly now: number;
  /** Height of the middle of the name, in pixels. */
  readonly nameAt: number;
}

function DottedPath({ name, path, style, now, nameAt, hidesFuture, plane, rem }: DottedPathProps) {
  const part = (from: number, to: number): string => {
    const pen = svgPen();
    tracePath(pen, path, from, to, plane.box);
    return pen.data();
  };
  const [x, y] = [at(path.x, now), at(path.y, now)];
  return (
    <g style={{ color: style.colour }}>
      <path className="second-path" d={part(0, now)} />
      {!hidesFuture && <path className="second-path second-path-later" d={part(now, path.rows.length - 1)} />}
      {contains(plane.box, x, y) && (
        <>
          <circle className="second-path-point" cx={x} cy={y} r={0.22 * rem} />
          <text className="second-path-name" x={x + 0.45 * rem} y={nameAt + 0.3 * rem}>
            {name}
          </text>
        </>
      )}
    </g>
  );
}

/** The points of a second path that are finite numbers, in pixels. */
function screenPathOf(
  { rows, components, values }: RunSeries,
  { axes: [first, second] }: ViewOfTwoAxes,
  { x, y }: AxedPlane,
): ScreenPath {
  const across = (i: number): number => coordinateAlong(first, values, i * components);
  const up = (i: number): number => coordinateAlong(second, values, i * components);
  const shown = indicesFrom(rows.length, (i) => i).filter((i) => Number.isFinite(across(i)) && Number.isFinite(up(i)));
  return {
    x: numbersFrom(shown.length, (i) => x(across(at(shown, i)))),
    y: numbersFrom(shown.length, (i) => y(up(at(shown, i)))),
    rows: shown.map((i) => at(rows, i)),
  };
}
