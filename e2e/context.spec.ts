import type { Page, Worker } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

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

/** Chromium's own words about contexts that are gone. */
const aboutLostContexts = /CONTEXT_LOST_WEBGL|loseContext|WebGL/;

const badge = (page: Page) => page.getByRole('button', { name: /^(WebGL · float32|CPU · float32)/ });

/** The worker that computes, once it has drawn the first picture. */
async function engineWorker(page: Page): Promise<Worker> {
  await expect(badge(page)).toContainText('WebGL · float32');
  await expect(page.getByText(/still descending|converged/).first()).toBeVisible();
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  return worker;
}

/** Takes the graphics context away as a browser would. */
const loseContext = (worker: Worker) =>
  worker.evaluate(() => void self.dispatchEvent(new MessageEvent('message', { data: { kind: 'loseContext' } })));

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
  await expect(badge(page)).toContainText('The browser lost the graphics card twice in a row');
  const { runs } = await runJson(page, experiment, 'cpu');
  // Cells of a run: step, x, y, loss and what else is told.
  const cells = await shownNumbers(page, 0);
  const shown = runs.map((_, run) => Number(cells[(run * cells.length) / runs.length + 3]));
  expect(shown).toEqual(runs.map(({ loss }) => Number(loss.at(-1)?.toPrecision(9))));
});

/** Opens the page with lines of script at the head of its worker. */
async function openWithWorker(page: Page, head: string): Promise<void> {
  await page.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${head}\n${await response.text()}` });
  });
  await openPage(page);
}

const missing = [
  ['no WebGL 2', 'OffscreenCanvas.prototype.getContext = () => null;', 'This browser has no WebGL 2'],
  [
    'no 32-bit targets',
    'WebGL2RenderingContext.prototype.getExtension = () => null;',
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
