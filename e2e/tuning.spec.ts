import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { faultsOf } from './support/axe';
import { layoutFaultsOf } from './support/layout';
import { experimentOf, untilDrawn } from './support/page';

/* Every run gets the best of as many rates, the page says what was tried, and undo takes it back. */

const three = '#v=1&p=rosenbrock&n=200&r=gd;lr=0.0002&r=sgd;lr=0.0002;momentum=0.9&r=adam;lr=0.001';

const panel = (page: Page) => page.getByRole('tabpanel');
const ratesOf = async (page: Page) => (await experimentOf(page)).runs.map(({ hyper }) => Number(hyper['lr']));
const lossesOf = async (page: Page) =>
  (await runJson(page, await experimentOf(page))).runs.map(({ loss }) => loss.at(-1) ?? NaN);

async function tune(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tune', exact: true }).press('Enter');
  await expect(panel(page).getByRole('status')).toHaveText(/have? a new rate/);
}

test('Tune gives every run its best rate, shows what was tried, and is taken back by one undo', async ({ page }) => {
  await openPage(page, three);
  await untilDrawn(page);
  const before = { rates: await ratesOf(page), losses: await lossesOf(page) };
  await tune(page);

  const rates = await ratesOf(page);
  const losses = await lossesOf(page);
  const found = await page.evaluate(() => window.overshoot.tune(window.overshoot.experiment()));
  losses.forEach((loss, run) => expect(loss).toBeLessThan((before.losses[run] ?? NaN) / 1.2));
  for (const [run, name] of ['Gradient descent', 'SGD', 'Adam'].entries()) {
    const item = panel(page).getByRole('listitem').filter({ hasText: name });
    const count = found.runs[run]?.rates.length;
    await expect(item).toContainText(`η = ${rates[run]} of ${count} rates between 1×10⁻⁶ and 10: loss `);
    await expect(item).toContainText('after 200 updates.');
  }
  await expect(panel(page).getByRole('listitem').first()).toContainText(
    'At every rate that was tried from 0.00215 on, the run counts as diverged: within its 200 updates',
  );

  const plot = panel(page).getByRole('application', { name: /smaller and larger rates/ });
  await plot.press('ArrowRight');
  await plot.press('ArrowRight');
  await expect(panel(page).getByText(/rate 1\.47×10⁻⁶, loss \d/)).toBeAttached();
  for (let k = 0; k < 70; k += 1) await plot.press('ArrowRight');
  await expect(panel(page).getByText(/rate 10, loss diverged/)).toBeAttached();

  await panel(page).getByRole('button', { name: 'Take it back' }).click();
  expect(await ratesOf(page)).toEqual(before.rates);
  await expect(panel(page).getByRole('listitem').first()).toContainText('Now η = 0.0002: loss ');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the rates that a script is told are those that the page finds', async ({ page }) => {
  await openPage(page, three);
  const found = await page.evaluate(() => window.overshoot.tune(window.overshoot.experiment()));
  for (const { rates, losses } of found.runs) {
    expect(losses).toHaveLength(rates.length);
    // 43 over the range and up to 25 around the best, where three digits may be those of one of the 43.
    expect(rates.length).toBeGreaterThan(60);
    expect(rates).toEqual([...new Set(rates)].sort((a, b) => a - b));
  }
  await tune(page);
  expect(await ratesOf(page)).toEqual(found.runs.map(({ best }) => best));
  expect(found.experiment).toEqual(await experimentOf(page));
});

test('data, a rule of the user’s, frozen parameters and a rule that reads no rate are told apart', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    const heavy = 'heavy(lr = 1 in 1e-3..100 log)\nstate m = 0\nm = 0.9*m + 0.1*grad(theta)\ntheta = theta - lr*m';
    const fixed = 'fixed(lr = 1)\ntheta = theta - 0.01*grad(theta)';
    window.overshoot.open({
      version: 1,
      problem: { id: 'linear-regression', data: { samples: 100 } },
      epochs: 2,
      runs: [
        { optimizer: 'sgd', hyper: { lr: 0.001 }, batch: { size: 10 } },
        { rule: heavy, hyper: { lr: 0.01 } },
        { rule: fixed, hyper: { lr: 1 } },
        { optimizer: 'gd', hyper: { lr: 0.001 }, modifiers: { frozen: ['w1', 'w2', 'b'] } },
      ],
    });
  });
  const found = await page.evaluate(() => window.overshoot.tune(window.overshoot.experiment()));
  const [sgd = 0, heavy = 0] = found.runs.map(({ rates }) => rates.length);
  await tune(page);
  const items = panel(page).getByRole('listitem');
  await expect(items.nth(0)).toContainText(new RegExp(`of ${sgd} rates between 1×10⁻⁶ and 10: loss .* after 2 epochs`));
  await expect(items.nth(1)).toContainText(
    new RegExp(`of ${heavy} rates between 0\\.001 and 100: loss .* after 2 epochs`),
  );
  await expect(items.nth(2)).toContainText('does not read a rate');
  await expect(items.nth(3)).toContainText('the same at every rate');
  expect((await ratesOf(page)).slice(2)).toEqual([1, 0.001]);
});

for (const [width, theme] of [
  [390, 'dark'],
  [1440, 'light'],
] as const)
  test(`at ${width} px nothing is cut, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    for (const language of ['en', 'zh']) {
      await openPage(page, `${three}&tab=tune&lang=${language}`);
      await expect(panel(page).getByRole('listitem').last()).toContainText(/6\d/);
      expect(await layoutFaultsOf(page)).toEqual([]);
      expect(await faultsOf(page, '[role="tabpanel"]')).toEqual([]);
      await page.goto('about:blank');
    }
  });
