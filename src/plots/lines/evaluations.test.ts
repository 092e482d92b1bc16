import { beforeAll, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { runToEnd } from '../../engine/common/slice';
import { loadMethods } from '../../engine/methods/load';
import { runEveryReference } from '../../engine/methods/runEveryRun';
import { planEveryRun } from '../../engine/plan/everyRun';
import { progressOf } from './progressAxis';

beforeAll(loadMethods);

/** The positions of a run's rows on the axis of evaluations. */
function positions(problem: object, length: object, run: object, epochSize = 0): number[] {
  const experiment = readExperiment({ version: 1, problem, ...length, runs: [run] });
  const [trace] = runToEnd(runEveryReference(planEveryRun(experiment)));
  return trace ? [...progressOf(trace, 'evaluations', epochSize)] : [];
}

const quadratic = { loss: 'x^2 + 3*y^2', parameters: ['x', 'y'] };

test('a rule counts its gradients, a loss that it reads, and a diagonal as often as there are parameters', () => {
  expect(positions(quadratic, { steps: 3 }, { optimizer: 'gd' })).toEqual([0, 1, 2, 3]);
  expect(
    positions(quadratic, { steps: 3 }, { rule: 'two(lr = 0.1)\ntheta = theta - lr*grad(theta - lr*grad(theta))' }),
  ).toEqual([0, 2, 4, 6]);
  const curved = 'curved(lr = 0.1)\ng = grad(theta)\ntheta = theta - lr*g/(1 + abs(diag_hessian(theta)))';
  expect(positions(quadratic, { steps: 2 }, { rule: curved })).toEqual([0, 3, 6]);
  expect(positions(quadratic, { steps: 3 }, { optimizer: 'polyak' })).toEqual([0, 2, 4, 6]);
});

test('a batch counts as its share of the samples', () => {
  const data = { id: 'linear-regression', data: { samples: 20, validation: 0 } };
  expect(positions(data, { epochs: 2 }, { optimizer: 'sgd', batch: { size: 5 } }, 20)).toEqual([
    0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2,
  ]);
});

test('a method counts the start, every trial, and a Hessian as often as there are parameters', () => {
  // Loss and gradient at the start; then a Hessian of two rows, and loss and gradient at the minimum.
  expect(positions(quadratic, { steps: 9 }, { optimizer: 'newton' })).toEqual([2, 6]);
  // The simplex of the start: three losses.
  expect(positions(quadratic, { steps: 9 }, { optimizer: 'nelder-mead' })[0]).toBe(3);
});
