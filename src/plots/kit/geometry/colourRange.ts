import { quantileSorted } from 'd3-array';
import { at } from './at';
import { extentOf, type Range } from './range';

/** What part of the numbers at either end may lie past the colour scale. */
export const outermost = 0.01;

/** The numbers at the two ends of a colour scale, and whether some lie past them. */
export interface ColourRange {
  readonly range: Range;
  readonly exceeded: boolean;
}

/** Numbers on a grid, row by row, of which the first `done` rows are known. */
export interface GridValues {
  readonly values: Float32Array;
  readonly width: number;
  readonly done: number;
}

/** Quantiles of so many numbers are steady to the eye, and sorting them takes a millisecond. */
const enough = 20_000;

/**
 * The range that the colours of a heat map span: from the first to the ninety-ninth percentile of what is finite and,
 * on a log scale, above 0. One run that ends at 1e30 then does not paint all others alike. Null where there is no such number.
 */
export function colourRange({ values, width, done }: GridValues, scale: 'linear' | 'log'): ColourRange | null {
  const known = values.subarray(0, width * done);
  const admit = (value: number): boolean => scale === 'linear' || value > 0;
  const full = extentOf(known, admit);
  if (!full) return null;
  const sorted = [
    ...sample(known, width)
      .filter((value) => Number.isFinite(value) && admit(value))
      .sort(),
  ];
  const low = quantileSorted(sorted, outermost) ?? full[0];
  const high = quantileSorted(sorted, 1 - outermost) ?? full[1];
  return { range: [low, high], exceeded: low > full[0] || high < full[1] };
}

/** About `enough` of the values, evenly, with a stride that does not stay in the same columns of every row. */
function sample(values: Float32Array, width: number): Float32Array {
  let stride = Math.ceil(values.length / enough);
  if (stride <= 1) return values.slice();
  while (commonDivisor(stride, width) > 1) stride++;
  return Float32Array.from({ length: Math.ceil(values.length / stride) }, (_, i) => at(values, i * stride));
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** How far up a range a number lies: 0 at its lower end, 1 at its upper, in decades on a log scale. */
export const shareOf = (value: number, range: Range, scale: 'linear' | 'log'): number => sharesIn(range, scale)(value);

/** `shareOf` of many numbers in one range: hundreds of thousands of pixels share its logarithm. */
export function sharesIn([low, high]: Range, scale: 'linear' | 'log'): (value: number) => number {
  if (low === high) return (value) => Math.sign(value - low) / 2 + 0.5;
  const length = scale === 'log' ? Math.log(high / low) : high - low;
  return scale === 'log' ? (value) => Math.log(value / low) / length : (value) => (value - low) / length;
}
