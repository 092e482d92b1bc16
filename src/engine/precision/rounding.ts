import type { ShortFormat } from '../../experiment/core/precision';
import type { Round } from '../../formula';
import { largestNumber } from '../common/largestNumber';

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/**
 * Drops the last bits of a float32's fraction: to the nearest, and of two that are equally near to the one whose last kept
 * bit is 0. A carry out of the fraction raises the exponent, up to infinity.
 */
function withoutLastBits(count: number): number {
  const [old = 0] = bits;
  const half = 2 ** (count - 1);
  bits[0] = ((old + half - 1 + ((old >>> count) & 1)) >>> count) * 2 ** count;
  return single[0] as number;
}

/** bfloat16 is the upper half of a float32, its subnormal numbers included. */
function roundToBfloat16(x: number): number {
  if (Number.isNaN(x)) return x;
  single[0] = x;
  return withoutLastBits(16);
}

/** The largest finite float16, the smallest that is not subnormal, and the distance between two subnormal ones. */
const FLOAT16 = { largest: 65504, normal: 2 ** -14, spacing: 2 ** -24 };

/** In float64, numbers near this one are as far apart as subnormal numbers of float16: adding it rounds to them. */
const ROUNDER = 1.5 * 2 ** 52 * FLOAT16.spacing;

function roundToFloat16(x: number): number {
  if (Number.isNaN(x)) return x;
  single[0] = x;
  const first = single[0];
  if (Math.abs(first) < FLOAT16.normal) {
    const near = first + ROUNDER - ROUNDER;
    // -0 of a negative number.
    return near === 0 ? 0 * first : near;
  }
  const near = withoutLastBits(13);
  return Math.abs(near) > FLOAT16.largest ? near * Infinity : near;
}

/**
 * Rounding by IEEE 754, to the nearest and at a tie to even, with subnormal numbers, infinities and NaN. A float64 is first
 * rounded to float32, as libraries do that compute each operation in float32 and then convert its result.
 */
export const roundTo: Readonly<Record<ShortFormat, Round>> = { bfloat16: roundToBfloat16, float16: roundToFloat16 };

/** The largest finite number of each format. */
export const LARGEST = {
  ...largestNumber,
  bfloat16: (2 - 2 ** -7) * 2 ** 127,
  float16: FLOAT16.largest,
} as const;

/**
 * Bits of precision, and the smallest exponent of a number that is not subnormal: bfloat16 has the range of float32, float16 a small one
 * and more bits.
 */
const shapes = {
  bfloat16: { bits: 8, least: -126 },
  float16: { bits: 11, least: -14 },
} as const satisfies Readonly<Record<ShortFormat, unknown>>;

/** How far apart the numbers of a format are beside a finite one: one unit in its last place. */
export function unitAt(format: ShortFormat, x: number): number {
  const { bits: precision, least } = shapes[format];
  const exponent = x === 0 ? least : Math.max(least, Math.floor(Math.log2(Math.abs(x))));
  return 2 ** (exponent - precision + 1);
}
