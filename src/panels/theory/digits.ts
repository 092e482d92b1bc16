import { formatNumber } from '../../plots';

/** Significant digits of numbers in sentences, and the most that they have where fewer would make two of them equal. */
export const DIGITS = 3;
const MOST_DIGITS = 12;

/** Numbers that differ by less than this share are the same but for rounding. */
const ROUNDING = 1e-6;

/** Enough digits that unequal numbers read as unequal: a rate of 0.002 is not its limit, 0.0019968. */
export function digitsApart(values: readonly number[]): number {
  const numbers = [...values].sort((a, b) => a - b);
  const neighbours = numbers.flatMap((x, k) => {
    const next = numbers[k + 1];
    return next !== undefined && next - x > ROUNDING * Math.abs(next) ? [[x, next] as const] : [];
  });
  let digits = DIGITS;
  while (digits < MOST_DIGITS && neighbours.some(([a, b]) => formatNumber(a, digits) === formatNumber(b, digits)))
    digits += 1;
  return digits;
}

/** Enough digits of a factor to have two of how far it is from 1: 1.0025, where three would be 1.00 or, of its percentage, 100. */
export function digitsOfFactor(factor: number): number {
  const decimals = 1 - Math.floor(Math.log10(Math.abs(factor - 1)));
  const digits = factor < 1 ? decimals : 1 + decimals;
  return Number.isFinite(digits) ? Math.min(MOST_DIGITS, Math.max(DIGITS, digits)) : DIGITS;
}
