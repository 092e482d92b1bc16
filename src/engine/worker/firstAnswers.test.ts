import { beforeAll, describe, expect, test } from 'vitest';
import { defaultsFor } from '../../experiment';
import { openCpu } from '../gpu/device';
import { registerKernels } from '../gpu/kernels';
import { landscapeOn } from '../gpu/landscape';
import { descent, choiceOf, runOf } from '../testing/experiments';
import type { View } from '../view/types';
import { firstAnswer } from './firstAnswers';
import { PAGE_ANSWER } from './pageAnswer';

beforeAll(registerKernels);

const onSquare = descent(choiceOf('square'), [10], 20, runOf('gd', { lr: 0.1 }));

describe('the page’s own first answers', () => {
  test('a trace is in float32, and x² at 0.1 keeps 80% of the distance each step', () => {
    const trace = firstAnswer('trace', { experiment: onSquare });
    expect(trace?.engine).toBe('cpu');
    const [run, ...others] = trace?.runs ?? [];
    if (!run) throw new RangeError('no run');
    expect(others).toEqual([]);
    expect([run.rows, run.params.length, run.loss.length]).toEqual([21, 21, 21]);
    expect([...run.params, ...run.loss].filter((value) => value !== Math.fround(value))).toEqual([]);
    run.params.forEach((x, step) => {
      expect(x).toBeCloseTo(10 * 0.8 ** step, 5);
      expect(run.loss[step]).toBe(Math.fround(x * x));
    });
    expect([...run.lr]).toEqual(Array.from({ length: 20 }, () => 0.1));
    expect(run.outcome).toEqual({ kind: 'descending' });
  });

  test('x² at 1.1 overflows where float32 does, as in the worker’s answer', () => {
    const experiment = descent(choiceOf('square'), [10], 400, runOf('gd', { lr: 1.1 }));
    const run = firstAnswer('trace', { experiment })?.runs[0];
    expect(run?.outcome).toEqual({ kind: 'diverged', step: 231, cause: 'overflow' });
  });

  test('the analysis of that trace has the edge 1, and there is none of another trace', () => {
    firstAnswer('trace', { experiment: onSquare });
    expect(firstAnswer('analyse', { traceId: PAGE_ANSWER, run: 0 })?.edge).toMatchObject({
      limit: 1,
      applies: 'exact',
    });
    expect(firstAnswer('analyse', { traceId: PAGE_ANSWER + 1, run: 0 })).toBeNull();
    expect(firstAnswer('analyse', { traceId: PAGE_ANSWER, run: 1 })).toBeNull();
  });

  test.each<[string, View]>([
    ['square', { kind: 'curve', axes: [0], held: [3], x: [-2, 2], y: [-1, 3] }],
    ['rosenbrock', { kind: 'plane', axes: [0, 1], held: [0, 0], x: [-2, 2], y: [-1, 3] }],
  ])('the landscape of %s is the engine’s', (id, view) => {
    const experiment = defaultsFor(id);
    const ours = firstAnswer('landscape', { experiment, view });
    const theirs = landscapeOn(openCpu(), experiment, view);
    expect(ours).toMatchObject({ width: theirs.width, height: theirs.height });
    ours?.values.forEach((loss, i) =>
      expect(Math.abs(loss - (theirs.values[i] ?? NaN))).toBeLessThan(1e-3 + 1e-5 * loss),
    );
    expect(ours?.bands.length).toBe(view.kind === 'plane' ? 18 : 0);
    ours?.bands.forEach(({ level, rings }, i) => {
      const other = theirs.bands[i];
      expect(level).toBe(other?.level);
      expect(rings.map(({ length }) => length)).toEqual(other?.rings.map(({ length }) => length));
      rings.forEach((ring, k) =>
        ring.forEach((value, j) => expect(Math.abs(value - (other?.rings[k]?.[j] ?? NaN))).toBeLessThan(1e-3)),
      );
    });
  });

  test('what is long to compute is left to the worker, and so is what it alone knows', () => {
    expect(firstAnswer('trace', { experiment: { ...onSquare, steps: 100_000 } })).toBeNull();
    expect(firstAnswer('data', { experiment: onSquare })).toBeNull();
  });
});
