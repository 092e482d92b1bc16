import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/* What a training loop is set to, by its controls: how the rate changes, which random numbers, where it goes on from. */

interface ScheduleCase {
  readonly scheduler: string;
  readonly base_lr: number;
  readonly steps: number;
  readonly args: Readonly<Record<string, unknown>>;
  readonly lr: readonly number[];
}

const golden = JSON.parse(readFileSync(new URL('../src/catalogue/golden/schedules.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly ScheduleCase[];
};

const card = (page: Page, number = 1): Locator => page.getByRole('listitem', { name: new RegExp(`^Run ${number}:`) });
const curve = (page: Page): Locator => card(page).getByRole('img', { name: /^Learning rate over the run/ });
const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());

async function type(page: Page, name: string, value: string): Promise<void> {
  const field = card(page).getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

async function chooseSchedule(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Learning-rate schedule of run 1' }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

test('a rate that is reduced on a plateau is torch’s at every update, on the GPU', async ({ page }) => {
  const { cases } = JSON.parse(
    readFileSync(new URL('../src/engine/testing/plateau.json', import.meta.url), 'utf8'),
  ) as { readonly cases: readonly { readonly lr: readonly number[] }[] };
  await openPage(page);
  // The first case: x², at the rate that only turns it over, patience 3, factor 0.5.
  const rates = await page.evaluate(async () => {
    const { runs } = await window.overshoot.run(
      {
        version: 1,
        problem: { id: 'square' },
        start: [10],
        steps: 30,
        runs: [{ optimizer: 'sgd', hyper: { lr: 1 }, schedule: { kind: 'plateau', patience: 3, factor: 0.5 } }],
      },
      { engine: 'webgl' },
    );
    return runs[0]?.lr ?? [];
  });
  expect(Array.from(rates)).toEqual(cases[0]?.lr);
});

test.describe('a schedule', () => {
  const cosine = golden.cases.find(({ scheduler }) => scheduler === 'CosineAnnealingLR');
  if (!cosine) throw new Error('there are no rates of a cosine');
  const [low, high] = [Math.min(...cosine.lr), Math.max(...cosine.lr)];
  const last = cosine.lr.at(-1) ?? Number.NaN;

  test('is chosen, drawn as torch has it, and kept in the link', async ({ page }) => {
    await openPage(page, `#v=1&p=booth&s=-6,4&n=${cosine.steps}&r=gd;lr=${cosine.base_lr}`);
    await expect(curve(page)).toHaveCount(0);
    await chooseSchedule(page, 'Cosine');
    // It is laid over the run's own length until it is set otherwise.
    await expect(card(page).getByRole('textbox', { name: 'half a period' })).toHaveValue(String(cosine.steps));
    await type(page, 'half a period', String(cosine.args['T_max']));
    await type(page, 'lowest rate', String(cosine.args['eta_min']));
    await expect(curve(page)).toHaveAccessibleName(
      'Learning rate over the run: first 0.1, last 0.00871, lowest 0.001, highest 0.1',
    );
    expect(last).toBeCloseTo(0.00871, 5);
    const drawn = await curve(page).locator('path').getAttribute('d');
    const [, y = Number.NaN] = (drawn ?? '').split('L').at(-1)?.split(' ').map(Number) ?? [];
    expect(y / 40).toBeCloseTo((high - last) / (high - low), 3);

    const rates = await page.evaluate(
      async () => (await window.overshoot.run(window.overshoot.experiment())).runs[0]?.lr,
    );
    expect(rates?.length).toBe(cosine.steps);
    cosine.lr.forEach((lr, k) => expect(Math.abs((rates?.[k] ?? Number.NaN) / lr - 1)).toBeLessThan(1e-12));

    await expect.poll(() => page.evaluate(() => location.hash)).toContain('schedule=cosine;tMax=50;etaMin=0.001');
    const before = await experimentOf(page);
    await page.reload();
    await page.waitForFunction(() => 'overshoot' in window);
    expect(await experimentOf(page)).toEqual(before);
    await expect(curve(page)).toHaveAccessibleName(/last 0\.00871/);
  });

  test('is a line of the rule and a column of the numbers, at the step shown', async ({ page }) => {
    await openPage(page, '#v=1&p=booth&s=-6,4&n=60&r=gd;lr=0.1;schedule=step;stepSize=20&at=21');
    // Updates 1 to 20 are made at the full rate; update 21 is the first at a tenth of it.
    await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toContainText(/= 0\.01.*= 20$/s);
    await page.getByRole('tab', { name: 'Numbers' }).click();
    const rate = page.getByRole('row').nth(1).getByRole('cell').nth(4);
    await expect(rate).toHaveText('0.01');
    await page.getByRole('button', { name: 'One step back' }).click();
    await expect(rate).toHaveText('0.1');
  });

  test('says what is wrong with a list, and keeps the one that was right', async ({ page }) => {
    await openPage(page, '#v=1&p=booth&s=-6,4&n=100&r=gd;lr=0.1');
    await chooseSchedule(page, 'Milestones');
    const milestones = card(page).getByRole('textbox', { name: 'milestones' });
    await expect(milestones).toHaveValue('25, 50, 75');
    await type(page, 'milestones', '30, x');
    await expect(milestones).toHaveAccessibleDescription(/Number 2: This is not a number\./);
    expect((await experimentOf(page)).runs[0]?.schedule?.['milestones']).toEqual([25, 50, 75]);
    await type(page, 'milestones', '30, 60');
    expect((await experimentOf(page)).runs[0]?.schedule?.['milestones']).toEqual([30, 60]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await experimentOf(page)).runs[0]?.schedule?.['milestones']).toEqual([25, 50, 75]);
  });
});

test('the loss is shown every so many samples, and the link says so', async ({ page }) => {
  // Batches of 10: after 57 updates 570 samples were seen, and the last hundred of them was full at update 50.
  await openPage(page, '#v=1&p=linear-regression&e=1&r=sgd;lr=0.05;batch=10&at=57&axis=samples&record=100');
  const plot = page.getByRole('group', { name: /^Loss/ }).getByRole('slider');
  await expect(plot).toHaveAttribute('aria-valuetext', /^step 50, samples 500, loss /);
  await page.getByRole('combobox', { name: 'How often the loss is recorded' }).click();
  await page.getByRole('option', { name: 'every update' }).click();
  await expect(plot).toHaveAttribute('aria-valuetext', /^step 57, samples 570, loss /);
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('record');
  await page.getByRole('combobox', { name: 'How often the loss is recorded' }).click();
  await page.getByRole('option', { name: 'every … samples' }).click();
  const samples = page.getByRole('textbox', { name: 'How often the loss is recorded' });
  await samples.fill('250');
  await samples.press('Enter');
  await expect(plot).toHaveAttribute('aria-valuetext', /^step 50, samples 500, loss /);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('record=250');
});

/** What the first run does, on the engine of the page. */
const firstRun = (page: Page) =>
  page.evaluate(async () => {
    const [run] = (await window.overshoot.run(window.overshoot.experiment())).runs;
    return { params: run?.params ?? [], loss: run?.loss ?? [] };
  });

test('a new seed draws other data; a reset keeps it, and both can be undone', async ({ page }) => {
  await openPage(page, '#v=1&p=linear-regression;noise=0.5&e=1&seed=5&r=sgd;lr=0.3;batch=100');
  const before = { experiment: await experimentOf(page), run: await firstRun(page) };
  await page.getByRole('button', { name: 'New seed' }).click();
  const other = await experimentOf(page);
  expect(other).toEqual({ ...before.experiment, seed: other.seed });
  expect(other.seed).not.toBe(5);
  await expect(page.getByRole('textbox', { name: 'seed' })).toHaveValue(String(other.seed));
  expect((await firstRun(page)).loss[0]).not.toBe(before.run.loss[0]);

  await page.getByRole('button', { name: 'Reset' }).click();
  const reset = await experimentOf(page);
  expect(reset.seed).toBe(other.seed);
  expect(reset).toMatchObject({
    problem: { data: { noise: 0.01 } },
    epochs: 3,
    runs: [{ optimizer: 'sgd', hyper: { nesterov: true }, batch: { size: 10 } }, {}, {}],
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await experimentOf(page)).toEqual(other);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await experimentOf(page)).toEqual(before.experiment);
  expect(await firstRun(page)).toEqual(before.run);
});

test('runs go on exactly where one of them is, with new data and back', async ({ page }) => {
  await openPage(page, '#v=1&p=linear-regression&e=1&seed=5&r=sgd;lr=0.3;batch=100&r=adam;lr=0.1;batch=100&at=4');
  const before = await experimentOf(page);
  const run = await firstRun(page);
  // By keyboard.
  await page.getByRole('button', { name: /^Continue from here: every run starts where run 1/ }).focus();
  await page.keyboard.press('Enter');
  const after = await experimentOf(page);
  expect(after).toEqual({ ...before, start: run.params[4] });
  const rerun = await firstRun(page);
  expect(rerun.params[0]).toEqual(run.params[4]);
  expect(rerun.loss[0]).toBe(run.loss[4]);

  const notice = page.getByRole('status').filter({ hasText: 'Every run now starts at' });
  await expect(notice).toContainText('where SGD was at step 4.');
  await expect(notice).toContainText('Before, they started at (');
  await notice.getByRole('button', { name: 'New data' }).click();
  const fresh = await experimentOf(page);
  expect(fresh).toEqual({ ...after, seed: fresh.seed });
  const tuned = await firstRun(page);
  expect(tuned.params[0]).toEqual(run.params[4]);
  expect(tuned.loss[0]).not.toBe(rerun.loss[0]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await experimentOf(page)).toEqual(before);
  await expect(notice).toHaveCount(0);
});

test('micro-batches are added up where that is chosen, and only what differs stays in sight', async ({ page }) => {
  await openPage(page, '#v=1&p=linear-regression&s=0,0,0&e=1&seed=5&r=gd;lr=0.01;batch=10;accumulate=4');
  const [averaged = []] = (await firstRun(page)).params.slice(1);
  await card(page).getByRole('button', { name: 'More about batches' }).click();
  await card(page).getByRole('combobox', { name: 'micro-batches' }).click();
  await page.getByRole('option', { name: 'added up' }).click();
  expect((await experimentOf(page)).runs[0]?.batch).toEqual({ size: 10, accumulate: 4, reduce: 'sum' });
  // From 0 the first update is the gradient's alone: four gradients added are four times their mean.
  const [added = []] = (await firstRun(page)).params.slice(1);
  added.forEach((value, i) => expect(value / (averaged[i] ?? Number.NaN)).toBeCloseTo(4, 5));
  await card(page).getByRole('button', { name: 'Less about batches' }).click();
  await expect(card(page).getByRole('combobox', { name: 'micro-batches' })).toBeVisible();
  await expect(card(page).getByRole('combobox', { name: 'order' })).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('reduce=sum');
});
