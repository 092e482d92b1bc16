import { describe, expect, test } from 'vitest';
import { Stepper } from '../engine/float64/stepper';
import { planFunctionRun } from '../engine/plan/runs';
import type { DataPlan, FunctionPlan } from '../engine/plan/types';
import { choiceOf, custom, descent, planOnData, pointOf, runInFloat64, runOf } from '../engine/testing/experiments';
import type { Experiment } from '../experiment/core/types';
import { compileLoss, parseExpression } from '../formula';
import recorded from './golden/matrices.json' with { type: 'json' };
import { problems, type DataModel } from '.';
import { modelsOf } from './testing/models';
import { lamb, lars, layerwise, muon, soap, the, type Settings, type Vector } from './testing/papers';

/* Rules over matrices, against numpy and torch, and against loops written from their papers. */

type Numbers = readonly (readonly number[])[];

interface Golden {
  readonly method: string;
  readonly settings: Readonly<Record<string, number | undefined>>;
  readonly start: Numbers;
  readonly target: Numbers;
  readonly curvature: Numbers;
  readonly updates: number;
  readonly every: number;
  readonly points: readonly Numbers[];
}

const golden = recorded.runs as readonly Golden[];

/** Half the trace of (W - M) C (W - M)^T as a formula, over parameters that stand in the order of the columns, not of the rows. */
function planOf({ method, settings, start, target, curvature }: Golden): FunctionPlan {
  const name = (i: number, j: number) => `w${i}_${j}`;
  const columns = curvature.map((_, j) => j);
  const parameters = columns.flatMap((j) => start.map((_, i) => name(i, j)));
  const text = (value = 0) => `(${value})`;
  const residual = (i: number, j: number) => `(${name(i, j)} - ${text(target[i]?.[j])})`;
  const terms = start.flatMap((_, i) =>
    columns.flatMap((j) => columns.map((k) => [i, j, k] as const)).map(([r, j, k]) => ({ r, j, k, i })),
  );
  const gradient = compileSum(
    terms.map(({ i, j, k }) => `${text(curvature[j]?.[k])}*${residual(i, j)}*${residual(i, k)}`),
  );
  const loss = compileLoss(gradient, parameters, []);
  const problem = {
    kind: 'function' as const,
    parameters,
    tensors: [
      {
        rows: start.length,
        columns: columns.length,
        at: start.flatMap((_, i) => columns.map((j) => parameters.indexOf(name(i, j)))),
      },
    ],
    loss,
    training: loss,
    constants: new Float64Array(),
    domain: null,
    defaultRanges: parameters.map(() => [-2, 2] as const),
    minima: [],
    lowest: null,
    start: columns.flatMap((j) => start.map((row) => row[j] ?? Number.NaN)),
  };
  const given = Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const experiment = descent(custom('x^2', 'x'), [0], 100, runOf(method, given));
  const [run] = experiment.runs;
  if (!run) throw new RangeError('no run');
  return { ...problem, runs: [planFunctionRun(run, experiment, problem)] };
}

/** Half of a sum of terms; parsed in parts, because a text may not be as long as the sum. */
function compileSum(terms: readonly string[]) {
  const [first, ...rest] = terms.map((term) => parseExpression(`0.5*${term}`));
  if (!first) throw new RangeError('no terms');
  return rest.reduce((sum, term) => ({ kind: 'apply', operator: 'add', args: [sum, term], at: 0, length: 0 }), first);
}

describe.each(golden.map((one) => [`${one.method} of ${one.start.length} x ${one.curvature.length}`, one] as const))(
  '%s',
  (_, one) => {
    test('is what torch and numpy recorded', () => {
      const plan = planOf(one);
      const [run] = plan.runs;
      if (!run) throw new RangeError('no run');
      const stepper = new Stepper(plan, run, 'float64');
      for (let update = 0; update < one.updates; update += 1) {
        stepper.advance(update);
        const point = (update + 1) % one.every === 0 ? one.points[(update + 1) / one.every - 1] : undefined;
        point?.forEach((row, i) =>
          row.forEach((value, j) =>
            expect(Math.abs((stepper.theta[j * point.length + i] ?? NaN) - value)).toBeLessThan(1e-9),
          ),
        );
      }
      expect(one.points).toHaveLength(one.updates / one.every);
    });
  },
);

/** The gradient of half the mean squared error of W x, by hand. */
function memoryGradient({ data }: DataPlan, size: number): (point: Vector) => Vector {
  const at = (column: number, sample: number) => data.columns[column]?.[sample] ?? Number.NaN;
  return (point) => {
    const gradient = new Array<number>(size * size).fill(0);
    for (let sample = 0; sample < data.size; sample += 1)
      for (let i = 0; i < size; i += 1) {
        let error = -at(size + i, sample);
        for (let j = 0; j < size; j += 1) error += (point[i * size + j] ?? Number.NaN) * at(j, sample);
        for (let j = 0; j < size; j += 1)
          gradient[i * size + j] = (gradient[i * size + j] ?? 0) + (error * at(j, sample)) / data.size;
      }
    return gradient;
  };
}

