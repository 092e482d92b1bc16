import katex from 'katex';
import { lusolve, matrix, multiply, transpose, type Matrix } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { LossEvaluator } from '../engine/loss/evaluator';
import type { DataLoss } from '../engine/loss/source';
import { Stepper } from '../engine/float64/stepper';
import { planExperiment } from '../engine/plan/plan';
import type { Plan } from '../engine/plan/types';
import { runReference } from '../engine/float64/reference';
import type { RunTrace } from '../engine/trace/types';
import { defaultsFor, fullBatch } from '../experiment';
import { ruleDefaults } from '../experiment/core/defaults';
import type { Batch, Experiment, Run } from '../experiment/core/types';
import { compileLoss, evaluate, parseExpression } from '../formula';
import { problems, type DataModel, type SettingValues } from '.';
import { testRandomSource } from './testing/randomSource';
import { modelsOf } from './testing/models';

/* The models of the data problems, compared with independent computations of the same. */

interface Changes {
  readonly settings?: SettingValues;
  readonly epochs?: number;
  readonly seed?: number;
}

function experimentOn(id: string, runs: readonly Run[], { settings, ...changes }: Changes = {}): Experiment {
  const fresh = defaultsFor(id, runs);
  if (fresh.problem.kind !== 'data') throw new RangeError(`${id} has no data`);
  return { ...fresh, ...changes, problem: { ...fresh.problem, settings: { ...fresh.problem.settings, ...settings } } };
}

const run = (optimizer: string, hyper: Run['hyper'] = {}, batch: Partial<Batch> = {}): Run => ({
  optimizer,
  hyper: { ...ruleDefaults(optimizer), ...hyper },
  batch: { ...fullBatch, ...batch },
});

function dataOf(plan: Plan) {
  if (plan.kind !== 'data') throw new RangeError('no data');
  return plan.data;
}

const at = (values: ArrayLike<number> | undefined, i: number): number => values?.[i] ?? Number.NaN;

function endOf({ params, rows }: RunTrace): number[] {
  const n = params.length / rows;
  return Array.from(params.slice(-n));
}

function expectNear(actual: ArrayLike<number>, expected: readonly number[], error: number): void {
  expect(actual.length).toBe(expected.length);
  const size = Math.max(1e-3, ...expected.map(Math.abs));
  expected.forEach((value, i) => expect(Math.abs(at(actual, i) - value)).toBeLessThan(error * size));
}

describe.each(problems.flatMap((problem) => (problem.kind === 'data' ? [[problem.id, problem] as const] : [])))(
  '%s',
  (_, problem) => {
    test('every model it can have has the slopes of its loss for a gradient', () => {
      const { uniform, normal } = testRandomSource(5);
      for (const { model } of modelsOf(problem)) {
        const plan: DataLoss = {
          kind: 'data',
          loss: compileLoss(parseExpression(model.loss), model.parameters, model.columns),
          data: sampleOf(model, uniform, normal),
        };
        const evaluator = new LossEvaluator(plan, 'float64');
        const point = model.parameters.map(() => normal());
        const h = 1e-5;
        const moved = (i: number, by: number) =>
          evaluator.lossAt(point.map((value, j) => (i === j ? value + by : value)));
        const slopes = point.map((_value, i) => (moved(i, h) - moved(i, -h)) / (2 * h));
        expectNear(evaluator.fullGradient(point), slopes, 1e-6);
      }
    });

    test('a loss of what is predicted: the same for the same prediction', () => {
      const { uniform, normal } = testRandomSource(6);
      for (const { model } of modelsOf(problem)) {
        if (model.prediction === undefined) continue;
        const { columns } = sampleOf(model, uniform, normal);
        const names = Object.fromEntries([
          ...model.parameters.map((name) => [name, normal()] as const),
          ...model.columns.map((name, j) => [name, at(columns[j], 0)] as const),
        ]);
        const [y, predicted] = [names.y ?? Number.NaN, evaluate(parseExpression(model.prediction), names)];
        const expected =
          problem.target === 'class' ? -Math.log(y === 1 ? predicted : 1 - predicted) : (predicted - y) ** 2 / 2;
        expect(evaluate(parseExpression(model.loss), names)).toBeCloseTo(expected, 9);
      }
    });

    test('has its shorthand, if it needs one, in TeX that can be read', () => {
      for (const {
        model: { shorthand, loss },
      } of modelsOf(problem)) {
        if (loss.length > 300) expect(shorthand).toBeDefined();
        if (shorthand !== undefined)
          expect(() => katex.renderToString(shorthand, { throwOnError: true, strict: 'error' })).not.toThrow();
      }
    });

    /** One sample with features from -1 to 1 and a class, or any number, for a target. */
    function sampleOf({ columns }: DataModel, uniform: () => number, normal: () => number) {
      const last = problem.target === 'class' ? Number(uniform() < 0.5) : normal();
      return {
        columns: columns.map((__, j) => Float64Array.of(j === columns.length - 1 ? last : 2 * uniform() - 1)),
        size: 1,
        validation: null,
        scales: null,
      };
    }
  },
);

