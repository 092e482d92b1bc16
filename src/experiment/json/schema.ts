import { modifierHelp } from '../../catalogue/modifierHelp';
import {
  hyperDomain,
  methods,
  modifiers,
  optimizers,
  problems,
  schedules,
  warmupArguments,
  type DataProblem,
  type FunctionProblem,
  type Modifier,
  type ModifierId,
  type Problem,
  type RateSchedule,
  type ScheduleArgument,
} from '../../catalogue';
import { isReserved, namedConstants, operators, specialNames, type Hyperparameter } from '../../formula';
import { hyperById } from '../core/choice';
import { PARAMETER_NAME } from '../core/parameterNames';
import { fullBatch } from '../core/defaults';
import { limits } from '../core/limits';
import { CONSTANT } from '../core/schedules';
import { writtenNumbers } from '../core/writtenNumbers';
import type { Range } from '../core/expectations';
import { numberFormats, roundings, shortFormats } from '../core/precision';
import { batchReduces, batchTails, samplings } from '../core/types';

type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (draft 2020-12) of the public form of an experiment, made from the catalogue and the limits;
 * public/experiment.schema.json is this as a file. `readExperiment` alone checks what a schema cannot express: that a
 * formula can be read, that there is one target for each row of data, that a visit order names existing samples, and the
 * limit of updates.
 */
export const experimentSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Overshoot experiment',
  description:
    'All that is needed to reproduce what is on the screen. Everything but version, problem and runs has a default.',
  oneOf: [...problems.map(catalogueExperiment), customExperiment()],
  $defs: {
    version: { const: 1 },
    seed: { ...integer(limits.seed), description: 'Of every random number.' },
    functionRuns: runs(false),
    dataRuns: runs(true),
    batch: batch(),
    functionSchedule: schedule(schedules.filter(({ needsEpochs }) => !needsEpochs)),
    dataSchedule: schedule(schedules),
    functionModifiers: modifierSchema(modifiers.filter((one) => !('inLoss' in one))),
    dataModifiers: modifierSchema(modifiers),
    precision: precision(),
    name: name(),
    warmup: {
      ...object(mapped(warmupArguments)),
      description: 'A linear rise of the rate, before the schedule begins.',
    },
    ...Object.fromEntries([...optimizers, ...methods].map(({ id }) => [`hyper-${id}`, hyper(id)])),
  },
});

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

const list = (items: Schema, { min, max }: Range): Schema => ({ type: 'array', items, minItems: min, maxItems: max });

const exactly = (items: Schema, length: number): Schema => list(items, { min: length, max: length });

const number = ({ min, max }: Range): Schema => ({ type: 'number', minimum: min, maximum: max });

const integer = (range: Range): Schema => ({ ...number(range), type: 'integer' });

const coordinate = number(limits.coordinate);

function experiment(
  title: string,
  problem: Schema,
  duration: Schema,
  start: Schema,
  kind: 'function' | 'data',
): Schema {
  const fields = { version: ref('version'), problem, start, ...duration, seed: ref('seed'), runs: ref(`${kind}Runs`) };
  return { title, ...object(fields, ['version', 'problem', 'runs']) };
}

const catalogueExperiment = (problem: Problem): Schema =>
  problem.kind === 'function' ? functionExperiment(problem) : dataExperiment(problem);

function functionExperiment(problem: FunctionProblem): Schema {
  const choice = object({ id: { const: problem.id }, constants: object(settings(problem, problem.constants)) }, ['id']);
  const start = exactly(coordinate, problem.parameters.length);
  return experiment(problem.id, choice, { steps: integer(limits.steps) }, start, 'function');
}

function dataExperiment(problem: DataProblem): Schema {
  const sampled = object(settings(problem, problem.settings));
  const choice = object(
    {
      id: { const: problem.id },
      data: problem.features ? { anyOf: [sampled, userDataSchema(problem, problem.features)] } : sampled,
    },
    ['id'],
  );
  const start = {
    anyOf: [
      list(coordinate, { min: 1, max: limits.modelParameters }),
      { type: 'null', description: 'Sampled from the seed.' },
    ],
  };
  return experiment(problem.id, choice, { epochs: integer(limits.epochs) }, start, 'data');
}

