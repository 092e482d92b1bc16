import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../catalogue';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { toJson } from './json';
import { parseExperiment } from './parse';
import { experimentSchema } from './schema';

const compile = () => new Ajv2020({ allErrors: false }).compile(experimentSchema());
const isValid = compile();

test('public/experiment.schema.json is up to date (npx vitest run src/experiment -u writes it)', async () => {
  await expect(`${JSON.stringify(experimentSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../public/experiment.schema.json',
  );
});

test('the schema accepts every experiment that the page writes', () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      isValid(JSON.parse(JSON.stringify(toJson(experiment))));
      expect(isValid.errors).toBeNull();
    }),
    { numRuns: 500 },
  );
});

const run = { optimizer: 'adam' };
const good = { version: 1, problem: { id: 'rosenbrock' }, runs: [run] };
const data = { version: 1, problem: { id: 'linear-regression' }, runs: [{ optimizer: 'sgd', batch: { size: 10 } }] };

describe('the schema and the reader agree', () => {
  test.each<readonly [string, unknown]>([
    ['only the required fields', good],
    ['a null start for data', { ...data, start: null }],
    ['a typed loss', { ...good, problem: { loss: 'x*y', parameters: ['x', 'y'] } }],
    ['a schedule', { ...good, runs: [{ ...run, schedule: { kind: 'multiStep', milestones: [3], warmup: {} } }] }],
    ['a schedule of epochs', { ...data, runs: [{ optimizer: 'sgd', schedule: { kind: 'epochDecay', factor: 0.5 } }] }],
    ['frozen parameters', { ...good, runs: [{ ...run, modifiers: { frozen: ['x'] } }] }],
    ['a warm-up alone', { ...good, runs: [{ ...run, schedule: { warmup: { steps: 3 } } }] }],
    [
      'user data',
      {
        ...data,
        problem: {
          id: 'linear-regression',
          data: {
            x: [
              [1, 2],
              [3, 4],
            ],
            y: [1, 2],
            order: [[1, 0]],
          },
        },
      },
    ],
  ])('to accept %s', (_, json) => {
    expect(isValid(json)).toBe(true);
    expect(parseExperiment(json).complaints).toEqual([]);
  });

  test.each<readonly [string, unknown]>([
    ['no version', { ...good, version: undefined }],
    ['another version', { ...good, version: 2 }],
    ['no runs', { ...good, runs: [] }],
    ['nine runs', { ...good, runs: Array.from({ length: 9 }, () => run) }],
    ['an unknown problem', { ...good, problem: { id: 'nowhere' } }],
    ['an unknown constant', { ...good, problem: { id: 'rosenbrock', constants: { c: 1 } } }],
    ['a constant out of range', { ...good, problem: { id: 'rosenbrock', constants: { b: 0 } } }],
    ['a start of three coordinates in two dimensions', { ...good, start: [1, 2, 3] }],
    ['a null start of a function', { ...good, start: null }],
    ['steps of data', { ...data, steps: 10 }],
    ['epochs of a function', { ...good, epochs: 1 }],
    ['too many steps', { ...good, steps: 20_001 }],
    ['a seed of a half', { ...good, seed: 0.5 }],
    ['a batch of a function', { ...good, runs: [{ ...run, batch: { size: 1 } }] }],
    ['an unknown hyperparameter', { ...good, runs: [{ ...run, hyper: { momentum: 1 } }] }],
    ['a flag as a number', { ...good, runs: [{ ...run, hyper: { amsgrad: 1 } }] }],
    ['a schedule of epochs for a function', { ...good, runs: [{ ...run, schedule: { kind: 'epochDecay' } }] }],
    ['no milestones', { ...good, runs: [{ ...run, schedule: { kind: 'multiStep', milestones: [] } }] }],
    ['an argument without a kind', { ...good, runs: [{ ...run, schedule: { tMax: 3 } }] }],
    ['a warm-up of half a step', { ...good, runs: [{ ...run, schedule: { warmup: { steps: 0.5 } } }] }],
    ['one weight', { ...data, problem: { id: 'linear-regression', data: { weights: [1] } } }],
    [
      'settings of sampled data beside user data',
      {
        ...data,
        problem: {
          id: 'linear-regression',
          data: {
            x: [
              [1, 2],
              [3, 4],
            ],
            y: [1, 2],
            samples: 2,
          },
        },
      },
    ],
    ['a row without numbers', { ...data, problem: { id: 'linear-regression', data: { x: [[], []], y: [1, 2] } } }],
    ['a reserved name', { ...good, problem: { loss: '1', parameters: ['pi'] } }],
    ['the same name twice', { ...good, problem: { loss: '1', parameters: ['x', 'x'] } }],
    ['a loss and an id', { ...good, problem: { id: 'rosenbrock', loss: '1', parameters: ['x'] } }],
    ['a frozen parameter that is no name', { ...good, runs: [{ ...run, modifiers: { frozen: [1] } }] }],
    ['an unknown field', { ...good, foo: 1 }],
  ])('to refuse %s', (_, json) => {
    const text: unknown = JSON.parse(JSON.stringify(json));
    expect(isValid(text)).toBe(false);
    expect(parseExperiment(text).complaints.length).toBeGreaterThan(0);
  });

  test('on the limits of the hyperparameters of every optimizer', () => {
    for (const { id } of optimizers) {
      for (const hyper of [{ lr: -1 }, { lr: 1001 }, { lr: '1' }, { eps: -1 }, { beta1: 1.1 }, { weightDecay: 11 }]) {
        expect(isValid({ ...good, runs: [{ optimizer: id, hyper }] })).toBe(false);
      }
    }
  });
});

// Compiled in the test, and not before: so a mutant of the code that makes the schema is noticed (docs/mutants.md).
test('the schema names what is required and what may be frozen', () => {
  const isValidNow = compile();
  expect(isValidNow(good)).toBe(true);
  expect(isValidNow({ ...good, version: undefined })).toBe(false);
  expect(isValidNow({ problem: good.problem, runs: good.runs })).toBe(false);
  expect(isValidNow({ ...good, runs: [{ ...run, modifiers: { frozen: ['x'] } }] })).toBe(true);
  expect(isValidNow({ ...good, runs: [{ ...run, modifiers: { frozen: [1] } }] })).toBe(false);
  expect(isValidNow({ ...good, runs: [{ ...run, modifiers: { frozen: { c: 1 } } }] })).toBe(false);
});
