import { quantileSorted } from 'd3-array';
import { at } from './at';
import { extentOf, type Range } from './range';

/** Share of the numbers at either end that may lie outside the range of the colours. */
export const OUTSIDE_SHARE = 0.01;

/** The numbers at the two ends of a colour scale, and whether some numbers lie outside. */
export interface ColourRange {
  readonly range: Range;
  readonly exceeded: boolean;
}

/** Numbers on a grid, row by row; the first `done` rows are computed. */
export interface GridValues {
  readonly values: Float32Array;
  readonly width: number;
  readonly done: number;
}

/** Quantiles of this many numbers change too little to be seen, and sorting them takes a millisecond. */
const SAMPLE_SIZE = 20_000;

/**
 * The range that the colours of a heat map span: from the first to the ninety-ninth percentile of the numbers that are
 * finite and, on a log scale, above 0. One run that ends at 1e30 then does not give all others the same colour. Null where
 * there is no such number.
 */
export function colourRange({ values, width, done }: GridValues, scale: 'linear' | 'log'): ColourRange | null {
  const computed = values.subarray(0, width * done);
  const admit = (value: number): boolean => scale === 'linear' || value > 0;
  const full = extentOf(computed, admit);
  if (!full) return null;
  const sorted = [
    ...sample(computed, width)
      .filter((value) => Number.isFinite(value) && admit(value))
      .sort(),
  ];
  const low = quantileSorted(sorted, OUTSIDE_SHARE) ?? full[0];
  const high = quantileSorted(sorted, 1 - OUTSIDE_SHARE) ?? full[1];
  return { range: [low, high], exceeded: low > full[0] || high < full[1] };
}

/** About `SAMPLE_SIZE` of the values at equal distances, with a stride that does not select the same columns in every row. */
function sample(values: Float32Array, width: number): Float32Array {
  let stride = Math.ceil(values.length / SAMPLE_SIZE);
  if (stride <= 1) return values.slice();
  while (commonDivisor(stride, width) > 1) stride++;
  return Float32Array.from({ length: Math.ceil(values.length / stride) }, (_, i) => at(values, i * stride));
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** The position of a number in a range, 0 at its lower end and 1 at its upper; on a log scale by decades. */
export const shareOf = (value: number, range: Range, scale: 'linear' | 'log'): number => sharesIn(range, scale)(value);

/** `shareOf` for many numbers in one range, whose logarithm is then computed only once. */
export function sharesIn([low, high]: Range, scale: 'linear' | 'log'): (value: number) => number {
  if (low === high) return (value) => Math.sign(value - low) / 2 + 0.5;
  const length = scale === 'log' ? Math.log(high / low) : high - low;
  return scale === 'log' ? (value) => Math.log(value / low) / length : (value) => (value - low) / length;
}
