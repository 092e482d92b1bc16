import { limits } from '../../experiment/core/limits';
import { widthOf, type Ranges } from '../search/minima';

type Range = readonly [low: number, high: number];

/** Room on each side of what a view must hold, as a share of its range. */
const ROOM = 0.15;
/** A range is at least this share of the widest one: parameters that do not move get some room too. */
const NARROWEST = 0.2;

/** The smallest box that holds some points. */
export const rangesAround = (points: readonly (readonly number[])[]): Ranges =>
  (points[0] ?? []).map((_, i) => {
    const along = points.map((point) => point[i] as number);
    return [Math.min(...along), Math.max(...along)];
  });

/** The box with this many of its own widths, or of the usual one's, more on each side, and the usual box in it. */
export function widened(ranges: Ranges, by: number, usual: Ranges): Ranges {
  const room = by * Math.max(widthOf(ranges), widthOf(usual));
  return ranges.map(([low, high], i) => [
    Math.min(low - room, usual[i]?.[0] ?? low),
    Math.max(high + room, usual[i]?.[1] ?? high),
  ]);
}

/** The box as a view: with some room around it, with ends of few digits, within the limits of coordinates. */
export function limitRanges(ranges: Ranges): Ranges {
  const widest = widthOf(ranges) || 2 * Math.max(1, ...ranges.flat().map(Math.abs));
  return ranges.map((range) => tidied(range, widest));
}

function tidied([low, high]: Range, widest: number): Range {
  const width = Math.max(high - low, NARROWEST * widest);
  const room = ROOM * width + (width - (high - low)) / 2;
  const digit = 10 ** Math.floor(Math.log10(width / 5));
  const { min, max } = limits.coordinate;
  const rounded = (x: number): number => Number(x.toPrecision(12));
  return [
    Math.max(min, rounded(Math.floor((low - room) / digit) * digit)),
    Math.min(max, rounded(Math.ceil((high + room) / digit) * digit)),
  ];
}
