import type { Locator, Page } from '@playwright/test';
import { planExperiment } from '../src/engine/plan/plan';
import { runReference } from '../src/engine/float64/reference';
import { sweepOutcomes } from '../src/engine/sweep';
import { readExperiment } from '../src/experiment';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { experimentOf, untilDrawn } from './support/page';
import { shownNumber } from './support/shown';

/* Sweeps of models with many parameters, and graphics drivers that cannot compile a shader. */

const surface = (page: Page): Locator => page.getByRole('application', { name: /^Arrow keys read one run/ });
const sweepNote = (page: Page) => page.getByText('The graphics driver could not compile this sweep', { exact: false });
const pictureNote = (page: Page) =>
  page.getByText('The graphics driver could not compile a program that this picture needs', { exact: false });

/** Opens a sweep and waits for its finest grid. */
async function openSweep(page: Page, fragment: string): Promise<void> {
  await openPage(page, fragment);
  await expect(page.locator('.plot-colour-bar')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Runs computed' })).toHaveCount(0);
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
async function expectReference(page: Page, experiment: Awaited<ReturnType<typeof experimentOf>>): Promise<void> {
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

const axes = 'sweep=x=lr,0.001,0.1,log;y=momentum,0,0.9;side=64';

for (const id of ['network-fit', 'network-classes'])
  test(`the sweep of ${id} paints what float64 computes`, async ({ page }) => {
    await openSweep(page, `#v=1&p=${id}&e=3&r=sgd;lr=0.05;batch=10&tab=sweep&${axes}`);
    await expect(page.locator('.notice')).toHaveCount(0);
    await expect(sweepNote(page)).toHaveCount(0);
    await expectReference(page, await experimentOf(page));
  });

test('where a run of 32 parameters arrives is found by the same Newton step as in float64', async ({ page }) => {
  await openPage(page);
  // Walsh functions are orthogonal, also to the bias, so that the loss is a bowl with curvature 1 along every parameter.
  const parity = (bits: number): number => (bits === 0 ? 0 : (bits & 1) ^ parity(bits >> 1));
  const x = Array.from({ length: 32 }, (_, i) => Array.from({ length: 31 }, (__, j) => 1 - 2 * parity(i & (j + 1))));
  const experiment = {
    version: 1,
    problem: { id: 'linear-regression', data: { x, y: x.map((_, i) => (i % 5) - 2) } },
    epochs: 60,
    runs: [{ optimizer: 'gd', hyper: { lr: 1 } }],
  };
  const outcomes = (engine: 'webgl' | 'float64') =>
    page.evaluate(
      async ([given, name]) => {
        const sweep = {
          run: 0,
          x: { of: 'lr', from: 0.01, to: 2.5, scale: 'log' },
          y: { of: 'start.0', from: -1, to: 1, scale: 'linear' },
          width: 12,
          height: 2,
          measure: 'outcome',
        };
        return Array.from((await window.overshoot.sweep(given, sweep, { engine: name })).values);
      },
      [experiment, engine] as const,
    );
  const expected = await outcomes('float64');
  // Some arrive and some do not.
  expect(new Set(expected.map((code) => sweepOutcomes[code])).size).toBeGreaterThan(1);
  expect(expected.map((code) => sweepOutcomes[code])).toContain('converged');
  expect(await outcomes('webgl')).toEqual(expected);
});

/** Makes the worker's driver refuse shaders whose text contains a word; returns the list of its refusals as it grows. */
async function refuse(page: Page, word: string): Promise<string[]> {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text() === `refused ${word}`) refusals.push(message.text());
  });
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const plant = `{
      const { prototype } = WebGL2RenderingContext;
      const real = prototype.getShaderParameter;
      prototype.getShaderParameter = function (shader, name) {
        if (name !== this.COMPILE_STATUS || !this.getShaderSource(shader).includes('${word}')) return real.call(this, shader, name);
        console.log('refused ${word}');
        return false;
      };
    }`;
    await route.fulfill({ response, body: `${plant}\n${await response.text()}` });
  });
  return refusals;
}

test('a sweep whose shader is refused is computed by the processor, says so, and is not compiled again', async ({
  page,
}) => {
  const refusals = await refuse(page, 'int firstTexel');
  const link = `#v=1&p=rosenbrock&s=-1.2,1&n=60&r=sgd;lr=0.001;momentum=0.5&tab=sweep&${axes.replace('0.1,log', '0.002,log')}`;
  await openSweep(page, link);
  await expect(sweepNote(page)).toBeVisible();
  await expect(page.locator('.notice')).toHaveCount(0);
  await expectReference(page, await experimentOf(page));
  expect(refusals).toHaveLength(1);
  await openSweep(page, link.replace('s=-1.2,1', 's=-1.1,0.9'));
  await expect.poll(async () => (await experimentOf(page)).start).toEqual([-1.1, 0.9]);
  await expectReference(page, await experimentOf(page));
  expect(refusals).toHaveLength(1);
});

test('runs whose shader is refused are computed by the processor, in words', async ({ page }) => {
  const refusals = await refuse(page, 'int checkpoint');
  await openPage(page, '#v=1&p=beale&n=90&r=adam;lr=0.05&r=adam;lr=0.1');
  await untilDrawn(page);
  await expect(pictureNote(page)).toBeVisible();
  expect(refusals).toHaveLength(1);
  const shown = await experimentOf(page);
  await page.evaluate((next) => window.overshoot.open(next), { ...shown, steps: 91 });
  await expect(page.getByText('/ 91', { exact: false }).first()).toBeVisible();
  await untilDrawn(page);
  expect(refusals).toHaveLength(1);
});
