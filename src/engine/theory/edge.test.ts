import { describe, expect, test } from 'vitest';
import { findRule, optimizers } from '../../catalogue';
import { fullBatch } from '../../experiment';
import type { Batch, Experiment, Run } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { choiceOf, custom, descent, planOnData, runOf } from '../testing/experiments';
import { evenRows } from '../trace/rows';
import { analyse } from './analyse';
import { PATH_POINTS } from './edge';
import { curvatureLimit } from './limits';

function analysed(experiment: Experiment) {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  return { trace, ...analyse(plan, 0, trace) };
}

const on = (id: string, start: readonly number[], steps: number, run: Run) =>
  analysed(descent(choiceOf(id), start, steps, run));

describe('the edge of a run', () => {
  test('on a quadratic holds exactly', () => {
    expect(on('booth', [-6, 4], 20, runOf('gd', { lr: 0.05 })).edge).toMatchObject({
      at: 'minimum',
      point: [1, 3],
      applies: 'exact',
      reasons: [],
      weight: 1,
    });
    expect(on('booth', [-6, 4], 20, runOf('gd', { lr: 0.05 })).edge.limit).toBeCloseTo(1 / 9, 12);
    expect(on('square', [10], 20, runOf('sgd', { lr: 0.05, momentum: 0.9 })).edge.limit).toBeCloseTo(1.9, 12);
  });

  test('on another loss holds near the minimum that the run ends at', () => {
    const { edge } = on('rosenbrock', [-1.2, 1], 500, runOf('gd', { lr: 0.001 }));
    expect(edge).toMatchObject({ at: 'minimum', point: [1, 1], applies: 'local', reasons: ['notQuadratic'] });
    expect(edge.limit).toBeCloseTo(0.0019968, 7);
    expect(on('himmelblau', [-3, 3], 100, runOf('gd', { lr: 0.01 })).edge.point[0]).toBeCloseTo(-2.805118, 6);
  });

  test("is found by Newton's method if no minimum is known", () => {
    // 4x^3 - 4x + 0.3 = 0 at x = 0.9604, where the second derivative is 12x^2 - 4.
    const { edge } = analysed(descent(custom('x^4 - 2*x^2 + 0.3*x', 'x'), [1.5], 50, runOf('gd', { lr: 0.05 })));
    const [x = Number.NaN] = edge.point;
    expect(edge.at).toBe('sight');
    expect(4 * x ** 3 - 4 * x + 0.3).toBeCloseTo(0, 12);
    expect(edge.lambda).toBeCloseTo(12 * x ** 2 - 4, 10);
  });

  // Curvatures where a run broke off are of the size of its numbers: beside them that of any minimum looks like 0.
  test.each([
    ['x^4 - 2*x^2 + 0.3*x', 0, 0.5, -1.0355787, 8.8690793],
    ['x^4 - 2*x^2 + 0.3*x', 1000, 0.5, 0.9601496, 7.062646],
    ['exp(x^2)', 4, 1.5, 0, 2],
  ])('of a run that diverged is at the minimum downhill from its start: %s from %s', (loss, start, lr, at, lambda) => {
    const { edge } = analysed(descent(custom(loss, 'x'), [start], 60, runOf('gd', { lr })));
    expect(edge).toMatchObject({ at: 'sight', applies: 'local', reasons: ['notQuadratic'] });
    expect(edge.point[0]).toBeCloseTo(at, 6);
    expect(edge.lambda).toBeCloseTo(lambda, 6);
    expect(edge.limit).toBeCloseTo(2 / lambda, 7);
  });

  test.each([
    ['(x - 3)^4', 0, 0.01],
    ['(x - 3)^4', 0, 5],
    ['abs(x - 1)^3', 3, 0.05],
  ])('does not exist where the loss is flatter than a parabola: %s from %s at %s', (loss, start, lr) => {
    const { edge } = analysed(descent(custom(loss, 'x'), [start], 60, runOf('gd', { lr })));
    expect(edge).toMatchObject({ at: 'sight', limit: null, reasons: ['noCurvature'] });
  });

  test('of a run that left a loss without a minimum is that of its start', () => {
    const { edge } = analysed(descent(custom('-x^2', 'x'), [0.5], 60, runOf('gd', { lr: 0.1 })));
    expect(edge).toMatchObject({ at: 'start', point: [0.5], limit: null, reasons: ['noCurvature'] });
  });

  test('of a run without a minimum is that of its last point', () => {
    expect(on('monkey-saddle', [0.5, 0.01], 5, runOf('gd', { lr: 0.1 })).edge).toMatchObject({
      at: 'end',
      applies: 'local',
      reasons: ['noMinimum', 'notQuadratic'],
    });
  });

  test('gives a reason if there is no theory', () => {
    expect(on('ackley', [0.1, 0.05], 5, runOf('gd', { lr: 0.01 })).edge).toMatchObject({
      at: 'minimum',
      limit: null,
      applies: 'none',
      reasons: ['kink'],
    });
    expect(on('square', [10], 5, runOf('lion', { lr: 0.1 })).edge).toMatchObject({
      limit: null,
      applies: 'none',
      reasons: ['signSteps'],
    });
    expect(on('square', [10], 5, runOf('gd', { lr: 0.1 })).edge.reasons).toEqual([]);
  });

  test.each(optimizers.map(({ id }) => id))('%s: a limit, or a reason why there is none', (id) => {
    const { edge, path } = on('booth', [-6, 4], 30, runOf(id, {}));
    expect(edge.limit === null).toBe(edge.applies === 'none');
    expect(edge.reasons.length > 0).toBe(edge.applies !== 'exact');
    if (edge.limit !== null) expect(edge.limit).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify({ edge, path }))).toEqual({ edge, path });
  });
});

