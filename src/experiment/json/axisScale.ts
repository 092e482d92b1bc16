import { oneOf } from '../core/expectations';
import type { Reader } from './reader';
import type { AxisChoice } from '../core/sweep';
import type { AxisScale } from '../core/types';

/** The scale of an axis between two ends, as it is written; linear where nothing is, and, with a complaint, where the ends have no place on it. */
export function readScale(
  reader: Reader,
  field: string,
  written: unknown,
  { scales, min }: AxisChoice,
  from: number,
  to: number,
): AxisScale {
  // A logarithm has no place for 0 and below.
  const fitting = scales.filter((scale) => scale !== 'log' || (from > 0 && to > 0));
  const scale = reader.read(`${field}.scale`, written, oneOf(fitting), 'linear');
  if (scale !== 'oneMinus') return scale;
  // Nor has that of 1 - value for 1 and above.
  const past = (
    [
      ['from', from],
      ['to', to],
    ] as const
  ).find(([, value]) => value >= 1);
  if (!past) return scale;
  const [end, value] = past;
  reader.add(`${field}.${end}`, value, 'number', { range: `${min} ≤ ${end} < 1` });
  return 'linear';
}
