import { toRegressionExperiment } from '../src/catalogue/golden/cases';
import { optimizers, problems } from '../src/catalogue';
import { planExperiment } from '../src/engine/plan/plan';
import { runReference } from '../src/engine/float64/reference';
import { changeSetting, defaultsFor, defaultRun, fullBatch, type Experiment } from '../src/experiment';
import type { Run } from '../src/experiment/core/types';
import { expect, test } from './fixtures';
import { firstRuns, openPage } from './support/api';
import { float32Faults, float64Faults, rowsOf, torchPaths, type Expected } from './support/expected';
import { regression } from './support/golden';
import { steadinessOf } from './support/shadows';

/*
 * The engines of the built page, on the browser's own WebGL, against PyTorch's numbers. In float64 every row must be
 * torch's. In float32 the rows must be that rounding has not been amplified at yet: support/shadows.ts says how these are
 * found, from the float64 reference alone, and the counts at the end of each test that there are enough of them.
 */

const torchRegressions: readonly Expected[] = regression.runs.map((golden) => ({
  name: golden.name,
  experiment: toRegressionExperiment(regression, golden),
  rows: rowsOf(golden.theta, golden.full_loss),
  every: golden.recorded_every,
  exact: true,
}));

/** Every rule, also one that torch's runs above soon take out of float32's reach, on the bowl at a rate that suits it. */
const tamePaths: readonly Expected[] = optimizers.map(({ id }) => {
  const { problem, start, seed } = defaultsFor('quadratic');
  const experiment: Experiment = { version: 1, problem, start, seed, steps: 60, runs: [defaultRun(id, problem)] };
  return { name: `${id} on the bowl`, experiment, ...referenceOf(experiment) };
});

/** Every problem with data, and its model, on few samples: three rules of different kinds, by small batches. */
const smallFits: readonly Expected[] = problems.flatMap(({ id, kind }) => {
  if (kind !== 'data') return [];
  const fresh = defaultsFor(id);
  if (fresh.problem.kind !== 'data') return [];
  const problem = { ...fresh.problem, settings: { ...fresh.problem.settings, samples: 40 } };
  return ['gd', 'sgd', 'adam'].map((optimizer): Expected => {
    const experiment: Experiment = { ...fresh, problem, epochs: 10, runs: [defaultRun(optimizer, problem)] };
    return { name: `${optimizer} on ${id}`, experiment, ...referenceOf(experiment) };
  });
});

/** Units left out anew at every visit, with a batch and without. */
const dropoutFits: readonly Expected[] = ['network-fit', 'network-classes'].flatMap((id) => {
  const fresh = changeSetting(defaultsFor(id), 'samples', 40);
  return [10, 'all' as const].map((size): Expected => {
    const run: Run = { ...defaultRun('gd', fresh.problem), batch: { ...fullBatch, size }, modifiers: { dropout: 0.3 } };
    const experiment: Experiment = { ...fresh, epochs: 10, runs: [run] };
    return { name: `${id} by ${size} with dropout`, experiment, ...referenceOf(experiment) };
  });
});

/** What float64 makes of an experiment's first run. */
function referenceOf(experiment: Experiment): Pick<Expected, 'rows' | 'every' | 'exact'> {
  const [trace] = runReference(planExperiment(experiment));
  if (!trace) throw new RangeError('no run');
  const width = trace.params.length / trace.rows;
  const points = Array.from(trace.loss, (_, k) => Array.from(trace.params.subarray(k * width, (k + 1) * width)));
  return { rows: rowsOf(points, Array.from(trace.loss)), every: 1, exact: true };
}

/**
 * Each with the share of the rows that float32 must be held to. Of the regressions one run soon overflows, and the others'
 * loss ends as the square of small differences of large numbers.
 */
