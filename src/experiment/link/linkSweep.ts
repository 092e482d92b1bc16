import { choiceNamed, oneOfChoices, readAxisRange } from '../json/sweepAxis';
import { axisText, isSameTarget } from '../core/axisTarget';
import { oneOf, integerIn } from '../core/expectations';
import { limits } from '../core/limits';
import { decodeSegments } from './linkRuns';
import { encodeNumber, encodeText } from './linkText';
import { axisChoices, defaultSweep, type AxisChoice } from '../core/sweep';
import { sweepMeasures, sweepSides, type Experiment, type Run, type SweepAxis, type SweepChoice } from '../core/types';
import type { Reader } from '../json/reader';

/**
 * `x=lr,0.0001,0.01,log;y=momentum,0,0.999,oneMinus;steps=500;side=512;measure=outcome`; empty for the run's default sweep.
 * In a text that is not empty, what is left out is as in the default sweep on axes without the scale `oneMinus`.
 */
export function encodeSweep(experiment: Experiment, run: Run, sweep: SweepChoice): string {
  const choices = axisChoices(experiment, run);
  if (differences(sweep, choices).length === 0) return '';
  // A sweep that differs from the default only by axes without that scale must not be empty.
  return differences(sweep, choices.map(withoutOneMinus)).join(';') || `y=${axisText(sweep.y.target)}`;
}

/**
 * The axis that a link means by a name without numbers. Links are older than the scale `oneMinus`, which is therefore always
 * written out, so that old links keep their meaning.
 */
const withoutOneMinus = (choice: AxisChoice): AxisChoice =>
  choice.axis.scale === 'oneMinus' ? { ...choice, axis: { ...choice.axis, scale: 'linear' } } : choice;

/** The segments of what differs from the default sweep of these choices; an axis over its default range is its name alone. */
function differences({ x, y, steps, side, measure }: SweepChoice, choices: readonly AxisChoice[]): string[] {
  const fallback = defaultSweep(choices, x);
  const segments = [
    ['x', encodeAxis(x, choices), encodeAxis(defaultSweep(choices).x, choices)],
    ['y', encodeAxis(y, choices), encodeAxis(fallback.y, choices)],
    ['steps', steps === undefined ? '' : encodeNumber(steps), ''],
    ['side', encodeNumber(side), encodeNumber(fallback.side)],
    ['measure', measure, fallback.measure],
  ];
  return segments.flatMap(([key, text, default_]) => (text === default_ ? [] : [`${key}=${text}`]));
}

function encodeAxis({ target, from, to, scale }: SweepAxis, choices: readonly AxisChoice[]): string {
  const of = axisText(target);
  const offered = choiceNamed(choices, of)?.axis;
  const written = encodeText(of);
  if (offered?.from === from && offered.to === to && offered.scale === scale) return written;
  return [written, encodeNumber(from), encodeNumber(to), ...(scale === 'linear' ? [] : [scale])].join(',');
}

/** The sweep of a text; undefined if it is the run's default sweep. Invalid fields get a complaint and their default. */
export function decodeSweep(reader: Reader, text: string, experiment: Experiment, run: Run): SweepChoice | undefined {
  const isFunction = experiment.steps !== undefined;
  const known = ['x', 'y', ...(isFunction ? ['steps'] : []), 'side', 'measure'];
  const fields = reader.fields('sweep', decodeSegments(reader, 'sweep', text.split(';')), known);
  const choices = axisChoices(experiment, run).map(withoutOneMinus);
  const x = decodeAxis(reader, 'sweep.x', fields?.get('x'), choices);
  const fallback = defaultSweep(choices, x);
  const y = decodeAxis(
    reader,
    'sweep.y',
    fields?.get('y'),
    choices.filter(({ target }) => !isSameTarget(target, fallback.x.target)),
  );
  const steps = reader.read('sweep.steps', fields?.get('steps'), integerIn('steps', limits.sweepSteps), undefined);
  const side = reader.read('sweep.side', fields?.get('side'), oneOf(sweepSides), undefined);
  const measure = reader.read('sweep.measure', fields?.get('measure'), oneOf(sweepMeasures), undefined);
  if ([x, y, steps, side, measure].every((read) => read === undefined)) return undefined;
  const sweep: SweepChoice = {
    x: fallback.x,
    y: y ?? fallback.y,
    ...(steps !== undefined && { steps }),
    side: side ?? fallback.side,
    measure: measure ?? fallback.measure,
  };
  return encodeSweep(experiment, run, sweep) === '' ? undefined : sweep;
}

/** `lr,0.0001,0.01,log`, or `lr` alone for its default range; undefined, with a complaint, if it is invalid. */
function decodeAxis(
  reader: Reader,
  field: string,
  value: unknown,
  choices: readonly AxisChoice[],
): SweepAxis | undefined {
  if (value === undefined) return undefined;
  const [of, ...range] = Array.isArray(value) ? Array.from<unknown>(value) : [value];
  const name = reader.read(`${field}.of`, of, oneOfChoices(choices), undefined);
  const choice = choiceNamed(choices, name);
  if (!choice || range.length === 0) return choice?.axis;
  const [from, to, scale] = reader.list(`${field}.range`, range, { min: 2, max: 3 }) ?? [];
  if (from === undefined) return undefined;
  const axis = readAxisRange(reader, field, { from, to, scale }, choice);
  if (!axis || axis.from < axis.to) return axis ?? undefined;
  reader.add(`${field}.to`, axis.to, 'number', { range: `${axis.from} < to ≤ ${choice.max}` });
  return undefined;
}
