import type { Locator, Page } from '@playwright/test';
import { randomStream } from '../src/engine/samples/random';
import { planExperiment } from '../src/engine/plan/plan';
import { runReference } from '../src/engine/float64/reference';
import { experimentAt, sweepOutcomes, type SweepOutcome, type SweepRequest } from '../src/engine/sweep';
import type { EngineName, RunTrace } from '../src/engine/trace/types';
import { defaultRun, defaultsFor, toJson, type AxisJson, type Experiment } from '../src/experiment';
import type { Run, SweepMeasure } from '../src/experiment/core/types';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { steadinessOf } from './support/shadows';
import { shownNumber } from './support/shown';

/*
 * Sweeps of the built page. Their numbers are held to the float64 reference, run by run, at a random sample of pixels. In
 * float32 only pixels count whose run rounding has not amplified: support/shadows.ts says which these are.
 */

const FLOAT32_ERROR = 1e-4;
const FLOAT32_MAX = 3.4028234663852886e38;
/** Beyond these, squares on the way to a number are out of float32's range. */
const FLOAT32_REACH = { low: 1e-30, high: 1e30 };
const SAMPLE = 40;

type Asked = SweepRequest & { readonly measure: SweepMeasure };

const log = (of: string, from: number, to: number): AxisJson => ({ of, from, to, scale: 'log' });
const linear = (of: string, from: number, to: number): AxisJson => ({ of, from, to, scale: 'linear' });

function on(
  problem: string,
  optimizer: string,
  hyper: Run['hyper'] = {},
  change: Partial<Experiment> = {},
): Experiment {
  const plain = defaultsFor(problem);
  const run = defaultRun(optimizer, plain.problem);
  return { ...plain, ...change, runs: [{ ...run, hyper: { ...run.hyper, ...hyper } }] };
}

/** The values of a sweep, as a script gets them. */
async function sweepOf(page: Page, { experiment, ...sweep }: Asked, engine: EngineName): Promise<number[]> {
  const result = await page.evaluate(
    async ([given, over, name]) => {
      const { width, height, values } = await window.overshoot.sweep(given, over, { engine: name });
      return { width, height, values: Array.from(values, (value) => (Number.isFinite(value) ? value : String(value))) };
    },
    [toJson(experiment), sweep, engine] as const,
  );
  expect([result.width, result.height, result.values.length]).toEqual([
    sweep.width,
    sweep.height,
    sweep.width * sweep.height,
  ]);
  return result.values.map(Number);
}

const outcomesOf = (values: readonly number[]): SweepOutcome[] =>
  values.map((code) => sweepOutcomes[code] as SweepOutcome);

function traceOf(experiment: Experiment): RunTrace {
  const [trace] = runReference(planExperiment(experiment));
  if (!trace) throw new RangeError('no run');
  return trace;
}

const size = { run: 0, width: 24, height: 20 };
const sweeps: Readonly<Record<string, Asked>> = {
  'SGD on Rosenbrock, rate by momentum': {
    experiment: on('rosenbrock', 'sgd', {}, { steps: 100 }),
    x: log('lr', 1e-5, 1e-2),
    y: linear('momentum', 0, 0.99),
    measure: 'loss',
    ...size,
  },
  'gradient descent on a bowl, rate by condition number': {
    experiment: on('quadratic', 'gd', {}, { steps: 60 }),
    x: log('lr', 1e-3, 1),
    y: log('constant.kappa', 1, 1000),
    measure: 'loss',
    ...size,
  },
  'Adam on Rosenbrock, beta1 by beta2': {
    experiment: on('rosenbrock', 'adam', { lr: 0.05 }, { steps: 40 }),
    x: linear('beta1', 0, 0.99),
    y: linear('beta2', 0.5, 0.9999),
    measure: 'loss',
    ...size,
  },
  // Rows that four neighbours do not fill, updates that four at a time do not fill, and numbers of every update along either axis.
  'Adam on Rosenbrock, rate by beta1': {
    experiment: on('rosenbrock', 'adam', {}, { steps: 41 }),
    x: log('lr', 1e-3, 0.1),
    y: linear('beta1', 0, 0.99),
    measure: 'loss',
    run: 0,
    width: 23,
    height: 20,
  },
  'Adam on Rosenbrock, beta2 by rate': {
    experiment: on('rosenbrock', 'adam', {}, { steps: 43 }),
    x: linear('beta2', 0.9, 0.9999),
    y: log('lr', 1e-3, 0.1),
    measure: 'loss',
    run: 0,
    width: 21,
    height: 20,
  },
  'linear regression, rate by start': {
    experiment: on('linear-regression', 'sgd'),
    x: log('lr', 1e-4, 0.1),
    y: linear('start.1', -5, 5),
    measure: 'loss',
    run: 0,
    width: 8,
    height: 6,
  },
};

