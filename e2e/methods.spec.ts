import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { axesOf, coloursAt } from './support/picture';
import { card, experimentOf, expectMarkers, lossPlot, pathPlot, untilDrawn } from './support/page';

test('BFGS is found in the menu, descends to the minimum, and has no rate, schedule, modifier or rule to edit', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=gd;lr=0.001;l2=0.1;schedule=step');
  await page.getByRole('combobox', { name: 'Optimizer of run 1' }).click();
  await expect(page.getByRole('option', { name: 'BFGS', exact: true })).toBeVisible();
  await page.keyboard.type('BFGS');
  await expect(page.getByRole('option', { name: 'BFGS', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, 1)).toContainText('converged to a global minimum');
  const { runs } = await experimentOf(page);
  expect(runs).toEqual([{ optimizer: 'bfgs', hyper: { c1: 1e-4, c2: 0.9, gtol: 1e-5 } }]);
  await expect(card(page, 1)).toContainText('no schedule, no modifiers');
  await expect(page.getByRole('button', { name: 'Edit the rule of run 1' })).toHaveCount(0);
  await expectMarkers(page);
  // In the built page, too: other entries of the catalogue lose their sources there.
  await expect(page.getByRole('tabpanel')).toContainText('Source: Nocedal & Wright');
});

const TRIED = '#v=1&p=rosenbrock&s=-1.2,1&n=40&r=backtracking&at=1';

test('the points that an iteration refused are drawn and listed, in a second page from the same link too', async ({
  page,
  context,
}) => {
  const second = await context.newPage();
  for (const one of [page, second]) {
    await openPage(one, TRIED);
    await untilDrawn(one);
    const { runs } = await one.evaluate(() => window.overshoot.run(window.overshoot.experiment()));
    const trials = runs[0]?.method?.iterations[1]?.trials ?? [];
    const refused = trials.filter(
      ({ verdict, point: [x = NaN, y = NaN] }) => verdict !== 'accepted' && Math.abs(x) < 1.9 && y > -0.9 && y < 2.9,
    );
    expect(refused.length).toBeGreaterThan(0);
    const axes = await axesOf(pathPlot(one));
    const rings = refused.map(({ point: [x = NaN, y = NaN] }) => ({
      x: axes.x.pixelAt(x) + 3.4,
      y: axes.y.pixelAt(y),
    }));
    const TRIALS = 2;
    await expect
      .poll(async () => (await coloursAt(pathPlot(one), rings, TRIALS)).every(([, , , opacity = 0]) => opacity > 60))
      .toBe(true);
    // Nothing is drawn between a ring and its centre.
    const centres = rings.map(({ x, y }) => ({ x: x - 3.4, y }));
    for (const [, , , opacity] of await coloursAt(pathPlot(one), centres, TRIALS)) expect(opacity).toBe(0);
    await expect(one.getByRole('tabpanel').getByRole('row')).toHaveCount(trials.length + 1);
    await one.getByRole('tab', { name: 'Numbers' }).click();
    await expect(one.getByRole('table', { name: /points that iteration 1 tried/ }).getByRole('row')).toHaveCount(
      trials.length + 1,
    );
  }
  await second.close();
});

test('the numbers of a method and of Adam show what they cost and how they ended, and nothing that is off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openPage(page, '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=adam;lr=0.05&r=bfgs&tab=table');
  const runs = page.getByRole('table', { name: 'Every run at step 60' });
  await expect(runs.getByRole('columnheader', { name: 'evaluations' })).toBeVisible();
  await expect(runs.getByRole('cell', { name: 'still descending' })).toBeInViewport({ ratio: 1 });
  const names = page.getByRole('table', { name: /inside update 60/ }).getByRole('rowheader');
  await expect(names.filter({ hasText: 'mhat' })).toHaveCount(1);
  await expect(names.filter({ hasText: /^g$/ })).toHaveCount(1);
  await expect(names.filter({ hasText: 'vmax' })).toHaveCount(0);
});

test('against evaluations a run ends where its evaluations do', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=bfgs&r=gd;lr=0.001&axis=evaluations');
  await untilDrawn(page);
  const { runs } = await page.evaluate(() => window.overshoot.run(window.overshoot.experiment()));
  const [losses = 0, gradients = 0] = runs[0]?.method?.evaluations.at(-1) ?? [];
  expect(losses + gradients).toBeGreaterThan(runs[1]?.loss.length ?? Infinity);
  await expect(lossPlot(page)).toContainText('evaluations');
  const { x, y } = await axesOf(lossPlot(page), 'log');
  const end = { x: x.pixelAt(losses + gradients), y: y.pixelAt(runs[0]?.loss.at(-1) ?? NaN) };
  await expect.poll(async () => (await coloursAt(lossPlot(page), [end]))[0]?.[3]).toBe(255);
  await page.getByRole('radio', { name: 'step', exact: true }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('axis=');
});

test('a run that cannot go on says why, and a schedule around a method is refused by name', async ({ page }) => {
  await openPage(page, '#v=1&f=cos%28x%29%2By%5E2&vars=x,y&s=0.5,0&n=20&r=damped-newton;schedule=step');
  await expect(page.getByText('is for update rules only').first()).toBeVisible();
  await expect(card(page, 1)).toContainText('stopped at step 0');
  await expect(page.getByText('its direction does not lead down').first()).toBeVisible();
});
