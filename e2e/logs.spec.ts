import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

/* What people bring: the log of a run of their own, a link that a chat program has damaged, data that a reload must keep. */

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

test('a log that is dropped stands beside the runs, the step at which it parts is named, a reload keeps it', async ({
  page,
}) => {
  await openPage(page, '#v=1&n=40&r=adam;lr=0.05&tab=table');
  await page.getByRole('tab', { name: 'Numbers' }).waitFor();
  const experiment = await page.evaluate(() => window.overshoot.experiment());
  const { runs } = await runJson(page, experiment, 'float64');
  const { loss = [], params = [] } = runs[0] ?? {};
  // Counted from 1, and from our step 17 on another run.
  const rows = loss.map((value, k) => [k + 1, k < 17 ? value : value * 1.001, ...(params[k] ?? [])].join(','));
  await drop(page, 'torch.csv', `step,train_loss,x,y\n${rows.join('\n')}\n`);
  const dialog = page.getByRole('dialog', { name: 'A run of your own' });
  await expect(dialog.getByText('torch: 41 rows with a loss, steps 1 to 41.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show it' }).click();

  const words = page.getByText('Parts from Adam at step 18: the loss is');
  await expect(words).toBeVisible();
  await expect(page.locator('.plot-end-label', { hasText: 'torch' })).toBeVisible();
  await expect(page.getByRole('row', { name: /torch/ })).toContainText('40');
  expect(await page.evaluate(() => window.overshoot.experiment())).toEqual(experiment);

  await page.reload();
  await expect(words).toBeVisible();
  await page.getByRole('button', { name: 'Remove torch, also from this device' }).click();
  await expect(page.locator('.plot-end-label', { hasText: 'torch' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Compare a logged run…' })).toBeVisible();
  await expect(page.getByText('From elsewhere')).toHaveCount(0);
});

test('a link is pasted as a chat program left it, opens in place, and is taken back', async ({ page }) => {
  await openPage(page, '#v=1&p=booth');
  const before = await page.evaluate(() => window.overshoot.experiment());
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      'Look: <https://example.org/#v=1&amp;p=beale&amp;r=adam%3Blr%253D0.125;\nbeta1=0.5>。',
    );
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(page.getByText('This is a link to an experiment: Beale, with Adam.')).toBeVisible();
  expect(await page.evaluate(() => window.overshoot.experiment())).toEqual(before);
  await page.getByRole('button', { name: 'Open it here' }).click();
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeVisible();
  expect(await page.evaluate(() => window.overshoot.experiment())).toMatchObject({
    problem: { id: 'beale' },
    runs: [{ optimizer: 'adam', hyper: { lr: 0.125, beta1: 0.5 } }],
  });
  await page.getByRole('button', { name: 'Take it back' }).click();
  expect(await page.evaluate(() => window.overshoot.experiment())).toEqual(before);
});

test('a reload keeps the data of the user until they are forgotten, and then says that they are gone', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=booth');
  const data = { x: [[1], [2], [4]], y: [1, 3, 5], standardize: 1 };
  const experiment = {
    version: 1,
    problem: { id: 'linear-regression', data },
    runs: [{ optimizer: 'gd', hyper: { lr: 0.25 } }],
  };
  await page.evaluate((json) => window.overshoot.open(json), experiment);
  await expect(page.getByText('These samples stay on this device')).toBeVisible();
  const shown = await page.evaluate(() => window.overshoot.experiment());
  await page.reload();
  await page.waitForFunction(() => 'overshoot' in window);
  expect(await page.evaluate(() => window.overshoot.experiment())).toEqual(shown);
  await page.getByRole('button', { name: 'Forget them here' }).click();
  await expect(page.getByText('they are gone after a reload')).toBeVisible();
  await page.reload();
  await expect(page.getByText('these are not kept on this device')).toBeVisible();
});
