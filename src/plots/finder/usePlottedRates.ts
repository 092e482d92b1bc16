import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Plane } from '../kit/geometry/plane';
import { extentOf, pad, padLog, unite, type Range } from '../kit/geometry/range';
import { linearScale, logScale } from '../kit/geometry/scale';
import { logTicks, ticksOf } from '../kit/geometry/ticks';
import type { PlacedTick } from '../kit/parts/Axes';
import { boxOf, labelRoom, placeTicks, ticksAlong } from '../kit/parts/plane';
import type { Frame } from '../kit/parts/useFrame';
import { lineOf, type Line } from '../lines/line';
import { labelWidthOf } from '../lines/EndLabels';
import type { RateLinesProps } from './types';

export interface PlottedRates extends Plane {
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  /** One for each run, in order. */
  readonly lines: readonly Line[];
  readonly labelWidth: number;
}

/** How far above a run's first loss the axis reaches: far enough to see the loss turn up. */
const ABOVE = 3;

/**
 * A log axis of rates, an axis of losses, and a line for each run. A loss that grows out of the plot leaves it at the top.
 * @param above pixels at the top of the plot that stay free of losses within the range
 */
export function usePlottedRates(props: RateLinesProps, frame: Frame, above = 0): PlottedRates {
  const { series, styles, from, to, scale } = props;
  const notAboveZero = useTranslations('plots')('notAboveZero');
  return useMemo(() => {
    const { height, rem } = frame;
    const labelWidth = labelWidthOf(styles, frame);
    const range = lossRange(series, scale);
    const yTicks = (scale === 'log' ? logTicks : ticksOf)(range, ticksAlong(height, rem, 3));
    const box = boxOf(frame, labelRoom(yTicks, rem), labelWidth);
    const x = logScale([from, to], [box.left, box.right]);
    const y = (scale === 'log' ? logScale : linearScale)(range, [box.bottom, box.top + above]);
    const plane = { x, y, box };
    const lines = series.flatMap(({ rates, losses }, i) => {
      const style = styles[i];
      const steps = Int32Array.from(rates.keys());
      const line = { steps, positions: rates, values: losses, diverged: false, growth: null };
      return style ? [lineOf(line, scale, plane, style)] : [];
    });
    const placed = placeTicks(yTicks, y);
    const hasNonPositive = lines.some(({ nonPositive }) => nonPositive.length > 0);
    return {
      ...plane,
      xTicks: placeTicks(logTicks([from, to], ticksAlong(box.right - box.left, rem, 4)), x),
      // The label of losses that a log axis cannot show is at the lower edge and needs the room.
      yTicks: hasNonPositive
        ? [...placed.filter((tick) => tick.at < box.bottom - rem), { value: 0, label: notAboveZero, at: box.bottom }]
        : placed,
      lines,
      labelWidth,
    };
  }, [series, styles, from, to, scale, frame, above, notAboveZero]);
}

function lossRange(series: RateLinesProps['series'], scale: RateLinesProps['scale']): Range {
  const isShown = (value: number): boolean => scale === 'linear' || value > 0;
  const range = unite(
    series.map(({ losses }) => {
      const [first = NaN] = losses;
      const most = first + ABOVE * Math.abs(first);
      return extentOf(losses, (value) => isShown(value) && value <= most);
    }),
  );
  if (scale === 'log') return padLog(range ?? [0.1, 10], 0.05);
  return pad(range ?? [0, 1], 0.05);
}