const suites = [
  { name: 'torch’s trajectories', runs: torchPaths, enough: { point: 0.8, loss: 0.8 } },
  { name: 'torch’s regressions', runs: torchRegressions, enough: { point: 0.75, loss: 0.3 } },
  { name: 'every rule on the bowl', runs: tamePaths, enough: { point: 0.8, loss: 0.8 } },
  { name: 'every problem with data', runs: smallFits, enough: { point: 0.8, loss: 0.8 } },
  { name: 'networks with dropout', runs: dropoutFits, enough: { point: 0.8, loss: 0.8 } },
];

for (const { name, runs, enough } of suites) {
  const steadiness = runs.map(({ experiment, every }) => steadinessOf(experiment, every));
  const rowCount = runs.reduce((sum, { rows }) => sum + rows.length, 0);

  for (const engine of ['webgl', 'cpu'] as const) {
    test(`${name} on ${engine}`, async ({ page }) => {
      await openPage(page);
      const results = await firstRuns(
        page,
        runs.map(({ experiment }) => experiment),
        engine,
      );
      expect(new Set(results.map((result) => result.engine))).toEqual(new Set([engine]));
      const held = { point: 0, loss: 0 };
      const faults = runs.flatMap((run, i) => {
        const [result, steady] = [results[i], steadiness[i]];
        return result && steady ? float32Faults(run, result, steady, held) : [`${run.name} is missing`];
      });
      expect(faults).toEqual([]);
      expect(held.point / rowCount, 'share of the points that float32 is held to').toBeGreaterThan(enough.point);
      expect(held.loss / rowCount, 'share of the losses that float32 is held to').toBeGreaterThan(enough.loss);
    });
  }

  test(`${name} in float64`, async ({ page }) => {
    await openPage(page);
    const exact = runs.filter((run) => run.exact);
    const results = await firstRuns(
      page,
      exact.map(({ experiment }) => experiment),
      'float64',
    );
    expect(
      exact.flatMap((run, i) => (results[i] ? float64Faults(run, results[i]) : [`${run.name} is missing`])),
    ).toEqual([]);
  });
}

test('a step that is too large is beyond float32 and within float64', async ({ page }) => {
  const tooLarge = torchRegressions.filter(({ name }) => name.includes('too large'));
  expect(tooLarge).toHaveLength(1);
  await openPage(page);
  for (const engine of ['webgl', 'cpu', 'float64'] as const) {
    const [result] = await firstRuns(
      page,
      tooLarge.map(({ experiment }) => experiment),
      engine,
    );
    const last = [...(result?.params.at(-1) ?? []), result?.loss.at(-1) ?? 0];
    expect(last.every(Number.isFinite), engine).toBe(engine === 'float64');
    expect(result?.params.length ?? 0, engine)[engine === 'float64' ? 'toBe' : 'toBeLessThan'](301);
  }
});

test('the first rows of a run are the same to the bit, however long it is and in whatever pieces it is drawn', async ({
  page,
}) => {
  await openPage(page);
  // Few updates are drawn at once, many from marks on the way and in several chunks (src/engine/ways.ts).
  const valley = defaultsFor('rosenbrock');
  const rosenbrock = (steps: number): Experiment => ({ ...valley, steps, runs: [defaultRun('adam', valley.problem)] });
  const fit = defaultsFor('linear-regression');
  const regressionOf = (epochs: number): Experiment => ({
    ...fit,
    epochs,
    runs: fit.runs.slice(0, 1).map((run) => ({ ...run, batch: { ...fullBatch, size: 50 } })),
  });
  const results = await firstRuns(
    page,
    [rosenbrock(30), rosenbrock(1000), rosenbrock(5000), regressionOf(1), regressionOf(40), regressionOf(200)],
    'webgl',
  );
  for (const kind of [results.slice(0, 3), results.slice(3)]) {
    const [short, ...longer] = kind;
    if (!short) throw new RangeError('nothing was run');
    expect(short.params.length).toBeGreaterThan(20);
    for (const { params, loss } of longer) {
      expect(params.length).toBeGreaterThan(10 * short.params.length);
      expect(params.slice(0, short.params.length)).toEqual(short.params);
      expect(loss.slice(0, short.loss.length)).toEqual(short.loss);
    }
  }
});
