import { expect, it } from 'vitest';
import { planExperiment } from '../plan/plan';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { finishTrace, traceBuffers } from './trace';

/** The trace of a run that went through these points, with these losses. */
function finished(points: readonly (readonly [number, number])[], loss: readonly number[]) {
  const plan = planExperiment(descent(choiceOf('rosenbrock'), [0, 0], points.length - 1, runOf('gd', { lr: 0.1 })));
  const [run] = plan.runs;
  if (!run) throw new RangeError('no run');
  const buffers = traceBuffers(plan, run);
  buffers.params.set(points.flat());
  buffers.loss.set(loss);
  return finishTrace(plan, run, buffers, points.length);
}

it.each([
  [
    'a loss',
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    [4, 3, NaN, 1],
    'nan',
  ],
  [
    'the first parameter',
    [
      [0, 0],
      [1, 1],
      [Infinity, 2],
      [3, 3],
    ],
    [4, 3, 2, 1],
    'overflow',
  ],
  [
    'the last parameter',
    [
      [0, 0],
      [1, 1],
      [2, NaN],
      [3, 3],
    ],
    [4, 3, 2, 1],
    'nan',
  ],
] as const)('a trace ends with the first row in which %s is no finite number', (_, points, loss, cause) => {
  const trace = finished(points, loss);
  expect(trace).toMatchObject({ rows: 3, outcome: { kind: 'diverged', step: 2, cause } });
  expect([...trace.params]).toEqual(points.slice(0, 3).flat());
  expect([trace.loss.length, trace.lr.length]).toEqual([3, 2]);
});

it('a trace of finite numbers has every row', () => {
  const trace = finished(
    [
      [0, 0],
      [1, 1],
      [1e300, -1e300],
    ],
    [1, 2, 3],
  );
  expect(trace).toMatchObject({ rows: 3, outcome: { kind: 'left', step: 2 } });
});
