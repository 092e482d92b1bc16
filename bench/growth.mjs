import { adam, oneRun, swept } from './experiments.mjs';
import { spread, timeInTurn } from './measure.mjs';

/**
 * Something of which there is more and more while all else stays the same. `work` says what the worker does with the
 * experiment of a size (page/growth.ts): runs it, runs so many copies of its run, sweeps it on a square grid, derives what
 * follows from its formula, runs it with a formula that was never seen before, or draws a shader by hand for such a formula.
 * @typedef {object} Axis
 * @property {string} id of the contest in the worker
 * @property {string} title
 * @property {readonly number[]} sizes
 * @property {'run' | 'copies' | 'sweep' | 'derive' | 'compile' | 'byHand'} work
 * @property {(size: number) => object} experiment in the format of docs/experiment-format.md
 * @property {(size: number) => number} [side] of the grid; absent: there are as many pixels as the size says
 * @property {string} [against] the axis whose exponent it is held to; absent: linear
 */

/** The same for all runs of a size, in one draw and beyond. */
const manyRuns = { ...oneRun, steps: 100 };

const quarters = (/** @type {number} */ from, /** @type {number} */ to) =>
  Array.from({ length: Math.round(Math.log2(to / from) / 2) + 1 }, (_, i) => from * 4 ** i);

/** Full-batch descent on `samples` points, the loss over all of them at every update. @param {number} samples */
const dataOf = (samples) => ({
  version: 1,
  problem: { id: 'linear-regression', data: { samples, weights: [2, -3.4], bias: 4.2, noise: 0.01 } },
  epochs: 50,
  seed: 1,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 'all', accumulate: 1 } }],
});

/** What a term of `formulaOf` subtracts from its parameter. @param {number} index of the term */
export const offsetOf = (index) => ((13 * (index + 1)) / 1000).toFixed(3);

export const formulaStart = [-1.5, 2];

/**
 * A sum of so many terms, no two of which share anything: sqrt(1 + (x - 0.013)^2) + sqrt(1 + (y - 0.026)^2) + ...
 * @param {number} terms
 */
const formulaOf = (terms) => ({
  version: 1,
  problem: {
    loss: Array.from({ length: terms }, (_, i) => `sqrt(1+(${i % 2 === 0 ? 'x' : 'y'}-${offsetOf(i)})^2)`).join('+'),
    parameters: ['x', 'y'],
  },
  start: formulaStart,
  steps: 50,
  runs: [{ optimizer: 'adam', hyper: adam }],
});

const terms = [5, 10, 20, 40, 80];

/** How many texts are parsed in one measurement: a single short one takes no longer than the clock's ticks and a collection of garbage. */
export const TEXTS = 20;

/** @type {readonly Axis[]} */
export const axes = [
  {
    id: 'growthRuns',
    title: `runs of ${manyRuns.steps} Adam steps, every point read back`,
    sizes: quarters(1, 4096),
    work: 'copies',
    experiment: () => manyRuns,
  },
  {
    id: 'growthSteps',
    title: 'steps of one Adam run, every point read back',
    sizes: [100, 300, 1000, 3000, 10_000, 20_000],
    work: 'run',
    experiment: (steps) => ({ ...oneRun, steps }),
  },
  {
    id: 'growthSamples',
    title: 'samples of a linear regression, 50 full-batch updates',
    sizes: [100, 300, 1000, 3000, 10_000, 20_000],
    work: 'run',
    experiment: dataOf,
  },
  {
    id: 'growthSweep',
    title: 'pixels of a sweep of 50 Adam steps, all measures (64² to 512²)',
    sizes: [64, 128, 256, 512].map((side) => side ** 2),
    work: 'sweep',
    experiment: () => ({ ...oneRun, steps: 50 }),
  },
  {
    id: 'growthFormula',
    title: 'terms of a typed loss, a sweep of 128² runs of 50 Adam steps',
    sizes: terms,
    work: 'sweep',
    experiment: formulaOf,
    side: () => 128,
  },
  {
    id: 'growthText',
    title: `terms of a typed loss: ${TEXTS} texts parsed and differentiated twice`,
    sizes: terms,
    work: 'derive',
    experiment: formulaOf,
  },
  {
    id: 'growthByHand',
    title: 'terms of a loss in a shader by hand that was never seen before: the driver compiling and drawing it once',
    sizes: terms,
    work: 'byHand',
    experiment: formulaOf,
    against: 'growthByHand',
  },
  {
    id: 'growthCompile',
    title: 'terms of a typed loss never seen before: from its text to the first row, the driver compiling',
    sizes: terms,
    work: 'compile',
    experiment: formulaOf,
    against: 'growthByHand',
  },
];

/** The axes of the sweep, and its measure; its sides are a size's. */
export const sweepAxes = swept.sweep;

/** How many numbers are compared with the reference's for each size. */
export const COMPARED = 4;

/** `noise`: what the bar allows above a linear exponent, or another axis's: what repeated measurements of the same differ by. */
const growth = { rounds: 7, tolerance: 1e-3, noise: 0.1 };

