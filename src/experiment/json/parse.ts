import { problemOf, parametersOf } from '../core/choice';
import { defaultExperiment, freshExperiment } from '../core/defaults';
import { integerIn, numberIn, oneOf } from '../core/expectations';
import { limits } from '../core/limits';
import { readProblem } from './problem';
import { Reader, type Fields } from './reader';
import { readRuns } from './runs';
import { sentence } from '../core/sentences';
import { epochLimit, epochsWithOrder, lastStep, sampleCount, visitLimit } from '../core/updates';
import type { Complaint } from '../core/complaints';
import type { DataChoice, Experiment, ProblemChoice, Run } from '../core/types';

/** An invalid experiment from a script; the message has one sentence for each fault. */
export class ExperimentError extends Error {
  constructor(readonly complaints: readonly Complaint[]) {
    super(complaints.map(sentence).join('\n'));
    this.name = 'ExperimentError';
  }
}

/**
 * Reads an experiment from its public JSON (docs/experiment-format.md). Every invalid field gets a complaint and its
 * default. Never throws.
 */
export function parseExperiment(json: unknown): { experiment: Experiment; complaints: readonly Complaint[] } {
  const reader = new Reader();
  const experiment = experimentFrom(reader, json);
  return { experiment, complaints: reader.complaints };
}

/** Reads an experiment from its public JSON. Throws ExperimentError, naming each invalid field, its value and what is allowed. */
export function readExperiment(json: unknown): Experiment {
  const { experiment, complaints } = parseExperiment(json);
  if (complaints.length > 0) throw new ExperimentError(complaints);
  return experiment;
}

const KEYS = ['version', 'problem', 'start', 'steps', 'epochs', 'seed', 'runs'];

function experimentFrom(reader: Reader, json: unknown): Experiment {
  const fields = reader.fields('', json, KEYS);
  if (fields === null) return defaultExperiment;
  reader.required('version', fields.get('version'), oneOf([1]));
  if (!fields.has('runs'))
    reader.add('runs', undefined, 'missing', { allowed: '[{optimizer, hyper, batch, schedule, modifiers}, …]' });
  return experimentOn(reader, readProblem(reader, fields.get('problem')), fields);
}

/** The experiment on a problem that the fields describe; absent fields are as in a fresh experiment. */
export function experimentOn(reader: Reader, problem: ProblemChoice, fields: Fields): Experiment {
  const first = freshExperiment(problem);
  const runs = readRuns(reader, fields.get('runs'), problem, first.runs);
  const start = readStart(reader, fields.get('start'), problem, first.start);
  const seed = reader.read('seed', fields.get('seed'), integerIn('seed', limits.seed), first.seed);
  const base = { version: 1, problem, start, seed, runs } as const;
  if (problem.kind === 'data') return { ...base, epochs: readEpochs(reader, fields, problem, runs) };
  const epochs = fields.get('epochs');
  if (epochs !== undefined) reader.add('epochs', epochs, 'onlyData', { allowed: 'steps' });
  const steps = first.steps ?? limits.steps.min;
  return { ...base, steps: reader.read('steps', fields.get('steps'), integerIn('steps', limits.steps), steps) };
}

/** One number per parameter; on data problems also `null`, which means sampled from the seed. */
function readStart(
  reader: Reader,
  value: unknown,
  problem: ProblemChoice,
  fallback: Experiment['start'],
): Experiment['start'] {
  if (value === undefined || (value === null && problemOf(problem)?.kind === 'data'))
    return value === null ? null : fallback;
  const count = parametersOf(problem).length;
  const list = reader.list('start', value, { min: count, max: count });
  return (list && reader.each('start', list, numberIn('x', limits.coordinate))) ?? fallback;
}

/** The epochs; lowered, with a complaint, if a run would exceed the limit of updates or visits. */
function readEpochs(reader: Reader, fields: Fields, problem: DataChoice, runs: readonly Run[]): number {
  const steps = fields.get('steps');
  if (steps !== undefined) reader.add('steps', steps, 'onlyFunction', { allowed: 'epochs' });
  const first = freshExperiment(problem, runs);
  const fallback = first.epochs ?? limits.epochs.min;
  const range = { min: limits.epochs.min, max: epochsWithOrder(problem) };
  const epochs = reader.read('epochs', fields.get('epochs'), integerIn('epochs', range), fallback);
  const most = epochLimit(first);
  if (epochs <= most) return epochs;
  const updates = lastStep({ ...first, epochs });
  if (updates > limits.updates) reader.add('epochs', epochs, 'updates', { updates, max: limits.updates, epochs: most });
  else
    reader.add('epochs', epochs, 'visits', {
      visits: epochs * sampleCount(first),
      max: visitLimit(problem, runs),
      epochs: most,
    });
  return most;
}
