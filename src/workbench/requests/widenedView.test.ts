import { expect, test } from 'vitest';
import { planExperiment } from '../../engine/plan/plan';
import { runReference } from '../../engine/float64/reference';
import type { Trace } from '../../engine/trace/types';
import { readExperiment } from '../../experiment';
import { defaultView } from './parameterViews';
import { widenedView } from './widenedView';

/** Gradient descent on x² from 10, twenty updates. */
function descent(lr: number) {
  const experiment = readExperiment({
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 20,
    runs: [{ optimizer: 'gd', hyper: { lr } }],
  });
  const runs = runReference(planExperiment(experiment));
  const trace: Trace = {
    engine: 'float64',
    parameters: ['x'],
    totals: runs.map(({ rows }) => rows),
    epochSize: 0,
    minima: [],
    runs,
  };
  return { trace, view: defaultView(experiment.problem) };
}

test('a run that stays leaves the view as it is, the very same object', () => {
  const { trace, view } = descent(0.1);
  expect(widenedView(view, trace)).toBe(view);
});

test('of a run that leaves, the first five updates come into the view', () => {
  const { trace, view } = descent(1.1);
  const [low, high] = widenedView(view, trace).x;
  // 10, -12, 14.4, -17.28, 20.736, -24.8832, then 29.86.
  expect(low).toBeLessThan(-24.8832);
  expect(high).toBeGreaterThan(20.736);
  expect(high).toBeLessThan(29.86);
});

test('the view does not jump where the rate passes the edge', () => {
  const { trace, view } = descent(1.001);
  expect(widenedView(view, trace).x).toEqual(view.x);
});