test('with a schedule the edge is local, and a last rate of 0 has no limit', () => {
  const run: Run = {
    ...runOf('gd', { lr: 0.1 }),
    schedule: { kind: 'linear', args: { startFactor: 1, endFactor: 0, totalIters: 19 } },
  };
  const { edge, path } = on('square', [10], 20, run);
  expect(edge).toMatchObject({ limit: 1, applies: 'local', reasons: ['notConstantRate'] });
  expect(path.limit[1]).toBeCloseTo(2 / 0.1, 6);
  expect(path.limit[20]).toBeNull();
});

describe('data', () => {
  const regression = (batch: Batch, run = runOf('gd', { lr: 0.1 })) =>
    analysed({
      version: 1,
      problem: choiceOf('linear-regression', { samples: 40 }),
      start: null,
      epochs: 4,
      seed: 1,
      runs: [{ ...run, batch }],
    }).edge;

  test('in one batch is an exact quadratic, in several batches it is noisy', () => {
    expect(regression({ ...fullBatch, size: 'all', accumulate: 1 })).toMatchObject({ applies: 'exact', reasons: [] });
    expect(regression({ ...fullBatch, size: 10, accumulate: 4 })).toMatchObject({ applies: 'exact', reasons: [] });
    expect(regression({ ...fullBatch, size: 10, accumulate: 1 })).toMatchObject({
      applies: 'local',
      reasons: ['noisy'],
    });
    expect(regression({ ...fullBatch, size: 10, accumulate: 2 })).toMatchObject({
      applies: 'local',
      reasons: ['noisy'],
    });
  });

  test('with a penalty is at the minimum of both, where the slope of the squares is minus that of the penalty', () => {
    const edge = regression(fullBatch, runOf('gd', { lr: 0.1 }, { modifiers: { l2: 0.5 } }));
    expect(edge).toMatchObject({ at: 'sight', penalty: 0.5, applies: 'exact' });
    const { data } = planOnData({
      version: 1,
      problem: choiceOf('linear-regression', { samples: 40 }),
      start: null,
      epochs: 1,
      seed: 1,
      runs: [runOf('gd', {}, { batch: fullBatch })],
    });
    const [x1 = [], x2 = [], y = []] = data.columns;
    const [w1 = Number.NaN, w2 = Number.NaN, b = Number.NaN] = edge.point;
    const errors = Array.from(y, (value, i) => w1 * (x1[i] ?? 0) + w2 * (x2[i] ?? 0) + b - value);
    for (const [column, parameter] of [
      [x1, w1],
      [x2, w2],
      [y.map(() => 1), b],
    ] as const) {
      const slope = errors.reduce((sum, error, i) => sum + error * (column[i] ?? 0), 0) / errors.length;
      expect(slope).toBeCloseTo(-0.5 * parameter, 9);
    }
    expect(regression(fullBatch)).toMatchObject({ at: 'minimum', penalty: 0 });
  });

  test('summed over k micro-batches has a k times smaller limit', () => {
    const plain = regression({ ...fullBatch, size: 'all', accumulate: 1 });
    // An incomplete group is divided by 4 all the same.
    const quarter = regression({ ...fullBatch, size: 'all', accumulate: 4 });
    expect(quarter.weight).toBeCloseTo(1 / 4, 12);
    expect((quarter.limit ?? 0) / (plain.limit ?? 0)).toBeCloseTo(4, 10);
  });
});