interface Pixel {
  readonly at: number;
  readonly experiment: Experiment;
}

/** Pixels of a sweep, the same at every run of the tests. */
function sampleOf(asked: Asked): Pixel[] {
  const random = randomStream(4, 'data');
  const count = Math.min(SAMPLE, asked.width * asked.height);
  return Array.from({ length: asked.experiment.steps === undefined ? 8 : count }, () => {
    const [column, row] = [Math.floor(random() * asked.width), Math.floor(random() * asked.height)];
    return { at: row * asked.width + column, experiment: experimentAt(asked, column, row) };
  });
}

type Verdict = { readonly loss: number } | 'overflows' | 'undecided';

/** What float32 must make of a run's last loss. */
function float32Verdict(experiment: Experiment): Verdict {
  const { loss, params, rows } = traceOf(experiment);
  const n = params.length / rows;
  const sizeOf = (row: number) =>
    Math.max(...Array.from(params.subarray(row * n, (row + 1) * n), Math.abs), Math.abs(loss[row] ?? Number.NaN));
  const beyond = (most: number) =>
    Array.from({ length: rows }, (_, row) => row).findIndex((row) => !(sizeOf(row) <= most));
  const out = beyond(FLOAT32_REACH.high);
  // The loss over a data set is slow to compute: of such a run only the ends are looked at.
  const every = experiment.steps === undefined ? rows - 1 : 1;
  const steady = steadinessOf(experiment, every);
  if (out < 0) return steady.loss[(rows - 1) / every] ? { loss: loss[rows - 1] ?? Number.NaN } : 'undecided';
  return every === 1 && beyond(FLOAT32_MAX) >= 0 && steady.point[out - 1] ? 'overflows' : 'undecided';
}

/** What is wrong with a float32 value, in words; null where nothing is. */
function float32Fault(value: number, verdict: Verdict): string | null {
  if (verdict === 'undecided') return null;
  if (verdict === 'overflows') return Number.isFinite(value) ? `${value} instead of an overflow` : null;
  if (verdict.loss < FLOAT32_REACH.low)
    return value <= 10 * FLOAT32_REACH.low ? null : `${value} instead of next to nothing`;
  const off = Math.abs(value / verdict.loss - 1);
  return off <= FLOAT32_ERROR ? null : `${value} is ${off} off ${verdict.loss}`;
}

for (const [name, asked] of Object.entries(sweeps)) {
  const sample = sampleOf(asked);

  test(`${name}: float64 is the reference at every pixel looked at`, async ({ page }) => {
    await openPage(page);
    const values = await sweepOf(page, asked, 'float64');
    for (const { at, experiment } of sample) {
      const { loss, rows } = traceOf(experiment);
      const last = loss[rows - 1] ?? Number.NaN;
      // Data whose loss overflows on the way is found out when the epoch ends.
      if (Number.isFinite(last)) expect(values[at], `pixel ${at}`).toBe(Math.fround(last));
      else expect(Number.isFinite(values[at]), `pixel ${at}`).toBe(false);
    }
  });

  const verdicts = sample.map(({ experiment }) => float32Verdict(experiment));

  for (const engine of ['webgl', 'cpu'] as const) {
    test(`${name}: ${engine} is float32’s own accuracy near it`, async ({ page }) => {
      await openPage(page);
      const values = await sweepOf(page, asked, engine);
      const faults = sample.flatMap(({ at }, i) => {
        const fault = float32Fault(values[at] ?? Number.NaN, verdicts[i] ?? 'undecided');
        return fault === null ? [] : [`pixel ${at}: ${fault}`];
      });
      expect(faults).toEqual([]);
      expect(verdicts.filter((verdict) => verdict !== 'undecided').length).toBeGreaterThanOrEqual(0.6 * sample.length);
    });
  }
}

