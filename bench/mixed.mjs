import { randomLcg } from 'd3-random';
import { desktop, skipOpening } from './desktop.mjs';
import { oneRun } from './experiments.mjs';
import { heldByValues } from './heap.mjs';

/**
 * `first`: actions before those that count, in which parts load, the browser compiles what runs often, and what is remembered up to a limit comes to its limit.
 * `growth`: how many times what there was before the actions that count there may be after them.
 */
const mixed = { first: 2000, actions: 2000, every: 500, growth: 1.1, textures: 64 * 2 ** 20, programs: 208 };

/** Milliseconds in which what follows from the last action comes to rest. */
const REST_MS = 2000;

/**
 * What is done to the page, in the page: presses, moves, chooses or types one thing, each kind as often as the others.
 * @param {readonly number[]} chances for each action three numbers from 0 to 1: what kind, at which place, to which end
 */
const act = async (chances) => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** @template T @param {readonly T[]} items @param {number} chance @returns {T | undefined} */
  const pick = (items, chance) => items[Math.floor(chance * items.length)];
  /** @param {string} at */
  const seen = (at) =>
    [...document.querySelectorAll(at)].flatMap((one) =>
      one instanceof HTMLElement && one.checkVisibility() ? [one] : [],
    );
  /** @param {Element | undefined} element @param {string} key @param {KeyboardEventInit} [how] */
  const press = (element, key, how) =>
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how }));
  /** @param {string} at @param {number} chance */
  const click = (at, chance) => pick(seen(at), chance)?.click();
  /** @param {string} at @param {number} chance @param {number} end */
  const choose = async (at, chance, end) => {
    press(pick(seen(at), chance), 'Enter');
    for (let frame = 0; frame < 20 && seen('[role=option]').length === 0; frame += 1) await painted();
    press(pick(seen('[role=option]'), end), 'Enter');
  };
  /** @param {string} at @param {number} chance */
  const show = (at, chance) =>
    pick(seen(at), chance)?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
  /** @type {readonly ((chance: number, end: number) => unknown)[]} */
  const kinds = [
    (chance, end) => choose('.problem-select', chance, end),
    (chance, end) => choose('.run-optimizer', chance, end),
    (chance, end) => choose('.figure [role=combobox], .transport [role=combobox]', chance, end),
    (chance) => click('.runs-head .button:last-child', chance),
    (chance) => click('.run-head .button:last-child', chance),
    (chance, end) => press(pick(seen('input[type=range]'), chance), end < 0.5 ? 'ArrowLeft' : 'ArrowRight'),
    (chance, end) => press(pick(seen('.run input[type=range]'), chance), end < 0.5 ? 'PageDown' : 'PageUp'),
    (chance) => show('[role=tab]', chance),
    () => show('[role=tab][id$="sweep"]', 0),
    (_, end) => press(document.body, 'z', { ctrlKey: true, shiftKey: end < 0.3 }),
    (chance) => click('.header .language, .header .language + .button-icon', chance),
    (chance) => click('.share-button, .export-button, .ask, .header .button[aria-haspopup=dialog]', chance),
    async (_, end) => {
      const [lessons] = seen('.header .button');
      lessons?.click();
      for (let frame = 0; frame < 20 && seen('[role=dialog] a.lesson-row').length === 0; frame += 1) await painted();
      pick(seen('[role=dialog] a.lesson-row'), end)?.click();
    },
    (chance, end) =>
      window.overshoot.open({
        version: 1,
        problem: {
          loss: `${(1 + 9 * chance).toFixed(3)}*x^2 + y^2 + cos(${(3 * end).toFixed(3)}*x)`,
          parameters: ['x', 'y'],
        },
        start: [1, 2],
        runs: [{ optimizer: 'adam' }, { optimizer: 'sgd', hyper: { lr: 0.01 } }],
      }),
    (chance) => click('.transport .button', chance),
    (chance) => click('.run .run-select, .run .switch, .run .more', chance),
  ];
  for (let i = 0; i + 2 < chances.length; i += 3) {
    const [kind = 0, chance = 0, end = 0] = chances.slice(i, i + 3);
    const dialog = seen('[role=dialog], [role=listbox]').at(-1);
    if (dialog) press(dialog, 'Escape');
    else await pick(kinds, kind)?.(chance, end);
    await painted();
  }
};

/** In the page: shows a small experiment in English, with nothing open. @param {object} experiment */
const tidyUp = async (experiment) => {
  const dialogs = () => [...document.querySelectorAll('[role=dialog], [role=listbox]')];
  for (let frame = 0; frame < 60 && dialogs().length > 0; frame += 1) {
    dialogs()
      .at(-1)
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
  }
  if (document.documentElement.lang !== 'en')
    document.querySelector('button.language')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  window.overshoot.open(experiment);
  document.querySelector('[role=tab]')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
};

