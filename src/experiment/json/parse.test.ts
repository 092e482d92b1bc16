import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import regression from '../../catalogue/golden/regression.json';
import { defaultExperiment, defaultsFor } from '../core/defaults';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { toJson } from './json';
import { limits } from '../core/limits';
import { ExperimentError, parseExperiment, readExperiment } from './parse';
import { updateCounts } from '../core/updates';

const adam = { optimizer: 'adam', hyper: { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8 } };
const rosenbrock = {
  version: 1,
  problem: { id: 'rosenbrock', constants: { a: 1, b: 100 } },
  start: [-1.5, 2],
  steps: 200,
  seed: 1,
  runs: [adam],
};
const regressionOn = (data: unknown, more: object = {}) => ({
  version: 1,
  problem: { id: 'linear-regression', data },
  seed: 1,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10, accumulate: 4 } }],
  ...more,
});
const scheduled = (schedule: unknown) => ({ ...rosenbrock, runs: [{ ...adam, schedule }] });
const withConstants = (constants: unknown) => ({ ...rosenbrock, problem: { loss: 'x', parameters: ['x'], constants } });
const withRanges = (ranges: unknown) => ({
  version: 1,
  problem: { loss: 'x', parameters: ['x'], ranges },
  runs: [adam],
});
/** Data of a user, two samples of two features, with some of it replaced. */
const ownData = (changed: object, id = 'linear-regression') => ({
  version: 1,
  problem: {
    id,
    data: {
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [0, 1],
      ...changed,
    },
  },
  runs: [{ optimizer: 'gd' }],
});
const typed = (loss: unknown, parameters: unknown) => ({ version: 1, problem: { loss, parameters }, runs: [adam] });

describe('the three forms of the format', () => {
  test('a function of the catalogue', () => {
    const read = readExperiment({
      ...rosenbrock,
      runs: [adam, { optimizer: 'sgd', hyper: { lr: 0.001, momentum: 0.9, nesterov: true } }],
    });
    expect(read.problem).toEqual({ kind: 'function', id: 'rosenbrock', constants: { a: 1, b: 100 } });
    expect(read.runs[1]).toEqual({
      optimizer: 'sgd',
      hyper: { lr: 0.001, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: true, maximize: false },
    });
  });

  test('a schedule, with the defaults of missing arguments', () => {
    const scheduleOf = (json: unknown) => readExperiment(scheduled(json)).runs[0]?.schedule;
    expect(scheduleOf({ kind: 'cosine', tMax: 50, warmup: { steps: 20 } })).toEqual({
      kind: 'cosine',
      args: { tMax: 50, etaMin: 0 },
      warmup: { startFactor: 0.1, steps: 20 },
    });
    expect(scheduleOf({ kind: 'multiStep', milestones: [5, 20, 40] })).toEqual({
      kind: 'multiStep',
      args: { milestones: [5, 20, 40], gamma: 0.1 },
    });
    expect(scheduleOf({ warmup: {} })).toEqual({ kind: 'constant', args: {}, warmup: { startFactor: 0.1, steps: 10 } });
    for (const constant of [{}, { kind: 'constant' }]) {
      expect(readExperiment(scheduled(constant)).runs[0]).not.toHaveProperty('schedule');
      expect(toJson(readExperiment(scheduled(constant)))).toEqual(toJson(readExperiment(rosenbrock)));
    }
  });

  test('a data problem with sampled data', () => {
    const read = readExperiment(
      regressionOn({ samples: 1000, weights: [2, -3.4], bias: 4.2, noise: 0.01 }, { epochs: 3 }),
    );
    expect(read.problem).toEqual({
      kind: 'data',
      id: 'linear-regression',
      settings: {
        samples: 1000,
        weight1: 2,
        weight2: -3.4,
        bias: 4.2,
        noise: 0.01,
        scale: 1,
        standardize: 0,
        validation: 0,
      },
    });
    expect(read).toMatchObject({ start: null, epochs: 3 });
    expect(read).not.toHaveProperty('steps');
    // 1000 samples in 100 micro-batches, 25 updates an epoch.
    expect(updateCounts(read)).toEqual([75]);
  });

  test('a typed loss, with the defaults of missing fields', () => {
    const read = readExperiment(typed('x^4 - 2*x^2 + 0.3*x', ['x']));
    expect(read).toMatchObject({ problem: { kind: 'custom', parameters: ['x'] }, start: [1], steps: 200, seed: 1 });
  });

  test('user data: the golden regression, with as many updates as PyTorch made', () => {
    const { x, y, order, start, epochs, runs } = regression;
    const read = readExperiment(
      regressionOn(
        { x, y, order },
        {
          start,
          runs: runs.slice(0, limits.runs.max).map((run) => ({
            optimizer: 'sgd',
            hyper: run.hyper,
            batch: { size: run.batch_size, accumulate: run.accumulation_steps },
          })),
        },
      ),
    );
    expect(read.epochs).toBe(epochs);
    expect(read.problem).toMatchObject({ userData: { x, y, order } });
    const held = (validation: number) => parseExperiment(regressionOn({ x, y, order, validation })).complaints;
    expect(held(0)).toEqual([]);
    expect(held(0.2).map(({ field }) => field)).toEqual(['problem.data.validation']);
    expect(updateCounts(read)).toEqual(runs.map((run) => run.updates));
  });
});

