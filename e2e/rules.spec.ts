import type { Locator, Page } from '@playwright/test';
import fc from 'fast-check';
import { findRule, optimizers } from '../src/catalogue';
import { ruleFault } from '../src/experiment/core/ownRule';
import { largestRule, ruleTexts } from '../src/formula/testing/ruleTexts';
import { defaultRun, defaultsFor, type Experiment } from '../src/experiment';
import { expect, test } from './fixtures';
import { firstRuns, openPage, runJson } from './support/api';
import { refusedShaders, shadersOf } from './support/shaders';

/*
 * Rules that the user writes: in the editor, in an experiment, in a link, and on every engine.
 */

const editorOf = (page: Page): Locator => page.getByRole('region', { name: 'Editor of the update rule' });
const textOf = (page: Page): Locator => editorOf(page).getByRole('textbox');
const statusOf = (page: Page): Locator => editorOf(page).getByRole('status');
const runsOf = (page: Page) => page.evaluate(() => window.overshoot.experiment().runs);

const openEditor = async (page: Page, run: number): Promise<void> => {
  await page.getByRole('button', { name: `Edit the rule of run ${run}` }).click();
  await expect(textOf(page)).toBeFocused();
};

const signed = `signed(lr = 0.02 in 1e-4..1 log, k = 0.5 in 0..1)
state m = 0
g = grad(theta)
m = k*m + (1 - k)*g
theta = theta - lr*m/(norm(m) + 1e-8)`;

test('a rule typed into an empty editor runs on WebGL, agrees with float64, and travels through a link', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPage(page, '#p=booth&n=60&r=gd;lr=0.05');
  await openEditor(page, 1);
  const text = textOf(page);
  await text.press('ControlOrMeta+a');
  await text.press('Delete');
  await expect(statusOf(page)).toContainText('Line 1, column 1');
  expect(await runsOf(page), 'the last good rule stays').toHaveLength(1);
  await page.keyboard.insertText(signed);
  await expect(statusOf(page)).toContainText('The rule is valid');
  await expect
    .poll(() => runsOf(page))
    .toEqual([
      { optimizer: 'gd', hyper: { lr: 0.05 } },
      { rule: signed, hyper: { lr: 0.02, k: 0.5 } },
    ]);
  // Declared hyperparameters have sliders, and the state is a series.
  await expect(page.getByRole('slider', { name: 'k', exact: true })).toBeVisible();

  const experiment = await page.evaluate(() => window.overshoot.experiment());
  const [webgl, float64] = [await runJson(page, experiment, 'webgl'), await runJson(page, experiment, 'float64')];
  expect(webgl.runs[1]?.engine).toBe('webgl');
  const [single, double] = [webgl.runs[1]?.params ?? [], float64.runs[1]?.params ?? []];
  expect(single).toHaveLength(61);
  single.forEach((row, i) => row.forEach((x, j) => expect(Math.abs(x - (double[i]?.[j] ?? NaN))).toBeLessThan(1e-3)));

  await expect.poll(() => page.url()).toContain('rule=signed');
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  await context.addInitScript(() => localStorage.setItem('overshoot.opening', 'seen'));
  const other = await context.newPage();
  await openPage(other, new URL(page.url()).hash);
  expect(await other.evaluate(() => window.overshoot.experiment())).toEqual(experiment);
  await expect(other.getByRole('listitem', { name: 'Run 2: signed' })).toBeVisible();
  expect((await runJson(other, experiment, 'webgl')).runs[1]?.params).toEqual(single);
  await context.close();
});

