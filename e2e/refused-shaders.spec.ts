import type { Page } from '@playwright/test';
import { sweepOutcomes } from '../src/engine/sweep';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { experimentOf, untilDrawn } from './support/page';
import { expectReference, openSweep } from './support/sweep';
import { plantInWorker } from './support/worker';

/* Sweeps of models with many parameters, and graphics drivers that cannot compile a shader. */

const sweepNote = (page: Page) => page.getByText('The graphics driver could not compile this sweep', { exact: false });
const pictureNote = (page: Page) =>
  page.getByText('The graphics driver could not compile a program that this picture needs', { exact: false });

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
  await plantInWorker(
    page,
    `{
      const { prototype } = WebGL2RenderingContext;
      const real = prototype.getShaderParameter;
      prototype.getShaderParameter = function (shader, name) {
        if (name !== this.COMPILE_STATUS || !this.getShaderSource(shader).includes('${word}')) return real.call(this, shader, name);
        console.log('refused ${word}');
        return false;
      };
    }`,
  );
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
