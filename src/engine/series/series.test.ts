import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizers, ruleOf } from '../../catalogue';
import { parseTrajectories, toExperiment } from '../../catalogue/golden/cases';
import { fullBatch } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { inspectStep } from '../float64/inspect';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { choiceOf, custom, descent, runOf } from '../testing/experiments';
import { LossEvaluator } from '../loss/evaluator';
import { seriesOf, type RunSeries, type SeriesQuantity } from '.';

/** The answer, and how often the work paused for it. */
function complete<T>(steps: Generator<void, T>): { value: T; pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const { done, value } = steps.next();
    if (done) return { value, pauses };
  }
}

function follow(experiment: Experiment, quantity: SeriesQuantity) {
  const plan = planExperiment(experiment);
  const traces = runReference(plan);
  const { runs, every } = complete(seriesOf(plan, traces, quantity)).value;
  return { plan, traces, runs, every };
}

/** The numbers of one row. */
const rowOf = ({ rows, components, values }: RunSeries, row: number): number[] => {
  const i = rows.indexOf(row);
  return [...values.subarray(i * components, (i + 1) * components)];
};

const only = <T>(list: readonly T[]): T => {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new RangeError('one');
  return first;
};

const rosenbrock = (...runs: Parameters<typeof runOf>[]) =>
  descent(choiceOf('rosenbrock'), [-1.5, 2], 60, ...runs.map((run) => runOf(...run)));

describe('the gradient’s length', () => {
  test('is that of central differences, on random points of random bowls', () => {
    const small = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(small, small, small, small, (a, b, x, y) => {
        const f = (u: number, v: number) => Math.sin(a * u * v) + b * u * u * v + Math.exp(u - v);
        const { runs } = follow(
          descent(custom(`sin(${a}*x*y) + ${b}*x^2*y + exp(x - y)`, 'x', 'y'), [x, y], 1, runOf('gd', { lr: 0 })),
          'gradient',
        );
        const h = 1e-6;
        const numerical = Math.hypot((f(x + h, y) - f(x - h, y)) / (2 * h), (f(x, y + h) - f(x, y - h)) / (2 * h));
        expect(rowOf(only(runs), 0)[0]).toBeCloseTo(numerical, 5);
      }),
    );
  });

  test('is over all samples, whatever the batch, and the same in slices as at once', () => {
    const experiment = {
      ...descent(
        choiceOf('linear-regression', { samples: 50 }),
        [0, 0, 0],
        1,
        runOf('sgd', { lr: 0.1 }, { batch: { ...fullBatch, size: 5, accumulate: 1 } }),
      ),
      epochs: 2,
    };
    const { plan, traces, runs } = follow(experiment, 'gradient');
    const loss = new LossEvaluator(plan, 'float64');
    const { params } = only(traces);
    expect([...only(runs).rows]).toEqual(Array.from({ length: 21 }, (_, row) => row));
    for (const row of only(runs).rows) {
      const gradient = [...loss.fullGradient(params.subarray(3 * row, 3 * row + 3))];
      const sliced = complete(
        new LossEvaluator(plan, 'float64').fullGradientInSlices(params.subarray(3 * row, 3 * row + 3), {
          isTimeUp: () => true,
        }),
      );
      expect([...sliced.value]).toEqual(gradient);
      expect(sliced.pauses).toBeGreaterThan(0);
      expect(rowOf(only(runs), row)).toEqual([Math.hypot(...gradient)]);
    }
  });
});

