import { readScale } from '../json/axisScale';
import { numberIn, oneOf, integerIn } from '../core/expectations';
import { limits } from '../core/limits';
import { decodeParts } from './linkRuns';
import { encodeNumber } from './linkText';
import { axisChoices, defaultSweep, type AxisChoice } from '../core/sweep';
import {
  sweepMeasures,
  sweepSides,
  type Experiment,
  type Run,
  type SweepAxis,
  type SweepSettings,
} from '../core/types';
import type { Reader } from '../json/reader';

/**
 * `x=lr,0.0001,0.01,log;y=momentum,0,0.999,oneMinus;steps=500;side=512;measure=outcome`, or nothing for the sweep that the
 * run has by itself. Where something is said, what is not said is as it is on plain axes.
 */
export function encodeSweep(experiment: Experiment, run: Run, sweep: SweepSettings): string {
  const choices = axisChoices(experiment, run);
  if (differences(sweep, choices).length === 0) return '';
  // A sweep that differs from the run's own by its plain axes alone has to say something.
  return differences(sweep, choices.map(plain)).join(';') || `y=${sweep.y.of}`;
}

/**
 * What a link means by a setting without numbers, in words of before there was `oneMinus`: links of that time stay as they
 * were, for that scale is always written out.
 */
const plain = (choice: AxisChoice): AxisChoice =>
  choice.axis.scale === 'oneMinus' ? { ...choice, axis: { ...choice.axis, scale: 'linear' } } : choice;

/** What differs from the first sweep of these choices; an axis without numbers runs over its usual range. */
function differences({ x, y, steps, side, measure }: SweepSettings, choices: readonly AxisChoice[]): string[] {
  const usual = defaultSweep(choices, x);
  const parts = [
    ['x', encodeAxis(x, choices), encodeAxis(defaultSweep(choices).x, choices)],
    ['y', encodeAxis(y, choices), encodeAxis(usual.y, choices)],
    ['steps', steps === undefined ? '' : encodeNumber(steps), ''],
    ['side', encodeNumber(side), encodeNumber(usual.side)],
    ['measure', measure, usual.measure],
  ];
  return parts.flatMap(([key, text, usually]) => (text === usually ? [] : [`${key}=${text}`]));
}

function encodeAxis({ of, from, to, scale }: SweepAxis, choices: readonly AxisChoice[]): string {
  const usual = choices.find((choice) => choice.of === of)?.axis;
  if (usual?.from === from && usual.to === to && usual.scale === scale) return of;
  return [of, encodeNumber(from), encodeNumber(to), ...(scale === 'linear' ? [] : [scale])].join(',');
}

/** The sweep that a text stands for; undefined where it is the one that the run has by itself. What is wrong with it is left out. */
export function decodeSweep(reader: Reader, text: string, experiment: Experiment, run: Run): SweepSettings | undefined {
  const isFunction = experiment.steps !== undefined;
  const known = ['x', 'y', ...(isFunction ? ['steps'] : []), 'side', 'measure'];
  const fields = reader.fields('sweep', decodeParts(reader, 'sweep', text.split(';')), known);
  const choices = axisChoices(experiment, run).map(plain);
  const x = decodeAxis(reader, 'sweep.x', fields?.get('x'), choices);
  const usual = defaultSweep(choices, x);
  const y = decodeAxis(
    reader,
    'sweep.y',
    fields?.get('y'),
    choices.filter(({ of }) => of !== usual.x.of),
  );
  const steps = reader.read('sweep.steps', fields?.get('steps'), integerIn('steps', limits.sweepSteps), undefined);
  const side = reader.read('sweep.side', fields?.get('side'), oneOf(sweepSides), undefined);
  const measure = reader.read('sweep.measure', fields?.get('measure'), oneOf(sweepMeasures), undefined);
  if ([x, y, steps, side, measure].every((read) => read === undefined)) return undefined;
  const sweep: SweepSettings = {
    x: usual.x,
    y: y ?? usual.y,
    ...(steps !== undefined && { steps }),
    side: side ?? usual.side,
    measure: measure ?? usual.measure,
  };
  return encodeSweep(experiment, run, sweep) === '' ? undefined : sweep;
}

/** `lr,0.0001,0.01,log`, or `lr` alone; undefined, with a complaint, where it is no axis of these. */
function decodeAxis(
  reader: Reader,
  field: string,
  value: unknown,
  choices: readonly AxisChoice[],
): SweepAxis | undefined {
  if (value === undefined) return undefined;
  const [of, ...range] = Array.isArray(value) ? Array.from<unknown>(value) : [value];
  const name = reader.read(`${field}.of`, of, oneOf(choices.map((choice) => choice.of)), undefined);
  const choice = choices.find((candidate) => candidate.of === name);
  if (!choice || range.length === 0) return choice?.axis;
  const [low, high, kind] = reader.list(`${field}.range`, range, { min: 2, max: 3 }) ?? [];
  const from = reader.read(`${field}.from`, low, numberIn('from', choice), undefined);
  const to = reader.read(`${field}.to`, high, numberIn('to', choice), undefined);
  if (from === undefined || to === undefined) return undefined;
  if (from >= to) {
    reader.add(`${field}.to`, to, 'number', { range: `${from} < to ≤ ${choice.max}` });
    return undefined;
  }
  return { of: choice.of, from, to, scale: readScale(reader, field, kind, choice, from, to) };
}