/** Rows of 1, x, x^2, ... and the targets, of the training samples. */
function vandermonde(
  { columns: [x, y], size }: ReturnType<typeof dataOf>,
  degree: number,
): { readonly rows: Matrix; readonly targets: Matrix } {
  const rows = Array.from({ length: size }, (_, i) => Array.from({ length: degree + 1 }, (__, k) => at(x, i) ** k));
  return { rows: matrix(rows), targets: matrix(Array.from({ length: size }, (_, i) => [at(y, i)])) };
}

/** Coefficients that minimise the mean of (prediction - y)^2/2 plus penalty/2 times their squares: the normal equations. */
function leastSquares(data: ReturnType<typeof dataOf>, degree: number, penalty = 0): number[] {
  const { rows, targets } = vandermonde(data, degree);
  const normal = multiply(transpose(rows), rows).map(
    (value: number, [i, j]: number[]) => value + (i === j ? penalty * data.size : 0),
  );
  return (lusolve(normal, multiply(transpose(rows), targets)).toArray() as number[][]).map(
    ([value]) => value ?? Number.NaN,
  );
}

describe('polynomial regression', () => {
  test('its minimum solves the normal equations', () => {
    for (const degree of [1, 3, 6]) {
      const plan = planExperiment(
        experimentOn('polynomial-regression', [run('gd')], { settings: { degree, samples: 100 } }),
      );
      expect(plan.minima).toHaveLength(1);
      expectNear(plan.minima[0] ?? [], leastSquares(dataOf(plan), degree), 1e-8);
    }
  });

  test('Adam on degree 9 learns the noise of ten samples: the loss over the others is lowest early, and rises', () => {
    const [trace] = runReference(planExperiment(experimentOn('polynomial-regression', [run('adam', { lr: 0.05 })])));
    const validation = trace?.validation;
    if (!trace || !validation) throw new RangeError('no validation');
    const lowest = Math.min(...validation);
    expect(validation.indexOf(lowest)).toBeLessThan(trace.rows / 3);
    expect(at(validation, trace.rows - 1)).toBeGreaterThan(1.3 * lowest);
    expect(at(trace.loss, trace.rows - 1)).toBeLessThan(at(validation, trace.rows - 1) / 5);
  });

  test('an L2 penalty ends at the coefficients of ridge regression, the smaller the larger it is', () => {
    const degree = 9;
    const penalties = [0.003, 0.01, 0.1];
    const plan = planExperiment(
      experimentOn(
        'polynomial-regression',
        penalties.map((weightDecay) => run('sgd', { lr: 0.5, momentum: 0.9, weightDecay })),
        { settings: { degree }, epochs: 3000 },
      ),
    );
    const ends = runReference(plan).map(endOf);
    penalties.forEach((penalty, i) => expectNear(ends[i] ?? [], leastSquares(dataOf(plan), degree, penalty), 1e-6));
    const lengths = ends.map((end) => Math.hypot(...end));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(at(lengths, 0)).toBeGreaterThan(2 * at(lengths, 2));
  });
});

