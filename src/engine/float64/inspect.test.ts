import { describe, expect, test } from 'vitest';
import { optimizers } from '../../catalogue';
import { fullBatch } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { choiceOf, descent, planOnData, runOf } from '../testing/experiments';
import { inspectStep } from './inspect';
import { planExperiment } from '../plan/plan';
import { runReference } from './reference';
import type { Inspection, NamedValue } from './types';

const onRosenbrock = (id: string): Experiment =>
  descent(choiceOf('rosenbrock'), [-1.5, 2], 40, runOf(id, { lr: 5e-4 }));
const onRegression = (id: string): Experiment => ({
  ...descent(
    choiceOf('linear-regression', { samples: 20 }),
    [0, 0, 0],
    1,
    runOf(id, {}, { batch: { ...fullBatch, size: 3, accumulate: 2 } }),
  ),
  epochs: 10,
});

/** Inspections of every update of the only run, with the trace they are from. */
function inspectAll(experiment: Experiment) {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  const n = plan.parameters.length;
  const width = trace.state.length / trace.rows;
  const rows = Array.from({ length: trace.rows }, (_, row) => ({
    params: trace.params.slice(row * n, (row + 1) * n),
    state: trace.state.slice(row * width, (row + 1) * width),
  }));
  const inspections = rows.slice(0, -1).map((row, k) => inspectStep(plan, 0, k + 1, row));
  return { plan, rows, inspections };
}

const last = (values: readonly NamedValue[], name: string) =>
  values.filter((value) => value.name === name).pop()?.values ?? [];

describe.each(optimizers.map(({ id }) => id))('%s', (id) => {
  test.each([
    ['rosenbrock', onRosenbrock],
    ['linear regression', onRegression],
  ] as const)('on %s, recomputed numbers are those of the next row', (_, experiment) => {
    const { plan, rows, inspections } = inspectAll(experiment(id));
    const states = plan.runs[0]?.step.states ?? [];
    const n = plan.parameters.length;
    expect(inspections).toHaveLength(40);
    inspections.forEach(({ before, lines }, k) => {
      expect(last(before, 'theta')).toEqual([...(rows[k]?.params ?? [])]);
      expect(last(lines, 'theta')).toEqual([...(rows[k + 1]?.params ?? [])]);
      states.forEach(({ name }, s) => {
        expect(last(before, name)).toEqual([...(rows[k]?.state.slice(s * n, s * n + n) ?? [])]);
        if (last(lines, name).length > 0)
          expect(last(lines, name)).toEqual([...(rows[k + 1]?.state.slice(s * n, s * n + n) ?? [])]);
      });
    });
  });

  test('a coefficient state after an update is the state before the next', () => {
    const { plan, inspections } = inspectAll(onRegression(id));
    for (const { name } of plan.runs[0]?.step.coefficients.states ?? []) {
      inspections
        .slice(1)
        .forEach(({ before }, k) => expect(last(before, name)).toEqual(last(inspections[k]?.lines ?? [], name)));
    }
  });
});

describe('coefficients', () => {
  const each = (experiment: Experiment, check: (inspection: Inspection, t: number) => void) =>
    inspectAll(experiment).inspections.forEach((inspection, k) => check(inspection, k + 1));

  test('Adam: mhat is m without its bias', () => {
    each(onRosenbrock('adam'), ({ lines }, t) => {
      last(lines, 'mhat').forEach((value, i) =>
        expect(value).toBeCloseTo((last(lines, 'm')[i] ?? Number.NaN) / (1 - 0.9 ** t), 12),
      );
    });
  });

  test('ASGD: the rate and the weight that the next update uses', () => {
    const run = runOf('asgd', { lr: 0.001, lambd: 0.1, t0: 5 });
    each(descent(choiceOf('rosenbrock'), [-1.5, 2], 40, run), ({ lines, before }, t) => {
      const eta = (done: number) => Math.fround(0.001 / (1 + 0.1 * 0.001 * done) ** 0.75);
      expect(last(lines, 'mu')).toEqual([1 / Math.max(1, t - 5)]);
      expect(last(lines, 'eta')[0]).toBeCloseTo(eta(t), 12);
      expect(last(before, 'eta')[0]).toBeCloseTo(eta(t - 1), 12);
    });
  });

  test('NAdam: the product of momenta', () => {
    let product = 1;
    each(onRosenbrock('nadam'), ({ lines }, t) => {
      product *= 0.9 * (1 - 0.5 * 0.96 ** (t * 0.004));
      expect((last(lines, 'product')[0] ?? Number.NaN) / product).toBeCloseTo(1, 5);
    });
  });

  test('the gradient is the one that is used', () => {
    each(onRosenbrock('gd'), ({ before, lines }) => {
      const [x = 0, y = 0] = last(before, 'theta');
      const slope = [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
      last(lines, 'g').forEach((value, i) => expect(value).toBeCloseTo(slope[i] ?? Number.NaN, 8));
    });
  });
});

describe('the batch of an update', () => {
  const experiment = {
    ...descent(
      choiceOf('linear-regression', { samples: 7 }),
      [0.5, -1, 2],
      1,
      runOf('sgd', { lr: 0.01 }, { batch: { ...fullBatch, size: 2, accumulate: 1 } }),
    ),
    epochs: 3,
  };
  const { inspections } = inspectAll(experiment);
  const [x1 = [], x2 = [], y = []] = planOnData(experiment).data.columns.map((column) => [...column]);
  /** Mean gradient of 0.5*(w1*x1 + w2*x2 + b - y)^2 over samples, by hand. */
  const meanSlope = (samples: readonly number[], [w1 = 0, w2 = 0, b = 0]: readonly number[]) => {
    const slopes = samples.map((i) => {
      const [u = 0, v = 0] = [x1[i], x2[i]];
      const error = w1 * u + w2 * v + b - (y[i] ?? 0);
      return [error * u, error * v, error];
    });
    return [0, 1, 2].map((k) => slopes.reduce((sum, slope) => sum + (slope[k] ?? 0), 0) / samples.length);
  };
  const all = y.map((_, i) => i);

  test('its gradient is the mean over its samples, beside the one over all', () => {
    expect(inspections).toHaveLength(12);
    for (const { batch, before, gradient, fullGradient } of inspections) {
      const theta = last(before, 'theta');
      meanSlope(batch ?? [], theta).forEach((value, i) => expect(gradient[i]).toBeCloseTo(value, 12));
      meanSlope(all, theta).forEach((value, i) => expect(fullGradient[i]).toBeCloseTo(value, 12));
    }
  });

  test('an epoch shows every sample once, the last batch being what is left', () => {
    const epoch = inspections.slice(0, 4).map(({ batch }) => batch ?? []);
    expect(epoch.map((batch) => batch.length)).toEqual([2, 2, 2, 1]);
    expect(epoch.flat().sort((a, b) => a - b)).toEqual(all);
  });

  test('a function problem has no batch, and one gradient', () => {
    for (const { batch, gradient, fullGradient } of inspectAll(onRosenbrock('gd')).inspections) {
      expect(batch).toBeNull();
      expect(gradient).toEqual(fullGradient);
    }
  });
});
