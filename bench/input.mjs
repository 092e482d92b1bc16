import { quantile } from 'd3-array';
import { desktop } from './desktop.mjs';
import { adam, oneRun } from './experiments.mjs';
import { spread } from './measure.mjs';
import { watch } from './sliders.mjs';

/** `within`: longest wait from an input to its answer for 19 of 20 inputs; `task`: longest task of the main thread; in milliseconds. */
export const inputDuringSweep = { side: 512, steps: 500, within: 33, task: 50 };

/** So many inputs of each kind follow once the sweep is complete: what the page itself takes. */
const AT_REST = 60;

/**
 * Something that is touched in the page: where, by which keys or at which parts of its width in turn, and what shows the answer.
 * @typedef {{ title: string, at: string, keys: readonly string[], parts: readonly number[], within: string, shown: string }} Touch
 */

/** @type {readonly Touch[]} */
const touches = [
  {
    title: 'key on the learning rate to its number',
    at: 'input[type=range][aria-label="learning rate"]',
    keys: ['ArrowRight', 'ArrowLeft'],
    parts: [],
    within: '.setting',
    shown: 'input[inputmode]',
  },
  {
    title: 'pointer over the losses to the read-out',
    at: '.plot-scrub',
    keys: [],
    parts: [0.2, 0.35, 0.5, 0.65],
    within: '.plot',
    shown: '.plot-readout',
  },
  {
    title: "pointer over the sweep to its run's numbers",
    at: '.plot-sweep-surface',
    keys: [],
    parts: [0.1, 0.3, 0.6, 0.8],
    within: '.plot',
    shown: '.plot-spoken',
  },
];

/**
 * In the page: touches one thing after the other for as long as the sweep is under way, and some times more when it is complete.
 * @param {{ touches: readonly Touch[], turnsAtRest: number }} what
 * @returns {Promise<{ waits: number[][], atRest: number[][], sweep: number, longest: number }>} milliseconds from every input until its answer was painted, in both; of the sweep; and of the longest task
 */
const touchWhileSweeping = async ({ touches, turnsAtRest }) => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const isUnderWay = () => document.querySelector('.plot-progress') !== null;
  const begun = performance.now();
  document
    .querySelector('[role=tab][id$="sweep"]')
    ?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
  while (!isUnderWay() || !touches.every(({ at }) => document.querySelector(at))) await painted();
  window.seen.longest = 0;
  /** @param {Touch} touch @param {number} turn @returns {Promise<number>} */
  const touch = async ({ title, at, keys, parts, within, shown }, turn) => {
    const element = document.querySelector(at);
    const answer = () => {
      const place = element?.closest(within)?.querySelector(shown);
      return place instanceof HTMLInputElement ? place.value : place?.textContent;
    };
    if (!element) throw new Error(`${title}: nothing to touch`);
    const before = answer();
    const { left, top, width, height } = element.getBoundingClientRect();
    const [key, part = 0] = [keys[turn % keys.length], parts[turn % parts.length]];
    const start = performance.now();
    element.dispatchEvent(
      key === undefined
        ? new PointerEvent('pointermove', { clientX: left + part * width, clientY: top + height / 2, bubbles: true })
        : new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    do {
      await painted();
      if (performance.now() - start > 10_000) throw new Error(`${title}: no answer within ten seconds`);
    } while (answer() === before);
    return performance.now() - start;
  };
  /** @type {number[][]} */
  const waits = touches.map(() => []);
  let turn = 0;
  for (; isUnderWay(); turn += 1) {
    for (const [i, what] of touches.entries()) waits[i]?.push(await touch(what, turn));
  }
  const [sweep, longest] = [performance.now() - begun, window.seen.longest];
  /** @type {number[][]} */
  const atRest = touches.map(() => []);
  // The turns go on: the pointer must not be where it was at the last one, which would change nothing.
  for (const end = turn + turnsAtRest; turn < end; turn += 1) {
    for (const [i, what] of touches.entries()) atRest[i]?.push(await touch(what, turn));
  }
  return { waits, atRest, sweep, longest };
};

/**
 * Milliseconds from inputs of a kind to their answers: how many there were, 19 of 20, the median and the longest, and 19 of 20 without a sweep.
 * @typedef {{ title: string, count: number, most: number, median: number, longest: number, atRest: number }} Answered
 */

/**
 * Starts the largest sweep in the built page, with its runs' losses as colours, and sees how long input waits while it runs.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 * @returns {Promise<{ answered: Answered[], sweep: number, longest: number }>}
 */
export const measureInput = async (browser, address) => {
  const page = await browser.newPage(desktop);
  await page.addInitScript(watch);
  const { side, steps } = inputDuringSweep;
  await page.goto(
    `${address}#v=1&s=${oneRun.start.join(',')}&n=${steps}&r=adam;lr=${adam.lr}&sweep=x=lr,0.001,0.1,log;y=beta1,0.6,0.99;side=${side}`,
  );
  await page.waitForFunction(() => window.seen.completes > 0 && document.querySelector('[role=tab]'));
  const { waits, atRest, sweep, longest } = await page.evaluate(touchWhileSweeping, { touches, turnsAtRest: AT_REST });
  await page.close();
  const answered = waits.map((times, i) => ({
    title: touches[i]?.title ?? '',
    count: times.length,
    most: quantile(times, 0.95) ?? NaN,
    median: spread(times).median,
    longest: Math.max(...times),
    atRest: quantile(atRest[i] ?? [], 0.95) ?? NaN,
  }));
  return { answered, sweep, longest };
};
