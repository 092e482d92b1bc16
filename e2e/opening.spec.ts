import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { experimentOf, pathPlot, untilDrawn } from './support/page';

/* What a first visit sees. */

test.use({ knowsOpening: false });

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 2, exact: true });
const workbench = (page: Page) => page.getByRole('button', { name: 'Open the workbench' }).first();
const rate = (page: Page) => page.getByRole('slider', { name: 'learning rate η' });

async function visit(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => 'overshoot' in window);
}

test('a first visit sees one bowl that comes to life, and a guess is answered by the run', async ({ page }) => {
  await visit(page);
  await expect(title(page, 'A slope and one number')).toBeVisible();
  await expect(pathPlot(page)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Runs' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play again' })).toBeVisible();
  await expect(page.getByText('leaves 80% of the distance')).toBeVisible();

  await page.getByRole('button', { name: 'It arrives in fewer steps' }).click();
  await rate(page).focus();
  for (let press = 0; press < 100 && (await page.getByText('Not this time').count()) === 0; press += 1)
    await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Not this time. What happens: “Every swing is wider than the last”.')).toBeVisible();
  await expect(page.getByText(/every swing is wider than the last. It diverges/)).toBeVisible();
  expect(Number((await experimentOf(page)).runs[0]?.hyper?.['lr'])).toBeGreaterThan(1);
});

test('five stops lead to the workbench, which keeps the experiment and is what the next visit sees', async ({
  page,
}) => {
  await visit(page);
  for (const stop of ['A valley', 'Momentum', 'Batches and their noise', 'Adam beside them']) {
    await page.getByRole('button', { name: `Next: ${stop}` }).click();
    await expect(title(page, stop)).toBeVisible();
  }
  // While the path still plays.
  await expect(page).toHaveURL(/opening-5/);
  await page.reload();
  await expect(title(page, 'Adam beside them')).toBeVisible();
  await page.getByRole('button', { name: 'Move it for me' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'It ends nearer to the star' }).click();
  await page.getByRole('button', { name: 'Move it for me' }).click();
  await expect(page.getByText('You guessed right.')).toBeVisible();
  await workbench(page).click();
  await untilDrawn(page);
  expect(await experimentOf(page)).toMatchObject({
    problem: { id: 'rosenbrock' },
    runs: [{}, {}, { hyper: { lr: 0.5 } }],
  });

  await page.goto('about:blank');
  await visit(page);
  await untilDrawn(page);
  await expect(title(page, 'A slope and one number')).toHaveCount(0);
  await page.getByRole('button', { name: 'Overshoot' }).click();
  await expect(title(page, 'A slope and one number')).toBeVisible();
});

test('a link goes straight to what it says', async ({ page }) => {
  await visit(page, './#v=1&p=beale&r=adam;lr=0.1');
  await untilDrawn(page);
  expect(await experimentOf(page)).toMatchObject({ problem: { id: 'beale' } });
});

test('with less motion the path stands there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await expect(page.getByRole('button', { name: 'Play again' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [language, other] of [
    ['en', '中文'],
    ['zh', 'English'],
  ] as const)
    test(`axe finds nothing at any stop: ${language}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await visit(page);
      if (language === 'zh') await page.getByRole('button', { name: '中文' }).click();
      for (let stop = 1; stop <= 5; stop += 1) {
        await expect(page.getByRole('button', { name: other })).toBeVisible();
        await page.locator('.stage-answer').first().click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        if (stop < 5) await page.getByRole('button', { name: language === 'zh' ? /^下一步/ : /^Next/ }).click();
      }
    });
