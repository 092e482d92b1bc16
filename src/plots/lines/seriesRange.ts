import { quantileSorted } from 'd3-array';
import type { LossScale } from './losses';
import { curveRange, extentOf, type Range } from '../kit/geometry/range';

/** Values of a curve more than this many times above or below its median do not stretch a log axis. */
const MAX_RATIO = 1e6;

/** The range of one curve. Linear: that of `curveRange`. Log: all values above 0 that are not too far from their median. */
export const seriesRange = (scale: LossScale): ((values: Float64Array) => Range | null) =>
  scale === 'linear' ? curveRange : positiveRange;

function positiveRange(values: Float64Array): Range | null {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0).sort();
  const median = quantileSorted([...positive], 0.5) ?? Number.NaN;
  return extentOf(positive, (value) => value <= median * MAX_RATIO && value >= median / MAX_RATIO);
}
