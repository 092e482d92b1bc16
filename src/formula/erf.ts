const SERIES_END = 2;
const ONE_FROM = 6;
/** Levels of the continued fraction; from 2 on, more change nothing in the last digit of 1 - erfc. */
const LEVELS = 40;

/**
 * The error function in float64, to a few units of its last digit. Near 0 it is the series
 * 2 x exp(-x^2) / sqrt(pi) * sum of (2 x^2)^n / (1*3*5*...*(2n + 1)), whose terms are all positive, so that nothing
 * cancels; further out 1 minus Laplace's continued fraction of erfc (Abramowitz and Stegun 7.1.6 and 7.1.14).
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < SERIES_END) return series(x);
  if (Number.isNaN(x)) return x;
  return Math.sign(x) * (size >= ONE_FROM ? 1 : 1 - tail(size));
}

function series(x: number): number {
  const square = x * x;
  let [term, sum] = [1, 1];
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= (2 * square) / (2 * n + 1);
    sum += term;
  }
  return ((2 * x) / Math.sqrt(Math.PI)) * Math.exp(-square) * sum;
}

function tail(x: number): number {
  let below = x;
  for (let level = LEVELS; level > 0; level -= 1) below = x + level / 2 / below;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * below);
}