function userDataSchema(problem: DataProblem, features: Range): Schema {
  const row = list(coordinate, features);
  const index = integer({ min: 0, max: limits.samples.max - 1 });
  const order = list(
    { type: 'array', items: index, description: 'Sample indices in the order of their visit, one epoch.' },
    limits.epochs,
  );
  const name = { type: 'string', maxLength: limits.columnName };
  const names = {
    ...list(name, { min: features.min + 1, max: features.max + 1 }),
    description: 'Of the columns as they are shown, the target last.',
  };
  const target = problem.target === 'class' ? integer({ min: 0, max: 1 }) : coordinate;
  const model = Object.fromEntries(
    Object.entries(settings(problem, problem.settings)).filter(([name]) => problem.modelSettings.includes(name)),
  );
  const divisors = {
    ...list(number(limits.divisor), { min: features.min + 1, max: features.max + 1 }),
    description: 'What the columns of the file were divided by, the target last; for display.',
  };
  const classes = {
    ...list(name, { min: 2, max: 2 }),
    description: 'What the file calls class 0 and class 1; for display.',
  };
  return object(
    {
      x: list(row, limits.samples),
      y: list(target, limits.samples),
      order,
      names,
      divisors,
      ...(problem.target === 'class' && { classes }),
      ...model,
    },
    ['x', 'y'],
  );
}

/** The name of a parameter or a constant of a typed loss. */
function name(): Schema {
  const reserved = [...Object.keys(operators), ...Object.keys(namedConstants), ...specialNames].filter(isReserved);
  return {
    type: 'string',
    pattern: PARAMETER_NAME.source,
    maxLength: limits.nameLength,
    not: { enum: reserved },
  };
}

function customExperiment(): Schema {
  const loss = {
    type: 'string',
    minLength: 1,
    maxLength: limits.formulaLength,
    description: 'A formula, see docs/formula-language.md.',
  };
  const constants = {
    type: 'object',
    propertyNames: ref('name'),
    additionalProperties: coordinate,
    maxProperties: limits.constants.max,
    description: 'The other names in the loss, with their values.',
  };
  const ranges = {
    ...list(exactly(coordinate, 2), limits.parameters),
    description: 'The default view: the lowest and the highest value shown of every parameter.',
  };
  const parameters = { ...list(ref('name'), limits.parameters), uniqueItems: true };
  const choice = object({ loss, parameters, constants, ranges }, ['loss', 'parameters']);
  return experiment(
    'a typed loss',
    choice,
    { steps: integer(limits.steps) },
    list(coordinate, limits.parameters),
    'function',
  );
}

function settings(problem: Problem, domains: FunctionProblem['constants']): Schema {
  const of = (name: string): Schema => {
    const setting = domains[name];
    if (!setting) throw new RangeError(`no setting ${name}`);
    return { ...(setting.integer ? integer(setting) : number(setting)), default: setting.default };
  };
  return Object.fromEntries(
    writtenNumbers(problem).map(({ key, names, vector }) => [
      key,
      vector ? { type: 'array', prefixItems: names.map(of), items: false, minItems: names.length } : of(key),
    ]),
  );
}

function runs(withBatch: boolean): Schema {
  const named = (id: string, around: Schema): Schema =>
    object({ optimizer: { const: id }, hyper: ref(`hyper-${id}`), ...around }, ['optimizer']);
  const run = ({ id }: { readonly id: string }): Schema => named(id, aroundRule(withBatch));
  const methodRun = ({ id }: { readonly id: string }): Schema => named(id, withBatch ? { batch: wholeBatch } : {});
  return list({ oneOf: [...optimizers.map(run), ...methods.map(methodRun), ownRun(withBatch)] }, limits.runs);
}

