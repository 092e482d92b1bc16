import { planExperiment } from '../src/engine/plan/plan';
import { LossEvaluator } from '../src/engine/loss/evaluator';
import { Stepper } from '../src/engine/float64/stepper';
import { changeBatch, defaultsFor, changeSetting, encodeLink, fullBatch, type Experiment } from '../src/experiment';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { shownNumber } from './support/shown';

/* The largest experiments that the page allows, and those that are larger still. */

const plain = changeSetting(defaultsFor('linear-regression'), 'samples', 20_000);
const alone: Experiment = { ...plain, epochs: 1, runs: plain.runs.slice(0, 1) };
const largest = changeBatch(alone, 0, { ...fullBatch, size: 1 });
const hashOf = (experiment: Experiment): string => `#${encodeLink({ experiment, lossScale: 'log', lossAxis: 'step' })}`;

/** Where the float64 reference ends: a loss over all samples after every update would take minutes. */
function endOf(experiment: Experiment): number[] {
  const plan = planExperiment(experiment);
  const [run] = plan.runs;
  if (!run) throw new RangeError('no run');
  expect(run.updates).toBe(20_000);
  const stepper = new Stepper(plan, run, 'float64');
  for (let update = 0; update < run.updates; update += 1) stepper.advance(update);
  return [...stepper.theta, new LossEvaluator(plan, 'float64').lossAt(stepper.theta)];
}

test('20,000 updates over 20,000 samples open from a link and end where float64 does', async ({ page }) => {
  await openPage(page, `${hashOf(largest)}&tab=table`);
  await expect(page.getByRole('slider', { name: 'Steps', exact: true })).toHaveAttribute(
    'aria-valuetext',
    /20,?000 of 20,?000/,
  );
  const table = page.getByRole('table').first();
  await expect(table.getByText('computing…')).toHaveCount(0);
  // The first header stands over the run's name, which is no cell.
  const [, ...columns] = await table.getByRole('columnheader').allInnerTexts();
  const cells = await table.getByRole('cell').allInnerTexts();
  // At the rate 0.01 an update leaves 99% of what rounding has put off so far: a hundred roundings add up, of one unit in the seventh
  // digit each. The loss is then as good as its own mean of 20,000 float32 numbers. A thousandth is room for other devices.
  const end = endOf(largest);
  for (const [i, column] of ['w1', 'w2', 'b', 'Loss'].entries()) {
    const shown = shownNumber(cells[columns.indexOf(column)] ?? 'missing');
    expect(Math.abs(shown / (end[i] ?? NaN) - 1), `${column} is ${shown}`).toBeLessThan(1e-3);
  }
});

test('past the limits the page says so in words, and goes on', async ({ page }) => {
  // One epoch is what such a link means without a word.
  await openPage(page, `${hashOf(largest)}&e=2`);
  await expect(page.getByText(/40000 updates; at most 20000 are allowed, so epochs may be at most 1\./)).toBeVisible();
  const data = { id: 'linear-regression', data: { samples: 20_000 } };
  const said = await page.evaluate(
    (json) =>
      window.overshoot.run(json).then(
        () => '',
        (error: Error) => error.message,
      ),
    { version: 1, problem: data, epochs: 2, runs: [{ optimizer: 'sgd', batch: { size: 1 } }] },
  );
  expect(said).toContain('40000 updates');
  // A sweep makes each of its runs in one draw, which must not be long: the run alone is shown all the same.
  await page.evaluate((json) => window.overshoot.open(json), {
    version: 1,
    problem: data,
    epochs: 27,
    runs: [{ optimizer: 'sgd' }],
  });
  await page.getByRole('tab', { name: 'Sweep' }).click();
  await expect(
    page.getByText('over 20,000 samples that allows at most 26 epochs. This experiment has 27.'),
  ).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Steps', exact: true })).toHaveAttribute('aria-valuetext', /27 of 27/);
});
