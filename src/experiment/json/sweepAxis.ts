import { numberIn, oneOf } from '../core/expectations';
import type { Reader } from './reader';
import type { AxisChoice } from '../core/sweep';
import type { AxisScale, SweepAxis } from '../core/types';

/** The ends and the scale of a sweep's axis as they were written. */
interface WrittenRange {
  readonly from: unknown;
  readonly to: unknown;
  readonly scale: unknown;
}

/** An axis over a written range; null, with a complaint, if an end is missing or outside the limits of the choice. */
export function readAxisRange(
  reader: Reader,
  field: string,
  { from: low, to: high, scale }: WrittenRange,
  choice: AxisChoice,
): SweepAxis | null {
  const from = reader.required(`${field}.from`, low, numberIn('from', choice));
  const to = reader.required(`${field}.to`, high, numberIn('to', choice));
  if (from === null || to === null) return null;
  return { of: choice.of, from, to, scale: readScale(reader, field, scale, choice, from, to) };
}

/** The scale of an axis from `from` to `to`; linear if none is written and, with a complaint, if the scale cannot show the ends. */
function readScale(
  reader: Reader,
  field: string,
  written: unknown,
  { scales, min }: AxisChoice,
  from: number,
  to: number,
): AxisScale {
  // A log scale cannot show 0 or less.
  const fitting = scales.filter((scale) => scale !== 'log' || (from > 0 && to > 0));
  const scale = reader.read(`${field}.scale`, written, oneOf(fitting), 'linear');
  if (scale !== 'oneMinus') return scale;
  // A logarithmic scale in 1 - value cannot show 1 or more.
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
