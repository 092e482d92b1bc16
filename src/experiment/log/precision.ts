import type { LogPrecision } from './types';

/** Numbers that were rounded when they were written have few significant digits, or few after the decimal point. */
const SHORT = 8;
const FEW_DECIMALS = 6;
/** Two float32 numbers always differ within as many digits. */
const FLOAT32_DIGITS = 9;

/** How exactly numbers were written, from the numbers alone: the shortest text of each shows the digits that it had. */
export function precisionOf(values: readonly number[]): LogPrecision {
  const finite = values.filter((value) => Number.isFinite(value) && value !== 0);
  const shapes = finite.map(shapeOf);
  const digits = shapes.reduce((most, shape) => Math.max(most, shape.digits), 0);
  const decimals = shapes.reduce((most, shape) => Math.max(most, shape.decimals), 0);
  const isFloat32 = digits <= FLOAT32_DIGITS || finite.every((value) => Math.fround(value) === value);
  const isShort = (shape: Shape): boolean => shape.digits <= SHORT || shape.decimals <= FEW_DECIMALS;
  const isRounded = shapes.length > 0 && shapes.every(isShort);
  return {
    kind: isFloat32 ? 'float32' : 'float64',
    rounded: isRounded ? { decimals, digits: hasFixedDecimals(finite, decimals) ? null : digits } : null,
  };
}

/** Whether the larger half of the numbers has as many decimals as any: rounded to significant digits it would have fewer. */
function hasFixedDecimals(values: readonly number[], decimals: number): boolean {
  const bySize = values.map(Math.abs).sort((a, b) => b - a);
  return bySize.slice(0, Math.ceil(bySize.length / 2)).some((value) => shapeOf(value).decimals === decimals);
}

interface Shape {
  readonly digits: number;
  readonly decimals: number;
}

/** Significant digits of a number and its digits after the decimal point. */
function shapeOf(value: number): Shape {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '').length;
  return { digits, decimals: Math.max(0, digits - 1 - Number(exponent)) };
}

/** Half a unit of the last digit that a number was written with, at most; 0 where nothing was rounded. */
export function roundingOf({ rounded }: LogPrecision, value: number): number {
  if (rounded === null) return 0;
  const ofDigits = rounded.digits === null ? 0 : 0.5 * 10 ** (1 - rounded.digits) * Math.abs(value);
  return Math.max(0.5 * 10 ** -rounded.decimals, ofDigits);
}
