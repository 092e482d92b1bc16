import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

const fragment =
  '#v=1&p=rosenbrock;b=50&s=-1.2,1.5&n=120&seed=9&r=adam;lr=0.05;beta1=0.8&r=sgd;lr=0.0005;momentum=0.8;nesterov&at=92&scale=linear';
const meant = {
  problem: { id: 'rosenbrock', constants: { a: 1, b: 50 } },
  start: [-1.2, 1.5],
  steps: 120,
  seed: 9,
  runs: [
    { optimizer: 'adam', hyper: { lr: 0.05, beta1: 0.8, beta2: 0.999 } },
    { optimizer: 'sgd', hyper: { lr: 0.0005, momentum: 0.8, nesterov: true } },
  ],
};

const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
const fragmentOf = (page: Page) => page.evaluate(() => location.hash);

/** All numbers of the step shown, once they are those of its runs: of the first table, for the second follows when it has been computed. */
async function numbersShown(page: Page): Promise<string[]> {
  await page.getByRole('tab', { name: 'Numbers' }).click();
  const rows = page.getByRole('table').first().getByRole('row');
  await expect(rows).not.toHaveCount(0);
  await expect(page.getByRole('table').first().getByText('computing…')).toHaveCount(0);
  return rows.allInnerTexts();
}

test('a link opens what it says, and again after a reload', async ({ page }) => {
  await openPage(page, fragment);
  expect(await experimentOf(page)).toMatchObject(meant);
  await expect(page.getByRole('slider', { name: 'Steps', exact: true })).toHaveAttribute(
    'aria-valuetext',
    'Step 92 of 120',
  );
  await expect(page.getByRole('radio', { name: 'linear' })).toBeChecked();
  const numbers = await numbersShown(page);
  const { runs } = await runJson(page, await experimentOf(page));
  expect(numbers.join()).toContain(String(Number(runs[0]?.loss[92]?.toPrecision(9))));

  // Nothing of it is a default, so the page writes the very link that it was opened with, and the tab that was chosen since.
  await page.reload();
  await page.waitForFunction(() => 'overshoot' in window);
  expect(await numbersShown(page)).toEqual(numbers);
  await expect.poll(() => fragmentOf(page)).toBe(`${fragment}&tab=table`);
});

test('the address follows a slider without filling the history', async ({ page }) => {
  await openPage(page, fragment);
  const rate = page.getByRole('listitem', { name: /^Run 1/ }).getByRole('slider', { name: 'learning rate' });
  const lengthBefore = await page.evaluate(() => history.length);
  await rate.focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  const lr = (await experimentOf(page)).runs[0]?.hyper['lr'];
  expect(Number(lr)).toBeGreaterThan(0.05);
  await expect.poll(() => fragmentOf(page)).toContain(`r=adam;lr=${String(lr)};beta1=0.8&`);
  expect(await page.evaluate(() => history.length)).toBe(lengthBefore);

  await page.reload();
  await page.waitForFunction(() => 'overshoot' in window);
  expect((await experimentOf(page)).runs[0]?.hyper['lr']).toBe(lr);
});

test('a link put into the address bar of an open page is opened', async ({ page }) => {
  await openPage(page, fragment);
  await page.goto('./#v=1&p=beale&r=rmsprop;lr=0.02');
  await expect.poll(async () => (await experimentOf(page)).problem).toMatchObject({ id: 'beale' });
  expect((await experimentOf(page)).runs).toMatchObject([{ optimizer: 'rmsprop', hyper: { lr: 0.02 } }]);
});

test('of a damaged link the valid rest is shown, and the page says what was not', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock;b=50&n=999999&r=adam;lr=minus;beta1=0.8&r=no-such-rule&surprise=1&at=92');
  const notice = page.getByRole('status').filter({ hasText: 'It was opened' });
  for (const said of [
    /steps: "?999999"? .*20[,\s]?000/,
    'runs.0.hyper.lr: "minus"',
    'runs.1.optimizer: "no-such-rule"',
    'surprise',
  ]) {
    await expect(notice).toContainText(said);
  }
  const { problem, runs } = await experimentOf(page);
  expect(problem).toMatchObject({ id: 'rosenbrock', constants: { b: 50 } });
  expect(runs[0]).toMatchObject({ optimizer: 'adam', hyper: { beta1: 0.8 } });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
});

test('a link of which nothing can be read still opens the page', async ({ page }) => {
  await openPage(page, '#%E0%A4%A&p=&&==;;&r=%00');
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible();
  await expect(page.getByRole('list').filter({ hasText: 'loss' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('still descending').first()).toBeVisible();
});

test('a link may carry the language', async ({ page }) => {
  await openPage(page, `${fragment}&lang=zh`);
  await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Optimizers' })).toBeVisible();
  await expect.poll(() => fragmentOf(page)).toBe(fragment);
});

test('the link is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, fragment);
  // One press on the header's button.
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  expect(await page.evaluate(() => window.overshoot.link(window.overshoot.experiment()))).toBe(
    copied.replace('&at=92&scale=linear', ''),
  );
});

test('where nothing may be copied, the link is shown', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('not allowed')) },
    });
  });
  await openPage(page, fragment);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(page.url());
  await expect(dialog.getByText(/did not allow copying/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
});

test('undo and redo by keyboard', async ({ page }) => {
  await openPage(page, fragment);
  const before = await experimentOf(page);
  const card = page.getByRole('listitem', { name: /^Run 1/ });
  const rate = card.getByRole('slider', { name: 'learning rate' });
  // The row has its range around the edge, and is no longer replaced by one that loads.
  await expect(card.getByRole('button', { name: /all rates|around the edge/ })).toBeVisible();
  await rate.focus();
  await page.keyboard.press('ArrowRight');
  const once = await experimentOf(page);
  await page.keyboard.press('PageUp');
  const twice = await experimentOf(page);
  expect(new Set([before, once, twice].map((experiment) => experiment.runs[0]?.hyper['lr'])).size).toBe(3);

  await page.keyboard.press('Control+z');
  expect(await experimentOf(page)).toEqual(once);
  await page.keyboard.press('Control+z');
  expect(await experimentOf(page)).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  expect(await experimentOf(page)).toEqual(once);
  await page.keyboard.press('Control+y');
  expect(await experimentOf(page)).toEqual(twice);
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
});

test('what reads a link is asked for before the page’s own code has come, and only where there is a link', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // The page's own code never comes: what is asked for all the same does not wait for it.
  await page.route(/\/assets\/page-/, () => new Promise(() => undefined));
  const isAsked = (name: string) => asked.some((path) => path.includes(`/assets/${name}-`));
  await page.goto('./', { waitUntil: 'commit' });
  await expect.poll(() => isAsked('page')).toBe(true);
  expect(isAsked('address')).toBe(false);
  await page.goto('about:blank');
  asked.length = 0;
  await page.goto('./#v=1&p=booth', { waitUntil: 'commit' });
  await expect.poll(() => ['page', 'address', 'link'].filter((name) => !isAsked(name))).toEqual([]);
});
