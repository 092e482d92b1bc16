import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { expectFloat64 } from './support/numbersTable';
import { experimentOf, untilDrawn } from './support/page';
import { expectReference, untilSwept } from './support/sweep';
import {
  aboutLostContexts,
  afterFirstGrid,
  atReading,
  badge,
  countPlanted,
  engineWorker,
  LOSE_CONTEXT,
  loseContext,
  openWithWorker,
} from './support/worker';

const experiment = {
  version: 1,
  problem: { id: 'rosenbrock' },
  start: [-1.5, 2],
  steps: 300,
  runs: [
    { optimizer: 'adam', hyper: { lr: 0.05 } },
    { optimizer: 'gd', hyper: { lr: 0.001 } },
  ],
};

/** Shows the experiment, so many updates longer; resolves with the table of numbers at its last step, cell by cell. */
async function shownNumbers(page: Page, longer: number): Promise<string[]> {
  const steps = experiment.steps + longer;
  await page.evaluate((shown) => window.overshoot.open(shown), { ...experiment, steps });
  await page.getByRole('tab', { name: 'Numbers' }).click();
  const table = page.getByRole('table', { name: `Every run at step ${steps}` });
  await expect(table.getByRole('cell', { name: String(steps), exact: true })).toHaveCount(experiment.runs.length);
  return table.getByRole('cell').allInnerTexts();
}

test('after a lost context the screen shows the same numbers', async ({ page, expectedMessages }) => {
  expectedMessages.push(aboutLostContexts);
  await openPage(page);
  const worker = await engineWorker(page);
  const before = await shownNumbers(page, 0);
  await shownNumbers(page, 1);
  await loseContext(worker);
  expect(await shownNumbers(page, 0)).toEqual(before);
  await expect(badge(page)).toContainText('WebGL · float32');
});

test('after a lost context scripts get the same numbers', async ({ page, expectedMessages }) => {
  expectedMessages.push(aboutLostContexts);
  await openPage(page);
  const worker = await engineWorker(page);
  const before = await runJson(page, experiment, 'webgl');
  await loseContext(worker);
  expect(await runJson(page, experiment, 'webgl')).toEqual(before);
});

test('a context that does not stay gives way to the processor, and the page says so', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(aboutLostContexts);
  await openPage(page);
  const worker = await engineWorker(page);
  await worker.evaluate(() => {
    const turns = new MessageChannel();
    turns.port1.onmessage = () => {
      self.dispatchEvent(new MessageEvent('message', { data: { kind: 'loseContext' } }));
      turns.port2.postMessage(null);
    };
    turns.port2.postMessage(null);
  });
  // A surface takes more than one turn to be drawn.
  await page.evaluate(() =>
    window.overshoot.open({ ...window.overshoot.experiment(), problem: { id: 'beale' }, start: [0, 0] }),
  );
  await expect(badge(page)).toContainText('CPU · float32');
  await expect(badge(page)).toContainText('The browser lost the graphics card and could not use it again');
  const { runs } = await runJson(page, experiment, 'cpu');
  // Cells of a run: step, x, y, loss and what else is told.
  const cells = await shownNumbers(page, 0);
  const shown = runs.map((_, run) => Number(cells[(run * cells.length) / runs.length + 3]));
  expect(shown).toEqual(runs.map(({ loss }) => Number(loss.at(-1)?.toPrecision(9))));
});

const missing = [
  ['no WebGL 2', 'OffscreenCanvas.prototype.getContext = () => null;', 'This browser has no WebGL 2'],
  [
    'no 32-bit targets',
    'WebGL2RenderingContext.prototype.getExtension = () => null;',
    'This graphics card cannot render to 32-bit floating-point textures',
  ],
  [
    'targets of 16 bits only',
    `{
      const { prototype } = WebGL2RenderingContext;
      const real = prototype.getExtension;
      prototype.getExtension = function (name) { return name === 'EXT_color_buffer_float' ? null : real.call(this, name); };
    }`,
    'This graphics card cannot render to 32-bit floating-point textures',
  ],
] as const;

for (const [what, head, reason] of missing) {
  test(`with ${what} the processor computes, and the page says so`, async ({ page }) => {
    await openWithWorker(page, head);
    await expect(badge(page)).toContainText('CPU · float32');
    await expect(badge(page)).toContainText(reason);
    await expect(page.getByText(/still descending|converged/).first()).toBeVisible();
    await expect(runJson(page, experiment, 'webgl')).rejects.toThrow('webgl');
    const [cpu, float64] = [await runJson(page, experiment, 'cpu'), await runJson(page, experiment, 'float64')];
    expect(Math.abs((cpu.runs[1]?.loss.at(-1) ?? NaN) / (float64.runs[1]?.loss.at(-1) ?? NaN) - 1)).toBeLessThan(1e-4);
  });
}

/** Too long for the page, which leaves the first answer to the worker; both are on their way when they end, so that a wrong row shows. */
const longRun = '#v=1&p=linear-regression;samples=2000&e=200&r=gd;lr=0.004&r=adam;lr=0.002&tab=table';

