import { describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { runToEnd } from '../common/slice';
import { runReference } from '../float64/reference';
import { TileCost } from '../sweep/cost';
import { openCpu } from '../gpu/device';
import { registerKernels } from '../gpu/kernels';
import type { Precision } from '../loss/evaluator';
import { planExperiment } from '../plan/plan';
import { completeSweep } from '../sweep/stream';
import { sweepOnDevice, sweepReference } from '../sweep/sweep';
import { rateFinding } from './bestRate';
import { rateCurve } from './rateCurve';
import type { RateCurve } from './triedRates';

registerKernels();
const cpu = openCpu('noWebgl2');

const sweeps: Readonly<Record<Precision, Parameters<typeof rateCurve>[3]>> = {
  float64: (request) => completeSweep(sweepReference(request)),
  float32: (request) => completeSweep(sweepOnDevice(request, [request], cpu, new TileCost())),
};

const ownRule =
  'heavy(lr = 1 in 1e-3..100 log, beta = 0.9)\nstate m = 0\nm = beta*m + (1 - beta)*grad(theta)\ntheta = theta - lr*m';

const experiments: Readonly<Record<string, object>> = {
  'GD, momentum and Adam on Rosenbrock, where GD soon diverges': {
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2],
    steps: 200,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.001 } },
      { optimizer: 'sgd', hyper: { lr: 0.001, momentum: 0.9 } },
      { optimizer: 'adam', hyper: { lr: 0.05 } },
    ],
  },
  'mini-batches of a regression, from a sampled start': {
    problem: { id: 'linear-regression', data: { samples: 200 } },
    epochs: 2,
    seed: 5,
    runs: [
      { optimizer: 'sgd', batch: { size: 10 } },
      { optimizer: 'adam', batch: { size: 25 } },
    ],
  },
  'a typed loss that falls for ever along one of its parameters, the other frozen': {
    problem: { loss: 'x^4/4 - x^2 + a*y', parameters: ['x', 'y'], constants: { a: 0.5 } },
    start: [0.3, 1],
    steps: 60,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 }, modifiers: { frozen: ['y'] } },
      { optimizer: 'gd', hyper: { lr: 0.1 }, modifiers: { frozen: ['x'] } },
    ],
  },
  'a rule of the user’s with a range of its own, beside one that climbs': {
    problem: { id: 'quadratic', constants: { kappa: 10 } },
    start: [-4, 2],
    steps: 80,
    runs: [
      { rule: ownRule, hyper: { lr: 1 } },
      { optimizer: 'gd', hyper: { lr: 0.01 }, modifiers: { maximize: true } },
    ],
  },
  'schedules, one of which reads the loss': {
    problem: { id: 'booth' },
    start: [-6, 4],
    steps: 90,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.05 }, schedule: { kind: 'step', stepSize: 30, gamma: 0.3 } },
      { optimizer: 'adam', hyper: { lr: 0.05 }, schedule: { kind: 'plateau', factor: 0.5, patience: 5 } },
    ],
  },
};

const read = (json: object): Experiment => readExperiment({ version: 1, ...json });

/** Rates evenly spaced in their logarithm, of three digits. */
const ratesBetween = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => Number((from * (to / from) ** (k / (count - 1))).toPrecision(3)));

/** The rates that the user is told: 43, and 25 from one neighbour of the best of them to the other. */
function toldRates(from: number, to: number, best: number): number[] {
  const far = ratesBetween(from, to, 43);
  const at = (k: number) => far[k] ?? far[best] ?? NaN;
  const near = ratesBetween(at(best - 1), at(best + 1), 25);
  return [...new Set([...far, ...near])].sort((a, b) => a - b);
}

/** The loss at the end of one run with another rate, by the reference; NaN where the run diverges or float32 has no such number. */
function lossWith(experiment: Experiment, index: number, lr: number): number {
  const run = experiment.runs[index];
  if (!run) throw new RangeError('no run');
  const alone = { ...experiment, runs: [{ ...run, hyper: { ...run.hyper, lr } }] };
  const [trace] = runReference(planExperiment(alone));
  if (!trace) throw new RangeError('no trace');
  const loss = trace.loss[trace.rows - 1] ?? NaN;
  return trace.outcome?.kind === 'diverged' || !Number.isFinite(Math.fround(loss)) ? NaN : loss;
}

