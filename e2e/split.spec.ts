import { planExperiment } from '../src/engine/plan/plan';
import { runReference } from '../src/engine/float64/reference';
import { choiceOf, runOf } from '../src/engine/testing/experiments';
import { fullBatch, toJson, type Experiment } from '../src/experiment';
import type { Batch, Run } from '../src/experiment/core/types';
import { expect, test } from './fixtures';
import { openPage, runJson, type RunResult } from './support/api';
import { lossError, pointError, type Row } from './support/rows';

/*
 * Models so large, on so many samples, that updates are made in draws of their own (src/engine/gpu/strategies.test.ts proves the choice):
 * the built page's rows on WebGL against the float64 reference, at rates at which rounding is not amplified.
 */

const FLOAT32_ERROR = 2e-4;

/** 33 parameters on 1,000 samples. */
const network = choiceOf('network-classes', { samples: 1000 });

const of = (optimizer: string, hyper: Run['hyper'], batch: Partial<Batch> = {}, modifiers?: Run['modifiers']): Run => ({
  ...runOf(optimizer, hyper, { batch: { ...fullBatch, ...batch } }),
  ...(modifiers && { modifiers }),
});

const experiment = (epochs: number, ...runs: Run[]): Experiment => ({
  version: 1,
  problem: network,
  start: null,
  seed: 3,
  epochs,
  runs,
});

/** Rows of every run of the reference. */
function truths(given: Experiment): Row[][] {
  const plan = planExperiment(given);
  const n = plan.parameters.length;
  return runReference(plan).map(({ loss, params }) =>
    Array.from(loss, (value, k) => ({ point: Array.from(params.subarray(k * n, (k + 1) * n)), loss: value })),
  );
}

const rowsOf = ({ params, loss }: RunResult): Row[] =>
  params.map((point, k) => ({ point, loss: loss[k] ?? Number.NaN }));

/** The largest error of a run's rows; infinite where there are not as many as there should be. */
function worst(found: Row[], expected: Row[]): number {
  if (found.length !== expected.length) return Infinity;
  return Math.max(
    ...found.map((row, k) => Math.max(pointError(row, expected[k] as Row), lossError(row, expected[k] as Row))),
  );
}

test('every way to use a gradient, in runs of one rule with batches of their own and in several rules', async ({
  page,
}) => {
  await openPage(page);
  const given = experiment(
    20,
    of('sgd', { lr: 0.05 }),
    of('sgd', { lr: 0.05, momentum: 0.9, nesterov: true }, { size: 300 }),
    of('sgd', { lr: 0.02, momentum: 0.5 }, { size: 128, accumulate: 3, tail: 'exact' }),
    of('nesterov', { lr: 0.02 }),
    of('momentum-sutskever', { lr: 0.02 }),
    of('adam', { lr: 0.01, amsgrad: true }),
    of('sgd', { lr: 0.1 }, {}, { clipNorm: 0.05 }),
    of('rmsprop', { lr: 0.002, centered: true }, { size: 500 }),
  );
  const expected = truths(given);
  const { runs } = await runJson(page, toJson(given), 'webgl');
  const errors = runs.map((run, i) => worst(rowsOf(run), expected[i] ?? []));
  expect(
    errors.map((error) => error < FLOAT32_ERROR),
    JSON.stringify(errors),
  ).toEqual(given.runs.map(() => true));
});

test('a run that leaves float32 on the way keeps its break, and the runs beside it go on', async ({ page }) => {
  await openPage(page);
  const given = experiment(
    30,
    of('sgd', { lr: 0.05, weightDecay: 0 }),
    of('sgd', { lr: 50, weightDecay: 1 }),
    of('sgd', { lr: 0.02, momentum: 0.5 }, { size: 500 }),
  );
  const [tame = [], wild = [], longer = []] = truths(given);
  const {
    runs: [first, second, third],
  } = await runJson(page, toJson(given), 'webgl');
  if (!first || !second || !third) throw new Error('three runs were asked for');
  expect(worst(rowsOf(first), tame)).toBeLessThan(FLOAT32_ERROR);
  expect(longer).toHaveLength(61);
  expect(worst(rowsOf(third), longer)).toBeLessThan(FLOAT32_ERROR);

  // Every update makes the parameters some fifty times larger: float32 ends before the run does.
  const beyond = wild.findIndex(({ point }) => point.some((value) => Math.abs(value) > 3.4e38));
  expect(beyond).toBeGreaterThan(10);
  expect(second.outcome.kind).toBe('diverged');
  expect(Math.abs(second.params.length - 1 - beyond)).toBeLessThanOrEqual(1);
  expect(worst(rowsOf(second).slice(0, beyond - 1), wild.slice(0, beyond - 1))).toBeLessThan(FLOAT32_ERROR);
});
