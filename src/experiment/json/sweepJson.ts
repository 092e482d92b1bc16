import { readScale } from './axisScale';
import { integerIn, numberIn, oneOf } from '../core/expectations';
import { limits } from '../core/limits';
import { ExperimentError } from './parse';
import { Reader } from './reader';
import { axisChoices, sweepEpochLimit, type AxisChoice } from '../core/sweep';
import { sweepMeasures, type Experiment, type SweepAxis, type SweepMeasure } from '../core/types';

/** A sweep as scripts ask for it, validated: docs/experiment-format.md. */
export interface SweepJson {
  readonly run: number;
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  readonly width: number;
  readonly height: number;
  readonly steps?: number;
  readonly measure: SweepMeasure;
}

/** Reads what a script asks for, all or nothing. Throws ExperimentError naming each field, its value and what is allowed. */
export function readSweep(json: unknown, experiment: Experiment): SweepJson {
  const reader = new Reader();
  const isFunction = experiment.steps !== undefined;
  const fields = reader.fields('sweep', json, [
    'run',
    'x',
    'y',
    'width',
    'height',
    ...(isFunction ? ['steps'] : []),
    'measure',
  ]);
  const runs = integerIn('run', { min: 0, max: experiment.runs.length - 1 });
  const index = reader.read('sweep.run', fields?.get('run'), runs, 0);
  const run = experiment.runs[index];
  const choices = run ? axisChoices(experiment, run) : [];
  const x = readAxis(reader, 'sweep.x', fields?.get('x'), choices);
  const y = readAxis(
    reader,
    'sweep.y',
    fields?.get('y'),
    choices.filter(({ of }) => of !== x?.of),
  );
  const width = reader.required('sweep.width', fields?.get('width'), integerIn('width', limits.sweepSide));
  const height = reader.required('sweep.height', fields?.get('height'), integerIn('height', limits.sweepSide));
  const steps = reader.read('sweep.steps', fields?.get('steps'), integerIn('steps', limits.sweepSteps), undefined);
  const measure = reader.read('sweep.measure', fields?.get('measure'), oneOf(sweepMeasures), sweepMeasures[0]);
  const length = steps ?? experiment.steps;
  // An experiment may be longer than the runs of a sweep.
  if (length !== undefined) reader.read('steps', length, integerIn('steps', limits.sweepSteps), undefined);
  reader.read(
    'epochs',
    experiment.epochs,
    integerIn('epochs', { min: 1, max: sweepEpochLimit(experiment) }),
    undefined,
  );
  if (reader.complaints.length > 0 || !x || !y || width === null || height === null)
    throw new ExperimentError(reader.complaints);
  return { run: index, x, y, width, height, ...(steps !== undefined && { steps }), measure };
}

function readAxis(reader: Reader, field: string, json: unknown, choices: readonly AxisChoice[]): SweepAxis | null {
  const fields = reader.fields(field, json, ['of', 'from', 'to', 'scale']);
  if (!fields) return null;
  const name = reader.required(`${field}.of`, fields.get('of'), oneOf(choices.map(({ of }) => of)));
  const choice = choices.find(({ of }) => of === name);
  if (!choice) return null;
  const from = reader.required(`${field}.from`, fields.get('from'), numberIn('from', choice));
  const to = reader.required(`${field}.to`, fields.get('to'), numberIn('to', choice));
  if (from === null || to === null) return null;
  return { of: choice.of, from, to, scale: readScale(reader, field, fields.get('scale'), choice, from, to) };
}
