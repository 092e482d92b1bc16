import { quantileSorted } from 'd3-array';
import type { LossScale } from './losses';
import { curveRange, extentOf, pad, padLog, unite, type Range } from '../kit/geometry/range';

/** How many times its middle value a run that blew up may stretch a log axis, either way. */
const reach = 1e6;

/**
 * Range of the axis for several curves. Linear: of each what `curveRange` shows. Log: all that is above 0, but of a
 * curve that spans more than can be told apart only what is near its middle. Null where nothing has a place on the scale.
 */
export function seriesRange(curves: readonly Float64Array[], scale: LossScale): Range | null {
  const range = unite(curves.map(scale === 'linear' ? curveRange : positiveRange));
  return range && (scale === 'log' ? padLog(range, 0.04) : pad(range, 0.04));
}

function positiveRange(values: Float64Array): Range | null {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0).sort();
  const middle = quantileSorted([...positive], 0.5) ?? Number.NaN;
  return extentOf(positive, (value) => value <= middle * reach && value >= middle / reach);
}