/** A run of a rule in the formula language; `readExperiment` alone reads the rule and checks `hyper` by it. */
const ownRun = (withBatch: boolean): Schema =>
  object(
    {
      rule: {
        type: 'string',
        maxLength: limits.formulaLength,
        description: 'An update rule: docs/formula-language.md.',
      },
      hyper: { type: 'object', additionalProperties: { type: ['number', 'boolean'] } },
      ...aroundRule(withBatch),
    },
    ['rule'],
  );

const aroundRule = (withBatch: boolean): Schema => ({
  ...(withBatch && { batch: ref('batch') }),
  schedule: ref(withBatch ? 'dataSchedule' : 'functionSchedule'),
  modifiers: ref(withBatch ? 'dataModifiers' : 'functionModifiers'),
  precision: ref('precision'),
});

/** All samples at every iteration: classical methods know no other batch. */
const wholeBatch = object(
  Object.fromEntries(Object.entries({ ...fullBatch }).map(([name, value]) => [name, { const: value }])),
);

const batch = (): Schema =>
  object({
    size: { anyOf: [{ const: 'all' }, integer(limits.batch)], default: fullBatch.size },
    accumulate: { ...integer(limits.accumulate), default: fullBatch.accumulate },
    reduce: { enum: batchReduces, default: fullBatch.reduce },
    tail: { enum: batchTails, default: fullBatch.tail },
    sampling: { enum: samplings, default: fullBatch.sampling },
    stages: { ...integer(limits.stages), default: fullBatch.stages },
  });

/** A format by itself, or with how it is used; only formats of 16 bits leave a choice. */
function precision(): Schema {
  const options = { rounding: { enum: roundings, default: roundings[0] }, master: { type: 'boolean', default: false } };
  return {
    anyOf: [
      { enum: numberFormats },
      object({ format: { enum: numberFormats } }, ['format']),
      object({ format: { enum: shortFormats }, ...options }, ['format']),
    ],
    description: 'The numbers in which the run computes; absent: those of the engine.',
  };
}

/**
 * What the training loop does around the rule. `readExperiment` alone checks that frozen parameters are the problem's,
 * and that a model with dropout has hidden units.
 */
const modifierSchema = (some: readonly (Modifier & { readonly id: ModifierId })[]): Schema =>
  object(Object.fromEntries(some.map(({ id }) => [id, { ...modifierValue(id), description: modifierHelp[id].en }])));

function modifierValue(id: ModifierId): Schema {
  if (id === 'maximize') return { type: 'boolean' };
  if (id === 'frozen') return { type: 'array', items: { type: 'string' }, uniqueItems: true };
  if (id === 'noise')
    return object(
      { c: number(hyperDomain('noiseScale')), gamma: { ...number(hyperDomain('noiseDecay')), default: 0 } },
      ['c'],
    );
  return number(hyperDomain(id));
}

/** The schedules of these kinds; the kind may be missing only of a constant rate. */
const schedule = (kinds: readonly RateSchedule[]): Schema => ({
  oneOf: kinds.map(({ kind, args }) =>
    object({ kind: { const: kind }, ...mapped(args), warmup: ref('warmup') }, kind === CONSTANT ? [] : ['kind']),
  ),
});

const mapped = (args: Readonly<Record<string, ScheduleArgument>>): Schema =>
  Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, { ...argument(arg), default: arg.default }]));

function argument(arg: ScheduleArgument): Schema {
  const one = arg.integer ? integer(arg) : number(arg);
  return 'count' in arg ? list(one, arg.count) : one;
}

function hyper(optimizer: string): Schema {
  const schemaOf = (h: Hyperparameter): Schema => {
    if (h.flag) return { type: 'boolean', default: h.default === 1 };
    const domain = hyperDomain(h.name, optimizer);
    return { ...(domain.integer ? integer(domain) : number(domain)), default: h.default };
  };
  return object(Object.fromEntries(hyperById(optimizer).map((h) => [h.name, schemaOf(h)])));
}
