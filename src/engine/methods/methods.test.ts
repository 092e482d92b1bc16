import { beforeAll, describe, expect, test } from 'vitest';
import { methods } from '../../catalogue';
import { methodTexts } from '../../catalogue/methods/texts';
import { readExperiment } from '../../experiment';
import { runToEnd } from '../common/slice';
import { planEveryRun } from '../plan/everyRun';
import golden from '../testing/methods.json' with { type: 'json' };
import type { RunTrace } from '../trace/types';
import { algorithms } from './algorithms';
import { loadMethods } from './load';
import { runEveryReference } from './runEveryRun';

beforeAll(loadMethods);

/** The losses that scripts/golden/methods.py has by hand. */
const losses = {
  rosenbrock: { loss: '(1 - x)^2 + 100*(y - x^2)^2', parameters: ['x', 'y'] },
  quadratic: { loss: '0.5*(x^2 + 25*y^2)', parameters: ['x', 'y'] },
  himmelblau: { loss: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', parameters: ['x', 'y'] },
  typed: { loss: 'exp(x/2) - x + (y - x)^2 + (z + x*y)^2/4 + z^4', parameters: ['x', 'y', 'z'] },
} as const;

interface Settings {
  readonly method: string;
  readonly problem: string;
  readonly start: readonly number[];
  readonly steps: number;
  readonly hyper?: object;
}

function traceOf({ method, problem, start, steps, hyper = {} }: Settings): RunTrace & { method: object } {
  const choice = losses[problem as keyof typeof losses];
  const experiment = readExperiment({
    version: 1,
    problem: choice,
    start: [...start],
    steps,
    runs: [{ optimizer: method, hyper }],
  });
  const [trace] = runToEnd(runEveryReference(planEveryRun(experiment)));
  if (!trace?.method) throw new RangeError('no run by a method');
  return { ...trace, method: trace.method };
}

const rowsOf = ({ rows, params }: RunTrace): number[][] =>
  Array.from({ length: rows }, (_, row) => [
    ...params.subarray((row * params.length) / rows, ((row + 1) * params.length) / rows),
  ]);

test('every method of the catalogue has an algorithm and a text, and no other has', () => {
  const ids = methods.map(({ id }) => id).sort();
  expect(Object.keys(algorithms).sort()).toEqual(ids);
  expect(Object.keys(methodTexts).sort()).toEqual(ids);
  expect([...new Set(golden.map(({ method }) => method))].sort()).toEqual(ids);
});

describe.each(methods.map(({ id }) => id))('%s goes the way of scipy, or of the textbook', (id) => {
  test.each(golden.filter(({ method }) => method === id).map((one) => [one.problem, one.start, one] as const))(
    'on %s from %j',
    (_, __, { rows, evaluations, determined, ...settings }) => {
      const trace = traceOf(settings);
      const ours = rowsOf(trace);
      rows.slice(0, determined).forEach((row, k) => {
        row.forEach((x, i) => expect(Math.abs(x - (ours[k]?.[i] ?? NaN))).toBeLessThan(1e-9));
      });
      if (determined < rows.length) return;
      expect(ours).toHaveLength(rows.length);
      const [losses, gradients] = trace.method?.evaluations.at(-1) ?? [];
      // scipy keeps the last values of a trust region's model, and so counts fewer of them.
      if (id !== 'dogleg') expect([losses, gradients]).toEqual(evaluations.slice(0, 2));
    },
  );
});