describe('writing and reading', () => {
  test('every experiment is read back from its public JSON, as an object and as text', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const json = toJson(experiment);
        expect(readExperiment(json)).toEqual(experiment);
        expect(readExperiment(JSON.parse(JSON.stringify(json)))).toEqual(experiment);
      }),
      { numRuns: 500 },
    );
  });

  test('the canonical JSON does not depend on the order of keys', () => {
    const shuffled = {
      runs: [{ hyper: { eps: 1e-8, lr: 0.05, beta2: 0.999, beta1: 0.9 }, optimizer: 'adam' }],
      problem: { constants: { b: 100, a: 1 }, id: 'rosenbrock' },
      version: 1,
    };
    expect(JSON.stringify(toJson(readExperiment(shuffled)))).toBe(
      JSON.stringify(toJson(readExperiment({ ...rosenbrock, start: [-1.5, 2] }))),
    );
  });
});

/** What is wrong, the field that is named, the value as it is shown, and a part of what is said to be allowed. */
const wrong: readonly (readonly [what: string, json: unknown, field: string, value: string, allowed: string])[] = [
  ['not an object', 7, 'JSON', '7', 'version, problem, start'],
  ['no version', { ...rosenbrock, version: undefined }, 'version', 'undefined', '1'],
  ['a field without a name', { ...rosenbrock, '': 1 }, '""', '1', 'version, problem, start'],
  [
    'constants where there are none',
    { ...rosenbrock, problem: { id: 'booth', constants: null } },
    'problem.constants',
    'null',
    'leave null out',
  ],
  ['a version to come', { ...rosenbrock, version: 2 }, 'version', '2', '1'],
  ['an unknown field', { ...rosenbrock, foo: 1 }, 'foo', '1', 'version, problem, start'],
  ['no problem', { version: 1, runs: [adam] }, 'problem', 'undefined', '{id, constants}'],
  ['an unknown problem', { ...rosenbrock, problem: { id: 'rosenbrok' } }, 'problem.id', '"rosenbrok"', 'rosenbrock'],
  [
    'a problem named like a method of Object.prototype',
    { ...rosenbrock, problem: { id: 'constructor' } },
    'problem.id',
    '"constructor"',
    'rosenbrock',
  ],
  [
    'an unknown constant',
    { ...rosenbrock, problem: { id: 'rosenbrock', constants: { c: 1 } } },
    'problem.constants.c',
    '1',
    'a, b',
  ],
  [
    'a constant out of range',
    { ...rosenbrock, problem: { id: 'rosenbrock', constants: { b: 1e9 } } },
    'problem.constants.b',
    '1000000000',
    '0.1 ≤ b ≤ 1000',
  ],
  [
    'constants of data',
    { ...regressionOn(undefined), problem: { id: 'linear-regression', constants: {} } },
    'problem.constants',
    '{}',
    'id, data',
  ],
  [
    'data of a function',
    { ...rosenbrock, problem: { id: 'rosenbrock', data: {} } },
    'problem.data',
    '{}',
    'id, constants',
  ],
  ['too many samples', regressionOn({ samples: 20_001 }), 'problem.data.samples', '20001', '2 ≤ samples ≤ 20000'],
  ['half a sample', regressionOn({ samples: 10.5 }), 'problem.data.samples', '10.5', '2 ≤ samples ≤ 20000'],
  ['a weight too few', regressionOn({ weights: [1] }), 'problem.data.weights', '[1]', 'n = 2'],
  ['a weight that is none', regressionOn({ weights: [1, 'two'] }), 'problem.data.weights.1', '"two"', '≤ weight2 ≤'],
  ['a ragged row', regressionOn({ x: [[1, 2], [3]], y: [1, 2] }), 'problem.data.x.1', '[3]', 'n = 2'],
  [
    'rows that hold no number',
    regressionOn({
      x: [
        [1, 2],
        [3, NaN],
      ],
      y: [1, 2],
    }),
    'problem.data.x.1.1',
    'NaN',
    '≤ x ≤',
  ],
  [
    'fewer targets than rows',
    regressionOn({
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [1],
    }),
    'problem.data.y',
    '[1]',
    'n = 2',
  ],
  [
    'an index of no sample',
    regressionOn({
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [1, 2],
      order: [[0, 2]],
    }),
    'problem.data.order.0.1',
    '2',
    '0 ≤ i ≤ 1',
  ],
  [
    'more epochs than visit orders',
    regressionOn(
      {
        x: [
          [1, 2],
          [3, 4],
        ],
        y: [1, 2],
        order: [[0, 1]],
      },
      { epochs: 2 },
    ),
    'epochs',
    '2',
    '1 ≤ epochs ≤ 1',
  ],
  ['a start of one', { ...rosenbrock, start: [1] }, 'start', '[1]', 'n = 2'],
  ['a start at infinity', { ...rosenbrock, start: [1, Infinity] }, 'start.1', 'Infinity', '≤ x ≤'],
  ['a start that cannot be sampled', { ...rosenbrock, start: null }, 'start', 'null', 'n = 2'],
  ['no steps', { ...rosenbrock, steps: 0 }, 'steps', '0', '1 ≤ steps ≤ 20000'],
  ['half a step', { ...rosenbrock, steps: 1.5 }, 'steps', '1.5', '1 ≤ steps ≤ 20000'],
  ['steps as text', { ...rosenbrock, steps: '200' }, 'steps', '"200"', '1 ≤ steps ≤ 20000'],
  ['epochs of a function', { ...rosenbrock, epochs: 3 }, 'epochs', '3', 'steps'],
  ['steps over data', regressionOn({}, { steps: 3 }), 'steps', '3', 'epochs'],
  [
    'too many updates',
    regressionOn({ samples: 20_000 }, { epochs: 50, runs: [{ optimizer: 'gd', batch: { size: 1 } }] }),
    'epochs',
    '50',
    '20000',
  ],
  ['a negative seed', { ...rosenbrock, seed: -1 }, 'seed', '-1', '0 ≤ seed ≤ 4294967295'],
  [
    'no runs',
    { ...rosenbrock, runs: undefined },
    'runs',
    'undefined',
    '[{optimizer, hyper, batch, schedule, modifiers}, …]',
  ],
  ['an empty list of runs', { ...rosenbrock, runs: [] }, 'runs', '[]', '1 ≤ n ≤ 8'],
  [
    'nine runs',
    { ...rosenbrock, runs: Array.from({ length: 9 }, () => adam) },
    'runs',
    '[{…}, {…}, {…}, …]',
    '1 ≤ n ≤ 8',
  ],
  [
    'an unknown optimizer',
    { ...rosenbrock, runs: [adam, { optimizer: 'madam' }] },
    'runs.1.optimizer',
    '"madam"',
    'sgd, momentum-sutskever',
  ],
  ['no optimizer', { ...rosenbrock, runs: [{}] }, 'runs.0.optimizer', 'undefined', 'sgd, momentum-sutskever'],
  [
    'an unknown hyperparameter',
    { ...rosenbrock, runs: [{ optimizer: 'adam', hyper: { beta: 1 } }] },
    'runs.0.hyper.beta',
    '1',
    'lr, beta1, beta2',
  ],
  [
    'a beta above one',
    { ...rosenbrock, runs: [{ optimizer: 'adam', hyper: { beta1: 1.5 } }] },
    'runs.0.hyper.beta1',
    '1.5',
    '0 ≤ beta1 ≤ 1',
  ],
  [
    'a rate that is not a number',
    { ...rosenbrock, runs: [{ optimizer: 'adam', hyper: { lr: NaN } }] },
    'runs.0.hyper.lr',
    'NaN',
    '0 ≤ lr ≤ 1000',
  ],
  [
    'a flag as a number',
    { ...rosenbrock, runs: [{ optimizer: 'sgd', hyper: { nesterov: 1 } }] },
    'runs.0.hyper.nesterov',
    '1',
    'true, false',
  ],
  [
    'a batch of a function',
    { ...rosenbrock, runs: [{ optimizer: 'sgd', batch: {} }] },
    'runs.0.batch',
    '{}',
    'optimizer, rule, hyper',
  ],
  [
    'dropout without hidden units',
    { ...rosenbrock, runs: [{ optimizer: 'adam', modifiers: { dropout: 0.2 } }] },
    'runs.0.modifiers.dropout',
    '0.2',
    'maximize, l2',
  ],
  [
    'all units left out',
    { version: 1, problem: { id: 'network-fit' }, runs: [{ optimizer: 'adam', modifiers: { dropout: 1 } }] },
    'runs.0.modifiers.dropout',
    '1',
    '0 ≤ dropout ≤ 0.9',
  ],
  ['an unknown schedule', scheduled({ kind: 'sine' }), 'runs.0.schedule.kind', '"sine"', 'constant, step, multiStep'],
  ['a schedule by its name alone', scheduled('cosine'), 'runs.0.schedule', '"cosine"', 'kind, '],
  [
    'an argument of another schedule',
    scheduled({ kind: 'cosine', stepSize: 3 }),
    'runs.0.schedule.stepSize',
    '3',
    'kind, tMax, etaMin, warmup',
  ],
  ['an argument without a kind', scheduled({ tMax: 3 }), 'runs.0.schedule.tMax', '3', 'kind, warmup'],
  [
    'a schedule with half a step',
    scheduled({ kind: 'step', stepSize: 1.5 }),
    'runs.0.schedule.stepSize',
    '1.5',
    '1 ≤ stepSize ≤ 1000000',
  ],
  ['a negative factor', scheduled({ kind: 'exponential', gamma: -1 }), 'runs.0.schedule.gamma', '-1', '0 ≤ gamma ≤ 10'],
  [
    'milestones that are not a list',
    scheduled({ kind: 'multiStep', milestones: 5 }),
    'runs.0.schedule.milestones',
    '5',
    '1 ≤ n ≤ 16',
  ],
  [
    'a negative milestone',
    scheduled({ kind: 'multiStep', milestones: [5, -1] }),
    'runs.0.schedule.milestones.1',
    '-1',
    '0 ≤ milestones',
  ],
  [
    'a schedule of epochs for a function',
    scheduled({ kind: 'epochDecay' }),
    'runs.0.schedule.kind',
    '"epochDecay"',
    'cosine',
  ],
  [
    'a warm-up that is a number',
    scheduled({ kind: 'cosine', warmup: 5 }),
    'runs.0.schedule.warmup',
    '5',
    'startFactor, steps',
  ],
  [
    'a warm-up from too large a factor',
    scheduled({ kind: 'cosine', warmup: { startFactor: 11 } }),
    'runs.0.schedule.warmup.startFactor',
    '11',
    '0 ≤ startFactor ≤ 10',
  ],
  [
    'a warm-up of no steps',
    scheduled({ warmup: { steps: 0 } }),
    'runs.0.schedule.warmup.steps',
    '0',
    '1 ≤ steps ≤ 1000000',
  ],
  [
    'a batch of no samples',
    regressionOn({}, { runs: [{ optimizer: 'sgd', batch: { size: 0 } }] }),
    'runs.0.batch.size',
    '0',
    '1 ≤ size ≤ 20000',
  ],
  [
    'a batch size that is a wrong word',
    regressionOn({}, { runs: [{ optimizer: 'sgd', batch: { size: 'full' } }] }),
    'runs.0.batch.size',
    '"full"',
    '1 ≤ size ≤ 20000',
  ],
  [
    'too many micro-batches accumulated',
    regressionOn({}, { runs: [{ optimizer: 'sgd', batch: { accumulate: 1e4 } }] }),
    'runs.0.batch.accumulate',
    '10000',
    '1 ≤ accumulate ≤ 1000',
  ],
  ['a loss that cannot be read', typed('x^4 -', ['x']), 'problem.loss', '"x^4 -"', 'at 6'],
  ['a loss of unknown names', typed('x + y', ['x']), 'problem.loss', '"x + y"', 'known are x, pi, e'],
  ['a loss that is too long', typed('1+'.repeat(1000) + '1', ['x']), 'problem.loss', '"1+1+', '2000 characters'],
  ['a loss that is no text', typed(4, ['x']), 'problem.loss', '4', '2000 characters'],
  ['no parameters', typed('x', undefined), 'problem.parameters', 'undefined', '["x"]'],
  ['nine parameters', typed('a', [...'abcdfghij']), 'problem.parameters', '["a", "b", "c", …]', '1 ≤ n ≤ 8'],
  ['a parameter that is a function', typed('1', ['exp']), 'problem.parameters.0', '"exp"', 'a letter'],
  ['a parameter that is a constant', typed('1', ['x', 'e']), 'problem.parameters.1', '"e"', 'a letter'],
  ['a parameter named twice', typed('x', ['x', 'x']), 'problem.parameters.1', '"x"', 'x, y'],
  [
    'a constant that is no number',
    withConstants({ a: '1' }),
    'problem.constants.a',
    '"1"',
    '-1000000000 ≤ a ≤ 1000000000',
  ],
  ['a constant that is a parameter', withConstants({ x: 1 }), 'problem.constants.x', '"x"', 'a, b'],
  ['a constant that is a function', withConstants({ exp: 1 }), 'problem.constants.0', '"exp"', 'a letter'],
  ['a list of constants', withConstants([1]), 'problem.constants', '[1]', 'a, b'],
  ['a constant that is missing', typed('a*x', ['x']), 'problem.loss', '"a*x"', '"a" is not a known name'],
  [
    'ranges of another number of parameters',
    withRanges([
      [-1, 1],
      [0, 2],
    ]),
    'problem.ranges',
    '[[…], […]]',
    'n = 1',
  ],
  ['an empty range', withRanges([[2, 2]]), 'problem.ranges.0', '[2, 2]', '[-3, 3]'],
  ['a range from right to left', withRanges([[2, 1]]), 'problem.ranges.0', '[2, 1]', '[-3, 3]'],
  ['a range that is one number', withRanges([3]), 'problem.ranges.0', '3', 'n = 2'],
  ['a range of three numbers', withRanges([[1, 2, 3]]), 'problem.ranges.0', '[1, 2, 3]', 'n = 2'],
  ['a range without an end', withRanges([[1, null]]), 'problem.ranges.0.1', 'null', '≤ x ≤'],
  ['constants that are null', withConstants(null), 'problem.constants', 'null', 'a, b'],
  [
    'nine constants',
    withConstants(Object.fromEntries([...'abcdfghij'].map((name, i) => [name, i]))),
    'problem.constants',
    '[[…], […], […], …]',
    '0 ≤ n ≤ 8',
  ],
  ['parameters that are no list', typed('x', 'x'), 'problem.parameters', '"x"', '1 ≤ n ≤ 8'],
  ['one sample', regressionOn({ x: [[1, 2]], y: [1] }), 'problem.data.x', '[[…]]', '2 ≤ n ≤ 20000'],
  ['samples that are no list', regressionOn({ x: 'none', y: [1] }), 'problem.data.x', '"none"', '2 ≤ n ≤ 20000'],
  ['targets without samples', regressionOn({ y: [1, 2] }), 'problem.data.x', 'undefined', '2 ≤ n ≤ 20000'],
  ['a sample that is no list', regressionOn({ x: [1, 2], y: [1, 2] }), 'problem.data.x.0', '1', '1 ≤ n ≤ 32'],
  ['samples of nothing', regressionOn({ x: [[], []], y: [1, 2] }), 'problem.data.x.0', '[]', 'n = 1'],
  [
    'samples of more features than a model takes',
    regressionOn({ x: [Array(33).fill(1), Array(33).fill(1)], y: [1, 2] }),
    'problem.data.x.0',
    '[1, 1, 1, …]',
    'n = 32',
  ],
  ['a target that is no number', ownData({ y: [1, '2'] }), 'problem.data.y.1', '"2"', '≤ x ≤'],
  ['a class of neither', ownData({ y: [0, 2] }, 'logistic-regression'), 'problem.data.y.1', '2', '0 ≤ y ≤ 1'],
  ['half a class', ownData({ y: [0, 0.5] }, 'logistic-regression'), 'problem.data.y.1', '0.5', '0 ≤ y ≤ 1'],
  ['a name too few', ownData({ names: ['a', 'b'] }), 'problem.data.names', '["a", "b"]', 'n = 3'],
  ['a name that is none', ownData({ names: ['a', 'b', 3] }), 'problem.data.names.2', '3', '64 characters'],
  [
    'a name that is too long',
    ownData({ names: ['a', 'b'.repeat(65), 'c'] }),
    'problem.data.names.1',
    '"bbb',
    '64 characters',
  ],
  ['a divisor too many', ownData({ divisors: [1, 1, 1, 1] }), 'problem.data.divisors', '[1, 1, 1, …]', 'n = 3'],
  ['a divisor below one', ownData({ divisors: [1, 0.5, 1] }), 'problem.data.divisors.1', '0.5', '1 ≤ divisor ≤'],
  [
    'a third name of a class',
    ownData({ classes: ['a', 'b', 'c'] }, 'logistic-regression'),
    'problem.data.classes',
    '["a", "b", "c"]',
    'n = 2',
  ],
  [
    'a name of a class that is none',
    ownData({ classes: ['a', 1] }, 'logistic-regression'),
    'problem.data.classes.1',
    '1',
    '64 characters',
  ],
  ['an order that is no list', ownData({ order: 1 }), 'problem.data.order', '1', '1 ≤ n ≤ 20000'],
  ['an order that misses a sample', ownData({ order: [[0]] }), 'problem.data.order.0', '[0]', 'n = 2'],
  ['half an index', ownData({ order: [[0, 0.5]] }), 'problem.data.order.0.1', '0.5', '0 ≤ i ≤ 1'],
  [
    'an index below the first',
    ownData({
      order: [
        [0, 1],
        [-1, 0],
      ],
    }),
    'problem.data.order.1.0',
    '-1',
    '0 ≤ i ≤ 1',
  ],
];

