import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/* Modifiers, set by their controls: what they do to a run is compared with a loop written out here. */

const card = (page: Page, number = 1): Locator => page.getByRole('listitem', { name: new RegExp(`^Run ${number}:`) });
const fold = (page: Page): Locator => card(page).getByRole('button', { name: /^Modifiers/ });
const switchOf = (page: Page, name: string): Locator => card(page).getByRole('switch', { name, exact: true });
const numberOf = (page: Page, name: string): Locator => card(page).getByRole('textbox', { name, exact: true });
const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
const modifiersOf = async (page: Page) => (await experimentOf(page)).runs[0]?.modifiers;
const pathOf = (page: Page) =>
  page.evaluate(async () => (await window.overshoot.run(window.overshoot.experiment())).runs[0]?.params ?? []);

/** Gradient descent on (x^2 + 25 y^2)/2 with a penalty and a clipped norm, as a loop does it. */
function loop(
  start: readonly [number, number],
  updates: number,
  { lr = 0.03, l2 = 0, clip = Infinity, frozenY = false },
): number[][] {
  const path: number[][] = [[...start]];
  let [x, y] = start;
  for (let t = 0; t < updates; t += 1) {
    const g: [number, number] = [x + l2 * x, frozenY ? 0 : 25 * y + l2 * y];
    const scale = Math.min(1, clip / (Math.hypot(...g) + 1e-6));
    [x, y] = [x - lr * scale * g[0], y - lr * scale * g[1]];
    path.push([x, y]);
  }
  return path;
}

function expectClose(path: readonly (readonly number[])[], wanted: readonly (readonly number[])[]): void {
  expect(path.length).toBe(wanted.length);
  const apart = path.flatMap((point, row) =>
    point.map((value, i) => Math.abs(value - (wanted[row]?.[i] ?? Number.NaN))),
  );
  expect(Math.max(...apart)).toBeLessThan(1e-4);
}

test('a penalty and a clipped norm, by keyboard and by mouse, are lines of the rule and of the run', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=quadratic&s=-4,2&n=30&r=gd;lr=0.03');
  await fold(page).focus();
  await page.keyboard.press('Enter');
  await switchOf(page, 'Clip by norm').focus();
  await page.keyboard.press('Space');
  expect(await modifiersOf(page)).toEqual({ clipNorm: 1 });
  const slider = card(page).getByRole('slider', { name: 'largest norm' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const { clipNorm = Number.NaN } = (await modifiersOf(page)) ?? {};
  expect(clipNorm).toBeGreaterThan(1);

  await switchOf(page, 'L2 penalty').click();
  await numberOf(page, 'L2 penalty').fill('0.5');
  await numberOf(page, 'L2 penalty').press('Enter');
  expect(await modifiersOf(page)).toEqual({ l2: 0.5, clipNorm });
  expectClose(await pathOf(page), loop([-4, 2], 30, { l2: 0.5, clip: clipNorm }));

  const lines = page.locator('.rule-formula annotation');
  await expect
    .poll(async () =>
      (await lines.allTextContents())
        .filter((tex) => /nabla|lambda_2|c_n|eta/.test(tex))
        .map((tex) => /nabla|lambda_2|c_n|eta/.exec(tex)?.[0]),
    )
    .toEqual(['nabla', 'lambda_2', 'c_n', 'eta']);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain(`l2=0.5;clipNorm=${clipNorm}`);

  // Folded away is only what the run does not have.
  await card(page).getByRole('button', { name: 'Fewer modifiers' }).click();
  await expect(switchOf(page, 'L2 penalty')).toBeVisible();
  await expect(switchOf(page, 'Gradient noise')).toHaveCount(0);
  await switchOf(page, 'L2 penalty').click();
  expect(await modifiersOf(page)).toEqual({ clipNorm });

  for (const wanted of [{ l2: 0.5, clipNorm }, { l2: 0.01, clipNorm }, { clipNorm }, { clipNorm: 1 }, undefined]) {
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await modifiersOf(page)).toEqual(wanted);
  }
  expectClose(await pathOf(page), loop([-4, 2], 30, {}));
});

test('what is not allowed is said, and the value stays', async ({ page }) => {
  await openPage(page, '#v=1&p=quadratic&s=-4,2&n=30&r=gd;lr=0.03;l2=0.1');
  await numberOf(page, 'L2 penalty').fill('-1');
  await numberOf(page, 'L2 penalty').press('Enter');
  await expect(numberOf(page, 'L2 penalty')).toHaveAttribute('aria-invalid', 'true');
  expect(await modifiersOf(page)).toEqual({ l2: 0.1 });
});

test('a frozen parameter stays where it is, and a seed is offered where a run has noise', async ({ page }) => {
  await openPage(page, '#v=1&p=quadratic&s=-4,2&n=30&r=gd;lr=0.03');
  await fold(page).click();
  await card(page).getByRole('checkbox', { name: 'y', exact: true }).click();
  expect(await modifiersOf(page)).toEqual({ frozen: ['y'] });
  expectClose(await pathOf(page), loop([-4, 2], 30, { frozenY: true }));

  await expect(page.getByRole('button', { name: 'New seed' })).toHaveCount(0);
  await switchOf(page, 'Gradient noise').click();
  const noisy = await pathOf(page);
  await page.getByRole('button', { name: 'New seed' }).click();
  expect(await pathOf(page)).not.toEqual(noisy);
});

test('a trained network goes on with a layer of it frozen, in every run', async ({ page }) => {
  await openPage(page, '#v=1&p=network-fit;hidden=3&e=5&seed=1&r=adam;lr=0.05&r=sgd;lr=0.1');
  await page.getByRole('button', { name: /^Continue from here: every run starts where run 1/ }).click();
  await page.getByRole('button', { name: 'Freeze some parameters' }).click();
  const boxes = page.getByRole('status').getByRole('checkbox');
  await boxes.and(page.getByLabel('all w', { exact: true })).check();
  await boxes.and(page.getByLabel('b2', { exact: true })).check();
  const { runs } = await experimentOf(page);
  expect(runs.map(({ modifiers }) => modifiers)).toEqual(runs.map(() => ({ frozen: ['w1', 'w2', 'w3', 'b2'] })));
  const path = await pathOf(page);
  expect(path.at(-1)?.slice(0, 3)).toEqual(path[0]?.slice(0, 3));
  expect(path.at(-1)?.[4]).toBe(path[0]?.[4]);
  expect(path.at(-1)?.[3]).not.toBe(path[0]?.[3]);
});
