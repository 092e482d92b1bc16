import type { AxisScale } from '../../experiment/core/types';

/** Digits of a number in a sentence; more only where they are needed. */
const LEAST = 4;
/** As many as tell any two float64 numbers apart. */
const MOST = 17;

/**
 * Significant digits with which a value of a sweep axis is written so that a run with it, in float32 as the sweep is, ends as the
 * sweep's own run does: where a loss is lowest, its fifth digit may change it tenfold. Of a value near 1, rules use the distance
 * from 1 as well.
 */
export function exactDigits(value: number, scale: AxisScale): number {
  const parts = scale === 'oneMinus' ? [(x: number) => x, (x: number) => 1 - x] : [(x: number) => x];
  for (let digits = LEAST; digits < MOST; digits += 1) {
    const written = Number(value.toPrecision(digits));
    if (parts.every((part) => Math.fround(part(written)) === Math.fround(part(value)))) return digits;
  }
  return MOST;
}