/** Sizes count from the first that takes this many times as long as the smallest: below, the difference is noise. The largest three always count. */
const ABOVE = 2;

/**
 * The exponent p of t = a + b n^p, by least squares on logarithms. What a size costs more than the smallest one is compared
 * with how much larger it is: so the fixed cost `a` drops out, and where cost grows linearly the exponent is exactly 1.
 * @param {readonly number[]} more how much larger each size is than the smallest @param {readonly number[]} ms how much longer it takes
 * @returns {number} not a number where one takes no longer
 */
const exponentOf = (more, ms) => {
  const [x, y] = [more.map(Math.log), ms.map(Math.log)];
  const total = (/** @type {readonly number[]} */ values) => values.reduce((sum, value) => sum + value, 0);
  const [meanX, meanY] = [total(x) / x.length, total(y) / y.length];
  const along = x.map((value) => value - meanX);
  return total(along.map((value, i) => value * ((y[i] ?? NaN) - meanY))) / total(along.map((value) => value ** 2));
};

/**
 * What was measured along an axis: a time for each size, and the exponent, round by round; from which size on it was fitted.
 * @typedef {{ axis: Axis, title: string, sizes: readonly number[], ms: readonly import('./measure.mjs').Spread[], from: number, exponent: import('./measure.mjs').Spread, error: number }} Grown
 */

/**
 * @param {Axis} axis @param {import('@playwright/test').Page} bench
 * @returns {Promise<Grown>}
 */
const measureAxis = async (axis, bench) => {
  const { id, title, sizes } = axis;
  const call = (/** @type {string} */ contestant) =>
    bench.evaluate(([contest, who]) => window.bench.run(contest, who), /** @type {const} */ ([id, contestant]));
  const { answer } = await call('float64');
  const timed = await timeInTurn(
    sizes.map((size, i) => ({
      name: `${title}: ${size}`,
      run: () => call(String(size)),
      truth: answer.slice(i * COMPARED, (i + 1) * COMPARED),
    })),
    growth,
  );
  const ms = timed.map(({ rounds }) => spread(rounds));
  const [smallest = NaN, base = NaN] = [sizes[0], ms[0]?.median];
  const enough = ms.findIndex(({ median }) => median >= ABOVE * base);
  const from = Math.max(1, Math.min(enough === -1 ? sizes.length : enough, sizes.length - 3));
  const more = sizes.slice(from).map((size) => size - smallest);
  const exponents = Array.from({ length: growth.rounds }, (_, round) =>
    exponentOf(
      more,
      timed.slice(from).map(({ rounds }) => (rounds[round] ?? NaN) - base),
    ),
  );
  return {
    axis,
    title,
    sizes,
    ms,
    from: sizes[from] ?? NaN,
    exponent: spread(exponents.filter((exponent) => !Number.isNaN(exponent))),
    error: Math.max(...timed.map(({ error }) => error ?? NaN)),
  };
};

/**
 * Lets the work of the engine grow along every axis, each in a page of its own.
 * @param {() => Promise<import('@playwright/test').Page>} openBench
 * @returns {Promise<Grown[]>}
 */
export const measureGrowth = async (openBench) => {
  const grown = [];
  for (const axis of axes) {
    const bench = await openBench();
    grown.push(await measureAxis(axis, bench));
    await bench.close();
  }
  return grown;
};

/** @param {readonly Grown[]} grown @returns {import('./section.mjs').Section} */
export const growthSection = (grown) => {
  const exponentOfAxis = (/** @type {string | undefined} */ id) =>
    grown.find(({ axis }) => axis.id === id)?.exponent.median;
  return {
    title: 'Cost as work grows',
    before: `The engine's kernels, from the experiment to numbers on the CPU. The exponent p of t = a + b n^p is fitted round by round, by least squares on the logarithms of what a size takes longer than the smallest and of how much larger it is; the sizes that count are those from the first that takes ${ABOVE} times as long as the smallest on, at least the largest three; a round in which one of them takes no longer says nothing. What the driver compiles is held to a shader written by hand, since compiling is the driver's. The page allows 8 runs in an experiment; here the engine is given more. ${growth.rounds} rounds.`,
    columns: [
      { key: 'sizes', label: 'sizes', show: 'count' },
      { key: 'medians', label: 'milliseconds, medians' },
      { key: 'from', label: 'fitted from', show: 'count' },
      { key: 'exponent', label: 'exponent' },
      { key: 'error', label: 'largest error', show: 'error' },
    ],
    rows: grown.map(({ title, sizes, ms, from, exponent, error }) => ({
      name: title,
      figures: { sizes, medians: ms.map(({ median }) => median), from, exponent, error },
    })),
    bars: grown
      .filter(({ axis }) => axis.against !== axis.id)
      .map(({ title, exponent, axis }) => ({
        of: title,
        figure: exponent,
        unit: 'as exponent',
        atMost: Math.max(1, exponentOfAxis(axis.against) ?? 1) + growth.noise,
      })),
    notes: [`Answers may be off by ${growth.tolerance}.`],
  };
};