describe('the effective rate', () => {
  test('of Adam on torch’s own path is lr over the bias-corrected root, by hand', () => {
    const cases = parseTrajectories(
      JSON.parse(readFileSync(new URL('../../catalogue/golden/trajectories.json', import.meta.url), 'utf8')),
    );
    const golden = cases.find(
      ({ surface, optimizer, hyper, dtype }) =>
        surface === 'rosenbrock' &&
        optimizer === 'Adam' &&
        dtype === 'float64' &&
        !hyper.weight_decay &&
        !hyper.amsgrad,
    );
    if (!golden) throw new RangeError('no such case');
    const { runs } = follow(toExperiment(golden), 'rate');
    const {
      lr = 0.001,
      betas = [0.9, 0.999],
      eps = 1e-8,
    } = golden.hyper as { lr?: number; betas?: [number, number]; eps?: number };
    let v = [0, 0];
    for (let t = 1; t <= 30; t += 1) {
      const [x = 0, y = 0] = golden.theta[t - 1] ?? [];
      const g = [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
      v = v.map((value, i) => betas[1] * value + (1 - betas[1]) * (g[i] ?? 0) ** 2);
      v.forEach((value, i) => {
        const byHand = lr / ((1 - betas[0] ** t) * (Math.sqrt(value / (1 - betas[1] ** t)) + eps));
        expect((rowOf(only(runs), t)[i] ?? 0) / byHand).toBeCloseTo(1, 9);
      });
    }
    expect(rowOf(only(runs), 0)).toEqual([Number.NaN, Number.NaN]);
  });

  /** What it multiplies to make the step, for each rule that divides: theta' - theta = -rate * this. */
  const multiplied: Readonly<Record<string, string>> = {
    adagrad: 'g',
    adadelta: 'g',
    rmsprop: 'g',
    adam: 'm',
    'adam-eps-inside': 'm',
    'adam-uncorrected': 'm',
    adamax: 'm',
    radam: 'm',
    asgd: 'g',
    gd: 'g',
  };
  const settings: Readonly<Record<string, Readonly<Record<string, number>>>> = { asgd: { lambd: 0 } };

  test.each(Object.entries(multiplied))('of %s times %s is the step', (id, name) => {
    const { plan, traces, runs } = follow(rosenbrock([id, { lr: 0.002, ...settings[id] }]), 'rate');
    const { params, state } = only(traces);
    const width = state.length / only(traces).rows;
    for (const t of [1, 2, 7, 40]) {
      const row = { params: params.subarray(2 * t - 2, 2 * t), state: state.subarray(width * (t - 1), width * t) };
      const factor =
        inspectStep(plan, 0, t, row)
          .lines.filter((line) => line.name === name)
          .pop()?.values ?? [];
      const rates = rowOf(only(runs), t);
      factor.forEach((times, i) => {
        const rate = rates[i] ?? rates[0] ?? Number.NaN;
        const step = (params[2 * t + i] ?? 0) - (params[2 * t - 2 + i] ?? 0);
        expect(-rate * times).toBeCloseTo(step, 12);
      });
    }
  });

  test('of Rprop is the length of each parameter’s step', () => {
    const { traces, runs } = follow(rosenbrock(['rprop', { lr: 0.01 }]), 'rate');
    const { params } = only(traces);
    for (const t of [1, 2, 3]) {
      rowOf(only(runs), t).forEach((rate, i) =>
        expect(rate).toBeCloseTo(Math.abs((params[2 * t + i] ?? 0) - (params[2 * t - 2 + i] ?? 0)), 12),
      );
    }
  });

  test('is defined for every rule', () => {
    for (const { id } of optimizers) {
      const { runs } = follow(rosenbrock([id, { lr: 1e-3 }]), 'rate');
      expect(only(runs).components).toBeGreaterThan(0);
      expect(rowOf(only(runs), 5).every((rate) => rate > 0 && Number.isFinite(rate))).toBe(true);
    }
  });

  test('is none of a parameter’s own where a rule works on a matrix', () => {
    const memory = (id: string): Experiment => ({
      version: 1,
      problem: choiceOf('associative-memory', { size: 2 }),
      start: null,
      epochs: 4,
      seed: 1,
      runs: [runOf(id, {})],
    });
    expect(['muon', 'shampoo', 'adam'].map((id) => only(follow(memory(id), 'rate').runs).components)).toEqual([
      0, 0, 4,
    ]);
  });

  test('of Shampoo is every parameter’s own where the only matrix is not square', () => {
    const network = (id: string): Experiment => ({
      version: 1,
      problem: choiceOf('network-classes', { hidden: 3 }),
      start: null,
      epochs: 1,
      seed: 1,
      runs: [runOf(id, {})],
    });
    const [ofMuon, ofShampoo] = ['muon', 'shampoo'].map((id) => only(follow(network(id), 'rate').runs));
    // 3 x 2 weights and 3 biases, 3 weights and a bias.
    expect([ofMuon?.components, ofShampoo?.components]).toEqual([0, 13]);
  });

  test('of Shampoo, of single parameters, is that of Adagrad', () => {
    const { traces, runs } = follow(rosenbrock(['shampoo', { lr: 0.1, eps: 0.5 }]), 'rate');
    const [x = Number.NaN, y = Number.NaN] = only(traces).params;
    const slope = [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
    rowOf(only(runs), 1).forEach((rate, i) =>
      expect(rate).toBeCloseTo(0.1 / Math.sqrt((slope[i] ?? Number.NaN) ** 2 + 0.5), 12),
    );
  });
});

test('the update’s length is the distance between two rows, and there is none at the start', () => {
  const { traces, runs } = follow(rosenbrock(['adam', { lr: 0.05 }]), 'update');
  const { params } = only(traces);
  expect(rowOf(only(runs), 0)).toEqual([Number.NaN]);
  expect(rowOf(only(runs), 9)).toEqual([
    Math.hypot((params[18] ?? 0) - (params[16] ?? 0), (params[19] ?? 0) - (params[17] ?? 0)),
  ]);
});

test('the rate follows its schedule', () => {
  const experiment = descent(
    choiceOf('square'),
    [10],
    6,
    runOf('gd', { lr: 0.1 }, { schedule: { kind: 'step', args: { stepSize: 2, gamma: 0.5 } } }),
  );
  const [, ...rates] = only(follow(experiment, 'lr').runs).values;
  rates.forEach((rate, t) => expect(rate).toBeCloseTo(0.1 * 0.5 ** Math.floor(t / 2), 15));
});

describe('a state', () => {
  test.each(optimizers.map((optimizer) => [optimizer.id, ruleOf(optimizer).states] as const))(
    'of %s is there by its name',
    (id, states) => {
      for (const { name } of states)
        expect(only(follow(rosenbrock([id, {}]), `state.${name}`).runs).components).toBeGreaterThan(0);
    },
  );

  test('a velocity is the weighted sum of gradients', () => {
    const experiment = descent(choiceOf('square'), [10], 3, runOf('sgd', { lr: 0.1, momentum: 0.5 }));
    // g = 2x: 20, then x = 8 and v = 10 + 16, then x = 5.4 and v = 13 + 10.8.
    [0, 20, 26, 23.8].forEach((value, i) =>
      expect(only(follow(experiment, 'state.v').runs).values[i]).toBeCloseTo(value, 12),
    );
  });

  test('NAdam’s product of momenta starts from 1; runs without one have none', () => {
    const { runs } = follow(rosenbrock(['nadam', {}], ['sgd', {}]), 'state.product');
    expect(runs.map(({ components }) => components)).toEqual([1, 0]);
    expect(runs[0]?.values[0]).toBe(1);
    expect(runs[0]?.values[1]).toBeCloseTo(0.9 * (1 - 0.5 * 0.96 ** 0.004), 6);
  });
});

test('over the limits there are evenly spaced rows, with the first and the last', () => {
  const plan = planExperiment(rosenbrock(['gd', { lr: 1e-3 }], ['adam', {}]));
  const traces = runReference(plan);
  const report = (quantity: SeriesQuantity, limits: { operations: number; numbers: number }) =>
    complete(seriesOf(plan, traces, quantity, limits)).value;
  const full = report('state.m', { operations: 1e9, numbers: 1e9 });
  expect(full.every).toBe(1);
  // 120 numbers for two runs: 30 rows of two parameters each.
  const thin = report('state.m', { operations: 1e9, numbers: 120 });
  expect([thin.every, ...thin.runs.map(({ rows }) => [...rows])]).toEqual([
    3,
    [],
    Array.from({ length: 21 }, (_, i) => 3 * i),
  ]);
  expect([...(thin.runs[1]?.rows ?? [])].map((row) => rowOf(thin.runs[1] ?? only([]), row))).toEqual(
    [...(thin.runs[1]?.rows ?? [])].map((row) => rowOf(full.runs[1] ?? only([]), row)),
  );
  const costly = report('gradient', { operations: 1, numbers: 1e9 });
  expect(
    costly.runs.every(({ rows }) => rows.length >= 20 && rows.length <= 24 && rows[0] === 0 && rows.at(-1) === 60),
  ).toBe(true);
});

describe('a name that lines of a rule assign', () => {
  test('is what the inspection of each update says, also where it depends on t alone', () => {
    for (const name of ['g', 'mhat', 'vhat', 'mu', 'nextMu']) {
      const { plan, traces, runs } = follow(rosenbrock(['nadam', { lr: 0.01 }]), `line.${name}`);
      const { params, state } = only(traces);
      const width = state.length / only(traces).rows;
      for (const t of [1, 2, 17]) {
        const row = { params: params.subarray(2 * t - 2, 2 * t), state: state.subarray(width * (t - 1), width * t) };
        const said = inspectStep(plan, 0, t, row).lines.findLast((line) => line.name === name)?.values;
        if (said) expect([...rowOf(only(runs), t)]).toEqual([...said]);
        else expect(only(runs).components).toBe(0);
      }
    }
  });

  test('is one line of the plot where it is one number, and undefined at the start', () => {
    const rule = 'r(lr = 0.01)\ng = grad(theta)\nlength = norm(g)\ntheta = theta - lr*g/length';
    const { runs } = follow(rosenbrock([rule, { lr: 0.01 }]), 'line.length');
    const { components, values } = only(runs);
    expect(components).toBe(1);
    const gradients = only(follow(rosenbrock([rule, { lr: 0.01 }]), 'gradient').runs).values;
    expect(values[0]).toBeNaN();
    // The update that leads to row t reads the gradient at row t - 1.
    for (const t of [1, 5, 20]) expect(values[t]).toBeCloseTo(gradients[t - 1] ?? NaN, 9);
  });
});

describe('a second path', () => {
  test('is where Schedule-Free SGD takes its gradients, by a loop of its own', () => {
    const [lr, momentum] = [0.001, 0.9];
    const { runs } = follow(rosenbrock(['schedule-free-sgd', { lr, momentum }]), 'drawn');
    let [z, x, weight] = [[-1.5, 2], [-1.5, 2], 0];
    expect(rowOf(only(runs), 0)).toEqual([NaN, NaN]);
    for (let row = 1; row <= 60; row += 1) {
      const y = z.map((value, i) => (1 - momentum) * value + momentum * Number(x[i]));
      const [a = NaN, b = NaN] = y;
      const gradient = [-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)];
      rowOf(only(runs), row).forEach((value, i) => expect(value).toBeCloseTo(Number(y[i]), 10));
      z = z.map((value, i) => value - lr * Number(gradient[i]));
      weight += lr * lr;
      const c = (lr * lr) / weight;
      x = x.map((value, i) => (1 - c) * value + c * Number(z[i]));
    }
  });

  test('is a state, also under modifiers, and there is none without a line that asks for it', () => {
    const draw = (rule: string) =>
      `own(lr = 0.001)\nstate m = 0\nm = 0.5*m + theta\ntheta = theta - lr*grad(theta)\n${rule}`;
    const experiment = rosenbrock(
      [draw('draw m'), { lr: 0.001 }, { modifiers: { clipNorm: 1 } }],
      [draw(''), { lr: 0.001 }],
    );
    const { runs, traces } = follow(experiment, 'drawn');
    const [drawn, none] = runs;
    expect(none?.components).toBe(0);
    let m = [0, 0];
    for (let row = 1; row <= 60; row += 1) {
      m = m.map((value, i) => 0.5 * value + Number(traces[0]?.params[2 * (row - 1) + i]));
      expect(drawn && rowOf(drawn, row)).toEqual(m);
    }
  });
});
