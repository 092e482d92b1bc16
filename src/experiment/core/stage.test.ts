import { expect, test } from 'vitest';
import { readExperiment } from '..';
import { defaultStage, stageControlsOf } from './stage';

const run = (optimizer: string) => ({ optimizer });
const experiment = readExperiment({
  version: 1,
  problem: { id: 'rosenbrock' },
  start: [-1, 1],
  steps: 10,
  runs: ['newton', 'gd', 'adam', 'sgd', 'rmsprop'].map(run),
});

test('a stage begins with path, loss and the learning rates of the first three runs that have one', () => {
  expect(defaultStage(experiment)).toEqual({
    plots: ['path', 'loss'],
    controls: [1, 2, 3].map((index) => ({ run: index, name: 'lr' })),
    movesStart: true,
    showsHints: true,
    words: null,
  });
});

test('the plot of the open tab stands beside them, and the rule does not', () => {
  expect(defaultStage(experiment, 'sweep').plots).toEqual(['path', 'loss', 'sweep']);
  expect(defaultStage(experiment, 'data').plots).toEqual(['path', 'loss', 'data']);
  for (const tab of ['rule', 'table', 'tune'] as const)
    expect(defaultStage(experiment, tab).plots).toEqual(['path', 'loss']);
});

test('a run has controls for its numbers, and for its batch where it has one', () => {
  const [, gd, , sgd] = experiment.runs;
  expect(gd && stageControlsOf(gd)).toEqual(['lr']);
  // Flags are no sliders.
  expect(sgd && stageControlsOf(sgd)).toEqual(['lr', 'momentum', 'dampening', 'weightDecay']);
  const data = readExperiment({
    version: 1,
    problem: { id: 'linear-regression' },
    runs: [{ optimizer: 'gd', batch: { size: 5 } }],
  });
  expect(data.runs.map(stageControlsOf)).toEqual([['lr', 'batch']]);
});
