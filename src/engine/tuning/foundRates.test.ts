import { describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { finderExperiment } from '../../experiment/finder';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';
import { foundRate, readFinder } from '../series/finder';
import type { Trace } from '../trace/types';
import { tryFoundRates } from './foundRates';

function* traceOf(experiment: Experiment): Generator<void, Trace> {
  yield;
  return { runs: runReference(planExperiment(experiment), 'float64') } as unknown as Trace;
}

function found(...runs: readonly object[]) {
  const problem = { id: 'rosenbrock', constants: { a: 1, b: 100 } };
  const experiment = readExperiment({ version: 1, problem, start: [-1.5, 2], steps: 200, runs });
  const [rising] = [...collect(traceOf(finderExperiment(experiment)))];
  const readings = (rising as Trace).runs.map(readFinder);
  const [trials] = [...collect(tryFoundRates(experiment, readings, traceOf))];
  return { experiment, readings, trials: trials ?? [] };
}

/** The value that a generator returns, in a list. */
function collect<T>(steps: Generator<void, T>): T[] {
  for (;;) {
    const step = steps.next();
    if (step.done) return [step.value];
  }
}

const sgd = (momentum: number) => ({ optimizer: 'sgd', hyper: { lr: 0.001, momentum } });

describe('from (-1.5, 2) on Rosenbrock', () => {
  const { readings, trials } = found(sgd(0.99), sgd(0));

  test('with momentum 0.99 the run diverges at the rate at which the loss falls fastest', () => {
    expect(readings[0] && foundRate(readings[0], 'steepest')).toBe(0.00179);
    expect(trials[0]?.steepest).toEqual({ rate: 0.00179, loss: NaN, isLower: false });
  });

  test('without momentum it diverges at the rate at which the loss is lowest', () => {
    const rate = readings[1] && foundRate(readings[1], 'lowest');
    expect(rate).toBeGreaterThan(0.00215);
    expect(trials[1]?.lowest).toEqual({ rate, loss: NaN, isLower: false });
  });
});

test('a trial is the run at that rate, of the length that the runs have', () => {
  const { experiment, trials } = found({ optimizer: 'adam', hyper: { lr: 0.01 } });
  const [trial] = trials;
  for (const tried of [trial?.steepest, trial?.lowest]) {
    if (!tried) throw new Error('no rate was found');
    const runs = experiment.runs.map((run) => ({ ...run, hyper: { ...run.hyper, lr: tried.rate } }));
    const [run] = runReference(planExperiment({ ...experiment, runs }), 'float64');
    expect(run?.rows).toBe(201);
    expect(tried.loss).toBe(run?.loss[200]);
    expect(tried.isLower).toBe(tried.loss < (run?.loss[0] ?? NaN));
  }
});

test('what has no rate is not tried', () => {
  const experiment = readExperiment({ version: 1, problem: { id: 'square' }, runs: [{ optimizer: 'bfgs' }] });
  const reading = { rates: Float64Array.of(0.1), losses: Float64Array.of(1), steepest: 0, lowest: 0 };
  expect(collect(tryFoundRates(experiment, [reading], traceOf))).toEqual([[{ steepest: null, lowest: null }]]);
});
