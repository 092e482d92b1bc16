import { quantile } from 'd3-array';
import { desktop } from './desktop.mjs';
import { oneRun } from './experiments.mjs';
import { spread } from './measure.mjs';
import { tasksDuring } from './tasks.mjs';

const WARM_UP = 10;
/** Notches of a drag, one a frame. */
const DRAG = 120;
/** `frame`: one frame. `within`: longest wait from a change to its picture for 19 of 20 changes, and most that a task of the main thread computes, in milliseconds. */
export const sliderMoves = { steps: 1000, moves: 60, within: 50, frame: 1000 / 60 };

/** Eight runs at rates at which all stay in sight. The slider that moves is the second one's. */
const different = Object.entries({
  sgd: 2e-4,
  adam: 0.02,
  adamw: 0.02,
  nadam: 0.02,
  adamax: 0.02,
  radam: 0.02,
  rmsprop: 0.005,
  adagrad: 0.1,
});
const alike = [0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04].map((lr) => /** @type {const} */ (['adam', lr]));

/** @param {readonly (readonly [string, number])[]} runs optimizers and their rates */
const experiment = (runs) => ({
  ...oneRun,
  steps: sliderMoves.steps,
  runs: runs.map(([optimizer, lr]) => ({ optimizer, hyper: { lr } })),
});

/** Runs in the page before its own code does, and notes what `Seen` lists. */
export const watch = () => {
  const seen = { complete: 0, completes: 0, firstStroke: 0, stroke: 0, longest: 0 };
  window.seen = seen;
  const PlainWorker = window.Worker;
  window.Worker = class extends PlainWorker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener(
        'message',
        (/** @type {MessageEvent<import('../src/engine/worker/protocol').WorkerMessage>} */ { data }) => {
          if (data.kind !== 'trace' || !data.last) return;
          seen.complete = performance.now();
          seen.completes += 1;
        },
      );
    }
  };
  const brush = CanvasRenderingContext2D.prototype;
  Object.defineProperty(brush, 'plainStroke', Object.getOwnPropertyDescriptor(brush, 'stroke') ?? {});
  brush.stroke = function (/** @type {[] | [Path2D]} */ ...path) {
    seen.firstStroke ||= performance.now();
    // The small sweep below the plots of the runs is drawn whenever it has got further, which is later.
    if (this.canvas.closest('.plots')) seen.stroke = performance.now();
    this.plainStroke(...path);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask' });
};

/**
 * Moves a slider by one notch, in the page, and waits for the picture.
 * @param {Element} slider @param {string} key that moves it
 * @returns {Promise<{ trace: number, picture: number }>} milliseconds until the trace was complete, and until it was drawn
 */
const move = async (slider, key) => {
  const { seen } = window;
  const frame = () => new Promise(requestAnimationFrame);
  const start = performance.now();
  slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  while (seen.complete <= start) await frame();
  await frame();
  await frame();
  if (seen.stroke < seen.complete) throw new Error('a complete trace arrived and nothing was drawn');
  return { trace: seen.complete - start, picture: seen.stroke - start };
};

/**
 * Moves a slider by a notch every frame, in the page, as a drag does; then waits for the last picture.
 * @param {Element} slider @param {{ key: string, notches: number }} how
 * @returns {Promise<number>} complete traces a second during the drag
 */
const drag = async (slider, { key, notches }) => {
  const { seen } = window;
  const frame = () => new Promise(requestAnimationFrame);
  const [before, start] = [seen.completes, performance.now()];
  let last = start;
  for (let i = 0; i < notches; i += 1) {
    last = performance.now();
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await frame();
  }
  const end = performance.now();
  const traces = seen.completes - before;
  // The last notch's trace may have come within its frame.
  while (seen.complete <= last) await frame();
  return (traces * 1000) / (end - start);
};

/**
 * What was seen while settings changed: milliseconds from a change to the complete trace and to its picture, for 19 of 20
 * changes; the percentage of the pictures within one frame; how long the trace and then its drawing took, in the middle;
 * complete traces a second while a change came every frame; most that a task of the main thread computed while that was done again.
 * @typedef {{ title: string, trace: number, picture: number, median: number, inFrame: number, computing: number, drawing: number, perSecond: number, computes: number }} Moved
 */

/**
 * @param {import('@playwright/test').Browser} browser @param {import('@playwright/test').Page} page at the built page, watched
 * @param {{ title: string, runs: readonly (readonly [string, number])[] }} what
 * @returns {Promise<Moved>}
 */
const measureMoves = async (browser, page, { title, runs }) => {
  const before = await page.evaluate(() => window.seen.completes);
  await page.evaluate((shown) => window.overshoot.open(shown), experiment(runs));
  // Until the worker has answered once, the page answers as well, and what is equal is not drawn again.
  await page.waitForFunction((completes) => window.seen.completes > completes, before);
  const slider = page.getByRole('slider', { name: 'learning rate' }).nth(1);
  for (let i = 0; i < WARM_UP; i += 1) await slider.evaluate(move, 'ArrowLeft');
  const moves = [];
  for (let i = 0; i < sliderMoves.moves; i += 1) moves.push(await slider.evaluate(move, 'ArrowRight'));
  const perSecond = await slider.evaluate(drag, { key: 'ArrowLeft', notches: DRAG });
  // Apart from the others, for the browser's trace takes time itself.
  const [busiest] = await tasksDuring(browser, page, () => slider.evaluate(drag, { key: 'ArrowRight', notches: DRAG }));
  const pictures = moves.map(({ picture }) => picture);
  const picture = quantile(pictures, 0.95) ?? NaN;
  return {
    title,
    perSecond,
    computes: busiest?.cpu ?? NaN,
    picture,
    median: spread(pictures).median,
    inFrame: (100 * pictures.filter((ms) => ms <= sliderMoves.frame).length) / pictures.length,
    computing: spread(moves.map(({ trace }) => trace)).median,
    drawing: spread(moves.map(({ trace, picture: drawn }) => drawn - trace)).median,
    trace:
      quantile(
        moves.map(({ trace }) => trace),
        0.95,
      ) ?? NaN,
  };
};

/**
 * Moves a learning rate among eight runs in the built page and sees how long the picture takes.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 */
export const measureSliders = async (browser, address) => {
  const page = await browser.newPage(desktop);
  await page.addInitScript(watch);
  await page.goto(address);
  // Else the first trace could be that of the page's own experiment, which is still on its way when another one is opened.
  await page.waitForFunction(() => 'overshoot' in window && window.seen.completes > 0);
  const moved = [];
  for (const what of [
    { title: 'eight optimizers', runs: different },
    { title: 'eight times Adam', runs: alike },
  ]) {
    moved.push(await measureMoves(browser, page, what));
  }
  await page.close();
  return moved;
};