test('Himmelblau’s four basins are the same on every engine', async ({ page }) => {
  await openPage(page);
  const asked: Asked = {
    experiment: on('himmelblau', 'gd', { lr: 0.01 }, { steps: 100 }),
    x: linear('start.0', -5, 5),
    y: linear('start.1', -5, 5),
    measure: 'minimum',
    ...size,
  };
  const sample = sampleOf(asked).filter(({ experiment }) => steadinessOf(experiment, 100).point[1]);
  expect(sample.length).toBeGreaterThanOrEqual(0.8 * SAMPLE);
  for (const engine of ['float64', 'cpu', 'webgl'] as const) {
    const values = await sweepOf(page, asked, engine);
    expect(new Set(values.filter((minimum) => minimum >= 0)), engine).toEqual(new Set([0, 1, 2, 3]));
    for (const { at, experiment } of sample) {
      const { outcome } = traceOf(experiment);
      const minimum = outcome?.kind === 'converged' ? (outcome.minimum ?? -1) : -1;
      expect(values[at], `${engine}, pixel ${at}`).toBe(minimum);
    }
  }
});

test.describe('Rosenbrock by gradient descent, in float32', () => {
  /** Rates in ten thousandths. */
  const lists = [
    { start: [-1.5, 2.5], converging: [16], cycling: [20, 21, 23, 25, 26], diverging: [17, 18, 19, 27, 28, 29, 30] },
    {
      start: [-1.5, 2],
      converging: [16, 17, 18, 19],
      cycling: [20],
      diverging: [21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
    },
    { start: [-1.2, 1], converging: [10], cycling: [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30], diverging: [] },
  ] as const;

  async function outcomesFrom(
    page: Page,
    start: readonly [number, number],
    rates: AxisJson,
    width: number,
    engine: EngineName,
  ) {
    const experiment = on('rosenbrock', 'gd', {}, { start, steps: 2000 });
    const y = linear('start.1', start[1], start[1]);
    return outcomesOf(
      await sweepOf(page, { experiment, run: 0, x: rates, y, width, height: 1, measure: 'outcome' }, engine),
    );
  }

  /**
   * The end of a run of 60,000 updates, of which 58,000 are the reference's: descent has no memory, and the valley is so
   * long that 2,000 updates only tell who diverges. What float32 decides is what happens at the end of the valley.
   */
  async function endOfLongRun(page: Page, start: readonly [number, number], lr: number, engine: EngineName) {
    const [x = Number.NaN, y = Number.NaN] = traceOf(
      on('rosenbrock', 'gd', { lr }, { start, steps: 58_000 }),
    ).params.slice(-2);
    const [end] = await outcomesFrom(page, [x, y], linear('lr', lr, lr), 1, engine);
    return end;
  }

  for (const engine of ['webgl', 'cpu'] as const) {
    for (const { start, converging, cycling, diverging } of lists) {
      test(`from (${start.join(', ')}) on ${engine}`, async ({ page }) => {
        await openPage(page);
        const ends = await outcomesFrom(page, start, linear('lr', 0.0016, 0.003), 15, engine);
        expect(ends.flatMap((end, i) => (end === 'diverged' ? [16 + i] : []))).toEqual(diverging);
        for (const [list, wanted] of [
          [converging, 'converged'],
          [cycling, 'cycling'],
        ] as const) {
          for (const rate of list)
            expect(await endOfLongRun(page, start, rate / 10_000, engine), `0.00${rate}`).toBe(wanted);
        }
      });
    }
  }
});

test('what cannot be swept is refused with field, value and what is allowed', async ({ page }) => {
  await openPage(page);
  const asked = {
    run: 0,
    x: linear('lr', 1e-4, 1e-2),
    y: linear('momentum', 0, 0.9),
    width: 4,
    height: 4,
    measure: 'loss',
  };
  const wrong: readonly (readonly [change: object, field: string, value: string, allowed: string])[] = [
    [{ run: 1 }, 'sweep.run', '1', '0'],
    [{ x: { ...asked.x, of: 'beta1' } }, 'sweep.x.of', '"beta1"', 'lr, momentum'],
    [{ y: asked.x }, 'sweep.y.of', '"lr"', 'momentum'],
    [{ x: { ...asked.x, to: -1 } }, 'sweep.x.to', '-1', '0 ≤ to'],
    [{ y: { ...asked.y, scale: 'log' } }, 'sweep.y.scale', '"log"', 'linear'],
    [{ x: linear('start.2', 0, 1) }, 'sweep.x.of', '"start.2"', 'start.0, start.1'],
    [{ y: linear('constant.kappa', 1, 2) }, 'sweep.y.of', '"constant.kappa"', 'constant.a, constant.b'],
    [{ width: 513 }, 'sweep.width', '513', '1 ≤ width ≤ 512'],
    [{ steps: 2001 }, 'sweep.steps', '2001', '1 ≤ steps ≤ 2000'],
    [{ measure: 'speed' }, 'sweep.measure', '"speed"', 'loss, bestLoss, steps, outcome, minimum'],
  ];
  const refusalOf = (sweep: object) =>
    page.evaluate(
      ([experiment, over]) =>
        window.overshoot.sweep(experiment, over).then(
          () => 'nothing was refused',
          (error: unknown) => String(error),
        ),
      [{ version: 1, problem: { id: 'rosenbrock' }, runs: [{ optimizer: 'sgd' }] }, sweep] as const,
    );
  for (const [change, ...parts] of wrong) {
    const refusal = await refusalOf({ ...asked, ...change });
    for (const part of parts) expect(refusal, JSON.stringify(change)).toContain(part);
  }
  // As text: to the types it is wrong too.
  const engine = page.evaluate("window.overshoot.sweep({}, {}, { engine: 'gpu' })");
  await expect(engine).rejects.toThrow('webgl, cpu, float64');
});

/* The Sweep tab. */

const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
const progress = (page: Page): Locator => page.getByRole('progressbar', { name: 'Runs computed' });
const surface = (page: Page): Locator => page.getByRole('application', { name: /^Arrow keys read one run/ });
const field = (page: Page, name: string): Locator => page.getByRole('tabpanel').getByRole('textbox', { name });
const rangeOf = (page: Page): Promise<string[]> =>
  Promise.all(
    ['learning rate: from', 'learning rate: to', 'momentum: from', 'momentum: to'].map((name) =>
      field(page, name).inputValue(),
    ),
  );

const fragment = '#v=1&p=rosenbrock&s=-1.2,1&n=150&r=sgd;lr=0.001;momentum=0.5&tab=sweep';
const narrow = `${fragment}&sweep=x=lr,0.0001,0.01,log;y=momentum,0,0.9;side=64`;

/** Opens a sweep and waits for its finest grid. */
async function openSweep(page: Page, at: string): Promise<void> {
  await openPage(page, at);
  await expect(surface(page)).toBeVisible();
  // Before the first grid there is no progress either: the colour bar comes with the first numbers.
  await expect(page.locator('.plot-colour-bar')).toBeVisible();
  await expect(progress(page)).toHaveCount(0);
}

/** Name and number of everything that is read aloud of the run under the cursor. */
async function readOut(page: Page): Promise<Record<string, number>> {
  const spoken = page.getByRole('tabpanel').locator('[aria-live="polite"]').filter({ hasText: 'final loss' });
  const parts = (await spoken.innerText()).split(', ');
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.lastIndexOf(' ')), shownNumber(part.slice(part.lastIndexOf(' ') + 1))]),
  );
}

