/**
 * npm run bench: measures the page and the engine beside their peers and writes bench/results.md and, for machines,
 * bench/results.json.
 * npm run bench -- sweep input: measures these parts alone, and only prints them.
 * Ends with status 1 where a budget of docs/design.md is missed or an answer is wrong.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findOrInstallChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/commands.mjs';
import { contests } from './contests.mjs';
import { skipOpening } from './desktop.mjs';
import { comparedPixels } from './experiments.mjs';
import { growthSection, measureGrowth } from './growth.mjs';
import { inputDuringSweep, measureInput } from './input.mjs';
import { limitSection, measureLimit } from './limit.mjs';
import { LOAD_BYTES, loads, measureLoads, measureOfflineReloads, offlineReload } from './load.mjs';
import { compare } from './measure.mjs';
import { measureMixed, mixedSection } from './mixed.mjs';
import { largestSection, measureLargest } from './largest.mjs';
import {
  contestSection,
  inputSection,
  loadSection,
  machineOf,
  offlineSection,
  reportData,
  reportText,
  slidersSection,
} from './report.mjs';
import { isMet, sectionText } from './section.mjs';
import { buildAndServe } from './serve.mjs';
import { measureSliders, sliderMoves } from './sliders.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {import('@playwright/test').Browser} browser @param {string} address */
const open = async (browser, address) => {
  const page = await browser.newPage();
  await page.addInitScript(skipOpening);
  page.on('pageerror', (error) => console.error(error));
  await page.goto(address);
  return page;
};

/** What draws, as the browser names it. @param {Page} page */
const rendererOf = (page) =>
  page.evaluate(() => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return String(gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'unnamed');
  });

/** What the built page offers to scripts, timed in the page. @param {Page} page @param {{ contest: string, experiment: object }} what */
const runInPage = (page, what) =>
  page.evaluate(async ({ contest, experiment }) => {
    const start = performance.now();
    const { runs } = await window.overshoot.run(experiment, { engine: 'webgl' });
    const ms = performance.now() - start;
    const [run] = runs;
    if (!run) throw new Error('the page answered without a run');
    if (contest === 'oneRun') return { ms, answer: run.params.flat() };
    return { ms, answer: contest === 'regression' ? [...run.loss, ...(run.params.at(-1) ?? [])] : [...run.loss] };
  }, what);

/** The same of a sweep. @param {Page} page @param {{ experiment: object, sweep: object, pixels: number[] }} what */
const sweepInPage = (page, what) =>
  page.evaluate(async ({ experiment, sweep, pixels }) => {
    const start = performance.now();
    const { values } = await window.overshoot.sweep(experiment, sweep, { engine: 'webgl' });
    const ms = performance.now() - start;
    return { ms, answer: pixels.map((pixel) => values[pixel] ?? NaN) };
  }, what);

/** @param {import('./contests.mjs').Contest} contest @param {Page} page @param {Page} bench */
const contestantsOf = ({ id, entries, page: asked }, page, bench) => {
  const inWorker = entries.map((entry) => ({
    name: entry.label,
    run: () =>
      bench.evaluate(
        ([contest, contestant]) => window.bench.run(contest, contestant),
        /** @type {const} */ ([id, entry.id]),
      ),
  }));
  if (asked === null) return inWorker;
  const { experiment, sweep } = asked;
  const inPage = sweep
    ? {
        name: 'the built page, `overshoot.sweep`',
        run: () => sweepInPage(page, { experiment, sweep, pixels: comparedPixels }),
      }
    : { name: 'the built page, `overshoot.run`', run: () => runInPage(page, { contest: id, experiment }) };
  return [...inWorker.slice(0, 1), inPage, ...inWorker.slice(1)];
};

const found = findOrInstallChromium();
if (found === null) throw new Error('There is no Chromium here, and none could be installed. CHROMIUM_PATH names one.');
const addresses = await buildAndServe();
const browser = await chromium.launch({ executablePath: found.path, args: chromiumArguments });
const page = await open(browser, addresses.page);
await page.waitForFunction(() => 'overshoot' in window);

/** @typedef {import('./section.mjs').Section} Section */

/** @param {import('./contests.mjs').Contest} contest @returns {Promise<Section>} */
const held = async (contest) => {
  const bench = await open(browser, addresses.bench);
  const truth = { name: 'float64', run: () => bench.evaluate((id) => window.bench.run(id, 'float64'), contest.id) };
  const measured = await compare(contestantsOf(contest, page, bench), { ...contest, truth });
  await bench.close();
  return contestSection(contest, measured);
};

/** @type {readonly (readonly [part: string, measure: () => Promise<Section>])[]} */
const parts = [
  ...contests.map((contest) => /** @type {const} */ ([contest.id, () => held(contest)])),
  ['growth', async () => growthSection(await measureGrowth(() => open(browser, addresses.bench)))],
  [
    'limit',
    async () => {
      const bench = await open(browser, addresses.bench);
      const measured = await measureLimit(bench);
      await bench.close();
      return limitSection(measured);
    },
  ],
  ['load', async () => loadSection(await measureLoads(browser, addresses.page), loads, LOAD_BYTES)],
  ['offline', async () => offlineSection(await measureOfflineReloads(browser, addresses.page), offlineReload)],
  ['sliders', async () => slidersSection(await measureSliders(browser, addresses.page), sliderMoves)],
  ['largest', async () => largestSection(await measureLargest(browser, addresses.page))],
  ['input', async () => inputSection(await measureInput(browser, addresses.page), inputDuringSweep)],
  ['mixed', async () => mixedSection(await measureMixed(browser, addresses.page))],
];

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !parts.some(([known]) => known === part));
if (unknown !== undefined)
  throw new RangeError(`there is no part "${unknown}"; there are ${parts.map(([part]) => part).join(', ')}`);
const wanted = parts.filter(([known]) => asked.length === 0 || asked.includes(known));
const machine = machineOf(browser.version(), await rendererOf(page));
/** @type {(readonly [part: string, section: Section])[]} */
const sections = [];

/** After every part: a run that is ended early leaves what it has measured. */
const write = () => {
  const missing = wanted.slice(sections.length).map(([part]) => part);
  writeFileSync(join(root, 'bench', 'results.md'), reportText(machine, sections, missing));
  writeFileSync(join(root, 'bench', 'results.json'), reportData(machine, sections));
};

for (const [part, measure] of wanted) {
  const section = await measure();
  sections.push([part, section]);
  console.log(`\n${part}\n\n${sectionText(section)}`);
  if (asked.length === 0) write();
}
await browser.close();
await addresses.close();
if (!sections.every(([, { bars }]) => bars.every(isMet))) process.exitCode = 1;
