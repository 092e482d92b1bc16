import type { RunTrace } from '../trace/types';

/** What a run says whose rate rises from update to update. */
export interface FinderReading {
  /** The rate of each update, up to the last one after which the loss is finite. */
  readonly rates: Float64Array;
  /** The full loss after each of these updates. */
  readonly losses: Float64Array;
  /** Index of the rate at which the loss falls fastest, before it is lowest; null where it does not fall. */
  readonly steepest: number | null;
  /** Index of the rate after which the loss is lowest; null where it never falls, or still falls at the largest rate. */
  readonly lowest: number | null;
}

/** Digits of a rate that is named: neighbouring rates of the finder are further apart. */
const DIGITS = 3;

/** One of the two rates that a run of the finder is made for, as it is named and set; null where there is none. */
export function foundRate(reading: FinderReading, name: 'steepest' | 'lowest'): number | null {
  const index = reading[name];
  return index === null ? null : Number((reading.rates[index] ?? Number.NaN).toPrecision(DIGITS));
}

/** Share of the rates over which a slope is taken: an update alone may go up or down by chance. */
const WINDOW = 1 / 20;

/** Reads a run of the finder: loss against rate, with the two rates that it is run for. */
export function readFinder({ lr, loss }: Pick<RunTrace, 'lr' | 'loss'>): FinderReading {
  const after = loss.subarray(1);
  const broken = after.findIndex((value) => !Number.isFinite(value));
  const count = Math.min(broken < 0 ? after.length : broken, lr.length);
  const rates = lr.slice(0, count);
  const losses = after.slice(0, count);
  const least = losses.reduce((best, value, k) => (value < (losses[best] as number) ? k : best), 0);
  const falls = count > 0 && (losses[least] as number) < (loss[0] as number);
  return {
    rates,
    losses,
    steepest: falls ? steepestBefore(least, rates, losses) : null,
    // The last rate of all is the lowest of a run that could go further; that of a run that broke is not.
    lowest: falls && !(least === after.length - 1) ? least : null,
  };
}

/** Index of the middle of the window in which the loss falls fastest against the logarithm of the rate. */
function steepestBefore(least: number, rates: Float64Array, losses: Float64Array): number | null {
  const half = Math.max(1, Math.round((WINDOW * rates.length) / 2));
  const slopeIn = slopesOf(rates.subarray(0, least + 1), losses.subarray(0, least + 1));
  let best: number | null = null;
  let lowest = 0;
  for (let k = 0; k <= least; k += 1) {
    const slope = slopeIn(Math.max(0, k - half), Math.min(least, k + half));
    if (slope < lowest) [best, lowest] = [k, slope];
  }
  return best;
}

/**
 * Slope of the line of least squares through the losses from one index to another, against log10 of the rates, in parts of the
 * largest loss. All slopes come from running sums: summed window by window, 20,000 of them would take a second.
 */
function slopesOf(rates: Float64Array, losses: Float64Array): (from: number, to: number) => number {
  const largest = losses.reduce((most, loss) => Math.max(most, Math.abs(loss)), Number.MIN_VALUE);
  // Around their means and below 1, so that little is lost in the differences of the sums, and none of them overflows.
  const x = aroundMean(rates.map(Math.log10));
  const y = aroundMean(losses.map((loss) => loss / largest));
  const sumsOf = (term: (k: number) => number): Float64Array => {
    const sums = new Float64Array(x.length + 1);
    for (let k = 0; k < x.length; k += 1) sums[k + 1] = (sums[k] as number) + term(k);
    return sums;
  };
  const xs = sumsOf((k) => x[k] as number);
  const ys = sumsOf((k) => y[k] as number);
  const products = sumsOf((k) => (x[k] as number) * (y[k] as number));
  const squares = sumsOf((k) => (x[k] as number) ** 2);
  return (from, to) => {
    const between = (sums: Float64Array) => (sums[to + 1] as number) - (sums[from] as number);
    const [count, sum, all] = [to - from + 1, between(xs), between(squares)];
    const spread = all - (sum * sum) / count;
    // What equal rates leave of it is rounding.
    if (!(spread > all * count * Number.EPSILON)) return 0;
    return (between(products) - (sum * between(ys)) / count) / spread;
  };
}

const aroundMean = (values: Float64Array): Float64Array => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
};
