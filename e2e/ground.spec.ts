import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { pathPlot, untilDrawn } from './support/page';
import { axesOf } from './support/picture';

/* What the path plot says of the ground under the paths. */

const rosenbrock = (x: number, y: number): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

/** The numbers of the note in the corner of the plot. */
const numbersIn = (texts: readonly string[]): number[] => texts.map((text) => Number(text.replace('−', '-')));

test('the ground reads out its loss under a pointer and under a point that keys move', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&n=20&r=gd;lr=0.001');
  await untilDrawn(page);
  const numbers = pathPlot(page).locator('.plot-ground dd');
  const corner = await pathPlot(page).boundingBox();
  const { x, y } = await axesOf(pathPlot(page));

  await page.mouse.move((corner?.x ?? 0) + x.pixelAt(1.5), (corner?.y ?? 0) + y.pixelAt(0));
  await expect(numbers).toHaveCount(3);
  const [across = NaN, up = NaN, loss = NaN] = numbersIn(await numbers.allTextContents());
  expect([across, up]).toEqual([expect.closeTo(1.5, 1), expect.closeTo(0, 1)]);
  expect(loss / rosenbrock(across, up)).toBeCloseTo(1, 4);

  await page.getByRole('button', { name: 'Read the loss at a point' }).press('Enter');
  const point = page.getByRole('slider', { name: /where the loss is read/ });
  await expect(point).toBeFocused();
  const at = Number(await point.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  const moved = Math.round(10 * at + 1) / 10;
  await expect(point).toHaveAttribute('aria-valuenow', String(moved));
  await expect(point).toHaveAttribute('aria-valuetext', /, loss \d/);
  await page.mouse.move(0, 0);
  await expect(async () => {
    const [px = NaN, py = NaN, read = NaN] = numbersIn(await numbers.allTextContents());
    expect(px).toBe(moved);
    expect(read / rosenbrock(px, py)).toBeCloseTo(1, 4);
  }).toPass();
});

test('a direction on view makes a unit as long on either axis', async ({ page }) => {
  await openPage(page, '#v=1&p=quadratic&n=20&r=gd;lr=0.02&tab=gradient');
  await untilDrawn(page);
  const { x, y } = await axesOf(pathPlot(page));
  expect((x.pixelAt(1) - x.pixelAt(0)) / (y.pixelAt(0) - y.pixelAt(1))).toBeCloseTo(1, 2);
});

test('what comes next is hidden while a run plays, for those who choose it, and stays so', async ({ page }) => {
  await openPage(page, '#v=1&p=quadratic&n=200&r=gd;lr=0.02');
  await untilDrawn(page);
  const names = page.locator('.plot-end-label');
  await expect(names).toHaveCount(1);
  await page.getByRole('button', { name: 'Hide the future while runs move' }).click();
  await expect(names).toHaveCount(1);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(names).toHaveCount(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(names).toHaveCount(1);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Hide the future while runs move' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
