import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { untilDrawn } from './support/page';

/* Rules over matrices on the page: what computes them, the plot of singular values, and what is said where there is no matrix. */

const memory = (size: number, more = '') => `#v=1&p=associative-memory;size=${size}&e=60&r=muon;lr=0.02${more}`;

test('Muon on a small matrix runs on the graphics card, on a large one on the processor, which the page says', async ({
  page,
}) => {
  const note = page.getByText('The graphics driver could not compile a program that this picture needs', {
    exact: false,
  });
  await openPage(page, memory(3));
  await untilDrawn(page);
  await expect(note).toHaveCount(0);
  await openPage(page, memory(8));
  await untilDrawn(page);
  await expect(note).toBeVisible();
});

test('float32 and the graphics card agree with float64 on Muon, as far as float32 goes', async ({ page }) => {
  await openPage(page);
  const experiment = {
    version: 1,
    problem: { id: 'associative-memory', data: { size: 3 } },
    epochs: 20,
    runs: [{ optimizer: 'muon', hyper: { lr: 0.02 } }],
  };
  const end = async (engine: 'webgl' | 'cpu' | 'float64') =>
    (await runJson(page, experiment, engine)).runs[0]?.params.at(-1) ?? [];
  const truth = await end('float64');
  expect(truth).toHaveLength(9);
  for (const engine of ['webgl', 'cpu'] as const)
    (await end(engine)).forEach((value, i) => expect(Math.abs(value - (truth[i] ?? NaN))).toBeLessThan(1e-4));
});

test('the tab of singular values is there for a matrix, with words and numbers', async ({ page }) => {
  await openPage(page, `${memory(4, '&r=sgd;lr=0.1')}&at=1&tab=singular`);
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText('step 1')).toBeVisible();
  await expect(panel.getByText('u (input)', { exact: true }).first()).toBeVisible();
  await expect(panel.locator('rect')).toHaveCount(16);
  await expect(panel.getByText(/update ÷ rate: from [\d.]+ down to [\d.]+, a ratio of 1\.\d+\./)).toHaveCount(1);
  await openPage(page, '#v=1&p=rosenbrock&r=adam;lr=0.05&tab=singular');
  await expect(page.getByRole('tab', { name: 'Singular values' })).toHaveCount(0);
});

test('SOAP turns a large matrix on the processor, has singular values, and says what rounding decides', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=associative-memory;size=8&e=60&r=soap;lr=0.02;batch=16&at=1&tab=singular');
  await untilDrawn(page);
  await expect(page.getByText('could not compile a program', { exact: false })).toBeVisible();
  await expect(page.getByText('Rounding chooses the basis there', { exact: false })).toHaveCount(1);
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText('step 1')).toBeVisible();
  await expect(panel.locator('rect')).toHaveCount(24);
});

test('Muon on x² says why it has nothing to do there, in both languages', async ({ page }) => {
  await openPage(page, '#v=1&p=square&s=10&n=20&r=muon;lr=0.1');
  await expect(page.getByText('No parameters form a matrix here', { exact: false })).toContainText(
    'little more than the sign',
  );
  await openPage(page, '#v=1&p=square&s=10&n=20&r=muon;lr=0.1&lang=zh');
  await expect(page.getByText('这里的参数不构成矩阵', { exact: false })).toContainText('剩下的几乎只有符号');
});

test('without a worker the page computes Muon by itself', async ({ page, expectedMessages }) => {
  expectedMessages.push(/worker/i, /Failed to load resource/);
  await page.route('**/assets/worker-*.js', (route) => route.abort());
  await openPage(page, memory(3));
  await untilDrawn(page);
});

test('where the functions of matrices cannot be loaded, that is said, and other rules run', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(/Failed to load resource|functions of matrices/);
  await page.route('**/assets/matrix-*.js', (route) => route.abort());
  await openPage(page, '#v=1&p=square&s=10&n=20&r=gd;lr=0.1');
  await untilDrawn(page);
  const experiment = (optimizer: string) => ({
    version: 1,
    problem: { id: 'square' },
    steps: 5,
    runs: [{ optimizer }],
  });
  await expect(runJson(page, experiment('muon'))).rejects.toThrow('functions of matrices cannot be loaded');
  expect((await runJson(page, experiment('lamb'))).runs[0]?.loss).toHaveLength(6);
});
