import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/* What a data problem is set to decides its model: the parameters, the curves and the link follow. */

const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());

/** Names of the parameters that the table of numbers has columns for. */
const parametersOn = (page: Page): Promise<string[]> =>
  page.getByRole('tabpanel').getByRole('table').first().locator('thead i').allTextContents();

/** What the loss plot says at the last step, and what a run of the same settings from JSON ends with. */
async function expectLossOf(page: Page, problem: { readonly id: string; readonly data: object }): Promise<void> {
  const loss = await page.evaluate(async (given) => {
    const { epochs, seed, start, runs, version } = window.overshoot.experiment();
    const fresh = { version, problem: given, ...(start && { start }), epochs, seed, runs };
    return (await window.overshoot.run(fresh)).runs[0]?.loss.at(-1) ?? Number.NaN;
  }, problem);
  const plot = page.getByRole('group', { name: /^Loss/ }).getByRole('slider');
  const told = async () => Number(/loss ([\d.]+)/.exec((await plot.getAttribute('aria-valuetext')) ?? '')?.[1]);
  await expect.poll(told).toBeCloseTo(loss, 4);
}

async function type(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

test('the degree of a polynomial decides its parameters', async ({ page }) => {
  await openPage(page, '#v=1&p=polynomial-regression;degree=2&e=2&r=sgd;lr=0.05;batch=10&tab=table');
  await expect.poll(() => parametersOn(page)).toHaveLength(3);
  await type(page, 'degree', '5');
  await expect.poll(() => parametersOn(page)).toHaveLength(6);
  expect((await experimentOf(page)).problem).toMatchObject({ id: 'polynomial-regression', data: { degree: 5 } });
  await expectLossOf(page, { id: 'polynomial-regression', data: { degree: 5 } });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('degree=5');
});

test('hidden units and the kind of data decide what a network is and sees', async ({ page }) => {
  await openPage(page, '#v=1&p=network-classes;hidden=2&e=1&r=sgd;lr=0.1;batch=20&tab=table');
  // Two weights, a bias and a weight in the output for each unit, and the output's bias.
  await expect.poll(() => parametersOn(page)).toHaveLength(4 * 2 + 1);
  await type(page, 'hidden units', '3');
  await expect.poll(() => parametersOn(page)).toHaveLength(4 * 3 + 1);
  await page.getByRole('combobox', { name: 'data', exact: true }).click();
  await page.getByRole('option', { name: 'circles' }).click();
  const { problem } = await experimentOf(page);
  expect(problem).toMatchObject({ id: 'network-classes', data: { hidden: 3 } });
  await expectLossOf(page, { id: 'network-classes', data: { hidden: 3, shape: 1 } });
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/shape=1.*hidden=3/);
  const before = await experimentOf(page);
  await page.reload();
  await page.waitForFunction(() => 'overshoot' in window);
  expect(await experimentOf(page)).toEqual(before);
});
