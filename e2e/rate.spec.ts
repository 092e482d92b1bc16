import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { card } from './support/page';

/* The slider of a run's learning rate, as wide as its card. */

const booth = (runs: string) => `#v=1&p=booth&s=-6,4&n=100&r=${runs}`;
/** Booth's largest curvature is 18. */
const EDGE = 1 / 9;
/** Whether a rate is the edge, which the page computes in float64, and not a rounded number beside it. */
const isEdge = (rate: number): boolean => Math.abs(rate / EDGE - 1) < 1e-12;

const slider = (page: Page, run = 1): Locator => card(page, run).getByRole('slider', { name: 'learning rate' });
const number = (page: Page, run = 1): Locator => card(page, run).getByRole('textbox', { name: 'learning rate' });
const allRates = (page: Page, run = 1): Locator => card(page, run).getByRole('button', { name: 'all rates' });
const aroundEdge = (page: Page, run = 1): Locator => card(page, run).getByRole('button', { name: 'around the edge' });
const rateOf = (page: Page, run = 1): Promise<number> =>
  page.evaluate((i) => Number(window.overshoot.experiment().runs[i]?.hyper['lr']), run - 1);

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return box;
}

/** The middle of the thumb that is painted. */
async function thumb(page: Page): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(card(page, 1).locator('.setting-wide .slider-thumb'));
  return { x: x + width / 2, y: y + height / 2 };
}

async function type(page: Page, text: string, run = 1): Promise<void> {
  await number(page, run).fill(text);
  await number(page, run).press('Enter');
}

test('a drag across the edge changes the rate by less than 3% a pixel, lands on it, and moves nothing', async ({
  page,
}) => {
  await openPage(page, booth('gd;lr=0.05'));
  await expect(allRates(page)).toBeVisible();
  const track = card(page, 1).locator('.setting-wide .slider');
  const { width } = await boxOf(track);
  expect(width).toBeGreaterThanOrEqual(250);
  const { x, y } = await thumb(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const rates = [await rateOf(page)];
  const outcomes = new Set<string>();
  for (let pixel = 1; pixel <= 110; pixel += 1) {
    await page.mouse.move(x + pixel, y);
    rates.push(await rateOf(page));
    if (pixel % 10 !== 0) continue;
    await expect(number(page)).toHaveValue(String(rates.at(-1)));
    outcomes.add(await card(page, 1).locator('.outcome').innerText());
    expect((await thumb(page)).y).toBe(y);
    // Under the pointer, whatever the edge says meanwhile.
    expect(Math.abs((await thumb(page)).x - (x + pixel))).toBeLessThan(1.5);
  }
  await page.mouse.up();
  rates.slice(1).forEach((rate, i) => expect(rate / (rates[i] ?? Number.NaN)).toBeLessThan(1.03));
  expect(rates.filter(isEdge).length).toBeGreaterThan(0);
  expect([rates[0] ?? NaN, rates.at(-1) ?? NaN].map((rate) => Math.sign(rate - EDGE))).toEqual([-1, 1]);
  expect(outcomes.size).toBeGreaterThan(1);
});

test('keys move it by at most 5%, with shift by less, and stop at the edge; Home and End are a tenth and three times it', async ({
  page,
}) => {
  await openPage(page, booth('gd;lr=0.1'));
  await expect(allRates(page)).toBeVisible();
  await slider(page).focus();
  const rates = [await rateOf(page)];
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
    rates.push(await rateOf(page));
  }
  const steps = rates.slice(1).map((rate, i) => rate / (rates[i] ?? NaN) - 1);
  expect(Math.max(...steps)).toBeLessThanOrEqual(0.05);
  expect(Math.min(...steps)).toBeGreaterThan(0);
  expect(steps[1]).toBeLessThan(0.02);
  expect(rates.filter(isEdge).length).toBeGreaterThan(0);
  await page.keyboard.press('Home');
  expect(await rateOf(page)).toBe(0.0111);
  await page.keyboard.press('End');
  expect(await rateOf(page)).toBe(0.333);
});

test('the number is shown to its last digit, and a rate outside the range widens it', async ({ page }) => {
  await openPage(page, booth('gd;lr=0.1'));
  await expect(allRates(page)).toBeVisible();
  for (const [text, shown] of [
    ['0.0001234', '0.0001234'],
    ['1e-7', '1e-7'],
    ['12.5', '12.5'],
    ['0.1111111111111111', '0.1111111111111111'],
    ['0.000001234567890123456', '1.234567890123456e-6'],
    ['0', '0'],
  ] as const) {
    await type(page, text);
    await expect(number(page)).toHaveValue(shown);
    // The field is as wide as its number once this has been taken over.
    const hidden = () => number(page).evaluate((field) => field.scrollWidth - field.clientWidth);
    await expect.poll(hidden, text).toBeLessThanOrEqual(0);
  }
  await type(page, '12.5');
  const { x, width } = await boxOf(card(page, 1).locator('.setting-wide .slider-track'));
  await expect.poll(async () => Math.abs((await thumb(page)).x - (x + width))).toBeLessThan(1.5);
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  expect((await rateOf(page)) / 12.5).toBeGreaterThan(0.95);
});

test('all rates are one press away, for each run alone and as long as the page is open', async ({ page }) => {
  await openPage(page, booth('gd;lr=0.1&r=gd;lr=0.05&r=lion;lr=0.01'));
  await expect(allRates(page, 1)).toBeVisible();
  // Lion has no edge: its slider shows all rates, and there is nothing to choose.
  await expect(card(page, 3).getByRole('button', { name: /all rates|around the edge/ })).toHaveCount(0);
  await allRates(page, 2).click();
  await slider(page, 2).focus();
  await page.keyboard.press('End');
  expect(await rateOf(page, 2)).toBe(10);
  await type(page, '0.05', 2);
  await card(page, 1).getByRole('button', { name: 'Remove run 1' }).click();
  // The second run is now the first, and keeps its choice.
  await expect(aroundEdge(page, 1)).toBeVisible();
  await aroundEdge(page, 1).click();
  await slider(page, 1).focus();
  await page.keyboard.press('End');
  expect(await rateOf(page, 1)).toBe(0.333);
});

test('an edge that moves with the path leaves the slider as it is: Adam’s shows all rates until one asks', async ({
  page,
}) => {
  await openPage(page, booth('adam;lr=0.1'));
  await expect(aroundEdge(page)).toBeVisible();
});

test('what loads later leaves the slider under the hand: a drag goes on, and the focus stays', async ({ page }) => {
  let arrive = (): void => undefined;
  const asked = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/assets/RateExtras-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  await openPage(page, booth('gd;lr=0.05'));
  const { x, y } = await thumb(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y);
  await expect.poll(() => rateOf(page)).toBeGreaterThan(0.05);
  const before = await rateOf(page);
  arrive();
  await expect(aroundEdge(page)).toBeVisible();
  await page.mouse.move(x + 20, y);
  await expect.poll(() => rateOf(page)).toBeGreaterThan(before);
  await expect(slider(page)).toBeFocused();
  // The range stays that of the drag's beginning, also when the pointer is released.
  expect(Math.abs((await thumb(page)).x - (x + 20))).toBeLessThan(1.5);
  await page.mouse.up();
  await expect(page.locator('.lr-edge')).toBeAttached();
  expect(Math.abs((await thumb(page)).x - (x + 20))).toBeLessThan(1.5);
});
