import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { axesOf } from './support/picture';
import { experimentOf, lossPlot, pathPlot, untilDrawn } from './support/page';

/* A run that diverges: the others keep their place, and its break can be looked at. */

const show = (page: Page): Locator => page.getByRole('button', { name: 'Show the break', exact: true });
const all = (page: Page): Locator => page.getByRole('button', { name: 'Show all', exact: true });
/** 1.11 times the edge 1/9: every step is 1.22 times as long as the one before. */
const DIVERGES = 'gd;lr=0.1234';
const booth = (runs: string, rest = '') => `#v=1&p=booth&s=-6,4&n=200&r=${runs}${rest}`;

test('the curve of a good run uses most of the height beside one that diverges', async ({ page }) => {
  await openPage(page, booth(`${DIVERGES}&r=adam;lr=0.05`));
  await untilDrawn(page);
  const { runs } = await runJson(page, await experimentOf(page));
  const losses = runs[1]?.loss ?? [];
  const { y } = await axesOf(lossPlot(page), 'log');
  const { height } = (await lossPlot(page).locator('.plot-scrub').boundingBox()) ?? { height: NaN };
  const used = y.pixelAt(Math.min(...losses)) - y.pixelAt(Math.max(...losses));
  expect(used / height).toBeGreaterThan(0.6);
});

test('the break is shown and left again: steps, path and link', async ({ page }) => {
  await openPage(page, booth(`${DIVERGES}&r=adam;lr=0.05`));
  await untilDrawn(page);
  const before = await axesOf(pathPlot(page));
  const { runs } = await runJson(page, await experimentOf(page));
  await show(page).click();
  await expect.poll(async () => (await axesOf(lossPlot(page), 'log')).x.valueAt(400)).toBeLessThan(20);
  const { x, y } = await axesOf(lossPlot(page), 'log');
  const surface = await lossPlot(page).locator('.plot-scrub').boundingBox();
  const plot = await lossPlot(page).boundingBox();
  if (!surface || !plot) throw new Error('it is not on the screen');
  // From the start to the sixth update, and all that the run did meanwhile.
  const left = surface.x - plot.x;
  expect(x.valueAt(left)).toBeCloseTo(0, 1);
  expect(x.valueAt(left + surface.width)).toBeCloseTo(6, 1);
  const growth = (runs[0]?.loss ?? []).slice(0, 7);
  for (const loss of growth) {
    expect(y.pixelAt(loss)).toBeGreaterThanOrEqual(surface.y - plot.y);
    expect(y.pixelAt(loss)).toBeLessThanOrEqual(surface.y - plot.y + surface.height);
  }
  // The path's view reaches to the fifth update.
  const highest = Math.max(...(runs[0]?.params ?? []).slice(0, 6).map(([, second = NaN]) => second));
  expect(highest).toBeGreaterThan(10);
  await expect.poll(async () => (await axesOf(pathPlot(page))).y.pixelAt(highest)).toBeGreaterThan(0);
  await expect(page).toHaveURL(/frame=break/);

  await all(page).click();
  await expect(page).not.toHaveURL(/frame=/);
  await expect.poll(async () => (await axesOf(pathPlot(page))).y.pixelAt(highest)).toBe(before.y.pixelAt(highest));
  await expect(show(page)).toBeVisible();
});

test('a link shows the break, and without a run that breaks there is nothing to show', async ({ page }) => {
  await openPage(page, booth(DIVERGES, '&frame=break'));
  await expect(all(page)).toBeVisible();
  await openPage(page, booth('gd;lr=0.05'));
  await untilDrawn(page);
  await expect(show(page)).toHaveCount(0);
  await expect(all(page)).toHaveCount(0);
});

test('where all runs diverge, the axes end where their numbers do', async ({ page }) => {
  await openPage(page, '#v=1&p=square&s=10&n=400&r=gd;lr=1.1');
  await untilDrawn(page);
  const { x } = await axesOf(lossPlot(page), 'log');
  const surface = await lossPlot(page).locator('.plot-scrub').boundingBox();
  const plot = await lossPlot(page).boundingBox();
  if (!surface || !plot) throw new Error('it is not on the screen');
  expect(x.valueAt(surface.x - plot.x + surface.width)).toBeCloseTo(231, 0);
});
