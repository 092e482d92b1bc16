import { expect, test } from 'vitest';
import { sampleNoise } from '../engine/plan/parameterInputs';
import { choiceOf, custom, descent, pointOf, runInFloat64, runOf } from '../engine/testing/experiments';
import { fullBatch } from '../experiment';
import type { Experiment, Run, Schedule } from '../experiment/core/types';
import { optimizers } from '.';
import { papers, the, type Loss, type Settings, type Vector } from './testing/papers';

/*
 * Rules without a class of torch, row by row against loops written from their papers: on three functions and on batches of
 * data, whose losses and gradients are written by hand, and with a rate that falls at every update.
 */

const UPDATES = 60;

interface Problem {
  readonly name: string;
  readonly start: Vector;
  readonly lossAt: (update: number) => Loss;
  /** The rate of an update as a multiple of the first one's; 1 if absent. */
  readonly rateAt?: (update: number) => number;
  readonly experiment: (run: Run) => Experiment;
}

const rosenbrock: Problem = {
  name: 'Rosenbrock’s valley',
  start: [-1.5, 2],
  lossAt: () => ({
    value: ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: ([x = 0, y = 0]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    hessian: ([x = 0, y = 0]) => [
      [2 - 400 * (y - x * x) + 800 * x * x, -400 * x],
      [-400 * x, 200],
    ],
  }),
  experiment: (run) => descent(choiceOf('rosenbrock'), rosenbrock.start, UPDATES, run),
};

const bowl: Problem = {
  name: 'a bowl',
  start: [-4, 2],
  lossAt: () => ({
    value: ([x = 0, y = 0]) => 0.5 * (x * x + 25 * y * y),
    gradient: ([x = 0, y = 0]) => [x, 25 * y],
    hessian: () => [
      [1, 0],
      [0, 25],
    ],
  }),
  experiment: (run) => descent(choiceOf('quadratic'), bowl.start, UPDATES, run),
};

/** Its gradient is never longer than 1, and its bottom is within reach. */
const gentle: Problem = {
  name: 'a gentle bowl',
  start: [3, -2],
  lossAt: () => ({
    value: ([x = 0, y = 0]) => 0.05 * x * x + 0.1 * y * y,
    gradient: ([x = 0, y = 0]) => [0.1 * x, 0.2 * y],
    hessian: () => [
      [0.1, 0],
      [0, 0.2],
    ],
  }),
  experiment: (run) => descent(custom('0.05*x^2 + 0.1*y^2', 'x', 'y'), gentle.start, UPDATES, run),
};

const falling: Schedule = { kind: 'exponential', args: { gamma: 0.95 } };

/** It shows whether what a rule remembers has the rate in it. */
const fallingRate: Problem = {
  ...bowl,
  name: 'a bowl with a falling rate',
  rateAt: (update) => 0.95 ** update,
  experiment: (run) => bowl.experiment({ ...run, schedule: falling }),
};

const [SAMPLES, BATCH] = [12, 4];
const samples = Array.from({ length: SAMPLES }, (_, i) => ({
  x: [Math.sin(3 * i + 1), Math.cos(5 * i)] as const,
  y: 2 * Math.sin(3 * i + 1) - 3 * Math.cos(5 * i) + 4 + 0.3 * Math.sin(7 * i),
}));
/** Every epoch begins one sample later. */
const visit = (epoch: number, k: number) => (epoch + 5 * k) % SAMPLES;
const perEpoch = SAMPLES / BATCH;

const regression: Problem = {
  name: 'batches of a regression',
  start: [0.5, -0.5, 0.1],
  lossAt: (update) => {
    const [epoch, batch] = [Math.floor(update / perEpoch), update % perEpoch];
    const drawn = Array.from({ length: BATCH }, (_, i) => samples[visit(epoch, batch * BATCH + i)]).flatMap(
      (sample) => sample ?? [],
    );
    const mean = (of: (residual: number, x: readonly [number, number]) => number, [w1 = 0, w2 = 0, b = 0]: Vector) =>
      drawn.reduce((sum, { x, y }) => sum + of(w1 * x[0] + w2 * x[1] + b - y, x), 0) / BATCH;
    return {
      value: (point) => mean((residual) => residual ** 2 / 2, point),
      gradient: (point) => [
        mean((residual, x) => residual * x[0], point),
        mean((residual, x) => residual * x[1], point),
        mean((residual) => residual, point),
      ],
      hessian: () =>
        [0, 1, 2].map((i) => [0, 1, 2].map((j) => mean((_, x) => ([...x, 1][i] ?? 0) * ([...x, 1][j] ?? 0), []))),
    };
  },
  experiment: (run) => {
    const epochs = UPDATES / perEpoch;
    const choice = choiceOf('linear-regression');
    if (choice.kind !== 'data') throw new RangeError('no data');
    const userData = {
      x: samples.map(({ x }) => [...x]),
      y: samples.map(({ y }) => y),
      order: Array.from({ length: epochs }, (_, epoch) => samples.map((_sample, k) => visit(epoch, k))),
    };
    return {
      version: 1,
      problem: { ...choice, userData },
      start: regression.start,
      epochs,
      seed: 1,
      runs: [{ ...run, batch: { ...fullBatch, size: BATCH } }],
    };
  },
};

const cases = Object.entries(papers).flatMap(([id, { method, settings, updates = UPDATES }]) =>
  [rosenbrock, bowl, gentle, fallingRate, regression].flatMap((problem) =>
    settings.map((given) => ({
      title: `${id} ${JSON.stringify(given)} on ${problem.name}`,
      id,
      method,
      updates,
      given,
      problem,
    })),
  ),
);

test.each(cases)('$title is the loop of its paper', ({ id, method, updates, given, problem }) => {
  const run = runOf(id, given);
  const settings: Settings = Object.fromEntries(
    Object.entries(run.hyper).map(([name, value]) => [name, Number(value)]),
  );
  const trace = runInFloat64(problem.experiment(run));
  expect(trace.rows).toBe(UPDATES + 1);
  const update = method(problem.start, settings);
  const n = problem.start.length;
  // Whether the numbers are normal is tested elsewhere (random.test.ts); here the loop only has to get the same.
  const noise = sampleNoise(1, UPDATES, n);
  for (let k = 0; k < updates; k += 1) {
    const given = { ...problem.lossAt(k), noise: Array.from(noise.subarray(k * n, (k + 1) * n)) };
    const expected = update(given, the(settings, 'lr') * (problem.rateAt?.(k) ?? 1));
    const size = Math.max(1, ...expected.map(Math.abs));
    pointOf(trace, k + 1).forEach((value, i) =>
      expect(Math.abs(value - (expected[i] ?? Number.NaN)) / size, `row ${k + 1}`).toBeLessThan(1e-12),
    );
  }
  // The loop has left the start: a rule that does nothing would be held to nothing.
  expect(pointOf(trace, -1)).not.toEqual([...problem.start]);
});

test('every optimizer that names its paper as its truth has a loop, and no other', () => {
  const named = optimizers.flatMap(({ id, truth }) => ('paper' in truth ? [id] : []));
  expect(Object.keys(papers).sort()).toEqual(named.sort());
});
