import type { Locator, Page } from '@playwright/test';
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
  // First of all: it plays for two and a half seconds only.
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(title(page, 'A slope and one number')).toBeVisible();
  await expect(pathPlot(page)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Optimizers' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play again' })).toBeVisible();
  await expect(page.locator('.stage-sentence')).toContainText('the distance to it becomes 80% of what it was');

  await page.getByRole('button', { name: 'It arrives at the bottom in fewer steps' }).click();
  await rate(page).focus();
  for (let press = 0; press < 100 && (await page.getByText('Not this time').count()) === 0; press += 1)
    await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Not this time. Past the red line: “Every swing is wider than the last”.')).toBeVisible();
  await expect(page.locator('.stage-sentence')).toContainText(/every swing is wider than the last. It diverges/);
  expect(Number((await experimentOf(page)).runs[0]?.hyper?.['lr'])).toBeGreaterThan(1);

  await rate(page).press('Home');
  await expect(page.getByText('The slider has moved on')).toBeVisible();
  // A user who went past the red line, but not as far as the value of the question, has not been at that value yet.
  const rateNow = async () => Number((await experimentOf(page)).runs[0]?.hyper?.['lr']);
  await page.getByRole('button', { name: 'Move it to 1.1' }).click();
  await expect(page.getByText('The slider has moved on')).toHaveCount(0);
  expect(await rateNow()).toBe(1.1);
  await rate(page).press('Home');
  await page.getByRole('button', { name: 'Back to 1.1' }).click();
  await expect(page.getByText('The slider has moved on')).toHaveCount(0);
  expect(await rateNow()).toBe(1.1);
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

test('a double click on the way to the workbench presses nothing there, and Back returns to the stage', async ({
  page,
}) => {
  await visit(page, './#v=1&p=booth&r=gd;lr=0.05&stage=path,loss;0.lr');
  await expect(page.getByRole('banner')).toContainText('Booth');
  await expect(page).toHaveTitle(/Booth/);
  const stage = page.url();
  await workbench(page).dblclick();
  await expect(page.getByRole('complementary', { name: 'Optimizers' })).toBeVisible();
  await expect(page).not.toHaveURL(/stage=/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(workbench(page)).toBeVisible();
  await expect(page).toHaveURL(stage);
  await expect(pathPlot(page)).toBeVisible();
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

test.describe('before any script has loaded', () => {
  for (const [locale, name] of [
    ['en-US', 'A slope and one number'],
    ['zh-CN', '一个斜坡，一个数'],
  ] as const) {
    test.describe(locale, () => {
      test.use({ locale });

      test('the curve is there, where the page then draws it, and the page takes over without a shift', async ({
        page,
        expectedMessages,
      }) => {
        expectedMessages.push(/Failed to load resource/);
        const cover = page.locator('.first-paint:visible');
        const placeOfStart = async (within: Locator) => {
          const { x, y, width, height } = (await within.locator('.plot-start').first().boundingBox()) ?? {
            x: 0,
            y: 0,
            width: 0,
            height: 0,
          };
          return { x: x + width / 2, y: y + height / 2 };
        };
        await page.route('**/assets/*.js', (route) => route.abort());
        await page.goto('./');
        await expect(cover.getByText(name)).toBeVisible();
        await expect(cover.locator('.first-curve')).toBeVisible();
        const drawnBefore = await placeOfStart(cover);

        await page.unroute('**/assets/*.js');
        await visit(page);
        await expect(title(page, name)).toBeVisible();
        await expect(page.locator('.first-paint')).toHaveCount(0);
        const drawn = await placeOfStart(page.locator('#root'));
        expect(Math.hypot(drawn.x - drawnBefore.x, drawn.y - drawnBefore.y)).toBeLessThan(1.5);
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const observer = new PerformanceObserver((list) =>
                resolve(
                  list
                    .getEntries()
                    .reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
                ),
              );
              observer.observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(0), 500);
            }),
        );
        expect(shift).toBeLessThan(0.05);
      });
    });
  }

  test('the screen is never without a picture, however late the sentences come that it does not need', async ({
    page,
  }) => {
    await page.route('**/assets/laterTexts*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.addInitScript(() => {
      const seen = { begun: false, blank: 0 };
      Object.assign(window, { seen });
      const look = () => {
        const isCovered = document.querySelector('.first-paint') !== null;
        const isDrawn = document.querySelector('#root .stage')?.checkVisibility() ?? false;
        if (isCovered || isDrawn) seen.begun = true;
        else if (seen.begun) seen.blank += 1;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const texts = page.waitForResponse(/laterTexts/);
    await visit(page);
    await texts;
    // The edge is marked on the slider once its words are there.
    await expect(page.locator('.lr-edge')).toBeAttached();
    expect(await page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({ begun: true, blank: 0 });
  });

  test('a link and a later visit see nothing of it', async ({ page, expectedMessages }) => {
    expectedMessages.push(/Failed to load resource/);
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto('./#v=1&p=booth');
    await expect(page.locator('.first-paint:visible')).toHaveCount(0);
    await page.goto('about:blank');
    await page.goto('./');
    await expect(page.locator('.first-paint:visible')).toHaveCount(1);
  });
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('what is said after a guess comes in sight, and the answers say which one was right', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await visit(page);
    const guess = page.getByRole('button', { name: 'It arrives at the bottom in fewer steps' });
    await guess.tap();
    await expect(page.locator('.stage-try')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('[data-right="true"]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Move it for me' }).tap();
    await expect(page.locator('.stage-verdict')).toBeInViewport({ ratio: 1 });
    await expect(guess).toHaveAttribute('data-right', 'false');
    await expect(page.locator('[data-right="true"]')).toHaveText('Every swing is wider than the last');
  });

  test('the last stop leads to the top of the workbench, also from the foot of a scrolled page', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const runs = 'n=300&r=gd;lr=0.001&r=sgd;lr=0.0005;momentum=0.9&r=adam;lr=0.05';
    await visit(page, `./#v=1&${runs}&stage=path,loss;2.lr;opening-5`);
    await page.getByRole('button', { name: 'It ends nearer to the star' }).tap();
    await page.getByRole('button', { name: 'Move it for me' }).tap();
    await expect(page.locator('.stage-verdict')).toBeInViewport({ ratio: 1 });
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Open the workbench' }).last().tap();
    await untilDrawn(page);
    await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});