describe('logistic regression', () => {
  /** Newton's method on the likelihood, as Hastie, Tibshirani and Friedman have it (4.26): weighted least squares, again and again. */
  function newton(columns: readonly Float64Array[], size: number): number[] {
    const rows = Array.from({ length: size }, (_, i) => [at(columns[0], i), at(columns[1], i), 1]);
    let w = [0, 0, 0];
    for (let step = 0; step < 20; step += 1) {
      const p = rows.map((row) => 1 / (1 + Math.exp(-row.reduce((sum, x, j) => sum + x * at(w, j), 0))));
      const slope = [0, 1, 2].map((j) => [
        rows.reduce((sum, row, i) => sum + at(row, j) * (at(columns[2], i) - at(p, i)), 0),
      ]);
      const curve = [0, 1, 2].map((j) =>
        [0, 1, 2].map((k) =>
          rows.reduce((sum, row, i) => sum + at(row, j) * at(row, k) * at(p, i) * (1 - at(p, i)), 0),
        ),
      );
      const move = lusolve(curve, slope) as number[][];
      w = w.map((value, j) => value + at(move[j], 0));
    }
    return w;
  }

  test('has no slope left where Newton’s method ends', () => {
    const plan = planExperiment(experimentOn('logistic-regression', [run('gd')]));
    const { columns, size } = dataOf(plan);
    for (const slope of new LossEvaluator(plan, 'float64').fullGradient(newton([...columns], size)))
      expect(Math.abs(slope)).toBeLessThan(1e-12);
  });

  test('finds the log-odds that the clouds have by Bayes’ rule', () => {
    const plan = planExperiment(
      experimentOn('logistic-regression', [run('gd')], { settings: { samples: 20_000, separation: 2 } }),
    );
    const { columns, size } = dataOf(plan);
    const [w1 = 0, w2 = 0, b = 0] = newton([...columns], size);
    // Standard errors of about 0.02.
    expect(Math.abs(w1 - Math.SQRT2)).toBeLessThan(0.1);
    expect(Math.abs(w2 - Math.SQRT2)).toBeLessThan(0.1);
    expect(Math.abs(b)).toBeLessThan(0.1);
  });
});

describe.each([
  ['network-fit', 1],
  ['network-classes', 2],
] as const)('%s', (id, inputs) => {
  const plan = planExperiment(experimentOn(id, [run('gd')], { settings: { samples: 30 } }));
  const { columns, size } = dataOf(plan);
  const hidden = id === 'network-fit' ? 6 : 8;
  const theta = plan.parameters.map((_, i) => Math.sin(3 * i + 1));
  const weight = (i: number, j: number) => at(theta, i * inputs + j);
  const bias = (i: number) => at(theta, hidden * inputs + i);
  const out = (i: number) => at(theta, hidden * (inputs + 1) + i);

  /** Forwards and backwards through the layers, by hand. */
  function backpropagation(): { readonly loss: number; readonly gradient: number[] } {
    let loss = 0;
    const gradient = theta.map(() => 0);
    const add = (index: number, value: number) => (gradient[index] = at(gradient, index) + value / size);
    for (let s = 0; s < size; s += 1) {
      const x = Array.from({ length: inputs }, (_, j) => at(columns[j], s));
      const y = at(columns[inputs], s);
      const units = Array.from({ length: hidden }, (_, i) =>
        Math.tanh(x.reduce((sum, value, j) => sum + weight(i, j) * value, bias(i))),
      );
      const z = units.reduce((sum, unit, i) => sum + out(i) * unit, at(theta, theta.length - 1));
      const probability = 1 / (1 + Math.exp(-z));
      loss += (id === 'network-fit' ? (z - y) ** 2 / 2 : -Math.log(y === 1 ? probability : 1 - probability)) / size;
      const error = id === 'network-fit' ? z - y : probability - y;
      units.forEach((unit, i) => {
        const back = error * out(i) * (1 - unit ** 2);
        x.forEach((value, j) => add(i * inputs + j, back * value));
        add(hidden * inputs + i, back);
        add(hidden * (inputs + 1) + i, error * unit);
      });
      add(theta.length - 1, error);
    }
    return { loss, gradient };
  }

  test('its loss and its gradient are those of backpropagation by hand', () => {
    const evaluator = new LossEvaluator(plan, 'float64');
    const { loss, gradient } = backpropagation();
    expect(plan.parameters).toHaveLength(hidden * (inputs + 2) + 1);
    expect(evaluator.lossAt(theta)).toBeCloseTo(loss, 13);
    expectNear(evaluator.fullGradient(theta), gradient, 1e-12);
  });

  test('starts within the bounds of PyTorch’s linear layers, and spread over them', () => {
    const starts = Array.from({ length: 200 }, (_, seed) =>
      Array.from(
        planExperiment(experimentOn(id, [run('gd')], { seed, settings: { samples: 2 } })).runs[0]?.start ?? [],
      ),
    );
    const first = starts.flatMap((start) => start.slice(0, hidden * (inputs + 1)));
    const second = starts.flatMap((start) => start.slice(hidden * (inputs + 1)));
    for (const [values, bound] of [
      [first, 1 / Math.sqrt(inputs)],
      [second, 1 / Math.sqrt(hidden)],
    ] as const) {
      expect(Math.max(...values)).toBeLessThan(bound);
      expect(Math.max(...values)).toBeGreaterThan(0.97 * bound);
      expect(Math.min(...values)).toBeGreaterThan(-bound);
      expect(Math.min(...values)).toBeLessThan(-0.97 * bound);
    }
  });
});

