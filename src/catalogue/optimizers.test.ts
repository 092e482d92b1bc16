import { describe, expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import { runReference } from '../engine/float64/reference';
import type { RunTrace } from '../engine/trace/types';
import type { Experiment, Run } from '../experiment/core/types';
import { findRule, findProblem, optimizers, problems, ruleOf } from '.';
import type { FunctionProblem } from '.';

const functions = problems.filter((problem) => problem.kind === 'function');

/** A run with these hyperparameters and the defaults of the others, flags as booleans. */
function runOf(id: string, hyper: Record<string, number | boolean>): Run {
  const optimizer = findRule(id);
  if (!optimizer) throw new RangeError(`no optimizer ${id}`);
  const defaults = ruleOf(optimizer).hyper.map((h) => [h.name, h.flag ? h.default === 1 : h.default] as const);
  return { optimizer: id, hyper: { ...Object.fromEntries(defaults), ...hyper } };
}

function trace(experiment: Experiment): RunTrace {
  const [first] = runReference(planExperiment(experiment));
  if (!first) throw new RangeError('no run');
  return first;
}

const on = (problem: FunctionProblem, steps: number, run: Run, start = problem.start): RunTrace => {
  const constants = Object.fromEntries(
    Object.entries(problem.constants).map(([name, setting]) => [name, setting.default]),
  );
  return trace({
    version: 1,
    problem: { kind: 'function', id: problem.id, constants },
    start,
    steps,
    seed: 1,
    runs: [run],
  });
};

function functionOf(id: string): FunctionProblem {
  const found = findProblem(id);
  if (found?.kind !== 'function') throw new RangeError(`no function ${id}`);
  return found;
}

/** Points of a two-parameter trace. */
const points = ({ params, rows }: RunTrace) =>
  Array.from({ length: rows }, (_, k) => [params[2 * k] ?? Number.NaN, params[2 * k + 1] ?? Number.NaN] as const);

test('decoupled decay of 0 makes AdamW Adam; any other does not make it Adam with a penalty', () => {
  const rosenbrock = functionOf('rosenbrock');
  const path = (id: string, weightDecay: number) => points(on(rosenbrock, 50, runOf(id, { lr: 0.05, weightDecay })));
  expect(path('adamw', 0)).toEqual(path('adam', 0));
  expect(path('adamw', 0.1)[50]).not.toEqual(path('adam', 0.1)[50]);
});

test('the first step of Adam is lr*|g|/(|g| + eps)', () => {
  const g = 1e-3;
  const step = (eps: number) => {
    const { params } = on(functionOf('square'), 1, runOf('adam', { lr: 0.1, eps }), [g / 2]);
    return ((params[0] ?? 0) - (params[1] ?? 0)) / 0.1;
  };
  expect(step(1e-8)).toBeCloseTo(0.99999, 8);
  expect(step(1e-4)).toBeCloseTo(1 / 1.1, 10);
});

test('ASGD averages its points once t0 updates are behind it', () => {
  const asgd = on(functionOf('quadratic'), 30, runOf('asgd', { lr: 0.05, t0: 10 }));
  const path = points(asgd);
  // torch computes the weight at the end of the update before: 1 up to update t0 + 2, then 1/2, 1/3 ...
  const averaged = path.slice(12);
  const mean = [0, 1].map((i) => averaged.reduce((sum, point) => sum + (point[i] ?? 0), 0) / averaged.length);
  // `ax` is the only state that differs between parameters, so the trace holds it alone.
  expect(asgd.state.length).toBe(31 * 2);
  mean.forEach((value, i) => expect(asgd.state[asgd.state.length - 2 + i]).toBeCloseTo(value, 12));
});

describe.each(optimizers.map((optimizer) => [optimizer.id, optimizer] as const))('%s', (id, optimizer) => {
  const declared = ruleOf(optimizer).hyper.map(({ name }) => name);
  // A decay moves the parameters for reasons of its own.
  const decayless = declared.includes('weightDecay') ? { weightDecay: 0 } : {};
  // Only steps that the rate makes small: none of a least length, none too small for float64, and a minimum below all problems'.
  const others = { minStep: 0, repsRel: 1, fstar: -1000 };
  const moving = Object.fromEntries(Object.entries(others).filter(([name]) => declared.includes(name)));
  // ADOPT only measures at its first update. With a loss that changes, its second gradient is of another loss.
  const updates = id === 'adopt' ? 2 : 1;
  const steady = functions.filter(({ objective }) => updates === 1 || objective === undefined);

  test.each(steady.map((problem) => [problem.id, problem] as const))(
    'goes down %s when its steps are small',
    (_, problem) => {
      const { loss, params } = on(problem, updates, runOf(id, { lr: 1e-9, ...decayless, ...moving }));
      expect(loss[updates]).toBeLessThan(loss[0] ?? Number.NaN);
      expect(params.every(Number.isFinite)).toBe(true);
    },
  );
});

// Reddi's problem shows how Adam climbs.
test.each(
  functions.filter(({ objective }) => objective === undefined).map((problem) => [problem.id, problem] as const),
)('%s shows something at its own rates', (_, problem) => {
  for (const run of [
    runOf('sgd', { lr: problem.rates.sgd, momentum: 0.9 }),
    runOf('adam', { lr: problem.rates.adam }),
  ]) {
    const { loss, rows } = on(problem, problem.steps, run);
    expect(rows).toBe(problem.steps + 1);
    const [first = Number.NaN] = loss;
    const last = loss[rows - 1] ?? Number.NaN;
    // A visible descent: the loss falls by a tenth of its value at the start, or to below 0.
    expect(first - last).toBeGreaterThan(0.1 * Math.abs(first));
  }
});
