import type { AxisScale } from '../../experiment/core/types';
import { exponentOf, formatNumber } from '../kit/geometry/numbers';

/** Significant digits that tell neighbouring values of a sweep axis apart. */
const DIGITS = 5;

/** A value of a sweep axis with enough digits to tell it from its neighbours; on a `oneMinus` scale those are digits of 1 - value. */
export function settingText(value: number, scale: AxisScale): string {
  const nines = scale === 'oneMinus' ? -1 - exponentOf(1 - value) : 0;
  return formatNumber(value, DIGITS + Math.max(0, nines));
}