/** In the worker: its counts of what is on the graphics card. @returns {Promise<import('../src/engine/gpu/device').DeviceMemory>} */
const deviceMemory = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (/** @type {MessageEvent<import('../src/engine/gpu/device').DeviceMemory>} */ { data }) =>
      resolve(data);
    self.dispatchEvent(new MessageEvent('message', { data: { kind: 'memory', port: port2 } }));
  });

/**
 * What the page holds at rest, after so many actions: bytes of the heap after its garbage was collected, and those of them that
 * are no code compiled by the browser, nodes and listeners of documents, and on the graphics card tensors, the bytes of
 * textures, kept ones included, and programs.
 * @typedef {{ actions: number, heap: number, values: number, nodes: number, listeners: number, tensors: number, textures: number, programs: number }} Held
 */

/**
 * @param {import('@playwright/test').Page} page @param {import('@playwright/test').CDPSession} devtools @param {number} actions
 * @returns {Promise<Held>}
 */
const heldBy = async (page, devtools, actions) => {
  await page.evaluate(tidyUp, oneRun);
  await page.waitForTimeout(REST_MS);
  // What one collection finalises the next one frees.
  for (let i = 0; i < 3; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('the page has no worker');
  const { tensors, allocated, programs } = await worker.evaluate(deviceMemory);
  return {
    actions,
    heap: of('JSHeapUsedSize'),
    values: await heldByValues(devtools),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    tensors,
    textures: allocated,
    programs,
  };
};

/**
 * Does everything that the page offers in a random order, the same each time, and sees what it holds in between.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 */
export const measureMixed = async (browser, address) => {
  const page = await browser.newPage(desktop);
  await page.addInitScript(skipOpening);
  /** @type {Error[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(address);
  await page.waitForFunction(() => 'overshoot' in window && document.querySelector('[role=tab]'));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const random = randomLcg(1);
  const doActions = (/** @type {number} */ count) => page.evaluate(act, Array.from({ length: 3 * count }, random));
  await doActions(mixed.first);
  const held = [await heldBy(page, devtools, 0)];
  for (let done = mixed.every; done <= mixed.actions; done += mixed.every) {
    await doActions(mixed.every);
    held.push(await heldBy(page, devtools, done));
  }
  await page.close();
  if (errors[0]) throw errors[0];
  return held;
};

const MIB = 2 ** 20;

/** @param {readonly Held[]} held after each so many actions @returns {import('./section.mjs').Section} */
export const mixedSection = (held) => {
  const { first, actions, every, growth, textures, programs } = mixed;
  const most = (/** @type {'textures' | 'programs'} */ name) => Math.max(...held.map((one) => one[name]));
  const grown = /** @type {const} */ (['heap', 'values', 'nodes', 'listeners', 'tensors']);
  return {
    title: `What the page holds after ${actions.toLocaleString('en')} mixed actions`,
    before: `Problems, optimizers, runs, sliders, tabs, sweeps, undo, themes, languages, dialogs, lessons, typed formulas and playing, in a random order that is the same each time. They begin after ${first.toLocaleString('en')} of the same kind, in which parts load, the browser compiles what runs often, and what is remembered up to a limit comes to its limit. Before them and after every ${every} the same small experiment is shown and garbage is collected. The browser compiles more of the page’s code the longer it runs, which the heap holds too.`,
    columns: [
      { key: 'heap', label: 'heap, MiB' },
      { key: 'values', label: 'of it no compiled code, MiB' },
      { key: 'nodes', label: 'nodes', show: 'count' },
      { key: 'listeners', label: 'listeners', show: 'count' },
      { key: 'tensors', label: 'tensors', show: 'count' },
      { key: 'textures', label: 'textures, MiB' },
      { key: 'programs', label: 'programs', show: 'count' },
    ],
    rows: held.map(({ actions: done, ...figures }) => ({
      name: done === 0 ? 'before' : `after ${done.toLocaleString('en')}`,
      figures: { ...figures, heap: figures.heap / MIB, values: figures.values / MIB, textures: figures.textures / MIB },
    })),
    bars: [
      ...grown.map((name) => ({
        of: `${name === 'values' ? 'heap without compiled code' : name} after the last actions, above those before the first`,
        // Both may be none.
        figure: (held.at(-1)?.[name] ?? NaN) / Math.max(1, held[0]?.[name] ?? NaN),
        unit: 'times',
        atMost: growth,
      })),
      { of: 'most textures', figure: most('textures') / MIB, unit: 'MiB', atMost: textures / MIB },
      { of: 'most programs', figure: most('programs'), unit: '', atMost: programs },
    ],
  };
};
