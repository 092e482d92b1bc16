type Range = readonly [number, number];

/** A range rounded to one of so many parts looks the same: they are a quarter of a pixel on a plot of 2,500 pixels. */
const PARTS = 10_000;

/**
 * A range whose ends have no more digits than a quarter of a pixel needs, so that links of views are short. Rounded until nothing
 * changes: where rounding makes the length a power of ten, the new length needs one digit fewer, and a view that was read from
 * a link has to be written as it came.
 */
export function roundedRange([low, high]: Range): Range {
  const decimals = Math.ceil(-Math.log10((high - low) / PARTS));
  const [from, to] = [rounded(low, decimals), rounded(high, decimals)];
  // Object.is, so that a range that is no number ends too.
  return Object.is(from, low) && Object.is(to, high) ? [from, to] : roundedRange([from, to]);
}

/** Rounded to so many decimals, of which there may be fewer than none; 0 for -0. */
function rounded(value: number, decimals: number): number {
  if (decimals > 0) return Number(value.toFixed(Math.min(decimals, 100))) + 0;
  const unit = 10 ** -decimals;
  return Math.round(value / unit) * unit + 0;
}
