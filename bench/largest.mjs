import { desktop, skipOpening } from './desktop.mjs';
import { watch } from './sliders.mjs';
import { tasksDuring } from './tasks.mjs';

/** `within`: the longest task of the main thread that is allowed, in milliseconds. */
const largest = { size: 20_000, within: 50 };

/** Milliseconds after the complete trace in which what follows from it is computed and written: analyses, summaries. */
const REST_MS = 1200;

const { size } = largest;

/** Each at a limit of the page: opened from a link, or own data from a file. @type {readonly { title: string, link: string, rows?: number }[]} */
const cases = [
  { title: `${size} updates of two runs`, link: `#v=1&p=rosenbrock&n=${size}&r=adam;lr=0.001&r=sgd;lr=0.0001` },
  { title: `${size} samples`, link: `#v=1&p=linear-regression;samples=${size}&e=3&r=sgd;lr=0.1;batch=all` },
  {
    title: `${size} updates over ${size} samples`,
    link: `#v=1&p=linear-regression;samples=${size}&e=1&r=sgd;lr=0.01;batch=1`,
  },
  { title: `a file of ${size} rows`, link: '#v=1', rows: size },
];

/** A file of numbers that lie about a plane. @param {number} rows */
const csvOf = (rows) =>
  ['a,b,c', ...Array.from({ length: rows }, (_, i) => [i % 100, (i * 7) % 93, (3 * i) % 110].join(','))].join('\n');

/** In the page: drops a file on it. @param {string} text */
const dropFile = (text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'rows.csv', { type: 'text/csv' }));
  for (const type of ['dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
};

/** @param {import('@playwright/test').Page} page @param {number} before complete traces that there were */
const completeAfter = async (page, before) => {
  await page.waitForFunction((count) => window.seen.completes > count, before);
  await page.waitForTimeout(REST_MS);
};

/** @param {import('@playwright/test').Page} page */
const completesOf = (page) => page.evaluate(() => window.seen.completes);

/** @param {import('@playwright/test').Page} page @param {number} rows */
const bringFile = async (page, rows) => {
  await page.evaluate(dropFile, csvOf(rows));
  const use = page.getByRole('dialog').getByRole('button', { name: 'Use this data' });
  await use.waitFor();
  const before = await completesOf(page);
  await use.press('Enter');
  await completeAfter(page, before);
};

/** Moves the learning rate by a few notches, each after the complete trace of the one before. @param {import('@playwright/test').Page} page */
const moveSlider = async (page) => {
  const slider = page.getByRole('slider', { name: 'learning rate' }).first();
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    const before = await completesOf(page);
    await slider.press(key);
    await completeAfter(page, before);
  }
};

/** @param {import('@playwright/test').Page} page */
const changeTabs = async (page) => {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.waitForTimeout(REST_MS);
  }
};

/**
 * The longest task, in milliseconds; the one that computed longest; how many of them computed for longer than the bar.
 * @typedef {{ longest: number, busiest: import('./tasks.mjs').Task, over: number }} Longest
 */

/** @param {readonly import('./tasks.mjs').Task[]} tasks the busiest first @returns {Longest} */
const longestOf = (tasks) => ({
  longest: Math.max(0, ...tasks.map(({ ms }) => ms)),
  busiest: tasks[0] ?? { ms: 0, cpu: 0, what: '' },
  over: tasks.filter(({ cpu }) => cpu > largest.within).length,
});

/**
 * Opens one of the cases, moves a slider and looks at every tab.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page @param {(typeof cases)[number]} which
 */
const measureCase = async (browser, address, { title, link, rows }) => {
  const page = await browser.newPage(desktop);
  await page.addInitScript(skipOpening);
  await page.addInitScript(watch);
  const open = async () => {
    await page.goto(address + link);
    await completeAfter(page, 0);
  };
  if (rows !== undefined) await open();
  const parts = [];
  for (const [part, work] of /** @type {const} */ ([
    ['opening', rows === undefined ? open : () => bringFile(page, rows)],
    ['a slider', () => moveSlider(page)],
    ['every tab', () => changeTabs(page)],
  ]))
    parts.push({ part, ...longestOf(await tasksDuring(browser, page, work)) });
  await page.close();
  return { title, parts };
};

/**
 * Opens the largest experiments that the page allows, and sees how long its main thread is busy at a time.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 */
export const measureLargest = async (browser, address) => {
  const measured = [];
  for (const which of cases) measured.push(await measureCase(browser, address, which));
  return measured;
};

/** @param {Awaited<ReturnType<typeof measureLargest>>} measured @returns {import('./section.mjs').Section} */
export const largestSection = (measured) => {
  const parts = measured.flatMap(({ title, parts: own }) =>
    own.map(({ part, ...found }) => ({ name: `${title}: ${part}`, ...found })),
  );
  return {
    title: `The main thread's tasks with ${size.toLocaleString('en')} updates or samples`,
    before:
      'Until the complete trace is drawn and described, while a slider moves, and while every tab is shown. Milliseconds. What a task computes is what counts: it lasts longer where something else has the processor, such as a software GPU.',
    columns: [
      { key: 'computes', label: 'most that a task computes' },
      { key: 'what', label: 'most of it' },
      { key: 'over', label: `tasks that compute for over ${largest.within} ms`, show: 'count' },
      { key: 'longest', label: 'longest task' },
    ],
    rows: parts.map(({ name, busiest: { cpu: computes, what }, over, longest }) => ({
      name,
      figures: { computes, what, over, longest },
    })),
    bars: parts.map(({ name, busiest }) => ({
      of: `${name}, most that a task computes`,
      figure: busiest.cpu,
      unit: 'ms',
      atMost: largest.within,
    })),
  };
};
