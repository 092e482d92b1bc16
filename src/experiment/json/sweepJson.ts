import { choiceNamed, oneOfChoices, readAxisRange, toAxisJson, type AxisJson } from './sweepAxis';
import { schedules } from '../../catalogue';
import { isSameTarget } from '../core/axisTarget';
import { integerIn, oneOf } from '../core/expectations';
import { limits } from '../core/limits';
import { ExperimentError } from './parse';
import { Reader } from './reader';
import { runFields } from './runs';
import { axisChoices, sweepEpochLimit, type AxisChoice } from '../core/sweep';
import { sweepMeasures, type Experiment, type SweepAxis, type SweepMeasure } from '../core/types';

/** The validated sweep of a script, without its experiment (docs/experiment-format.md). */
export interface SweepJson {
  /** Index of the run that is varied; the others take no part. */
  readonly run: number;
  readonly x: AxisJson;
  readonly y: AxisJson;
  /** Pixels along x and y. */
  readonly width: number;
  readonly height: number;
  /** Updates of every run instead of the experiment's; not for data problems, whose epochs decide. */
  readonly steps?: number;
  readonly measure: SweepMeasure;
}

/** What a run that is swept may have: the processor computes a run with a precision, and there is no sweep of it. */
const sweptFields = runFields.filter((name) => name !== 'precision').join(', ');
const kindsWithoutLoss = schedules.filter(({ fromLosses }) => !fromLosses).map(({ kind }) => kind);

/** Reads a sweep of an experiment. Throws ExperimentError, naming each invalid field, its value and what is allowed. */
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
    choices.filter(({ target }) => !x || !isSameTarget(target, x.target)),
  );
  const width = reader.required('sweep.width', fields?.get('width'), integerIn('width', limits.sweepSide));
  const height = reader.required('sweep.height', fields?.get('height'), integerIn('height', limits.sweepSide));
  const steps = reader.read('sweep.steps', fields?.get('steps'), integerIn('steps', limits.sweepSteps), undefined);
  const measure = reader.read('sweep.measure', fields?.get('measure'), oneOf(sweepMeasures), sweepMeasures[0]);
  const length = steps ?? experiment.steps;
  // The experiment may be longer than the limit of sweeps.
  if (length !== undefined) reader.read('steps', length, integerIn('steps', limits.sweepSteps), undefined);
  reader.read(
    'epochs',
    experiment.epochs,
    integerIn('epochs', { min: 1, max: sweepEpochLimit(experiment) }),
    undefined,
  );
  if (run?.schedule) reader.read(`runs.${index}.schedule.kind`, run.schedule.kind, oneOf(kindsWithoutLoss), undefined);
  if (run?.precision)
    reader.add(`runs.${index}.precision`, run.precision.format, 'unknownKey', { allowed: sweptFields });
  if (reader.complaints.length > 0 || !x || !y || width === null || height === null)
    throw new ExperimentError(reader.complaints);
  const axes = { x: toAxisJson(x), y: toAxisJson(y) };
  return { run: index, ...axes, width, height, ...(steps !== undefined && { steps }), measure };
}

function readAxis(reader: Reader, field: string, json: unknown, choices: readonly AxisChoice[]): SweepAxis | null {
  const fields = reader.fields(field, json, ['of', 'from', 'to', 'scale']);
  if (!fields) return null;
  const name = reader.required(`${field}.of`, fields.get('of'), oneOfChoices(choices));
  const choice = choiceNamed(choices, name);
  if (!choice) return null;
  return readAxisRange(
    reader,
    field,
    { from: fields.get('from'), to: fields.get('to'), scale: fields.get('scale') },
    choice,
  );
}