test('a fault is underlined where it is, and the last rule that was right stays', async ({ page }) => {
  await openPage(page, '#p=booth&n=30&r=adam;lr=0.1');
  await openEditor(page, 1);
  const text = textOf(page);
  await expect(statusOf(page)).toContainText('This is the rule that runs, with the values of the card');
  await text.press('ControlOrMeta+End');
  await page.keyboard.insertText(' + lr*');
  await expect(statusOf(page)).toContainText('the text ends where a number, a name or “(” was expected');
  await expect(editorOf(page).locator('.cm-lintRange-error')).toHaveCount(1);
  expect(await runsOf(page)).toHaveLength(1);
  await page.keyboard.insertText('0.5*g');
  await expect(statusOf(page)).toContainText('The rule is valid');
  await expect.poll(() => runsOf(page)).toHaveLength(2);
  await expect(editorOf(page).locator('.rule-changed')).toHaveCount(1);
  // What was typed is undone in the editor by its own keys, and leaves it by Tab.
  // One undo takes back what was typed within half a second, so that it may be two.
  await text.press('ControlOrMeta+z');
  await text.press('ControlOrMeta+z');
  await expect(statusOf(page)).not.toContainText('column');
  await text.press('Escape');
  await text.press('Tab');
  await expect(text).not.toBeFocused();
});

test('a line that is half written is not run, though it may be right by itself', async ({ page }) => {
  await openPage(page, '#p=booth&n=30&r=gd;lr=0.1');
  await openEditor(page, 1);
  const text = textOf(page);
  await text.press('ControlOrMeta+End');
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const rules = async () => (await runsOf(page)).map((run) => ('rule' in run ? run.rule?.split('\n').at(-1) : null));
  // The gradient is taken away, and another factor written: between the two the rule would climb.
  await text.press('Backspace');
  await text.press('Backspace');
  await expect(text).toContainText(/theta = theta - lr$/);
  await expect(statusOf(page)).toContainText('The rule is valid');
  await page.clock.runFor(500);
  await page.keyboard.insertText('*0.5*g');
  await expect(text).toContainText(/lr\*0\.5\*g$/);
  await page.clock.runFor(500);
  expect(await rules()).toEqual([null]);
  await page.clock.runFor(200);
  await expect.poll(rules).toEqual([null, 'theta = theta - lr*0.5*g']);
  // Leaving the text ends the typing. What follows is wrong, and the page says which line is drawn.
  await page.keyboard.insertText('*2');
  await expect(text).toContainText(/g\*2$/);
  await text.blur();
  await expect.poll(rules).toEqual([null, 'theta = theta - lr*0.5*g*2']);
  await text.press('ControlOrMeta+End');
  await page.keyboard.insertText('*');
  await expect(statusOf(page)).toContainText('The run that is drawn still has the line “theta = theta - lr*0.5*g*2”.');
});

test('what was meant by a fault is said, and a button writes it', async ({ page }) => {
  await openPage(page, '#p=booth&n=30&r=gd;lr=0.1');
  await openEditor(page, 1);
  await textOf(page).fill('mine(lr = 0.1)\nm = 0.9*m + grad(theta)\ntheta -= lr*sgn(m)');
  await expect(statusOf(page)).toContainText('“m” is read before it has a value');
  const fixes = editorOf(page).getByRole('group', { name: 'Ways to correct it' });
  await fixes.getByRole('button', { name: 'Add state m = 0' }).click();
  await expect(statusOf(page)).toContainText('“-=” cannot stand in a rule');
  await fixes.getByRole('button', { name: 'Write theta = theta - lr*sgn(m)' }).click();
  await expect(statusOf(page)).toContainText('“sgn” is not a function; you may mean sign');
  await fixes.getByRole('button', { name: 'Write sign' }).click();
  await expect
    .poll(async () => (await runsOf(page))[1])
    .toMatchObject({
      rule: 'mine(lr = 0.1)\nstate m = 0\nm = 0.9*m + grad(theta)\ntheta = theta - lr*sign(m)',
    });
});

test('completion lists names with one line about each', async ({ page }) => {
  await openPage(page, '#p=booth&n=30&r=gd;lr=0.1');
  await openEditor(page, 1);
  await textOf(page).press('ControlOrMeta+End');
  await page.keyboard.type(' + nor');
  const option = page.getByRole('option', { name: /^norm/ });
  await expect(option).toContainText('Euclidean norm over all parameters');
});

