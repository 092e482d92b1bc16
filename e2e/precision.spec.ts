import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/* The precision of a run, set by its controls: what it does is compared with a loop that rounds by itself. */

const card = (page: Page, number = 1): Locator => page.getByRole('listitem', { name: new RegExp(`^Run ${number}:`) });
const formatOf = (page: Page): Locator => card(page).getByRole('combobox', { name: 'Precision' });
const master = (page: Page): Locator => card(page).getByRole('switch', { name: 'float32 master copy' });
const precisionOf = (page: Page) => page.evaluate(() => window.overshoot.experiment().runs[0]?.precision);
const pathOf = (page: Page) =>
  page.evaluate(async () => (await window.overshoot.run(window.overshoot.experiment())).runs[0]?.params.flat() ?? []);

/** The nearest number with 8 bits, of two that are equally near the even one. */
function bfloat16(x: number): number {
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(x))) - 7);
  const [low, rest] = [Math.floor(x / unit), x / unit - Math.floor(x / unit)];
  return (rest > 0.5 || (rest === 0.5 && low % 2 !== 0) ? low + 1 : low) * unit;
}

/** Gradient descent on x² from 10. */
function loop(updates: number, rate: number, round: (x: number) => number): number[] {
  const path = [round(10)];
  for (let t = 0; t < updates; t += 1) {
    const x = path.at(-1) ?? NaN;
    path.push(round(x - round(round(rate) * round(x + x))));
  }
  return path;
}

test('a run in bfloat16, chosen by its card, stands where its updates vanish, and a master copy lets it go on', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=square&s=10&n=60&r=gd;lr=0.001&r=gd;lr=0.001');
  await card(page)
    .getByRole('button', { name: /^Modifiers/ })
    .click();
  await expect(master(page)).toHaveCount(0);
  await formatOf(page).click();
  await page.getByRole('option', { name: 'bfloat16' }).click();
  expect(await precisionOf(page)).toBe('bfloat16');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('r=gd;lr=0.001;precision=bfloat16&r=gd');
  const stuck = loop(60, 0.001, bfloat16);
  expect(stuck.at(-1)).toBe(10);
  expect(await pathOf(page)).toEqual(stuck);
  await expect(card(page).getByText('Computed by the processor')).toBeVisible();
  await expect(card(page)).toContainText('stalled');
  await expect(page.locator('.why').first()).toContainText(
    'Its updates vanish: beside x = 10 the next number of bfloat16',
  );
  await expect(page.getByText('recomputed in bfloat16')).toBeVisible();

  await master(page).click();
  expect(await precisionOf(page)).toEqual({ format: 'bfloat16', master: true });
  const path = await pathOf(page);
  expect(path.at(-1)).toBeLessThan(9);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await precisionOf(page)).toBeUndefined();
});

test('runs that differ in their precision are named by it, and have no sweep', async ({ page }) => {
  await openPage(
    page,
    '#v=1&p=square&s=10&n=60&r=gd;lr=0.1;precision=float16&r=gd;lr=0.1;precision=bfloat16,stored&r=gd;lr=0.1&tab=sweep',
  );
  for (const [k, name] of ['float16', 'float32 → bfloat16', 'float32'].entries())
    await expect(card(page, k + 1)).toHaveAccessibleName(new RegExp(name));
  await expect(page.getByText('There is no sweep of this run: the processor computes')).toBeVisible();
});