describe('an invalid field gets a complaint and its default', () => {
  test.each(wrong)('%s', (_, json, field, value, allowed) => {
    const { experiment, complaints } = parseExperiment(json);
    expect(complaints.map((complaint) => complaint.field)).toEqual([field]);
    expect(() => readExperiment(json)).toThrow(ExperimentError);
    const message = messageOf(() => readExperiment(json));
    for (const part of [field, value, allowed]) expect(message).toContain(part);
    expect(readExperiment(toJson(experiment))).toEqual(experiment);
  });

  test('while the valid fields are kept', () => {
    const { experiment, complaints } = parseExperiment({
      ...rosenbrock,
      steps: -3,
      seed: 7,
      runs: [{ optimizer: 'adam', hyper: { lr: 0.2, beta1: 7 } }, { optimizer: 'nobody' }, { optimizer: 'gd' }],
    });
    expect(complaints.map(({ field }) => field)).toEqual(['runs.0.hyper.beta1', 'runs.1.optimizer', 'steps']);
    expect(experiment).toMatchObject({ start: [-1.5, 2], steps: defaultsFor('rosenbrock').steps, seed: 7 });
    expect(experiment.runs.map(({ optimizer, hyper }) => [optimizer, hyper.lr, hyper.beta1])).toEqual([
      ['adam', 0.2, 0.9],
      ['gd', 0.01, undefined],
    ]);
  });

  test('rows and targets of a user are kept without an order, names, divisors or classes that are wrong', () => {
    const read = (changed: object) => parseExperiment(ownData(changed, 'logistic-regression')).experiment.problem;
    const plain = {
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [0, 1],
    };
    for (const key of ['order', 'names', 'divisors', 'classes'])
      expect(read({ [key]: [1] })).toMatchObject({ id: 'logistic-regression', userData: plain });
    const whole = { order: [[1, 0]], names: ['a', 'b', 'y'], divisors: [1, 10, 1], classes: ['no', 'yes'] };
    expect(read(whole)).toMatchObject({ userData: { ...plain, ...whole } });
    // Numbers have no classes.
    const { problem } = readExperiment(ownData({ names: whole.names, classes: whole.classes }));
    expect(problem).toMatchObject({ userData: { ...plain, names: whole.names } });
    expect('userData' in problem && problem.userData).not.toHaveProperty('classes');
    expect(read({ y: [0, 2] })).not.toHaveProperty('userData');
    expect(read({ x: [[1, 2], [3]] })).not.toHaveProperty('userData');
  });

  test('a typed loss is kept without ranges that are wrong, and its constants have their names in order', () => {
    const read = (more: object) =>
      parseExperiment({ version: 1, problem: { loss: 'a*x + b', parameters: ['x'], ...more }, runs: [adam] }).experiment
        .problem;
    const constants = { b: 2, a: 1 };
    const plain = { kind: 'custom', loss: 'a*x + b', parameters: ['x'], constants: { a: 1, b: 2 } };
    expect(read({ constants, ranges: [[2, 1]] })).toEqual(plain);
    expect(read({ constants, ranges: 5 })).toEqual(plain);
    expect(read({ constants, ranges: [[1, 2]] })).toEqual({ ...plain, ranges: [[1, 2]] });
    const { constants: written } = read({ constants }) as { readonly constants: object };
    expect(Object.keys(written)).toEqual(['a', 'b']);
    expect(read({ constants: { a: 1, b: 'x' } })).toEqual(defaultExperiment.problem);
  });

  test('nine runs become the first eight', () => {
    const runs = Array.from({ length: 9 }, (_, k) => ({ optimizer: 'gd', hyper: { lr: k / 10 } }));
    expect(parseExperiment({ ...rosenbrock, runs }).experiment.runs.map(({ hyper }) => hyper.lr)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7,
    ]);
  });

  test('too many epochs become those that the limit of updates allows', () => {
    const json = regressionOn({ samples: 3000 }, { epochs: 9, runs: [{ optimizer: 'gd', batch: { size: 1 } }] });
    expect(parseExperiment(json).experiment.epochs).toBe(6);
  });

  test('names of Object.prototype are unknown names like any other', () => {
    const json: unknown = JSON.parse(
      '{"version":1,"__proto__":{"steps":1},"problem":{"id":"rosenbrock","constants":{"__proto__":5,"toString":1}},"runs":[{"optimizer":"__proto__"},{"optimizer":"gd","hyper":{"__proto__":{"lr":9},"constructor":1}}]}',
    );
    const { experiment, complaints } = parseExperiment(json);
    expect(complaints.map(({ field }) => field)).toEqual([
      '__proto__',
      'problem.constants.__proto__',
      'problem.constants.toString',
      'runs.0.optimizer',
      'runs.1.hyper.__proto__',
      'runs.1.hyper.constructor',
    ]);
    expect(experiment.runs).toEqual([{ optimizer: 'gd', hyper: { lr: 0.01 } }]);
    expect(experiment.steps).toBe(defaultExperiment.steps);
  });

  test('any value at all is read as a valid experiment', () => {
    const keys = fc.constantFrom(
      'version',
      'problem',
      'start',
      'steps',
      'epochs',
      'seed',
      'runs',
      'id',
      'loss',
      'parameters',
      'data',
      'x',
      'y',
      'hyper',
      'batch',
      '__proto__',
    );
    const anything = fc.anything({
      key: fc.oneof(keys, fc.string()),
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
      withDate: true,
    });
    fc.assert(
      fc.property(fc.oneof(anything, fc.dictionary(keys, anything)), (json) => {
        const { experiment, complaints } = parseExperiment(json);
        expect(readExperiment(toJson(experiment))).toEqual(experiment);
        expect(complaints.length).toBeLessThanOrEqual(limits.complaints);
      }),
      { numRuns: 2000 },
    );
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ExperimentError) return error.message;
  }
  return '';
}