test('a rule is built from parts, beside the run that it began with, and its parts are found again in a link', async ({
  page,
}) => {
  await openPage(page, '#p=rosenbrock&n=30&r=gd;lr=0.001&r=adam;lr=0.001');
  await openEditor(page, 1);
  await editorOf(page).getByText('Build from parts').click();
  const choose = async (slot: string, part: string) => {
    await editorOf(page).getByRole('combobox', { name: slot }).click();
    await page.getByRole('option', { name: part, exact: true }).click();
  };
  await choose('Momentum', 'average, bias corrected');
  await choose('Scaling', 'bias corrected (Adam)');
  await expect.poll(async () => (await runsOf(page)).length).toBe(3);
  // What was built is Adam.
  const [, built, adam] = (await page.evaluate(() => window.overshoot.run(window.overshoot.experiment()))).runs;
  const [a, b] = [built, adam].map((run) => [...(run?.params.slice(-1)[0] ?? [])]);
  expect(a).toHaveLength(2);
  a?.forEach((value, i) => expect(value).toBeCloseTo(Number(b?.[i]), 5));

  await expect.poll(() => page.url()).toContain('sqrt');
  await page.reload();
  await openEditor(page, 2);
  await expect(editorOf(page).getByRole('combobox', { name: 'Scaling' })).toContainText('bias corrected (Adam)');
  await choose('Scaling', 'none');
  await expect(textOf(page)).not.toContainText('sqrt');
});

test('what a rule has drawn beside its path is dotted, named, and follows the text', async ({ page }) => {
  await openPage(page, '#p=booth&n=30&r=lookahead-sgd;lr=0.01&r=gd;lr=0.01');
  const names = page.locator('.second-path-name');
  await expect(names).toHaveText(['slow weights']);
  // A line of at least two points.
  await expect(page.locator('.second-path').first()).toHaveAttribute('d', /^M.*L/);
  await openEditor(page, 2);
  await textOf(page).fill(
    'mean_path(lr = 0.01)\nstate a = 0\ntheta = theta - lr*grad(theta)\na = a + (theta - a)/t\ndraw a',
  );
  await expect(names).toHaveText(['slow weights', 'a']);
  await textOf(page).fill('mean_path(lr = 0.01)\ntheta = theta - lr*grad(theta)\ndraw a');
  await expect(statusOf(page)).toContainText('“a” is not assigned');
  await expect(names).toHaveText(['slow weights', 'a']);
});

test('a text of the catalogue in the place of its key gives the same rows, bit by bit', async ({ page }) => {
  await openPage(page);
  const { problem, start, seed } = defaultsFor('rosenbrock');
  const on = (id: string): Experiment => ({
    version: 1,
    problem,
    start,
    seed,
    steps: 40,
    runs: [defaultRun(id, problem)],
  });
  const own = (experiment: Experiment): Experiment => ({
    ...experiment,
    runs: experiment.runs.map((run) => ({ ...run, optimizer: findRule(run.optimizer)?.rule ?? '' })),
  });
  const experiments = optimizers.map(({ id }) => on(id));
  for (const engine of ['webgl', 'float64'] as const) {
    const [named, written] = [
      await firstRuns(page, experiments, engine),
      await firstRuns(page, experiments.map(own), engine),
    ];
    expect(written.map(({ params, loss }) => ({ params, loss }))).toEqual(
      named.map(({ params, loss }) => ({ params, loss })),
    );
  }
});