/** Indices of the lowest loss, or of the highest, and of those that are as low up to 16 units in the last place of float32. */
function extremes(losses: readonly number[], climbs: boolean): number[] {
  const finite = losses.filter((loss) => !Number.isNaN(loss));
  const end = climbs ? Math.max(...finite) : Math.min(...finite);
  return losses.flatMap((loss, k) => (Math.abs(loss - end) <= 2 ** -19 * Math.abs(end) ? [k] : []));
}

const curveOf = (experiment: Experiment, index: number, precision: Precision): RateCurve =>
  runToEnd(rateCurve(experiment, index, precision, sweeps[precision]));

describe.each(Object.entries(experiments))('%s', (_, json) => {
  const experiment = read(json);

  test.each(experiment.runs.map((run, index) => ({ index, run })))(
    'the curve and the best rate of run $index are those of a brute-force search in float64',
    ({ index, run }) => {
      const climbs = run.modifiers?.maximize === true;
      const [from, to] = run.optimizer === ownRule ? [1e-3, 100] : [1e-6, 10];
      const curve = curveOf(experiment, index, 'float64');
      const farLosses = ratesBetween(from, to, 43).map((rate) => lossWith(experiment, index, rate));
      const told = extremes(farLosses, climbs).map((best) => toldRates(from, to, best));
      const rates = Array.from(curve.rates);
      expect(told).toContainEqual(rates);
      const losses = rates.map((rate) => lossWith(experiment, index, rate));
      losses.forEach((loss, k) => {
        // A sweep keeps float32 of what it computed.
        const found = curve.losses[k] ?? NaN;
        if (Number.isNaN(loss)) expect(found).toBeNaN();
        else expect(Math.abs(found - loss)).toBeLessThanOrEqual(1e-7 * Math.abs(loss) + 1e-37);
      });
      const finding = rateFinding(curve, climbs);
      if (finding.kind !== 'best') throw new RangeError('nothing is best');
      expect(extremes(losses, climbs)).toContain(finding.index);
    },
  );

  // At the edge of stability rounding decides where a run ends, so only the rates before the best are compared.
  test('float32 has the same curves up to the best rate', () => {
    experiment.runs.forEach((run, index) => {
      const climbs = run.modifiers?.maximize === true;
      const { losses } = curveOf(experiment, index, 'float64');
      const single = curveOf(experiment, index, 'float32');
      const [best = 0] = extremes(Array.from(losses), climbs);
      losses.slice(0, best).forEach((loss, k) => {
        const error = Math.abs((single.losses[k] ?? NaN) - loss);
        expect(error, `rate ${k}`).toBeLessThanOrEqual(1e-3 * Math.abs(loss) + 1e-6);
      });
    });
  });
});

test('on Rosenbrock, GD is best just below the rates at which it diverges, which the first 43 step over', () => {
  const experiment = read(experiments['GD, momentum and Adam on Rosenbrock, where GD soon diverges'] ?? {});
  const { rates, losses } = curveOf(experiment, 0, 'float64');
  const diverges = Array.from(losses, (loss, k) => (Number.isNaN(loss) ? [rates[k] ?? NaN] : [])).flat();
  expect(losses.slice(rates.indexOf(diverges[0] ?? NaN)).every(Number.isNaN)).toBe(true);
  expect(diverges[0]).toBe(0.00215);
  const best = Math.min(...losses.filter(Number.isFinite));
  expect(best).toBeLessThan(0.01 * lossWith(experiment, 0, 0.00147));
});

test('a long experiment is tried for as long as a run of a sweep may be', () => {
  const long = read({
    problem: { id: 'booth' },
    start: [-6, 4],
    steps: 5000,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.05 } }],
  });
  const { rates, losses } = curveOf(long, 0, 'float64');
  // The rates before the best one's neighbours are the first 43.
  const k = 20;
  expect(losses[k]).toBe(Math.fround(lossWith({ ...long, steps: 2000 }, 0, rates[k] ?? NaN)));
});

test('on x², where many rates end at 0, the one that reaches the minimum first is best', () => {
  const parabola = read({
    problem: { id: 'square' },
    start: [10],
    steps: 2000,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.001 } }],
  });
  const curve = curveOf(parabola, 0, 'float32');
  expect(curve.losses.filter((loss) => loss === 0).length).toBeGreaterThan(5);
  // Every update multiplies x by 1 - 2 lr.
  const nearest = Array.from(curve.rates).toSorted((a, b) => Math.abs(1 - 2 * a) - Math.abs(1 - 2 * b))[0];
  expect(Math.abs((nearest ?? NaN) - 0.5)).toBeLessThan(0.02);
  const finding = rateFinding(curve, false);
  expect(finding.kind === 'best' && curve.rates[finding.index]).toBe(nearest);
});
