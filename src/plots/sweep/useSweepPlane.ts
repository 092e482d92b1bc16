import { useMemo } from 'react';
import { labelRoom, place, ticksAlong, type AxedPlane } from '../draw/plane';
import { linearScale, logScale, type Scale } from '../geometry/scale';
import { logTicks, ticksOf, type Tick } from '../geometry/ticks';
import type { Range } from '../geometry/range';
import type { Frame } from '../parts/useFrame';
import type { SweepPlotAxis } from '../types';

/** Labels here are larger than in other plots (plots.css), so that a picture alone in a hall can be read. */
const LARGER = 0.95 / 0.75;

/** The axes of a sweep in a frame, with room for a title over the one and under the other. */
export function useSweepPlane(xAxis: SweepPlotAxis, yAxis: SweepPlotAxis, frame: Frame): AxedPlane {
  const x = useAxis(xAxis);
  const y = useAxis(yAxis);
  return useMemo(() => {
    const { width, height } = frame;
    const rem = LARGER * frame.rem;
    const yTicks = y.ticks(ticksAlong(height, rem, 3.5));
    const box = { left: labelRoom(yTicks, rem), top: 1.8 * rem, right: width - 0.9 * rem, bottom: height - 2.75 * rem };
    const [across, up] = [x.over([box.left, box.right]), y.over([box.bottom, box.top])];
    const xTicks = x.ticks(ticksAlong(box.right - box.left, rem, 5));
    return { x: across, y: up, box, xTicks: place(xTicks, across), yTicks: place(yTicks, up) };
  }, [x, y, frame]);
}

interface Axis {
  readonly ticks: (count: number) => Tick[];
  readonly over: (pixels: Range) => Scale;
}

/** An axis may run downwards: its ticks are those of the same range upwards. */
function useAxis({ from, to, scale }: SweepPlotAxis): Axis {
  return useMemo(() => {
    const ascending: Range = [Math.min(from, to), Math.max(from, to)];
    return {
      ticks: (count) => (scale === 'log' ? logTicks : ticksOf)(ascending, count),
      over: (pixels) => (scale === 'log' ? logScale : linearScale)([from, to], pixels),
    };
  }, [from, to, scale]);
}
