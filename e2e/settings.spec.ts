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

test('what a setting means stands beside its row: for the pointer, which may go there, for the keyboard and, by its name, for a finger', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=square&s=10&n=20&r=gd;lr=0.1');
  const row = page.getByRole('listitem', { name: /^Run 1:/ }).locator('.setting-wide');
  const bubble = page.locator('.hint');
  await expect(async () => {
    await page.mouse.move(0, 0);
    await row.locator('.setting-label').hover();
    await expect(bubble).toHaveText('How far a step goes for a given gradient.', { timeout: 3000 });
  }).toPass();
  const box = await bubble.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 5, { steps: 5 });
  await page.waitForTimeout(500);
  await expect(bubble).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bubble).toHaveCount(0);
  // A drag shows nothing, however long it rests on its way.
  await page.locator('.run-loss').hover();
  await page.mouse.down();
  await row.locator('.setting-label').hover();
  await page.waitForTimeout(700);
  await expect(bubble).toHaveCount(0);
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await row.getByRole('textbox').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(bubble).toBeVisible();
  await page.mouse.click(700, 700);
  await expect(bubble).toHaveCount(0);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a press on the name of a setting shows what it means, inside the screen, and one elsewhere ends it', async ({
    page,
  }) => {
    await openPage(page, '#v=1&p=square&s=10&n=20&r=gd;lr=0.1');
    const name = page.getByRole('listitem', { name: /^Run 1:/ }).locator('.setting-wide .setting-label');
    const bubble = page.locator('.hint');
    await expect(async () => {
      // Between the plot and the explanation, which stay in sight, and the transport.
      await name.evaluate((element) => {
        element.scrollIntoView();
        scrollBy(0, -620);
      });
      await name.tap({ timeout: 2000 });
      await expect(bubble).toBeVisible({ timeout: 2000 });
    }).toPass();
    const { x, width } = (await bubble.boundingBox()) ?? { x: NaN, width: NaN };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    await page.locator('.header').tap({ position: { x: 5, y: 5 } });
    await expect(bubble).toHaveCount(0);
  });
});
