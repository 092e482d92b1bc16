import { GROWING_UPDATES } from '../../engine/trace/escape';
import { indexOfRow } from '../kit/geometry/path';
import { pad, padLog, unite, type Range } from '../kit/geometry/range';
import type { Series } from './line';
import type { LossScale } from './losses';

/** What a series needs to be given room on the value axis. */
type Valued = Pick<Series, 'steps' | 'values' | 'validation' | 'growth'>;

/** The range in which some values are shown by themselves; null where the scale can show none of them. */
type RangeOf = (values: Float64Array) => Range | null;

/** How far a growing run stretches the axis past what the others need, as a share of that: two thirds stay with the others. */
const GROWTH_SHARE = 1 / 2;

/** The steps that a plot shows around a break. */
export interface BreakWindow {
  /** Index of the run that breaks. */
  readonly run: number;
  readonly from: number;
  readonly to: number;
}

/** The values of a series at its steps between two, both included: the arrays themselves where that is all of them. */
function valuesBetween({ steps, values, validation }: Valued, from: number, to: number): Float64Array[] {
  const first = indexOfRow(steps, Math.ceil(from) - 1) + 1;
  const end = indexOfRow(steps, to) + 1;
  const all = [values, ...(validation ? [validation] : [])];
  return first === 0 && end >= values.length ? all : all.map((every) => every.subarray(first, end));
}

const rangeBetween = (series: Valued, from: number, to: number, rangeOf: RangeOf): Range | null =>
  unite(valuesBetween(series, from, to).map(rangeOf));

/** The first of the ranges that is as short as any on the scale. */
function shortest(ranges: readonly (Range | null)[], scale: LossScale): Range | null {
  const length = ([low, high]: Range): number => (scale === 'log' ? Math.log(high / low) : high - low);
  return ranges.reduce((best, range) => (best && (!range || length(range) >= length(best)) ? best : range), null);
}

/** A range that reaches towards another, past each of its ends by at most a share of its length on the scale. */
function stretched([low, high]: Range, [farLow, farHigh]: Range, scale: LossScale): Range {
  if (scale === 'linear') {
    const room = GROWTH_SHARE * (high - low);
    return [Math.max(farLow, low - room), Math.min(farHigh, high + room)];
  }
  const factor = (high / low) ** GROWTH_SHARE;
  return [Math.max(farLow, low / factor), Math.min(farHigh, high * factor)];
}

/**
 * The range of the value axis for the runs' series. It is that of the runs which do not break, and of the others before they
 * grow; the growth stretches it a little, and then the line leaves the plot. Where all runs break, it is that of the calmest:
 * on a log axis all of it, for there growth is a line, and on a linear axis its first growing updates.
 */
function valueRange(series: readonly Valued[], scale: LossScale, rangeOf: RangeOf): Range | null {
  const upTo = (one: Valued, updates: number) =>
    rangeBetween(one, 0, one.growth === null ? Infinity : one.growth + updates, rangeOf);
  const steady = unite(series.filter(({ growth }) => growth === null).map((one) => upTo(one, 0)));
  const shown = scale === 'log' ? Infinity : GROWING_UPDATES;
  const calm = steady
    ? unite(series.map((one) => upTo(one, 0)))
    : shortest(
        series.map((one) => upTo(one, shown)),
        scale,
      );
  const grown = unite([calm, ...series.map((one) => upTo(one, GROWING_UPDATES))]);
  return calm && grown && stretched(calm, grown, scale);
}

/** Share of its range that an axis has more, at either end. */
const ROOM = 0.04;

/**
 * The value axis for the runs' series, over all steps or around a break; null where the scale can show no value. Around a
 * break it is that of the run which breaks there, and of those that do not, within these steps.
 * @param runOf the run of a series
 */
export function valueAxis(
  series: readonly Valued[],
  scale: LossScale,
  rangeOf: RangeOf,
  around: BreakWindow | null,
  runOf = (index: number): number => index,
): Range | null {
  const range = around
    ? unite(
        series
          .filter(({ growth }, i) => growth === null || runOf(i) === around.run)
          .map((one) => rangeBetween(one, around.from, around.to, rangeOf)),
      )
    : valueRange(series, scale, rangeOf);
  return range && (scale === 'log' ? padLog : pad)(range, ROOM);
}