async function placeIn(locator: Locator, x: number, y: number): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + x * box.width, y: box.y + (1 - y) * box.height };
}

/** The two settings of the run on the screen. */
async function settingsOf(page: Page): Promise<{ lr: number; momentum: number }> {
  const hyper = (await experimentOf(page)).runs[0]?.hyper;
  return { lr: Number(hyper?.['lr']), momentum: Number(hyper?.['momentum']) };
}

/** Waits until the run on the screen has the settings that were read, which have five digits. */
async function expectSettings(page: Page, read: Record<string, number>): Promise<void> {
  const digits = (value: number) => Number(value.toPrecision(5));
  await expect
    .poll(async () => Object.values(await settingsOf(page)).map(digits))
    .toEqual([read['learning rate'], read['momentum']]);
}

test('the tab opens, computes before one’s eyes, and ends with a picture', async ({ page }) => {
  await openPage(page, fragment.replace('&tab=sweep', ''));
  // Watched from before: a fast machine shows it for less time than passes between two looks.
  const progressSeen = page.waitForFunction(() => document.querySelector('.plot-progress') !== null);
  await page.getByRole('tab', { name: 'Sweep' }).click();
  await progressSeen;
  await expect(progress(page)).toHaveCount(0);
  await expect(page.getByText('65,536 runs', { exact: true })).toBeVisible();
  await expect(page.locator('.plot-colour-bar')).toBeVisible();
  const colours = await page
    .getByRole('group', { name: 'final loss over learning rate and momentum' })
    .locator('canvas')
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
      copy?.drawImage(canvas, 0, 0);
      const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
      return new Set(new Uint32Array(data.buffer)).size;
    });
  // A colour map, not a blank or a single colour.
  expect(colours).toBeGreaterThan(20);
});

