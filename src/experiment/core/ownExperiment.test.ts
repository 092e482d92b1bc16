import { expect, test } from 'vitest';
import { readExperiment } from '..';
import { ownExperiment, type OwnExperiment } from './ownExperiment';

test.each<[string, OwnExperiment]>([
  [
    'a function with constants and steps',
    {
      problem: { id: 'quadratic', constants: { kappa: 25 } },
      start: [-3, 2],
      steps: 17,
      runs: [
        { optimizer: 'sgd', hyper: { lr: 0.3, momentum: 0.5 } },
        { optimizer: 'adam', hyper: { lr: 0.1 } },
      ],
    },
  ],
  [
    'a function with no settings of its own',
    { problem: { id: 'rosenbrock' }, start: [-1, 1], runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }] },
  ],
  [
    'data with settings, epochs and batches',
    {
      problem: { id: 'linear-regression', data: { samples: 30, validation: 0 } },
      start: [0, 0, 0],
      epochs: 2,
      runs: [
        { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 5, sampling: 'none' } },
        { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 'all' } },
      ],
    },
  ],
])('%s is what the checks would make of it', (_, own) => {
  expect(ownExperiment(own)).toEqual(readExperiment({ version: 1, ...own }));
});

test('what the catalogue lacks is named', () => {
  expect(() => ownExperiment({ problem: { id: 'nothing' }, start: [], runs: [] })).toThrow('nothing');
  expect(() =>
    ownExperiment({ problem: { id: 'square' }, start: [1], runs: [{ optimizer: 'none', hyper: {} }] }),
  ).toThrow('none');
});
