import { axisText, parseAxisTarget } from '../core/axisTarget';
import { numberIn, oneOf, type Expectation } from '../core/expectations';
import type { Reader } from './reader';
import type { AxisChoice } from '../core/sweep';
import type { AxisRange, AxisScale, SweepAxis } from '../core/types';

/** A valid axis of a sweep as JSON has it. */
export interface AxisJson extends Omit<AxisRange, 'digits'> {
  /** A hyperparameter of the run, `start.0`, `start.1` ..., or `constant.NAME` of a function of the catalogue. */
  readonly of: string;
}

export const toAxisJson = ({ target, ...range }: SweepAxis): AxisJson => ({ of: axisText(target), ...range });
export const fromAxisJson = ({ of, ...range }: AxisJson): SweepAxis => ({ target: parseAxisTarget(of), ...range });

/** The text form of one of these choices. */
export const oneOfChoices = (choices: readonly AxisChoice[]): Expectation<string> =>
  oneOf(choices.map(({ target }) => axisText(target)));

export const choiceNamed = (choices: readonly AxisChoice[], name: string | null | undefined): AxisChoice | undefined =>
  choices.find(({ target }) => axisText(target) === name);

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
  return { target: choice.target, from, to, scale: readScale(reader, field, scale, choice, from, to) };
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
