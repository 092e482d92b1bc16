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

test('a run that comes down first and breaks later has the points of its growth in view, not those of its start', () => {
  const { view } = descent(0.1);
  const params = [10, 5, 2, 1, 11, -14, 20, -30, 50, -80, 130];
  const trace: Trace = {
    ...descent(0.1).trace,
    runs: [
      {
        rows: params.length,
        params: Float64Array.from(params),
        loss: Float64Array.from(params, (x) => x * x),
        state: new Float64Array(0),
        outcome: { kind: 'left', step: 5 },
        samplesSeen: Float64Array.from(params.keys()),
        lr: new Float64Array(params.length),
      },
    ],
  };
  const [low, high] = widenedView(view, trace).x;
  // From the point 1 on five more: 11, -14, 20, -30, 50.
  expect([low < -30, low > -80, high > 50, high < 130]).toEqual([true, true, true, true]);
});

test('a leap out of all proportion does not make the view a dot: it leaves the picture', () => {
  const { trace, view } = descent(40);
  // 10, -790 and 62,410: even the first of them is 66 times as far as the view reaches.
  expect(widenedView(view, trace).x).toEqual(view.x);
});
