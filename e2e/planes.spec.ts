import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

const titles = (page: Page): Locator => page.getByRole('group', { name: 'Path over the loss', exact: true }).locator('.plot-title');
const planes = (page: Page): Locator => page.getByRole('radiogroup', { name: 'Plane shown' });
const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);

/** Two runs on three parameters, from one start. */
const link = '#v=1&p=linear-regression;noise=0.5&s=0,0,0&r=sgd;lr=0.1;batch=10&r=adam;lr=0.05;batch=10';

interface Principal {
  readonly unit: readonly number[];
  readonly share: number;
}

/** The direction of a path's largest variance by power iteration, then that of the second, by iterating on what the first leaves. */
function principalOf(rows: readonly (readonly number[])[]): readonly Principal[] {
  const count = rows[0]?.length ?? 0;
  const mean = Array.from({ length: count }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? NaN), 0) / rows.length);
  let points = rows.map((row) => row.map((x, i) => x - (mean[i] ?? NaN)));
  const total = points.reduce((sum, point) => sum + dot(point, point), 0);
  return [0, 1].map(() => {
    let unit = mean.map((_, i) => Math.cos(i));
    for (let i = 0; i < 2000; i++) {
      const image = unit.map((_, j) => points.reduce((sum, point) => sum + dot(point, unit) * (point[j] ?? NaN), 0));
      unit = image.map((x) => x / Math.hypot(...image));
    }
    const share = points.reduce((sum, point) => sum + dot(point, unit) ** 2, 0) / total;
    points = points.map((point) => point.map((x, i) => x - dot(point, unit) * (unit[i] ?? NaN)));
    return { unit, share };
  });
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(4))}%`;

for (const [run, name] of [[0, 'SGD'], [1, 'Adam']] as const) {
  test(`a link shows the plane of ${name}'s path, with the variance that it holds`, async ({ page }) => {
    await openPage(page, `${link}&view=principal${run === 0 ? '' : `&run=${run}`}`);
    const { runs } = await runJson(page, await experimentOf(page));
    const [first, second] = principalOf(runs[run]?.params ?? []);
    await expect(titles(page)).toHaveText([
      `PC 1, ${percent(first?.share ?? NaN)}`,
      `PC 2, ${percent(second?.share ?? NaN)}`,
      `plane of ${name}: ${percent((first?.share ?? NaN) + (second?.share ?? NaN))} of its path’s variance`,
    ]);
  });
}

test('the start moves within the plane, and the link keeps the choice', async ({ page }) => {
  await openPage(page, link);
  await planes(page).getByRole('radio', { name: 'principal' }).click();
  await expect(titles(page).first()).toHaveText(/^PC 1/);
  await expect(page).toHaveURL(/&view=principal(&|$)/);
  const { runs } = await runJson(page, await experimentOf(page));
  const [u, v] = principalOf(runs[0]?.params ?? []).map(({ unit }) => unit);
  const handle = page.getByRole('slider', { name: /^Start point/ });
  await handle.focus();
  const along = async () => Number(await handle.getAttribute('aria-valuenow'));
  const before = await along();
  await page.keyboard.down('ArrowRight');
  await expect.poll(along).toBeGreaterThan(before);
  const moved = (await along()) - before;
  await page.keyboard.up('ArrowRight');
  const { start } = await experimentOf(page);
  expect(Math.abs(dot(start ?? [], u ?? []))).toBeCloseTo(moved, 3);
  expect(dot(start ?? [], v ?? [])).toBeCloseTo(0, 3);
  expect(Math.hypot(...(start ?? []))).toBeCloseTo(moved, 3);
  // Back to parameters: what is held is named again, with its value.
  await planes(page).getByRole('radio', { name: 'parameters' }).click();
  await expect(titles(page).last()).toHaveText(/^b held at /);
});

test('two parameters are a plane by themselves', async ({ page }) => {
  await openPage(page);
  await expect(page.getByRole('group', { name: 'Path over the loss', exact: true })).toBeVisible();
  await expect(titles(page).first()).toHaveText('x');
  await expect(planes(page)).toHaveCount(0);
});
