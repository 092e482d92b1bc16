import { useMemo } from 'react';
import { labelRoom, labelWidth, placeTicks, ticksAlong, type AxedPlane } from '../kit/parts/plane';
import { oneMinusTicks } from './oneMinusTicks';
import { scaleBy, type Scale } from '../kit/geometry/scale';
import { logTicks, ticksOf, type Tick } from '../kit/geometry/ticks';
import type { Range } from '../kit/geometry/range';
import type { PlacedTick } from '../kit/parts/Axes';
import type { Frame } from '../kit/parts/useFrame';
import type { SweepPlotAxis } from './types';

/** How much larger labels are than in other plots (sweep.css): a sweep must be readable on a projector. */
const LARGER = 0.95 / 0.75;

/** The axes of a sweep, with room for a title above the y axis and below the x axis. */
export function useSweepPlane(xAxis: SweepPlotAxis, yAxis: SweepPlotAxis, frame: Frame): AxedPlane {
  const x = useAxis(xAxis);
  const y = useAxis(yAxis);
  return useMemo(() => {
    const { width, height } = frame;
    const rem = LARGER * frame.rem;
    const [top, bottom] = [1.8 * rem, height - 2.75 * rem];
    const up = y.over([bottom, top]);
    const yTicks = y.ticks(up, ticksAlong(height, rem, 3.5), () => 1.2 * rem);
    const left = labelRoom(yTicks, rem);
    const alongX = (right: number) => {
      const across = x.over([left, right]);
      const xTicks = x.ticks(
        across,
        ticksAlong(right - left, rem, 5),
        (one, next) => (labelWidth(one, rem) + labelWidth(next, rem)) / 2 + 0.6 * rem,
      );
      return { box: { left, top, right, bottom }, x: across, xTicks };
    };
    const widest = alongX(width - 0.9 * rem);
    // Half of the number at the end of the axis is beyond it, which may need more room than there is.
    const beyond = Math.max(...widest.xTicks.map((tick) => tick.at + labelWidth(tick, rem) / 2)) + 0.3 * rem - width;
    return { ...(beyond > 0 ? alongX(widest.box.right - beyond) : widest), y: up, yTicks };
  }, [x, y, frame]);
}

/** Least distance in pixels between two neighbouring ticks whose labels do not touch. */
type Room = (one: Tick, next: Tick) => number;

interface Axis {
  readonly over: (pixels: Range) => Scale;
  readonly ticks: (scale: Scale, count: number, room: Room) => PlacedTick[];
}

/** An axis may descend; its ticks are those of the same range ascending. */
function useAxis({ from, to, scale }: SweepPlotAxis): Axis {
  return useMemo(() => {
    const ascending: Range = [Math.min(from, to), Math.max(from, to)];
    return {
      over: (pixels) => scaleBy[scale]([from, to], pixels),
      ticks: (over, count, room) => {
        if (scale !== 'oneMinus') return placeTicks((scale === 'log' ? logTicks : ticksOf)(ascending, count), over);
        return placeTicks(
          oneMinusTicks(ascending, count, (ticks) => labelsFit(placeTicks(ticks, over), room)),
          over,
        );
      },
    };
  }, [from, to, scale]);
}

const labelsFit = (ticks: readonly PlacedTick[], room: Room): boolean =>
  ticks.every((tick, i) => {
    const next = ticks[i + 1];
    return !next || Math.abs(next.at - tick.at) >= room(tick, next);
  });
