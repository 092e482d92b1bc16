import * as v from 'valibot';
import { hyperDomain, isMethod, methods, optimizers } from '../../catalogue';
import type { Hyperparameter } from '../../formula';
import { hyperById, parametersOf } from '../core/choice';
import { fullBatch, ruleDefaults } from '../core/defaults';
import { expect, flag, integerIn, numberIn, oneOf, rangeText, textUpTo, type Expectation } from '../core/expectations';
import { limits } from '../core/limits';
import { linesOfRule, ruleFault } from '../core/ownRule';
import { readModifiers } from './readModifiers';
import { readPrecision } from './readPrecision';
import type { Fields, Reader } from './reader';
import { readSchedule } from './readSchedule';
import {
  batchReduces,
  batchTails,
  samplings,
  type Batch,
  type DataChoice,
  type ProblemChoice,
  type Run,
} from '../core/types';

const anyOptimizer = oneOf([...optimizers, ...methods].map(({ id }) => id));

/** One to eight runs, without invalid entries; `fallback` if there is no list or no valid run. */
export function readRuns(
  reader: Reader,
  value: unknown,
  problem: ProblemChoice,
  fallback: readonly Run[],
): readonly Run[] {
  if (value === undefined) return fallback;
  const tooMany = Array.isArray(value) && value.length > limits.runs.max;
  const list =
    reader.list('runs', value, limits.runs) ?? (tooMany ? Array.from<unknown>(value.slice(0, limits.runs.max)) : null);
  const runs = list?.flatMap((run, index) => readRun(reader, `runs.${index}`, run, problem) ?? []);
  return runs && runs.length > 0 ? runs : fallback;
}

export const runFields = ['optimizer', 'rule', 'hyper', 'batch', 'schedule', 'modifiers', 'precision'];

/** A run; null if its optimizer is unknown or its rule cannot be read, since the other fields mean nothing without it. */
function readRun(reader: Reader, field: string, value: unknown, problem: ProblemChoice): Run | null {
  const fields = reader.fields(field, value, runFields);
  if (fields === null) return null;
  const optimizer = readOptimizer(reader, field, fields, problem);
  if (optimizer === null) return null;
  const hyper = readHyper(reader, `${field}.hyper`, fields.get('hyper'), optimizer);
  if (isMethod(optimizer)) return readMethodRun(reader, field, fields, { optimizer, hyper }, problem);
  const schedule = readSchedule(reader, `${field}.schedule`, fields.get('schedule'), problem);
  const modifiers = readModifiers(reader, `${field}.modifiers`, fields.get('modifiers'), problem);
  const precision = readPrecision(reader, `${field}.precision`, fields.get('precision'));
  const run = {
    optimizer,
    hyper,
    ...(schedule && { schedule }),
    ...(modifiers && { modifiers }),
    ...(precision && { precision }),
  };
  const batch = fields.get('batch');
  if (problem.kind === 'data') return { ...run, batch: readBatch(reader, `${field}.batch`, batch, problem) };
  if (batch !== undefined)
    reader.add(`${field}.batch`, batch, 'onlyData', {
      allowed: runFields.filter((name) => name !== 'batch').join(', '),
    });
  return run;
}

/** A run of a classical method, which reads all samples at every iteration, and around which nothing else acts. */
function readMethodRun(reader: Reader, field: string, fields: Fields, run: Run, problem: ProblemChoice): Run {
  for (const name of ['schedule', 'modifiers', 'precision'])
    if (fields.get(name) !== undefined)
      reader.add(`${field}.${name}`, fields.get(name), 'onlyRules', { allowed: 'optimizer, hyper' });
  const written = fields.get('batch');
  if (problem.kind !== 'data') {
    if (written !== undefined) reader.add(`${field}.batch`, written, 'onlyData', { allowed: 'optimizer, hyper' });
    return run;
  }
  const batch = readBatch(reader, `${field}.batch`, written, problem);
  const isFull = batchKeys.every((key) => batch[key] === fullBatch[key]);
  if (!isFull) reader.add(`${field}.batch`, written, 'onlyRules', { allowed: 'size: all' });
  return { ...run, batch: fullBatch };
}

/** The key of a run's optimizer: of the catalogue, or the text of a rule in its place. */
function readOptimizer(reader: Reader, field: string, fields: Fields, problem: ProblemChoice): string | null {
  const written = fields.get('rule');
  const named = fields.get('optimizer');
  if (written === undefined) return reader.required(`${field}.optimizer`, named, anyOptimizer);
  if (named !== undefined) reader.add(`${field}.optimizer`, named, 'unknownKey', { allowed: 'rule, hyper' });
  const text = reader.read(`${field}.rule`, written, ruleText, null);
  if (text === null) return null;
  const rule = linesOfRule(text);
  const fault = ruleFault(rule, parametersOf(problem).length);
  if (fault === null) return rule;
  reader.addFormulaFault(`${field}.rule`, rule, fault);
  return null;
}

const ruleText = textUpTo(limits.formulaLength);

function readHyper(reader: Reader, field: string, value: unknown, optimizer: string): Run['hyper'] {
  const defaults = ruleDefaults(optimizer);
  const fields = value === undefined ? null : reader.fields(field, value, Object.keys(defaults));
  if (fields === null) return defaults;
  return Object.fromEntries(
    hyperById(optimizer).map((h): [string, number | boolean] => {
      const fallback = defaults[h.name] ?? h.default;
      return [h.name, reader.read(`${field}.${h.name}`, fields.get(h.name), hyperExpectation(h, optimizer), fallback)];
    }),
  );
}

const hyperExpectation = ({ name, flag: isFlag }: Hyperparameter, optimizer: string): Expectation<number | boolean> => {
  if (isFlag) return flag;
  const domain = hyperDomain(name, optimizer);
  return domain.integer ? integerIn(name, domain) : numberIn(name, domain);
};

const size = integerIn('size', limits.batch);
const batchSize = expect(v.union([v.literal('all'), size.schema]), 'batchSize', {
  range: rangeText('size', limits.batch),
});

/** What each field of a batch may be. */
const batchFields: { readonly [Field in keyof Batch]: Expectation<Batch[Field]> } = {
  size: batchSize,
  accumulate: integerIn('accumulate', limits.accumulate),
  reduce: oneOf(batchReduces),
  tail: oneOf(batchTails),
  sampling: oneOf(samplings),
  stages: integerIn('stages', limits.stages),
};

export const batchKeys = Object.keys(batchFields) as readonly (keyof Batch)[];

function readBatch(reader: Reader, field: string, value: unknown, { userData }: DataChoice): Batch {
  const fields = value === undefined ? null : reader.fields(field, value, batchKeys);
  if (fields === null) return fullBatch;
  const read = <Key extends keyof Batch>(key: Key): Batch[Key] =>
    reader.read(`${field}.${key}`, fields.get(key), batchFields[key], fullBatch[key]);
  const batch = {
    size: read('size'),
    accumulate: read('accumulate'),
    reduce: read('reduce'),
    tail: read('tail'),
    sampling: read('sampling'),
    stages: read('stages'),
  };
  if (batch.stages === 1 || !userData) return batch;
  // User data do not say which samples are hard.
  reader.add(`${field}.stages`, batch.stages, 'integer', { range: '1 ≤ stages ≤ 1' });
  return { ...batch, stages: 1 };
}
