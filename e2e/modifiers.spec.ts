import { planExperiment } from '../src/engine/plan/plan';
import { runReference } from '../src/engine/float64/reference';
import type { RunTrace } from '../src/engine/trace/types';
import { changeModifiers, changeOptimizer, changeSchedule, defaultsFor, type Experiment } from '../src/experiment';
import type { Modifiers } from '../src/experiment/core/types';
import { expect, test } from './fixtures';
import { firstRuns, openPage } from './support/api';

/*
 * Modifiers, and a loss that changes with t, on the engines of the built page against the float64 reference. The problems are
 * bowls and lines, on which float32's rounding does not grow.
 */

const FLOAT32_ERROR = 1e-4;

/** One run of an optimizer on a problem at its default settings. */
function one(
  problem: string,
  optimizer: string,
  modifiers: Modifiers = {},
  change: Partial<Experiment> = {},
): Experiment {
  const plain = { ...defaultsFor(problem), ...change };
  const alone = changeOptimizer({ ...plain, runs: plain.runs.slice(0, 1) }, 0, optimizer);
  return changeModifiers(alone, 0, modifiers);
}

function traceOf(experiment: Experiment): RunTrace {
  const [trace] = runReference(planExperiment(experiment));
  if (!trace) throw new RangeError('no run');
  return trace;
}

const all: Modifiers = {
  l2: 0.1,
  frozen: ['y'],
  clipValue: 2,
  clipNorm: 1.5,
  noise: { c: 0.5, gamma: 0.3 },
  decay: 0.2,
};

const experiments: Readonly<Record<string, Experiment>> = {
  'every modifier around Adam': one('quadratic', 'adam', all),
  'every modifier around Nesterov': one('quadratic', 'nesterov', all),
  'noise alone': one('quadratic', 'gd', { noise: { c: 1, gamma: 0 } }),
  'a maximized saddle': one('saddle', 'gd', { maximize: true }, { steps: 20 }),
  'a clipped regression with noise': one('linear-regression', 'sgd', {
    clipNorm: 1,
    l2: 0.1,
    noise: { c: 0.2, gamma: 0.5 },
    frozen: ['b'],
  }),
  'a loss in t, projected': one('reddi', 'gd', { noise: { c: 5, gamma: 0 } }, { steps: 300 }),
};

for (const engine of ['webgl', 'cpu'] as const) {
  test(`modified runs are those of float64 on ${engine}`, async ({ page }) => {
    await openPage(page);
    const results = await firstRuns(page, Object.values(experiments), engine);
    Object.entries(experiments).forEach(([name, experiment], k) => {
      const { params, rows } = traceOf(experiment);
      const [result] = [results[k]];
      expect(result?.engine).toBe(engine);
      expect(result?.params.length, name).toBe(rows);
      const apart = (result?.params ?? [])
        .flat()
        .map((value, i) => Math.abs(value - (params[i] ?? Number.NaN)) / Math.max(1, Math.abs(value)));
      expect(Math.max(...apart), name).toBeLessThan(FLOAT32_ERROR);
    });
    const frozen = results[0]?.params.map((point) => point[1]);
    expect(new Set(frozen), 'a frozen parameter does not move at all').toEqual(new Set([frozen?.[0]]));
  });
}

test('Adam goes to the wrong end and AMSGrad to the right one', async ({ page }) => {
  await openPage(page);
  const adam = changeSchedule(one('reddi', 'adam', {}, { steps: 20_000 }), 0, { kind: 'inverseSqrt', args: {} });
  const [run] = adam.runs;
  if (!run) throw new RangeError('no run');
  const set = (amsgrad: boolean): Experiment => ({
    ...adam,
    runs: [{ ...run, hyper: { ...run.hyper, lr: 0.5, beta2: 0.99, amsgrad } }],
  });
  const both = [set(false), set(true)];
  const ends = (await firstRuns(page, both, 'webgl')).map(({ params }) => params.at(-1)?.[0] ?? Number.NaN);
  both
    .map(traceOf)
    .forEach(({ params }, k) =>
      expect(Math.abs((ends[k] ?? Number.NaN) - (params.at(-1) ?? Number.NaN))).toBeLessThan(1e-3),
    );
  expect(ends[0]).toBeGreaterThan(0.9);
  expect(ends[1]).toBeLessThan(-0.9);
});