test('loss, sum, mean and dot are the same on WebGL as in float64, on functions and on batches', async ({ page }) => {
  await openPage(page);
  const rule = `reads(lr = 0.01)
state m = 0
g = grad(theta)
m = 0.5*m + g - mean(g)/10
theta = theta - lr*(loss(theta + 0.1*m)/(1 + dot(g, g)) + 0.1)*g - lr*0.01*sum(theta)`;
  const experiments = [
    { version: 1, problem: { id: 'booth' }, steps: 50, runs: [{ rule }] },
    {
      version: 1,
      problem: { id: 'linear-regression' },
      epochs: 2,
      runs: [{ rule, batch: { size: 10, accumulate: 2 } }],
    },
    // Large enough to be computed in two passes.
    { version: 1, problem: { id: 'network-fit' }, epochs: 30, runs: [{ rule }] },
  ];
  for (const experiment of experiments) {
    const [webgl, float64] = [await runJson(page, experiment, 'webgl'), await runJson(page, experiment, 'float64')];
    const [single, double] = [webgl.runs[0]?.params ?? [], float64.runs[0]?.params ?? []];
    expect(single.length).toBeGreaterThan(20);
    expect(single.at(-1), 'it moves').not.toEqual(single[0]);
    single.forEach((row, i) =>
      row.forEach((x, j) =>
        expect(Math.abs(x - (double[i]?.[j] ?? NaN))).toBeLessThan(1e-3 * Math.max(1, Math.abs(x))),
      ),
    );
  }
});

const second = `second(lr = 0.02)
u = hvp(theta, sign(noise))
theta = theta - lr*(grad(theta) + 0.1*u)/(1 + abs(diag_hessian(theta)))`;

test('second derivatives are the same on WebGL as in float64, on functions, on batches and in two passes', async ({
  page,
}) => {
  await openPage(page);
  const run = { rule: second };
  const experiments = [
    { version: 1, problem: { id: 'booth' }, steps: 50, runs: [run] },
    { version: 1, problem: { id: 'styblinski-tang' }, steps: 50, runs: [{ ...run, modifiers: { l2: 0.1 } }] },
    { version: 1, problem: { id: 'ackley' }, start: [0.4, 0.3], steps: 9, runs: [run] },
    {
      version: 1,
      problem: { id: 'logistic-regression' },
      epochs: 2,
      runs: [{ ...run, batch: { size: 10, accumulate: 2 } }],
    },
    { version: 1, problem: { id: 'network-fit' }, epochs: 30, runs: [run] },
    {
      version: 1,
      problem: { id: 'network-fit', data: { samples: 40 } },
      epochs: 10,
      runs: [{ ...run, batch: { size: 10 }, modifiers: { dropout: 0.3, frozen: ['v1'] } }],
    },
  ];
  for (const experiment of experiments)
    for (const engine of ['webgl', 'cpu'] as const) {
      const [ours, float64] = [await runJson(page, experiment, engine), await runJson(page, experiment, 'float64')];
      expect(ours.runs[0]?.engine).toBe(engine);
      const [single, double] = [ours.runs[0]?.params ?? [], float64.runs[0]?.params ?? []];
      expect(single.length).toBeGreaterThan(9);
      expect(single.at(-1), 'it moves').not.toEqual(single[0]);
      single.forEach((row, i) =>
        row.forEach((x, j) =>
          expect(Math.abs(x - (double[i]?.[j] ?? NaN)), `row ${i}`).toBeLessThan(1e-3 * Math.max(1, Math.abs(x))),
        ),
      );
    }
});

test('a run that reads a second derivative where there is none stays on every engine', async ({ page }) => {
  await openPage(page);
  const on = (text: string) => ({
    version: 1,
    problem: { loss: 'abs(x)^1.5', parameters: ['x'] },
    start: [0],
    steps: 5,
    runs: [{ rule: `r(lr = 0.1)\ntheta = theta - lr*(1 + grad(theta) + ${text})` }],
  });
  for (const engine of ['webgl', 'cpu', 'float64'] as const) {
    const end = async (text: string) => (await runJson(page, on(text), engine)).runs[0]?.params.at(-1)?.[0];
    expect(await end('hvp(theta, 1)'), engine).toBe(0);
    expect(await end('diag_hessian(theta)'), engine).toBe(0);
    expect(await end('0'), engine).toBeLessThan(-0.1);
  }
});