test('pointing at a run shows it above, dashed, and reads its numbers; a click takes its settings, and they can be undone', async ({
  page,
}) => {
  await openSweep(page, narrow);
  const before = await settingsOf(page);
  const plots = ['Path over the loss', 'Loss along the way'].map((name) =>
    page.getByRole('group', { name, exact: true }).locator('canvas'),
  );
  const layers = await Promise.all(plots.map((canvases) => canvases.count()));
  const place = await placeIn(surface(page), 0.4, 0.3);
  await page.mouse.move(place.x, place.y);
  for (const [i, canvases] of plots.entries()) await expect(canvases).toHaveCount((layers[i] ?? 0) + 1);
  const read = await readOut(page);
  expect(await settingsOf(page)).toEqual(before);

  await page.mouse.down();
  await page.mouse.up();
  await expectSettings(page, read);
  // The pixel's loss is the run's.
  const { runs } = await runJson(page, await experimentOf(page), 'float64');
  expect((runs[0]?.loss.at(-1) ?? Number.NaN) / (read['final loss'] ?? Number.NaN)).toBeCloseTo(1, 3);

  await page.mouse.move(5, 5);
  for (const [i, canvases] of plots.entries()) await expect(canvases).toHaveCount(layers[i] ?? 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await settingsOf(page)).toEqual(before);
});

test('a drag looks closer, and the former range comes back', async ({ page }) => {
  await openSweep(page, narrow);
  const back = page.getByRole('button', { name: 'Previous range' });
  const before = await rangeOf(page);
  await expect(back).toBeDisabled();
  const [from, to] = [await placeIn(surface(page), 0.25, 0.25), await placeIn(surface(page), 0.75, 0.5)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(back).toBeEnabled();
  const [x0 = NaN, x1 = NaN, y0 = NaN, y1 = NaN] = (await rangeOf(page)).map(Number);
  // A quarter and three quarters of two decades from 1e-4, and the same of 0 to 0.9; a pixel of the screen is a per cent or so.
  for (const [value, wanted] of [
    [Math.log10(x0 / 1e-4) / 2, 0.25],
    [Math.log10(x1 / 1e-4) / 2, 0.75],
    [y0 / 0.9, 0.25],
    [y1 / 0.9, 0.5],
  ] as const) {
    expect(Math.abs(value - wanted)).toBeLessThan(0.02);
  }
  // What was dragged over is no run that was taken.
  expect(await settingsOf(page)).toEqual({ lr: 0.001, momentum: 0.5 });
  await expect(progress(page)).toHaveCount(0);
  await back.click();
  await expect(back).toBeDisabled();
  expect(await rangeOf(page)).toEqual(before);
});

test('the keyboard reads runs, takes one and looks closer', async ({ page }) => {
  await openSweep(page, narrow);
  await surface(page).focus();
  await page.keyboard.press('ArrowRight');
  const first = await readOut(page);
  // It begins at the run that is there, to the nearest of 64 pixels.
  expect(Math.abs(Math.log10((first['learning rate'] ?? NaN) / 0.001)) * 63).toBeLessThan(1.01);
  expect(Math.abs((first['momentum'] ?? NaN) - 0.5)).toBeLessThan(0.9 / 63);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  const next = await readOut(page);
  expect(Math.log10((next['learning rate'] ?? NaN) / (first['learning rate'] ?? NaN)) / 2).toBeCloseTo(1 / 63, 4);
  expect((next['momentum'] ?? NaN) - (first['momentum'] ?? NaN)).toBeCloseTo(9 / 63, 4);
  await page.keyboard.press('Enter');
  await expectSettings(page, next);

  await page.keyboard.press('Space');
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Previous range' })).toBeEnabled();
  const [, x1 = NaN, , y1 = NaN] = (await rangeOf(page)).map(Number);
  expect(x1 / (next['learning rate'] ?? NaN)).toBeCloseTo(1, 2);
  expect(y1).toBeCloseTo(next['momentum'] ?? NaN, 2);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('tabpanel').locator('[aria-live="polite"]').filter({ hasText: 'final loss' }),
  ).toHaveCount(0);
});

