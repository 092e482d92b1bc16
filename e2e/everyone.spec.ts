import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { faultsOf } from './support/axe';
import { layoutFaultsOf } from './support/layout';
import { expectMarkers, experimentOf, lossPlot, pathPlot, transport, untilDrawn } from './support/page';

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

/** A plot of each kind that stands in a tab, and a number that its table has. */
const inTabs = [
  ['finder', two, 'Loss against a rising learning rate'],
  ['gradient', two, 'Error of finite differences against their step'],
  ['curvature', two, 'Largest curvature along the path, and the largest at which the learning rate is stable'],
  ['sweep', two, /^final loss over/],
  ['data', '#v=1&p=linear-regression&e=2&r=sgd;lr=0.05;batch=10', /and the fit of each run$/],
] as const;

for (const [tab, link, name] of inTabs)
  test(`the plot of the tab "${tab}" is said, listed and, where it is a curve, played`, async ({ page }) => {
    await openPage(page, `${link}&tab=${tab}&lang=en`);
    const plot = page.getByRole('tabpanel').getByRole('group', { name }).first();
    const button = plot.getByRole('button', { name: 'In words' });
    await button.focus();
    await expect(button).toBeInViewport();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    const cells = dialog.getByRole('table').getByRole('cell').filter({ hasText: /\d/ });
    await expect(cells.first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Listen to/ })).toHaveCount(listened[tab]);
    expect(await faultsOf(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });

/** How many curves each of them has. */
const listened = { finder: 2, gradient: 4, curvature: 2, sweep: 1, data: 1 };

test('keys read the data plot sample by sample, and along a fit', async ({ page }) => {
  await openPage(page, '#v=1&p=linear-regression&e=2&r=sgd;lr=0.05;batch=10&tab=data&lang=en');
  const plot = page.getByRole('tabpanel').getByRole('group', { name: /and the fit of each run$/ });
  await plot.getByRole('application').focus();
  const said = plot.locator('[aria-live]');
  const across: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText(/^sample, .* [\d.−]+, .* [\d.−]+$/);
    across.push(Number((await said.textContent())?.split(', ')[1]?.split(' ').at(-1)?.replace('−', '-')));
  }
  expect(across).toEqual([...across].sort((a, b) => a - b));
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(/^SGD, /);
  // The pointer reads too, and nothing is said at its every move.
  await plot.getByRole('application').hover();
  await expect(said).toHaveText('');
});

test('while the runs play, the words of the plots stand still', async ({ page }) => {
  await openPage(page, two);
  await untilDrawn(page);
  await expect.poll(() => described(lossPlot(page))).toContain('at step 200');
  await page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    for (const input of document.querySelectorAll('#plots [aria-describedby]')) {
      const words = document.getElementById(input.getAttribute('aria-describedby') ?? '');
      const note = () => changes.push(words?.textContent ?? '');
      if (words) new MutationObserver(note).observe(words, { subtree: true, childList: true, characterData: true });
    }
  });
  const changes = () => page.evaluate(() => (window as unknown as { changes: string[] }).changes);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => transport(page).inputValue()).not.toBe('0');
  await page.getByRole('button', { name: 'Pause' }).click();
  // Nothing before it has rested, and then the step at which it did.
  expect(await changes()).toEqual([]);
  const step = await transport(page).inputValue();
  await expect.poll(() => described(lossPlot(page))).toContain(`at step ${step}.`);
});

test('while the runs play, no slider along the steps has a value that a screen reader would speak again and again', async ({
  page,
}) => {
  await openPage(page, two);
  await untilDrawn(page);
  const sliders = page.locator('#plots [role=slider][aria-describedby], .scrubber input');
  await expect(sliders).toHaveCount(3);
  await sliders.evaluateAll((all) => {
    const said: string[][] = all.map(() => []);
    Object.assign(window, { said });
    all.forEach((slider, i) => {
      const note = () =>
        said[i]?.push(`${slider.getAttribute('aria-valuenow') ?? ''} ${slider.getAttribute('aria-valuetext') ?? ''}`);
      new MutationObserver(note).observe(slider, { attributeFilter: ['aria-valuenow', 'aria-valuetext'] });
      if (slider.closest('[aria-live], [role=status], [role=alert]')) said[i]?.push('live');
    });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[][] }).said);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await transport(page).inputValue())).toBeGreaterThan(20);
  expect(await said()).toEqual([['200 playing'], ['200 playing'], [' playing']]);
  await page.getByRole('button', { name: 'Pause' }).click();
  const step = await transport(page).inputValue();
  for (let i = 0; i < 2; i += 1) {
    await expect(sliders.nth(i)).toHaveAttribute('aria-valuenow', step);
    await expect(sliders.nth(i)).toHaveAttribute('aria-valuetext', new RegExp(`^step ${step},`));
  }
  await expect(sliders.nth(2)).toHaveAttribute('aria-valuetext', `Step ${step} of 200`);
});

test('on a stage, what comes of a slider is said once it rests', async ({ page }) => {
  await openPage(page, '#v=1&p=quadratic;kappa=20&n=60&r=gd;lr=0.05&stage=path,loss;0.lr&lang=en');
  await expect(page.locator('.stage-sentence')).toContainText('distance to the minimum');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const changed = target instanceof Element ? target : target.parentElement;
        const region = changed?.closest('[role=status], [role=alert], [aria-live]') ?? null;
        if (region) said.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.getByRole('slider', { name: 'learning rate' }).focus();
  const before = await page.locator('.stage-sentence').textContent();
  for (let i = 0; i < 20; i += 1) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await expect(page.locator('.stage-sentence')).not.toHaveText(before ?? '');
  await expect.poll(async () => (await said()).at(-1)).toBe(await page.locator('.stage-sentence').textContent());
  // Twenty keys: what was said before them, their end, and perhaps once more when the last numbers have come.
  expect((await said()).length).toBeLessThan(4);
});

test('a stage says its plots in words too, and a plot is saved by itself', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&n=60&r=gd;lr=0.05&stage=path,loss;0.lr&lang=en');
  await expect.poll(() => described(pathPlot(page))).toContain('at step 60');
  await lossPlot(page).hover();
  await lossPlot(page).getByRole('button', { name: 'This plot as a picture' }).click();
  const plots = page.getByRole('dialog', { name: 'Save' }).getByRole('group', { name: 'Plots' });
  await expect(plots.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(plots.getByRole('checkbox', { name: 'Loss along the way' })).toBeChecked();
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
