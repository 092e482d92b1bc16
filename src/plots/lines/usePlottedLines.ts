import { useMemo } from 'react';
import { rememberEach } from '../../engine/common/memo';
import { shapeOf, type Line, type Series } from './line';
import type { Plane } from '../kit/geometry/plane';
import { boxOf, labelRoom, placeTicks, ticksAlong, type AxedPlane } from '../kit/parts/plane';
import type { LossScale } from './losses';
import type { Range } from '../kit/geometry/range';
import { linearScale, logScale } from '../kit/geometry/scale';
import { logTicks, ticksOf } from '../kit/geometry/ticks';
import type { PlacedTick } from '../kit/parts/Axes';
import type { Frame } from '../kit/parts/useFrame';
import type { RunStyle } from '../kit/types';

/** What a plot of lines shows. Every property must be memoised. */
export interface PlottedLinesInput {
  /** One for each run. */
  readonly series: readonly Series[];
  readonly styles: readonly RunStyle[];
  readonly scale: LossScale;
  /** Null where the scale can show no value. */
  readonly range: Range | null;
  /** Range of the x axis. */
  readonly along: Range;
}

export interface PlottedLines extends Plane {
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly lines: readonly Line[];
  /** Whether some value is at or below 0 on a log axis. */
  readonly hasNonPositive: boolean;
}

/** Axes and lines of a plot. Recomputed when the runs or an axis change, not while the transport moves. */
export function usePlottedLines(
  { series, styles, scale, range, along }: PlottedLinesInput,
  frame: Frame,
  labelWidth: number,
): PlottedLines {
  const axes = useAxes(scale, range, along, frame, labelWidth);
  // While one run's slider moves, the lines of the others stay.
  const shapeFor = useMemo(() => rememberEach((one: Series) => shapeOf(one, scale, axes)), [scale, axes]);
  return useMemo(() => {
    const lines = series.flatMap((one, i) => {
      const style = styles[i];
      return style ? [{ ...shapeFor(one), style }] : [];
    });
    const hasNonPositive = lines.some(({ nonPositive }) => nonPositive.length > 0);
    return {
      ...axes,
      // The label "≤ 0" is at the lower edge and needs the room.
      yTicks: axes.yTicks.filter((tick) => !hasNonPositive || tick.at < axes.box.bottom - frame.rem),
      lines,
      hasNonPositive,
    };
  }, [series, styles, axes, shapeFor, frame.rem]);
}

/** The same axes as long as the ends of the ranges are the same numbers. */
function useAxes(scale: LossScale, range: Range | null, along: Range, frame: Frame, labelWidth: number): AxedPlane {
  const isEmpty = range === null;
  const [low, high] = range ?? (scale === 'log' ? ([0.1, 10] as const) : ([0, 1] as const));
  const [from, to] = along;
  return useMemo(() => {
    const { height, rem } = frame;
    const yTicks = (scale === 'log' ? logTicks : ticksOf)([low, high], ticksAlong(height, rem, 4));
    const box = boxOf(frame, labelRoom(yTicks, rem), labelWidth);
    const y = (scale === 'log' ? logScale : linearScale)([low, high], [box.bottom, box.top]);
    const x = linearScale([from, to], [box.left, box.right]);
    return {
      x,
      y,
      box,
      xTicks: placeTicks(ticksOf([from, to], ticksAlong(box.right - box.left, rem, 5)), x),
      yTicks: isEmpty ? [] : placeTicks(yTicks, y),
    };
  }, [scale, isEmpty, low, high, from, to, frame, labelWidth]);
}