describe('rules that divide by a size of gradients', () => {
  test('RMSprop oscillates by half its rate to either side, at its edge', () => {
    // Gradient 2x at x = lr/2 is lr, the divisor sqrt(s) = lr, the curvature 2/lr: the limit is the rate itself.
    for (const lr of [0.01, 0.1]) {
      const { edge, trace } = on('square', [10], 40_000, runOf('rmsprop', { lr, alpha: 0.9, eps: 0 }));
      expect(Math.abs(trace.params[trace.rows - 1] ?? 0)).toBeCloseTo(lr / 2, 6);
      expect((edge.limit ?? 0) / lr).toBeCloseTo(1, 4);
      expect(edge).toMatchObject({ curvature: 'preconditioned', applies: 'local', reasons: ['adaptive'] });
    }
  });

  test('Adagrad divides by the root of all squared gradients', () => {
    const { edge, trace } = on('square', [10], 3, runOf('adagrad', { lr: 1, eps: 0 }));
    const sum = [0, 1, 2].reduce((total, row) => total + (2 * (trace.params[row] ?? 0)) ** 2, 0);
    expect(edge.lambda).toBeCloseTo(2 / Math.sqrt(sum), 12);
    expect(edge.limit).toBeCloseTo(Math.sqrt(sum), 10);
  });

  test("Adam's divisor includes both bias corrections", () => {
    const { edge, trace } = on('square', [10], 2, runOf('adam', { lr: 0.1, beta1: 0.8, beta2: 0.9, eps: 0.5 }));
    const [g1, g2] = [2 * (trace.params[0] ?? 0), 2 * (trace.params[1] ?? 0)];
    const vhat = (0.9 * 0.1 * g1 ** 2 + 0.1 * g2 ** 2) / (1 - 0.9 ** 2);
    expect(edge.lambda).toBeCloseTo(2 / ((1 - 0.8 ** 2) * (Math.sqrt(vhat) + 0.5)), 12);
  });
});

describe('curvature along a path', () => {
  test('is computed for every row of a short run, with the curvature limit of its rate', () => {
    const { path, trace } = on('rosenbrock', [-1.2, 1], 50, runOf('gd', { lr: 0.001 }));
    expect(path.rows).toEqual(Array.from({ length: 51 }, (_, row) => row));
    expect(path.limit.every((limit) => limit !== null && Math.abs(limit - 2000) < 1e-6)).toBe(true);
    path.rows.forEach((row, i) => {
      const [x = 0, y = 0] = trace.params.subarray(2 * row, 2 * row + 2);
      const [xx, xy, yy] = [1200 * x * x - 400 * y + 2, -400 * x, 200];
      const root = Math.hypot((xx - yy) / 2, xy);
      expect(path.largest[i]).toBeCloseTo((xx + yy) / 2 + root, 6);
      expect(path.smallest[i]).toBeCloseTo((xx + yy) / 2 - root, 6);
    });
  });

  test('skips rows of a long run, except the first and the last', () => {
    const { path } = on('square', [10], 5000, runOf('gd', { lr: 0.001 }));
    expect(path.rows.length).toBe(PATH_POINTS);
    expect([path.rows[0], path.rows.at(-1)]).toEqual([0, 5000]);
    expect(new Set(evenRows(199, PATH_POINTS)).size).toBe(200);
  });

  test('ends with the last finite row, and is null where it does not exist', () => {
    const overflow = on('square', [10], 5, runOf('gd', { lr: 1e308 }));
    expect([...overflow.trace.params]).toEqual([10, -Infinity]);
    expect(overflow.path.rows).toEqual([0]);
    expect(on('square', [10], 5, runOf('adam', {})).path.largest[0]).toBeNull();
    expect(on('square', [10], 5, runOf('lion', {})).path.limit).toEqual([null, null, null, null, null, null]);
  });

  test("is compared with momentum's limit", () => {
    const { hyper } = runOf('sgd', { momentum: 0.9 });
    expect(curvatureLimit(findRule('sgd'), hyper, 0.1)).toBeCloseTo(38, 10);
    expect(curvatureLimit(findRule('sgd'), { ...hyper, weightDecay: 0.5 }, 0.1)).toBeCloseTo(37.5, 10);
  });
});
