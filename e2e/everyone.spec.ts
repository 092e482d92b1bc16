import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { faultsOf } from './support/axe';
import { layoutFaultsOf } from './support/layout';
import { expectMarkers, experimentOf, lossPlot, pathPlot, untilDrawn } from './support/page';

/* What the plots show in words, in a table and as a tone; at 400%, with the system's colours, and from right to left. */

const two = '#v=1&p=rosenbrock&n=200&r=adam;lr=0.03&r=gd;lr=0.001';

/** What a screen reader says about an input area, beside its name and its value. */
const described = (plot: Locator) =>
  plot.locator('[aria-describedby]').evaluate((input) => {
    const id = input.getAttribute('aria-describedby');
    return (id !== null && document.getElementById(id)?.textContent) || '';
  });

test('the plots say in words what they show, and follow the data', async ({ page }) => {
  await openPage(page, two);
  await untilDrawn(page);
  const endsWith = async () => {
    const { runs } = await runJson(page, await experimentOf(page));
    return runs.map(({ loss, params }) => ({
      loss: Number(loss.at(-1)?.toPrecision(4)),
      point: params.at(-1)?.map((value) => String(Number(value.toPrecision(4))).replace('-', '−')) ?? [],
    }));
  };
  const check = async () => {
    for (const { loss, point } of await endsWith()) {
      await expect.poll(() => described(lossPlot(page))).toContain(`${loss} at step 200`);
      await expect.poll(() => described(pathPlot(page))).toContain(`(${point.join(', ')}) at step 200`);
    }
  };
  await check();
  await page.evaluate(() => (location.hash = 'v=1&p=rosenbrock&n=200&r=adam;lr=0.1'));
  await untilDrawn(page);
  await check();
});

test('the loss is a table of some steps, and a tone', async ({ page }) => {
  await page.addInitScript(`
    const play = AudioParam.prototype.setValueCurveAtTime;
    AudioParam.prototype.setValueCurveAtTime = function (values, ...when) {
      window.melody = Array.from(values);
      return play.call(this, values, ...when);
    };
  `);
  await openPage(page, `${two}&tab=table`);
  await untilDrawn(page);
  const table = page.getByRole('table', { name: 'The loss along the way' });
  await expect(table.getByRole('rowheader')).toHaveText(['0', '1', '2', '5', '10', '20', '50', '100', '200']);
  const { runs } = await runJson(page, await experimentOf(page));
  const row = table.getByRole('row').nth(4).getByRole('cell');
  expect((await row.allTextContents()).map(Number)).toEqual(runs.map(({ loss }) => Number(loss[5]?.toPrecision(6))));

  await page.getByRole('button', { name: 'Listen to the loss of Adam' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  const melody = await page.evaluate(() => (window as unknown as { melody: number[] }).melody);
  const losses = runs[0]?.loss ?? [];
  expect(melody).toHaveLength(losses.length);
  expect(melody.indexOf(Math.max(...melody))).toBe(losses.indexOf(Math.max(...losses)));
  expect(melody.indexOf(Math.min(...melody))).toBe(losses.indexOf(Math.min(...losses)));
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Listen to the loss of Adam' })).toBeVisible();
});

test('at 400% nothing is cut or wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPage(page, two);
  await untilDrawn(page);
  for (const language of ['English', '中文']) {
    if (language === '中文') await page.getByRole('button', { name: language }).click();
    await page.getByRole('tab').last().click();
    await expect(page.getByRole('tabpanel').getByRole('table').first()).toBeVisible();
    expect(await layoutFaultsOf(page)).toEqual([]);
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`with the system's ${theme} colours, plots keep theirs and controls are seen`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: theme });
    await openPage(page, two);
    await untilDrawn(page);
    await expectMarkers(page);
    const seen = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const control of ['.slider-track', '.slider-range', '.segment[data-state=active]'])
      expect([control, await seen(control)]).not.toEqual([control, ground]);
    expect(await faultsOf(page, 'main')).toEqual([]);
  });

test('from right to left nothing is wider than the window, and mathematics stays as it is', async ({ page }) => {
  await openPage(page, two);
  await untilDrawn(page);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  for (const width of [390, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(1);
  }
  for (const part of ['.katex', '.plot', '.number-input'])
    await expect(page.locator(part).first()).toHaveCSS('direction', 'ltr');
});
