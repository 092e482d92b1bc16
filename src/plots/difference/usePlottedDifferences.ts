import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Plane } from '../kit/geometry/plane';
import { lineOf, type Line } from '../lines/line';
import { boxOf, labelRoom, placeTicks, ticksAlong } from '../kit/parts/plane';
import { at } from '../kit/geometry/at';
import { extentOf, padLog, unite } from '../kit/geometry/range';
import { logScale } from '../kit/geometry/scale';
import { logTicks } from '../kit/geometry/ticks';
import { labelWidthOf } from '../lines/EndLabels';
import type { PlacedTick } from '../kit/parts/Axes';
import type { Frame } from '../kit/parts/useFrame';
import type { DifferenceSeries } from './types';
import type { RunStyle } from '../kit/types';

export interface PlottedDifferences extends Plane {
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly lines: readonly Line[];
  readonly labelWidth: number;
  /** Whether some difference has an error of 0, which a log axis cannot show. */
  readonly hasExact: boolean;
}

/** Two log axes and a line for each series. The rows of a line are indices of its ascending steps. */
export function usePlottedDifferences(series: readonly DifferenceSeries[], frame: Frame): PlottedDifferences {
  const styles = useStyles(series);
  return useMemo(() => {
    const { height, rem } = frame;
    const labelWidth = labelWidthOf(styles, frame, 0.42);
    const isShown = (value: number): boolean => value > 0;
    const errors = padLog(unite(series.map((one) => extentOf(one.errors, isShown))) ?? [1e-16, 1], 0.06);
    const steps = padLog(unite(series.map((one) => extentOf(one.steps, isShown))) ?? [1e-14, 0.1], 0.03);
    const yTicks = logTicks(errors, ticksAlong(height, rem, 3));
    const box = boxOf(frame, labelRoom(yTicks, rem), labelWidth);
    const plane = { x: logScale(steps, [box.left, box.right]), y: logScale(errors, [box.bottom, box.top]), box };
    const lines = series.flatMap((one, i) => {
      const style = styles[i];
      const along = {
        steps: Int32Array.from(one.steps.keys()),
        positions: Float64Array.from(one.steps),
        values: Float64Array.from(one.errors),
      };
      return style ? [lineOf({ ...along, diverged: false, growth: null }, 'log', plane, style)] : [];
    });
    const hasExact = lines.some(({ nonPositive }) => nonPositive.length > 0);
    return {
      ...plane,
      xTicks: placeTicks(logTicks(steps, ticksAlong(box.right - box.left, rem, 4)), plane.x),
      yTicks: placeTicks(yTicks, plane.y).filter((tick) => !hasExact || tick.at < box.bottom - rem),
      lines,
      labelWidth,
      hasExact,
    };
  }, [series, styles, frame]);
}

/** Colour and marker show the scheme, the dash pattern the precision: solid for float64, dashed for float32. */
function useStyles(series: readonly DifferenceSeries[]): readonly RunStyle[] {
  const t = useTranslations('tabPlots');
  return useMemo(
    () =>
      series.map(({ scheme, precision }) => ({
        label: t('difference', { scheme: t(scheme), precision }),
        colour: scheme === 'forward' ? 'var(--plot-forward)' : 'var(--plot-central)',
        marker: markers[scheme][precision],
        dash: precision === 'float64' ? [] : [5, 3],
      })),
    [series, t],
  );
}

const markers = {
  forward: { float64: 'circle', float32: 'ring' },
  central: { float64: 'square', float32: 'diamond' },
} as const;

/** The same series with its steps ascending. */
export function ascending({ steps, errors, ...kind }: DifferenceSeries): DifferenceSeries {
  const order = [...steps.keys()].sort((a, b) => at(steps, a) - at(steps, b));
  return { ...kind, steps: order.map((i) => at(steps, i)), errors: order.map((i) => at(errors, i)) };
}
