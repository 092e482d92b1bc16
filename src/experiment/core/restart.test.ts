import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultExperiment, defaultsFor } from './defaults';
import { addRun, changeHyper, changeOptimizer, changeProblem, changeSchedule, changeSetting, removeRun } from './edits';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { toJson } from '../json/json';
import { readExperiment } from '../json/parse';
import { resetExperiment, startingPoint } from './restart';
import { defaultSchedule } from './schedules';

test('a reset gives a valid experiment on the same problem and seed, and a second one changes nothing', () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const reset = resetExperiment(experiment);
      expect(readExperiment(toJson(reset))).toEqual(reset);
      expect(reset.seed).toBe(experiment.seed);
      expect(resetExperiment(reset)).toEqual(reset);
    }),
    { numRuns: 200 },
  );
});

test('a reset gives the experiment that the page opens with, except for the seed', () => {
  let changed = changeSetting({ ...defaultExperiment, seed: 77, start: [0, 0], steps: 9 }, 'b', 3);
  changed = changeSchedule(changeHyper(changed, 0, 'lr', 0.5), 1, defaultSchedule('cosine'));
  expect(resetExperiment(changed)).toEqual({ ...defaultExperiment, seed: 77 });
});

test('a reset takes back runs that were added, removed or changed', () => {
  const opened = defaultsFor('beale');
  const other = changeOptimizer(removeRun(addRun(addRun(opened, 'lion'), 'adamw'), 0), 0, 'rmsprop');
  expect(resetExperiment(other)).toEqual(opened);
});

test('a reset keeps user data and a typed loss', () => {
  const userData = {
    x: [
      [0.1, 2],
      [1, -1],
      [3, 4],
    ],
    y: [3, 4.5, 1],
  };
  const own = readExperiment({
    version: 1,
    problem: { id: 'linear-regression', data: userData },
    epochs: 7,
    runs: [{ optimizer: 'gd' }],
  });
  expect(resetExperiment(own).problem).toEqual(own.problem);
  const typed = readExperiment({
    version: 1,
    problem: { loss: 'x^2', parameters: ['x'] },
    start: [5],
    runs: [{ optimizer: 'gd' }],
  });
  expect(resetExperiment(typed)).toMatchObject({ problem: typed.problem, start: [1] });
});

test('startingPoint returns the point, or null if a coordinate is outside the limits', () => {
  const point = startingPoint([0.1, -0, 1e9]);
  expect(point).toEqual([0.1, 0, 1e9]);
  expect(
    readExperiment(toJson({ ...changeProblem(defaultExperiment, 'beale'), start: point?.slice(0, 2) ?? null })).start,
  ).toEqual([0.1, 0]);
  for (const wrong of [Number.NaN, Infinity, -1.1e9]) expect(startingPoint([0, wrong])).toBeNull();
});