/** The gradient of the mean logistic loss of a network with two inputs, by hand. */
function networkGradient({ data }: DataPlan, hidden: number): (point: Vector) => Vector {
  const [x1 = [], x2 = [], y = []] = data.columns.map((column) => [...column]);
  return (point) => {
    const sum = point.map(() => 0);
    const add = (i: number, value: number) => (sum[i] = (sum[i] ?? 0) + value / data.size);
    const p = (i: number) => point[i] ?? Number.NaN;
    y.forEach((target, s) => {
      const [a, b] = [x1[s] ?? 0, x2[s] ?? 0];
      const units = Array.from({ length: hidden }, (_, k) =>
        Math.tanh(p(2 * k) * a + p(2 * k + 1) * b + p(2 * hidden + k)),
      );
      const z = units.reduce((total, unit, k) => total + p(3 * hidden + k) * unit, p(4 * hidden));
      const error = 1 / (1 + Math.exp(-z)) - target;
      units.forEach((unit, k) => {
        const back = error * p(3 * hidden + k) * (1 - unit * unit);
        add(2 * k, back * a);
        add(2 * k + 1, back * b);
        add(2 * hidden + k, back);
        add(3 * hidden + k, error * unit);
      });
      add(4 * hidden, error);
    });
    return sum;
  };
}

const places = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => i * columns + j));

/** What Muon does not read. */
const nothingElse = { value: () => Number.NaN, noise: [], hessian: () => [] };

function expectPath(
  experiment: Experiment,
  method: ReturnType<typeof muon>,
  gradient: (point: Vector) => Vector,
): void {
  const trace = runInFloat64(experiment);
  const settings: Settings = Object.fromEntries(
    Object.entries(experiment.runs[0]?.hyper ?? {}).map(([name, value]) => [name, Number(value)]),
  );
  const update = method(pointOf(trace, 0), settings);
  for (let row = 1; row < trace.rows; row += 1) {
    const expected = update({ ...nothingElse, gradient }, the(settings, 'lr'));
    pointOf(trace, row).forEach((value, i) =>
      expect(Math.abs(value - (expected[i] ?? Number.NaN)), `row ${row}`).toBeLessThan(1e-9),
    );
  }
  expect(pointOf(trace, -1)).not.toEqual(pointOf(trace, 0));
}

describe('as the page runs them', () => {
  const onMemories = [
    ['Muon', 'muon', {}, muon],
    ['SOAP', 'soap', { lr: 0.05 }, soap],
  ] as const;
  const sized = onMemories.flatMap((one) => [2, 5, 8].map((size) => [...one, size] as const));

  test.each(sized)('%s on a memory is its loop, case %$', (_, id, hyper, loop, size) => {
    const experiment: Experiment = {
      version: 1,
      start: null,
      problem: choiceOf('associative-memory', { size }),
      epochs: 40,
      seed: 3,
      runs: [runOf(id, hyper)],
    };
    expectPath(experiment, loop([places(size, size)]), memoryGradient(planOnData(experiment), size));
  });

  // Parameters: two weights of each unit, then the biases, the weights of the output, its bias.
  const hidden = 3;
  const span = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
  const layers = [span(0, 2 * hidden), span(2 * hidden, hidden), span(3 * hidden, hidden), [4 * hidden]];

  test.each([
    ['muon', 'takes the weights of the hidden layer for a matrix, and nothing else', {}, muon([places(hidden, 2)])],
    ['lars', 'gives every layer a rate of its own', { lr: 5 }, layerwise(lars, layers)],
    ['lamb', 'gives every layer a rate of its own', { lr: 0.02 }, layerwise(lamb, layers)],
  ] as const)('%s on a network %s', (id, _, hyper, method) => {
    const experiment: Experiment = {
      version: 1,
      problem: choiceOf('network-classes', { hidden, samples: 20 }),
      start: null,
      epochs: 30,
      seed: 3,
      runs: [runOf(id, hyper)],
    };
    expectPath(experiment, method, networkGradient(planOnData(experiment), hidden));
  });

  test('a parameter that forms no matrix moves by about the rate, whatever its gradient', () => {
    const moved = (slope: number) => {
      const experiment = descent(custom(`${slope}*x`, 'x'), [0], 1, runOf('muon', { lr: 0.02 }));
      return Math.abs(pointOf(runInFloat64(experiment), 1)[0] ?? Number.NaN) / 0.02;
    };
    for (const slope of [1e-3, 1, 1e3]) {
      expect(moved(slope)).toBeGreaterThan(0.6);
      expect(moved(slope)).toBeLessThan(1.3);
    }
  });
});

test('on parameters that form no matrix, Shampoo is Adagrad', () => {
  const path = (id: string) =>
    runInFloat64(descent(choiceOf('rosenbrock'), [-1.5, 2], 60, runOf(id, { lr: 0.3, eps: 0 }))).params;
  const [shampoo, adagrad] = [path('shampoo'), path('adagrad')];
  expect(shampoo).toHaveLength(122);
  shampoo.forEach((value, i) => expect(value).toBeCloseTo(adagrad[i] ?? Number.NaN, 11));
});

test('on parameters that form no matrix, SOAP is Adam to the last bit', () => {
  const hyper = { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-6 };
  const path = (id: string) => runInFloat64(descent(choiceOf('rosenbrock'), [-1.5, 2], 60, runOf(id, hyper))).params;
  expect(path('soap')).toEqual(path('adam'));
  expect(path('soap')).toHaveLength(122);
});

test('tensors hold every parameter of their problem once, in rows of one length', () => {
  const spaces = problems.flatMap((problem): Pick<DataModel, 'parameters' | 'tensors'>[] =>
    problem.kind === 'function' ? [problem] : modelsOf(problem).map(({ model }) => model),
  );
  const declared = spaces.flatMap(({ tensors, parameters }) => (tensors ? [{ tensors, parameters }] : []));
  expect(declared.length).toBeGreaterThan(3);
  for (const { tensors, parameters } of declared) {
    expect(tensors.flatMap(({ rows }) => rows.flat()).sort()).toEqual([...parameters].sort());
    for (const { rows } of tensors) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  }
});
