import type { Locator, Page } from '@playwright/test';
import { planExperiment } from '../../src/engine/plan/plan';
import { runReference } from '../../src/engine/float64/reference';
import { readExperiment } from '../../src/experiment';
import { expect } from '../fixtures';
import { openPage } from './api';
import type { experimentOf } from './page';
import { shownNumber } from './shown';

/* Sweeps of learning rate and momentum, as the pointer reads them from the screen. */

const surface = (page: Page): Locator => page.getByRole('application', { name: /^Arrow keys read one run/ });

/** Waits for the finest grid of a sweep. */
export async function untilSwept(page: Page): Promise<void> {
  await expect(page.locator('.plot-colour-bar')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Runs computed' })).toHaveCount(0);
}

/** Opens a sweep and waits for its finest grid. */
export async function openSweep(page: Page, fragment: string): Promise<void> {
  await openPage(page, fragment);
  await untilSwept(page);
}

/** The run under the pointer at a place of the sweep, by its shares from the left and from below. */
async function readAt(page: Page, across: number, up: number): Promise<{ lr: number; momentum: number; loss: number }> {
  await surface(page).scrollIntoViewIfNeeded();
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('the sweep is not on the screen');
  await page.mouse.move(box.x + across * box.width, box.y + (1 - up) * box.height);
  const spoken = page.getByRole('tabpanel').locator('[aria-live="polite"]').filter({ hasText: 'final loss' });
  const numbers = (await spoken.innerText())
    .split(', ')
    .map((part) => shownNumber(part.slice(part.lastIndexOf(' ') + 1)));
  const [lr = NaN, momentum = NaN, loss = NaN] = numbers;
  return { lr, momentum, loss };
}

/** What the run under the pointer is at some places of the sweep is what the float64 reference computes there. */
export async function expectReference(page: Page, experiment: Awaited<ReturnType<typeof experimentOf>>): Promise<void> {
  for (const [across, up] of [
    [0.1, 0.2],
    [0.5, 0.5],
    [0.9, 0.4],
  ] as const) {
    const { lr, momentum, loss } = await readAt(page, across, up);
    const [first] = experiment.runs;
    const run = { ...first, hyper: { ...first?.hyper, lr, momentum } };
    const [trace] = runReference(planExperiment(readExperiment({ ...experiment, runs: [run] })));
    // Settings are read with five digits.
    expect(loss / (trace?.loss.at(-1) ?? NaN), `η = ${lr}, μ = ${momentum}`).toBeCloseTo(1, 3);
  }
}
