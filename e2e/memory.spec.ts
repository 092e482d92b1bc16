import type { Page, Worker } from '@playwright/test';
import type { DeviceMemory } from '../src/engine/gpu/device';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/*
 * What a thousand experiments leave behind on the graphics card, by TensorFlow.js's own counts.
 */

/** Textures that TensorFlow.js keeps for reuse, and programs before the device is opened anew (engine/device.ts). */
const POOL_BYTES = 64 * 2 ** 20;
const MOST_PROGRAMS = 200;

const memoryOf = (worker: Worker): Promise<DeviceMemory> =>
  worker.evaluate(
    () =>
      new Promise<DeviceMemory>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<DeviceMemory>) => resolve(data);
        self.dispatchEvent(new MessageEvent('message', { data: { kind: 'memory', port: port2 } }));
      }),
  );

/** Runs experiments `from` to `to` of a row of small ones, each another than the one before; every fourth is a new formula. */
const runExperiments = (page: Page, from: number, to: number): Promise<void> =>
  page.evaluate(
    async ([first, end]) => {
      const optimizers = ['gd', 'adam', 'rmsprop', 'nadam', 'sgd'];
      for (let i = first; i < end; i += 1) {
        const runs = Array.from({ length: 1 + (i % 3) }, (_, k) => ({
          optimizer: optimizers[(i + k) % optimizers.length] ?? 'gd',
          hyper: { lr: 1e-3 },
        }));
        const length = { version: 1, steps: 1 + ((37 * i) % 300), start: [1, 2] };
        const experiment =
          i % 4 === 0
            ? { ...length, problem: { loss: `${i + 1}*x^2 + y^2`, parameters: ['x', 'y'] }, runs: runs.slice(0, 1) }
            : { ...length, problem: { id: i % 2 === 0 ? 'rosenbrock' : 'booth' }, runs };
        const { runs: traces } = await window.overshoot.run(experiment, { engine: 'webgl' });
        const rows = traces.map(({ loss }) => loss.length);
        if (rows.some((count) => count !== length.steps + 1)) throw new Error(`experiment ${i}: ${rows.join()} rows`);
      }
    },
    [from, to] as const,
  );

test('a thousand experiments leave nothing behind', async ({ page, expectedMessages }) => {
  // The device is opened anew on the way, which gives its old context up.
  expectedMessages.push(/CONTEXT_LOST_WEBGL|loseContext/);
  test.slow();
  await openPage(page);
  await expect(page.getByText(/still descending|converged/).first()).toBeVisible();
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  await runExperiments(page, 0, 200);
  const early = await memoryOf(worker);
  const programs = [early.programs];
  for (let i = 200; i < 1000; i += 100) {
    await runExperiments(page, i, i + 100);
    const { tensors, bytes, allocated, programs: count } = await memoryOf(worker);
    expect({ tensors, bytes }, `after ${i + 100}`).toEqual({ tensors: early.tensors, bytes: early.bytes });
    expect(allocated).toBeLessThanOrEqual(POOL_BYTES);
    programs.push(count);
  }
  expect(Math.max(...programs)).toBeLessThanOrEqual(MOST_PROGRAMS + 8);
  // Otherwise nothing was ever freed: more formulas were typed than programs are kept.
  expect(Math.min(...programs.slice(1))).toBeLessThan(Math.max(...programs));
  await expect(page.getByRole('button', { name: /^WebGL · float32/ })).toBeVisible();
});
