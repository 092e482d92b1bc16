import { useMemo } from 'react';
import { hasSameAxes } from '../../engine/view/projection';
import type { Landscape, View } from '../../engine/view/types';
import type { Trace } from '../../engine/trace/types';
import { lossesWithin } from './curve';
import { pathOf, type PlottedRun } from './paintPaths';
import { planeOf, type AxedPlane } from '../kit/parts/plane';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { curveRange, extentOf, pad, type Range } from '../kit/geometry/range';
import type { Frame } from '../kit/parts/useFrame';
import type { RunStyle } from '../kit/types';

/** A trace of a problem with another number of parameters than the view's belongs to the problem before. */
export const traceOfSameProblem = (trace: Trace | null, { held }: View): Trace | null =>
  trace?.parameters.length === held.length ? trace : null;

export const landscapeOverSameAxes = (landscape: Landscape | null, view: View): Landscape | null =>
  landscape && hasSameAxes(landscape.view, view) ? landscape : null;

/** The plot's axes: the view's own or, for one parameter, the view's and the range of the loss in it. */
export function usePlane(view: View, landscape: Landscape | null, trace: Trace | null, frame: Frame): AxedPlane {
  const isCurve = view.axes.length === 1;
  const [x0, x1] = view.x;
  // Only a curve's range depends on data: contours must not be laid out anew for each trace.
  const curve = isCurve ? landscape : null;
  const losses = isCurve && !landscape ? trace : null;
  const [y0, y1] = useMemo((): Range => {
    if (!isCurve) return view.y;
    const range = curve ? curveRange(lossesWithin(curve, [x0, x1])) : startingLosses(losses);
    return pad(range ?? [0, 1], 0.06);
  }, [isCurve, curve, losses, view.y, x0, x1]);
  return useMemo(() => planeOf([x0, x1], [y0, y1], frame), [x0, x1, y0, y1, frame]);
}

/** Until the curve is known, the losses that the runs start from say where it is. */
const startingLosses = (trace: Trace | null): Range | null =>
  extentOf((trace?.runs ?? []).map((run) => at(run.loss, 0)));

/** The runs in pixels. Computed again when the trace or the view changes, not while the transport moves. */
export function usePlottedRuns(
  trace: Trace | null,
  styles: readonly RunStyle[],
  { axes }: View,
  plane: AxedPlane,
): readonly PlottedRun[] {
  return useMemo(() => {
    if (!trace) return [];
    return trace.runs.slice(0, styles.length).flatMap((run, i) => {
      const style = styles[i];
      if (!style) return [];
      return [
        { path: pathOf(run, axes, trace.parameters.length, plane), style, diverged: run.outcome?.kind === 'diverged' },
      ];
    });
  }, [trace, styles, axes, plane]);
}

export interface Reading {
  readonly run: number;
  readonly step: number;
  readonly style: RunStyle;
  readonly x: number;
  readonly y: number;
}

/** The iterate that is being read, in pixels; null where there is none in this picture. */
export function readingOf(
  hovered: { readonly run: number; readonly step: number } | null,
  runs: readonly PlottedRun[],
  { box }: AxedPlane,
): Reading | null {
  const picture = hovered && runs[hovered.run];
  if (!hovered || !picture) return null;
  const point = { x: at(picture.path.x, hovered.step), y: at(picture.path.y, hovered.step) };
  return contains(box, point.x, point.y) ? { ...hovered, style: picture.style, ...point } : null;
}
