import { quantileSorted } from 'd3-array';
import type { LossScale } from './losses';
import { curveRange, extentOf, pad, padLog, unite, type Range } from '../kit/geometry/range';

/** Values of a curve more than this many times above or below its median do not stretch a log axis. */
const MAX_RATIO = 1e6;

/**
 * Range of the axis for several curves. Linear: what `curveRange` gives for each. Log: all values above 0 that are not too far
 * from the median of their curve. Null where the scale can show no value.
 */
export function seriesRange(curves: readonly Float64Array[], scale: LossScale): Range | null {
  const range = unite(curves.map(scale === 'linear' ? curveRange : positiveRange));
  return range && (scale === 'log' ? padLog(range, 0.04) : pad(range, 0.04));
}

function positiveRange(values: Float64Array): Range | null {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0).sort();
  const median = quantileSorted([...positive], 0.5) ?? Number.NaN;
  return extentOf(positive, (value) => value <= median * MAX_RATIO && value >= median / MAX_RATIO);
}