test('the ready-made sweeps set up what they say', async ({ page }) => {
  await openSweep(page, narrow);
  const press = (name: string) => page.getByRole('group', { name: 'Ready-made' }).getByRole('button', { name }).click();
  await press('rate × condition');
  await expect(page.getByRole('group', { name: 'final loss over learning rate and condition number' })).toBeVisible();
  expect((await experimentOf(page)).problem).toMatchObject({ id: 'quadratic' });
  await press('β₁ × β₂');
  await expect(
    page.getByRole('group', { name: 'final loss over first-moment decay rate and second-moment decay rate' }),
  ).toBeVisible();
  await page.evaluate(() =>
    window.overshoot.open({ version: 1, problem: { id: 'himmelblau' }, runs: [{ optimizer: 'gd' }] }),
  );
  await press('basins');
  await expect(page.getByRole('group', { name: 'which minimum over start, x and start, y' })).toBeVisible();
  for (const minimum of ['(3, 2)', '(−2.81, 3.13)', '(−3.78, −3.28)', '(3.58, −1.85)'])
    await expect(page.getByText(minimum, { exact: true })).toBeVisible();
});

test('decay rates stand on a scale of their distance from 1; a run is taken, and looked at closer, as it is there', async ({
  page,
}) => {
  await openSweep(page, '#v=1&p=rosenbrock&s=-1.2,1&n=50&r=adam;lr=0.05&tab=sweep&sweep=side=64');
  await page.getByRole('group', { name: 'Ready-made' }).getByRole('button', { name: 'β₁ × β₂' }).click();
  const picture = page.getByRole('group', {
    name: 'final loss over first-moment decay rate and second-moment decay rate',
  });
  await expect(page.getByRole('radio', { name: 'log(1 − β₁)' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'log(1 − β₂)' })).toBeChecked();
  for (const tick of ['0.99', '0.999']) await expect(picture.getByText(tick, { exact: true })).toHaveCount(2);
  await expect(progress(page)).toHaveCount(0);

  // Two of four decades across and three of five up.
  const place = await placeIn(surface(page), 0.5, 0.6);
  await page.mouse.move(place.x, place.y);
  const read = await readOut(page);
  const decades = (value: number | undefined) => -Math.log10(1 - (value ?? NaN));
  const [beta1, beta2] = [read['first-moment decay rate'], read['second-moment decay rate']];
  expect(Math.abs(decades(beta1) - 2)).toBeLessThan(4 / 100);
  expect(Math.abs(decades(beta2) - 3)).toBeLessThan(5 / 100);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(async () => (await experimentOf(page)).runs[0]?.hyper['beta1']).not.toBe(0.9);
  const hyper = (await experimentOf(page)).runs[0]?.hyper;
  for (const [value, shown] of [
    [Number(hyper?.['beta1']), beta1],
    [Number(hyper?.['beta2']), beta2],
  ] as const) {
    expect((1 - value) / (1 - (shown ?? NaN))).toBeCloseTo(1, 4);
    // Exactly a pixel of the grid: 256 pixels are 255 steps of the axis.
    const most = shown === beta1 ? 4 : 5;
    expect((decades(value) / most) * 255).toBeCloseTo(Math.round((decades(value) / most) * 255), 6);
  }
  const { runs } = await runJson(page, await experimentOf(page), 'float64');
  expect((runs[0]?.loss.at(-1) ?? NaN) / (read['final loss'] ?? NaN)).toBeCloseTo(1, 3);

  const [from, to] = [await placeIn(surface(page), 0.25, 0.2), await placeIn(surface(page), 0.75, 0.8)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Previous range' })).toBeEnabled();
  const names = ['first', 'second'].flatMap((moment) =>
    ['from', 'to'].map((end) => `${moment}-moment decay rate: ${end}`),
  );
  const ends = await Promise.all(names.map((name) => field(page, name).inputValue()));
  ends.forEach((value, i) => expect(Math.abs(decades(Number(value)) - ([1, 3, 1, 4][i] ?? NaN))).toBeLessThan(0.05));
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toContain(`x=beta1,${ends[0]},${ends[1]},oneMinus;y=beta2,${ends[2]},${ends[3]},oneMinus`);
});

test('a sweep is in the link', async ({ page, context }) => {
  await openSweep(page, narrow);
  const to = field(page, 'momentum: to');
  await to.fill('0.75');
  await to.press('Enter');
  await page.getByRole('combobox', { name: 'What the colours show' }).click();
  await page.getByRole('option', { name: 'how it ended' }).click();
  const updates = field(page, 'Updates of every run');
  await updates.fill('77');
  await updates.press('Enter');
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toContain('&sweep=x=lr,0.0001,0.01,log;y=momentum,0,0.75;steps=77;side=64;measure=outcome');
  const hash = await page.evaluate(() => location.hash);

  const other = await context.newPage();
  await openPage(other, hash);
  await expect(other.getByRole('tab', { name: 'Sweep' })).toHaveAttribute('aria-selected', 'true');
  await expect(other.getByRole('group', { name: 'how it ended over learning rate and momentum' })).toBeVisible();
  expect(await rangeOf(other)).toEqual(['0.0001', '0.01', '0', '0.75']);
  await expect(field(other, 'Updates of every run')).toHaveValue('77');
  await expect(other.getByRole('combobox', { name: 'Resolution' })).toContainText('64 × 64');
  expect(await experimentOf(other)).toEqual(await experimentOf(page));
  await expect.poll(() => other.evaluate(() => location.hash)).toBe(hash);
});

test('a sweep alone on the screen is as large as a hall needs it', async ({ page }) => {
  await openSweep(page, narrow);
  const figure = page.locator('.sweep-figure');
  const tick = figure.locator('.plot-axes text').first();
  const sizeOf = (text: Locator) => text.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const before = await sizeOf(tick);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(await figure.boundingBox()).toEqual({ x: 0, y: 0, width, height });
  // A fortieth of the height can be read from the last row.
  expect(await sizeOf(tick)).toBeGreaterThan(Math.max(before, Math.min(width, height) / 40));
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(page.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  expect(await sizeOf(tick)).toBe(before);
});

/** Pixels by which the halo of a name may reach beyond its letters. */
const HALO = 3;

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const)
  test(`the name of the stability edge stays inside the small sweep of a stage, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const embed of ['', '&embed=1']) {
      await openPage(page, `#v=1&p=rosenbrock&r=gd;lr=0.0015&stage=sweep;0.lr${embed}`);
      const name = page.locator('.plot-limit-label');
      await expect(name).toContainText('minimum');
      const [inner, outer] = [await name.boundingBox(), await page.locator('.plot-sweep-surface').boundingBox()];
      if (!inner || !outer) throw new Error('no sweep');
      expect(inner.x).toBeGreaterThanOrEqual(outer.x - HALO);
      expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + HALO);
      expect(inner.y).toBeGreaterThanOrEqual(outer.y - HALO);
      expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + HALO);
      await page.goto('about:blank');
    }
  });