test('a context lost in the middle of a long run leaves the right runs', async ({ page, expectedMessages }) => {
  expectedMessages.push(aboutLostContexts);
  const lost = countPlanted(page);
  await openWithWorker(page, atReading(4, LOSE_CONTEXT), longRun);
  await expect.poll(() => lost.count).toBe(1);
  await untilDrawn(page);
  await expect(badge(page)).toContainText('WebGL · float32');
  await expectFloat64(page);
});

test('a context lost in the middle of a sweep leaves the right sweep', async ({ page, expectedMessages }) => {
  expectedMessages.push(aboutLostContexts);
  const lost = countPlanted(page);
  await openWithWorker(
    page,
    afterFirstGrid(LOSE_CONTEXT),
    '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=sgd;lr=0.001;momentum=0.5&tab=sweep&sweep=x=lr,0.001,0.002,log;y=momentum,0,0.9;side=128',
  );
  await expect.poll(() => lost.count).toBe(1);
  await untilSwept(page);
  await expect(badge(page)).toContainText('WebGL · float32');
  await expectReference(page, await experimentOf(page));
});

/** Script for the head of a worker that does something with the context of this number, as soon as it has it; the first is 1. */
const withContext = (number: number, script: string): string => `{
  const { prototype } = OffscreenCanvas;
  const real = prototype.getContext;
  let contexts = 0;
  prototype.getContext = function (...asked) {
    const gl = real.apply(this, asked);
    if (asked[0] === 'webgl2' && ++contexts === ${number}) { console.log('planted in a context'); ${script} }
    return gl;
  };
}`;

test('a context lost again while the page recovers gives way to the processor, in words', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(aboutLostContexts);
  const lost = countPlanted(page);
  const again = withContext(2, `gl.getExtension('WEBGL_lose_context').loseContext();`);
  await openWithWorker(page, again + atReading(4, LOSE_CONTEXT), longRun);
  await expect.poll(() => lost.count).toBe(2);
  await untilDrawn(page);
  await expect(badge(page)).toContainText('CPU · float32');
  await expect(badge(page)).toContainText('The browser lost the graphics card and could not use it again');
  await expectFloat64(page);
});

test('a browser that offers no context after a loss is not said to have no WebGL', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(aboutLostContexts);
  await openWithWorker(page, withContext(2, 'return null;') + atReading(4, LOSE_CONTEXT), longRun);
  await untilDrawn(page);
  await expect(badge(page)).toContainText('The browser lost the graphics card and could not use it again');
  await expectFloat64(page);
});

test('a context lost in the worker that takes the place of another leaves the right runs', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(aboutLostContexts, /planted death/);
  const planted = countPlanted(page);
  // Each worker runs these lines: the first one dies, the others lose their first context.
  await page.addInitScript(() => {
    let started = 0;
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, { ...options, name: `worker ${(started += 1)}` });
      }
    };
  });
  const dies = `setTimeout(() => { throw new Error('planted death'); });`;
  await openWithWorker(
    page,
    atReading(4, `if (self.name === 'worker 1') { ${dies} } else { ${LOSE_CONTEXT} }`),
    longRun,
  );
  await expect(page.getByText(/was interrupted .*planted death.* was started again/)).toBeVisible();
  await expect.poll(() => planted.count).toBe(2);
  await untilDrawn(page);
  await expect(badge(page)).toContainText('WebGL · float32');
  await expectFloat64(page);
});

/**
 * Script for the head of a worker whose graphics card has no memory for some of its textures: they are refused with an error
 * that only `getError` tells, as the specification of OpenGL says.
 * @param isRefused whether the texture with this number, from 1 on, is refused; JavaScript of `count`
 */
const withoutMemory = (isRefused: string): string => `{
  const { prototype } = WebGL2RenderingContext;
  let count = 0;
  let isTold = true;
  for (const name of ['texStorage2D', 'texImage2D']) {
    const real = prototype[name];
    prototype[name] = function (...asked) {
      count += 1;
      if (!(${isRefused})) return real.apply(this, asked);
      isTold = false;
      console.log('planted out of memory');
    };
  }
  const real = prototype.getError;
  prototype.getError = function () {
    if (isTold) return real.call(this);
    isTold = true;
    return this.OUT_OF_MEMORY;
  };
}`;

const aboutMissingTextures = /GL_INVALID|WebGL|texture|Framebuffer/i;

test('a graphics card whose memory is full for a moment draws the right runs', async ({ page, expectedMessages }) => {
  expectedMessages.push(aboutMissingTextures);
  const refused = countPlanted(page);
  await openWithWorker(page, withoutMemory('count === 9'), longRun);
  await untilDrawn(page);
  await expect.poll(() => refused.count).toBe(1);
  await expect(badge(page)).toContainText('WebGL · float32');
  await expectFloat64(page);
});

test('a graphics card without memory gives way to the processor, in words', async ({ page, expectedMessages }) => {
  expectedMessages.push(aboutMissingTextures);
  await openWithWorker(page, withoutMemory('count > 8'), longRun);
  await untilDrawn(page);
  await expect(badge(page)).toContainText('CPU · float32');
  await expect(badge(page)).toContainText('The graphics card has no memory left');
  await expectFloat64(page);
});