/** In every run of the tests a few; OVERSHOOT_FUZZ is how many to try instead. */
const FUZZ = Number(process.env['OVERSHOOT_FUZZ'] ?? 60);
/** Rules whose shaders are handed over at once. */
const AT_ONCE = 100;

test('shaders of random rules compile', async ({ page }) => {
  test.setTimeout(Math.max(300_000, 200 * FUZZ));
  await openPage(page);
  const rules = fc.sample(ruleTexts, { numRuns: FUZZ, seed: 20_261_129 }).filter((text) => ruleFault(text) === null);
  expect(rules.length).toBeGreaterThan(FUZZ / 2);
  let tried = 0;
  for (let first = 0; first < rules.length; first += AT_ONCE) {
    const sources = rules.slice(first, first + AT_ONCE).flatMap(shadersOf);
    tried += sources.length;
    expect(await refusedShaders(page, sources)).toEqual([]);
  }
  test.info().annotations.push({ type: 'shaders', description: `${tried} shaders of ${rules.length} rules` });
});

test('a rule too long for a driver runs on the processor, and the page says so', async ({ page }) => {
  await openPage(page);
  const rule = largestRule(79);
  const experiment = { version: 1, problem: { id: 'network-fit' }, epochs: 2, runs: [{ rule }] };
  await expect(runJson(page, experiment, 'webgl')).rejects.toThrow('cannot compile');
  // The same rule for two parameters is short enough.
  const small = { version: 1, problem: { id: 'booth' }, steps: 3, runs: [{ rule }] };
  expect((await runJson(page, small)).runs[0]?.engine).toBe('webgl');
  await page.evaluate((shown) => window.overshoot.open(shown), experiment);
  await expect(page.getByText('or would take too long over it', { exact: false }).first()).toBeVisible();
});

test('loops and systems of the Hessian run on every engine, as far as float32 goes', async ({ page }) => {
  await openPage(page);
  const rules = [
    [
      'backtrack(lr = 1)',
      'g = grad(theta); s = lr',
      'repeat 12',
      's = if(loss(theta - s*g) <= loss(theta) - 1e-4*s*dot(g, g), s, s/2)',
      'end',
      'theta = theta - s*g',
    ],
    ['whole(lr = 0.5)', 'theta = theta - lr*solve_hessian(theta, grad(theta))'],
  ].map((lines) => lines.join('\n'));
  for (const rule of rules) {
    const experiment = { version: 1, problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 8, runs: [{ rule }] };
    const rows = async (engine: 'webgl' | 'cpu' | 'float64') =>
      (await runJson(page, experiment, engine)).runs[0]?.params ?? [];
    const truth = await rows('float64');
    expect(truth).toHaveLength(9);
    for (const engine of ['webgl', 'cpu'] as const)
      for (const [k, row] of (await rows(engine)).entries())
        row.forEach((value, i) => expect(Math.abs(value - (truth[k]?.[i] ?? NaN))).toBeLessThan(2e-3));
  }
});

test('the numbers of an update show the lines of a loop once, with the values of its last turn', async ({ page }) => {
  await openPage(page);
  const rule = 'halving(lr = 0.5)\ns = lr\nrepeat 4\n  s = s/2\n  u = s + 1\nend\ntheta = theta - s*u*grad(theta)';
  const experiment = { version: 1, problem: { id: 'booth' }, start: [2, 2], steps: 3, runs: [{ rule }] };
  await page.evaluate((shown) => window.overshoot.open(shown), experiment);
  await page.getByRole('tab', { name: 'Numbers' }).click();
  const table = page.getByRole('table', { name: /inside update 3/ });
  const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^[su]$/ }) });
  await expect(rows).toHaveText([/^s0\.5$/, /^s0\.03125$/, /^u1\.03125$/]);
});
