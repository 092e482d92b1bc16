import { numberIn, oneOf, integerIn } from './expectations';
import { limits } from './limits';
import { decodeParts } from './linkRuns';
import { encodeNumber } from './linkText';
import { axisChoices, defaultSweep, type AxisChoice } from './sweep';
import { axisScales, sweepMeasures, sweepSides, type Experiment, type Run, type SweepAxis, type SweepSettings } from './types';
import type { Reader } from './reader';

/**
 * `x=lr,0.0001,0.01,log;y=momentum;steps=500;side=512;measure=outcome`: what differs from the sweep that the run has by
 * itself; an axis without numbers runs over its usual range. Empty where nothing differs.
 */
export function encodeSweep(experiment: Experiment, run: Run, { x, y, steps, side, measure }: SweepSettings): string {
  const choices = axisChoices(experiment, run);
  const usual = defaultSweep(choices, x);
  const parts = [
    ['x', encodeAxis(x, choices), encodeAxis(defaultSweep(choices).x, choices)],
    ['y', encodeAxis(y, choices), encodeAxis(usual.y, choices)],
    ['steps', steps === undefined ? '' : encodeNumber(steps), ''],
    ['side', encodeNumber(side), encodeNumber(usual.side)],
    ['measure', measure, usual.measure],
  ];
  return parts.flatMap(([key, text, usually]) => (text === usually ? [] : [`${key}=${text}`])).join(';');
}

function encodeAxis({ of, from, to, scale }: SweepAxis, choices: readonly AxisChoice[]): string {
  const usual = choices.find((choice) => choice.of === of)?.axis;
  if (usual?.from === from && usual.to === to && usual.scale === scale) return of;
  return [of, encodeNumber(from), encodeNumber(to), ...(scale === axisScales[0] ? [] : [scale])].join(',');
}

/** The sweep that a text stands for; undefined where it is the one that the run has by itself. What is wrong with it is left out. */
export function decodeSweep(reader: Reader, text: string, experiment: Experiment, run: Run): SweepSettings | undefined {
  const isFunction = experiment.steps !== undefined;
  const known = ['x', 'y', ...(isFunction ? ['steps'] : []), 'side', 'measure'];
  const fields = reader.fields('sweep', decodeParts(reader, 'sweep', text.split(';')), known);
  const choices = axisChoices(experiment, run);
  const x = decodeAxis(reader, 'sweep.x', fields?.get('x'), choices);
  const usual = defaultSweep(choices, x);
  const y = decodeAxis(reader, 'sweep.y', fields?.get('y'), choices.filter(({ of }) => of !== usual.x.of));
  const steps = reader.read('sweep.steps', fields?.get('steps'), integerIn('steps', limits.sweepSteps), undefined);
  const sweep: SweepSettings = {
    x: usual.x,
    y: y ?? usual.y,
    ...(steps !== undefined && { steps }),
    side: reader.read('sweep.side', fields?.get('side'), oneOf(sweepSides), usual.side),
    measure: reader.read('sweep.measure', fields?.get('measure'), oneOf(sweepMeasures), usual.measure),
  };
  return encodeSweep(experiment, run, sweep) === '' ? undefined : sweep;
}

/** `lr,0.0001,0.01,log`, or `lr` alone; undefined, with a complaint, where it is no axis of these. */
function decodeAxis(reader: Reader, field: string, value: unknown, choices: readonly AxisChoice[]): SweepAxis | undefined {
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
  // A logarithm has no place for 0 and below.
  const scale = reader.read(`${field}.scale`, kind, oneOf(from > 0 ? axisScales : ([axisScales[0]] as const)), axisScales[0]);
  return { of: choice.of, from, to, scale };
}
