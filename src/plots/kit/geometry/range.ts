import { quantileSorted } from 'd3-array';
import { at } from './at';

export type Range = readonly [number, number];

/** Lowest and highest finite value that `admit` lets in, or null where there is none. */
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

/** The range that holds all ranges given; null where none is given. */
export function unite(ranges: readonly (Range | null)[]): Range | null {
  return extentOf(ranges.flatMap((range) => range ?? []));
}

/** How many times taller than its middle nine tenths a curve may be before its peaks are left outside. */
const tallest = 4;

/**
 * The range in which a curve is shown. All of it, unless that is more than four times as tall as the middle nine
 * tenths of its values: then those nine tenths with half their height more on either side, never past the
 * curve's own ends. One pole or one huge value then leaves the picture instead of flattening it.
 * Null where no value is finite.
 */
export function curveRange(values: ArrayLike<number>): Range | null {
  const full = extentOf(values);
  if (!full) return null;
  const sorted = [...Float64Array.from(values).filter(Number.isFinite).sort()];
  const low = quantileSorted(sorted, 0.05) ?? full[0];
  const high = quantileSorted(sorted, 0.95) ?? full[1];
  const middle = high - low;
  if (middle === 0 || full[1] - full[0] <= tallest * middle) return full;
  return [Math.max(full[0], low - middle / 2), Math.min(full[1], high + middle / 2)];
}

/** A range with `share` of its length more at either end; a range of no length gets some, so that it can be an axis. */
export function pad([low, high]: Range, share: number): Range {
  const room = low === high ? Math.abs(low) * share || 1 : (high - low) * share;
  return [low - room, high + room];
}

/** The same on a log axis: `share` of its length in decades more at either end. Both ends must be above 0. */
export function padLog([low, high]: Range, share: number): Range {
  const [bottom, top] = pad([Math.log10(low), Math.log10(high)], share);
  return [10 ** bottom, 10 ** top];
}
