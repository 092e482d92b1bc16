import { use, useEffect, useEffectEvent, useMemo } from 'react';
import { rememberEach } from '../../engine/common/memo';
import { hasSameAxes } from '../../engine/view/projection';
import type { Landscape, View } from '../../engine/view/types';
import type { RunTrace, Trace } from '../../engine/trace/types';
import { lossesWithin } from './curve';
import { pathOf, type PlottedRun } from './paintPaths';
import { aspectOf, planeOf, planeOfEqualUnits, type AxedPlane } from '../kit/parts/plane';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { indexOfRow, type ScreenPath } from '../kit/geometry/path';
import { curveRange, extentOf, pad, type Range } from '../kit/geometry/range';
import { PictureDensity } from '../kit/parts/pictureDensity';
import type { Frame } from '../kit/parts/useFrame';
import type { RunStyle, StyledLog } from '../kit/types';
import type { PathPlotProps } from './types';

/** The trace, or null if it has another number of parameters than the view: it then belongs to the previous problem. */
export const traceOfSameProblem = (trace: Trace | null, { held }: View): Trace | null =>
  trace?.parameters.length === held.length ? trace : null;

/** The landscape, or null if its axes are not those of the view. */
export const landscapeOverSameAxes = (landscape: Landscape | null, view: View): Landscape | null =>
  landscape && hasSameAxes(landscape.view, view) ? landscape : null;

/** Tells the ratio of width to height that the plot has inside its axes, whenever the frame changes. */
export function useAspect(frame: Frame, onAspect: ((aspect: number) => void) | undefined): void {
  // A picture of the plot, of another size, leaves the view of the screen as it is.
  const isOnScreen = use(PictureDensity) === null;
  const tell = useEffectEvent((aspect: number) => {
    if (isOnScreen) onAspect?.(aspect);
  });
  useEffect(() => tell(aspectOf(frame)), [frame]);
}

/** The plane of the plot: over the view's two axes, or over its one axis and the losses along it. */
export function usePlane(
  view: View,
  landscape: Landscape | null,
  trace: Trace | null,
  frame: Frame,
  units: NonNullable<PathPlotProps['units']>,
): AxedPlane {
  const isCurve = view.kind === 'curve';
  const [x0, x1] = view.x;
  // Only the range of a curve depends on results: contours must not be recomputed for each trace.
  const curve = isCurve ? landscape : null;
  const losses = isCurve && !landscape ? trace : null;
  const [y0, y1] = useMemo((): Range => {
    if (!isCurve) return view.y;
    const range = curve ? curveRange(lossesWithin(curve, [x0, x1])) : startingLosses(losses);
    return pad(range ?? [0, 1], 0.06);
  }, [isCurve, curve, losses, view.y, x0, x1]);
  const isEqual = units !== 'fit' && !isCurve;
  return useMemo(
    () => (isEqual ? planeOfEqualUnits : planeOf)([x0, x1], [y0, y1], frame),
    [x0, x1, y0, y1, frame, isEqual],
  );
}

/** The range until the curve is computed: the losses at the starts of the runs. */
const startingLosses = (trace: Trace | null): Range | null =>
  extentOf((trace?.runs ?? []).map((run) => at(run.loss, 0)));

/** The runs in pixels. Recomputed when the trace or the view changes, not while the transport moves. */
export function usePlottedRuns(
  trace: Trace | null,
  styles: readonly RunStyle[],
  { axes }: View,
  plane: AxedPlane,
): readonly PlottedRun[] {
  const parameters = trace?.parameters.length ?? 0;
  const pathFor = useMemo(
    () => rememberEach((run: RunTrace) => pathOf(run, axes, parameters, plane)),
    [axes, parameters, plane],
  );
  return useMemo(
    () =>
      (trace?.runs ?? []).slice(0, styles.length).flatMap((run, i) => {
        const style = styles[i];
        return style ? [{ path: pathFor(run), style, diverged: run.outcome?.kind === 'diverged' }] : [];
      }),
    [trace, styles, pathFor],
  );
}

/** The logs that have points of this problem, in pixels; the others have a path without points, so that indices stay. */
export function usePlottedLogs(
  logs: readonly StyledLog[] | undefined,
  { axes, held }: View,
  plane: AxedPlane,
): readonly PlottedRun[] {
  return useMemo(
    () =>
      (logs ?? []).map(({ log: { path }, style }) => {
        if (path?.run.params.length !== (path?.run.rows ?? 0) * held.length)
          return { path: NO_PATH, style, diverged: false };
        const plotted = pathOf(path.run, axes, held.length, plane);
        return { path: { ...plotted, rows: path.steps.slice(0, plotted.x.length) }, style, diverged: false };
      }),
    [logs, axes, held.length, plane],
  );
}

const NO_PATH: ScreenPath = { x: new Float64Array(0), y: new Float64Array(0), rows: new Int32Array(0) };

/** The iterate whose readout is shown, in pixels. */
export interface Reading {
  readonly run: number;
  readonly step: number;
  readonly style: RunStyle;
  readonly x: number;
  readonly y: number;
}

/** Null where no iterate is read, or where it is outside the plot. */
export function readingOf(
  hovered: { readonly run: number; readonly step: number } | null,
  runs: readonly PlottedRun[],
  { box }: AxedPlane,
): Reading | null {
  const picture = hovered && runs[hovered.run];
  if (!hovered || !picture) return null;
  const i = indexOfRow(picture.path.rows, hovered.step);
  if (picture.path.rows[i] !== hovered.step) return null;
  const point = { x: at(picture.path.x, i), y: at(picture.path.y, i) };
  return contains(box, point.x, point.y) ? { ...hovered, style: picture.style, ...point } : null;
}
