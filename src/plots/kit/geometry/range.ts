import { quantileSorted } from 'd3-array';
import { at } from './at';

export type Range = readonly [number, number];

/** Lowest and highest finite value that `admit` accepts, or null where there is none. */
export function extentOf(values: ArrayLike<number>, admit: (value: number) => boolean = () => true): Range | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i);
    if (!Number.isFinite(value) || !admit(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** The smallest range that contains all the ranges; null where there are none. */
export function unite(ranges: readonly (Range | null)[]): Range | null {
  return extentOf(ranges.flatMap((range) => range ?? []));
}

/** A curve that is more than this many times as tall as its middle nine tenths has its peaks outside the range. */
const MAX_HEIGHT_RATIO = 4;

/**
 * The range in which a curve is shown: all of its values, unless that is more than four times as tall as the middle
 * nine tenths of them. Then it is those nine tenths and half their height more on either side, but never more than the
 * values have. One pole or one huge value then leaves the plot instead of flattening the curve. Null where no value is
 * finite.
 */
export function curveRange(values: ArrayLike<number>): Range | null {
  const full = extentOf(values);
  if (!full) return null;
  const sorted = [...Float64Array.from(values).filter(Number.isFinite).sort()];
  const low = quantileSorted(sorted, 0.05) ?? full[0];
  const high = quantileSorted(sorted, 0.95) ?? full[1];
  const middle = high - low;
  if (middle === 0 || full[1] - full[0] <= MAX_HEIGHT_RATIO * middle) return full;
  return [Math.max(full[0], low - middle / 2), Math.min(full[1], high + middle / 2)];
}

/** A range with `share` of its length more at either end; a range of length 0 gets some length, so that it can be an axis. */
export function pad([low, high]: Range, share: number): Range {
  const room = low === high ? Math.abs(low) * share || 1 : (high - low) * share;
  return [low - room, high + room];
}

/** The same on a log axis: `share` of its length in decades more at either end. Both ends must be above 0. */
export function padLog([low, high]: Range, share: number): Range {
  const [bottom, top] = pad([Math.log10(low), Math.log10(high)], share);
  return [10 ** bottom, 10 ** top];
}
