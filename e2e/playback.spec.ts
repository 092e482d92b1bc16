import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { choose, transport, untilDrawn } from './support/page';

/* The transport's playing, by a clock that the test turns: a frame of it is always 16 ms. */

const STEPS = 2000;

const stepOf = async (page: Page): Promise<number> => Number(await transport(page).inputValue());

/** From the start, the step that playing has come to after some frames. */
async function playFor(page: Page, milliseconds: number): Promise<number> {
  const play = page.getByRole('button', { name: 'Play' });
  // Not in the list of speeds, where Home would mean its first entry.
  await play.focus();
  await page.keyboard.press('Home');
  await play.click();
  await page.clock.runFor(milliseconds);
  await page.getByRole('button', { name: 'Pause' }).click();
  return stepOf(page);
}

test('playing goes forward at the chosen speed, pauses, and stops at the last step', async ({ page }) => {
  await openPage(page, `#v=1&n=${STEPS}&r=gd;lr=0.0005`);
  await untilDrawn(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const chooseSpeed = async (speed: string) => {
    await choose(page, page.getByRole('combobox', { name: 'Speed' }), speed);
    // The list hides the rest of the page from assistive technology until the frame after it has closed.
    await page.clock.runFor(100);
  };

  const usual = await playFor(page, 800);
  expect(usual).toBeGreaterThan(100);
  // A frame more or less, at either end.
  const frame = usual / 50;
  for (const times of [0.25, 4]) {
    await chooseSpeed(`${times}×`);
    expect(Math.abs((await playFor(page, 800)) - times * usual)).toBeLessThanOrEqual(2 * times * frame + 2);
  }

  const paused = await stepOf(page);
  await page.clock.runFor(800);
  expect(await stepOf(page)).toBe(paused);

  await chooseSpeed('16×');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(5000);
  expect(await stepOf(page)).toBe(STEPS);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.clock.runFor(800);
  expect(await stepOf(page)).toBe(STEPS);
});

test('the number of the step reads as each language says it, in a slot that counting does not widen', async ({
  page,
}) => {
  await openPage(page, '#p=booth&n=200&r=gd;lr=0.05');
  const position = page.locator('.transport-position');
  await expect(position).toHaveText('step 200 / 200');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(position).toHaveText('第 200 / 200 步');
  const width = async () => (await position.boundingBox())?.width ?? NaN;
  const widthAtEnd = await width();
  await page.getByRole('slider', { name: '步数' }).press('Home');
  await expect(position).toHaveText('第 0 / 200 步');
  // Browsers place boxes at fractions of a pixel.
  expect(await width()).toBeCloseTo(widthAtEnd, 1);
});