describe('noisy quadratic', () => {
  const curvatures = [1, 2];
  const noise = 1.5;
  const lr = 0.5;

  test('its loss is the bowl itself', () => {
    const plan = planExperiment(
      experimentOn('noisy-quadratic', [run('gd')], { settings: { curvature1: 3, curvature2: 7, noise } }),
    );
    const evaluator = new LossEvaluator(plan, 'float64');
    for (const [x, y] of [
      [-4, 2],
      [0, 0],
      [100, -3],
    ] as const) {
      expect(evaluator.lossAt([x, y])).toBeCloseTo(1.5 * x * x + 3.5 * y * y, 9);
      expectNear(evaluator.fullGradient([x, y]), [3 * x, 7 * y], 1e-12);
    }
    expectNear(plan.minima[0] ?? [], [0, 0], 1e-12);
  });

  /**
   * The variance of each coordinate over a long run, one random sample for every update. Successive points are correlated by at
   * most 0.7 to the distance, so that 400,000 of them tell a variance to a standard error of 0.4%.
   */
  function stationaryVariance(momentum: number): number[] {
    const epochs = 400;
    const experiment = experimentOn(
      'noisy-quadratic',
      [run('sgd', { lr, momentum }, { size: 1, sampling: 'replacement' })],
      { epochs, settings: { curvature1: at(curvatures, 0), curvature2: at(curvatures, 1), noise } },
    );
    const plan = planExperiment(experiment);
    const [first] = plan.runs;
    if (!first) throw new RangeError('no run');
    const stepper = new Stepper(plan, first, 'float64');
    const squares = [0, 0];
    const settled = 1000;
    for (let update = 0; update < first.updates; update += 1) {
      stepper.advance(update);
      if (update >= settled) squares.forEach((sum, i) => (squares[i] = sum + at(stepper.theta, i) ** 2));
    }
    return squares.map((sum) => sum / (first.updates - settled));
  }

  test.each([0, 0.5])('settles around the minimum with the variance that theory gives, momentum %d', (mu) => {
    const expected = curvatures.map(
      (lambda) => (lr * noise ** 2 * (1 + mu)) / (lambda * (1 - mu) * (2 * (1 + mu) - lr * lambda)),
    );
    stationaryVariance(mu).forEach((variance, i) =>
      expect(Math.abs(variance / at(expected, i) - 1)).toBeLessThan(0.02),
    );
  });
});
