import { useMemo } from 'react';
import { lineOf, type Line, type Series } from './line';
import type { Plane } from '../kit/geometry/plane';
import { boxOf, labelRoom, placeTicks, ticksAlong } from '../kit/parts/plane';
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
  return useMemo(() => {
    const { height, rem } = frame;
    const yRange = range ?? (scale === 'log' ? ([0.1, 10] as const) : ([0, 1] as const));
    const yTicks = (scale === 'log' ? logTicks : ticksOf)(yRange, ticksAlong(height, rem, 4));
    const box = boxOf(frame, labelRoom(yTicks, rem), labelWidth);
    const y = (scale === 'log' ? logScale : linearScale)(yRange, [box.bottom, box.top]);
    const x = linearScale(along, [box.left, box.right]);
    const plane = { x, y, box };
    const lines = series.flatMap((one, i) => {
      const style = styles[i];
      return style ? [lineOf(one, scale, plane, style)] : [];
    });
    const hasNonPositive = lines.some(({ nonPositive }) => nonPositive.length > 0);
    return {
      ...plane,
      xTicks: placeTicks(ticksOf(along, ticksAlong(box.right - box.left, rem, 5)), x),
      // The label "≤ 0" is at the lower edge and needs the room.
      yTicks: range ? placeTicks(yTicks, y).filter((tick) => !hasNonPositive || tick.at < box.bottom - rem) : [],
      lines,
      hasNonPositive,
    };
  }, [series, styles, scale, range, along, frame, labelWidth]);
}
