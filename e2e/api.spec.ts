import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

/** The three shapes of an experiment, as docs/experiment-format.md shows them. */
const given = {
  function: {
    version: 1,
    problem: { id: 'rosenbrock', constants: { a: 1, b: 100 } },
    start: [-1.5, 2],
    steps: 200,
    seed: 1,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8 } },
      { optimizer: 'sgd', hyper: { lr: 0.001, momentum: 0.9, nesterov: true } },
    ],
  },
  data: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 1000, weights: [2, -3.4], bias: 4.2, noise: 0.01 } },
    epochs: 3,
    seed: 1,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10, accumulate: 4 } }],
  },
  typed: {
    version: 1,
    problem: { loss: 'x^4 - 2*x^2 + 0.3*x', parameters: ['x'] },
    start: [1.5],
    steps: 50,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.05 } }],
  },
};

test('every shape of an experiment runs, opens, and comes back as it was given', async ({ page }) => {
  await openPage(page);
  const schema: object = (await (await page.request.get('./experiment.schema.json')).json()) as object;
  const isExperiment = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  // 1,000 samples in batches of 10 are 100 of them an epoch: 25 groups of 4, and 3 epochs.
  const rows = { function: [201, 201], data: [76], typed: [51] };
  for (const shape of ['function', 'data', 'typed'] as const) {
    const { runs } = await runJson(page, given[shape]);
    expect(
      runs.map(({ params }) => params.length),
      shape,
    ).toEqual(rows[shape]);
    expect(
      runs.map(({ loss }) => loss.length),
      shape,
    ).toEqual(rows[shape]);
    expect(
      runs.map(({ engine }) => engine),
      shape,
    ).toEqual(runs.map(() => 'webgl'));

    const shown = await page.evaluate((experiment) => {
      window.overshoot.open(experiment);
      return window.overshoot.experiment();
    }, given[shape]);
    expect(shown).toMatchObject(given[shape]);
    expect(isExperiment(shown), JSON.stringify(isExperiment.errors)).toBe(true);
    expect(isExperiment(given[shape]), JSON.stringify(isExperiment.errors)).toBe(true);
  }
});

test('numbers that can be computed by hand', async ({ page }) => {
  await openPage(page);
  const square = (lr: number) => ({
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 10,
    runs: [{ optimizer: 'gd', hyper: { lr } }],
  });
  for (const engine of ['webgl', 'cpu', 'float64'] as const) {
    // Each update multiplies x by 1 - 2 lr.
    const { runs } = await runJson(page, square(0.25), engine);
    expect(runs[0]?.params).toEqual(Array.from({ length: 11 }, (_, k) => [10 / 2 ** k]));
    expect(runs[0]?.loss).toEqual(Array.from({ length: 11 }, (_, k) => (10 / 2 ** k) ** 2));
    const cycle = await runJson(page, { ...square(1), steps: 40 }, engine);
    expect(cycle.runs[0]?.outcome).toMatchObject({ kind: 'cycling', period: 2 });
  }
});

const changed = (change: object) => ({ ...given.function, ...change });
const withRun = (change: object) => changed({ runs: [{ ...given.function.runs[0], ...change }] });

/** Each with the field, the value and what is allowed, all of which the message must name. */
const wrong: readonly (readonly [experiment: unknown, ...named: string[]])[] = [
  [withRun({ hyper: { lr: -1 } }), 'runs.0.hyper.lr', '-1', '0', '1000'],
  [withRun({ hyper: { beta1: 1.5 } }), 'runs.0.hyper.beta1', '1.5', '1'],
  [withRun({ hyper: { learningRate: 0.1 } }), 'runs.0.hyper.learningRate', '0.1', 'lr, beta1'],
  [withRun({ optimizer: 'no-such-rule' }), 'runs.0.optimizer', 'no-such-rule', 'adam'],
  [withRun({ batch: { size: 10, accumulate: 1 } }), 'runs.0.batch', 'data problems'],
  [changed({ problem: { id: 'banana' } }), 'problem.id', 'banana', 'rosenbrock'],
  [changed({ problem: { loss: 'x +', parameters: ['x'] } }), 'problem.loss', 'x +', 'at '],
  [changed({ start: [0] }), 'start', '2'],
  [changed({ start: [0, null] }), 'start.1', 'null', '1000000000'],
  [changed({ steps: 20001 }), 'steps', '20001', '20000'],
  [changed({ steps: 1.5 }), 'steps', '1.5', 'whole number'],
  [changed({ runs: [] }), 'runs', '1', '8'],
  [changed({ version: 2 }), 'version', '2', '1'],
  [changed({ seed: 'one' }), 'seed', 'one', '4294967295'],
  [null, 'null', 'problem'],
];

test('what is wrong is refused with the field, the value and what is allowed', async ({ page }) => {
  await openPage(page);
  const before = await page.evaluate(() => window.overshoot.experiment());
  for (const [experiment, ...named] of wrong) {
    const messages = await page.evaluate(async (bad) => {
      const said = (error: unknown) => (error instanceof Error ? error.message : `not an error: ${String(error)}`);
      const refusedBy = (work: () => unknown) => {
        try {
          work();
          return 'not refused';
        } catch (error) {
          return said(error);
        }
      };
      const ran = await window.overshoot.run(bad).then(() => 'not refused', said);
      return [ran, refusedBy(() => window.overshoot.link(bad)), refusedBy(() => window.overshoot.open(bad))];
    }, experiment);
    for (const message of messages) for (const part of named) expect(message).toContain(part);
  }
  const engine = page.evaluate((good) => window.overshoot.run(good, { engine: 'abacus' as 'cpu' }), given.typed);
  await expect(engine).rejects.toThrow(/abacus.*webgl, cpu, float64/);
  expect(await page.evaluate(() => window.overshoot.experiment())).toEqual(before);
});
