import type { SweepAxis } from '../../engine/sweep/types';
import { exponentOf, formatNumber } from '../kit/geometry/numbers';

/** Digits that tell two settings of a sweep apart. */
const DIGITS = 5;

/** A setting of a run of a sweep, with as many digits as tell it from its neighbours: on a scale of 1 - value, of its distance from 1. */
export function settingText(value: number, scale: SweepAxis['scale']): string {
  const nines = scale === 'oneMinus' ? -1 - exponentOf(1 - value) : 0;
  return formatNumber(value, DIGITS + Math.max(0, nines));
}
