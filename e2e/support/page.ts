import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures';
import { runJson, type RunResult } from './api';
import { axesOf, offColour, type Axes, type Painted, type Place } from './picture';

/* What the tests find on the page, and wait for. */

export const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
export const card = (page: Page, number: number): Locator =>
  page.getByRole('listitem', { name: new RegExp(`^Run ${number}:`) });
export const cards = (page: Page): Locator => page.getByRole('listitem', { name: /^Run \d:/ });
export const transport = (page: Page): Locator => page.getByRole('slider', { name: 'Steps', exact: true });
export const start = (page: Page): Locator => page.getByRole('slider', { name: /^Start point/ });
export const pathPlot = (page: Page): Locator => page.getByRole('group', { name: 'Path over the loss', exact: true });
export const lossPlot = (page: Page): Locator => page.getByRole('group', { name: 'Loss along the way', exact: true });

/** The words for how runs end, but for the one that means that they have not. */
const ended =
  /converged to|still descending|loss (keeps )?rising|wandering|cycling,|stalled at|stopped at|left the view|diverged at/;

/** Waits until every run on the screen has been computed. */
export async function untilDrawn(page: Page): Promise<void> {
  const { length } = (await experimentOf(page)).runs;
  await expect(cards(page).filter({ hasText: ended })).toHaveCount(length);
}

/** Chooses from a list that opens. */
export async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

/** The middle of what a locator finds, in pixels of the page. */
export async function middleOf(locator: Locator): Promise<Place> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the page shows of its runs is what they are when computed again by themselves. */
export async function expectCurrent(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Numbers' }).click();
  const { runs } = await runJson(page, await experimentOf(page));
  for (const [i, { loss }] of runs.entries()) {
    const wanted = Number(loss.at(-1)?.toPrecision(9));
    const row = page
      .getByRole('table')
      .getByRole('row')
      .nth(i + 1);
    await expect.poll(async () => (await row.getByRole('cell').allInnerTexts()).map(Number)).toContain(wanted);
  }
}

/** Where each run's marker stands on the path plot after its last update, and in which colour. Over one parameter a path is drawn on the loss. */
export const markersOf = (runs: readonly RunResult[], { x, y }: Axes, step = Infinity): Painted[] =>
  runs.map(({ params, loss }, run) => {
    const row = Math.min(step, params.length - 1);
    const [across = NaN, up = loss[row] ?? NaN] = params[row] ?? [];
    return { x: x.pixelAt(across), y: y.pixelAt(up), css: `var(--run-${run})` };
  });

/** Waits until every run's marker is drawn where the run, computed again by itself, ends. That must be in view, and apart from the others. */
export async function expectMarkers(page: Page): Promise<void> {
  const plot = pathPlot(page);
  const farthestOff = async () => {
    // Read each time: the last move of a drag may not have been taken yet.
    const { runs } = await runJson(page, await experimentOf(page));
    return Math.max(...(await offColour(plot, markersOf(runs, await axesOf(plot)))));
  };
  await expect.poll(farthestOff).toBeLessThanOrEqual(2);
}
