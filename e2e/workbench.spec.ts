import type { Locator, Page } from '@playwright/test';
import { optimizers, problems } from '../src/catalogue';
import { LossEvaluator } from '../src/engine/loss/evaluator';
import { planExperiment } from '../src/engine/plan/plan';
import { readExperiment } from '../src/experiment';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import {
  card,
  cards,
  choose,
  expectCurrent,
  expectMarkers,
  experimentOf,
  lossPlot,
  markersOf,
  pathPlot,
  start,
  transport,
  untilDrawn,
} from './support/page';
import { axesOf, colourDifference, coloursAt, offColour, rgbaOf, type Place } from './support/picture';
import { shownNumber } from './support/shown';

test('the first picture: three runs over the valley, each with how it ended', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  expect((await experimentOf(page)).problem).toMatchObject({ id: 'rosenbrock' });
  await expect(cards(page)).toHaveCount(3);
  await expectMarkers(page);
  const { runs } = await runJson(page, await experimentOf(page));
  const { x, y } = await axesOf(lossPlot(page), 'log');
  const heads = runs.map(({ loss }, run) => ({
    x: x.pixelAt(loss.length - 1),
    y: y.pixelAt(loss.at(-1) ?? NaN),
    css: `var(--run-${run})`,
  }));
  await expect.poll(async () => Math.max(...(await offColour(lossPlot(page), heads)))).toBeLessThanOrEqual(2);
  await expect(page.getByRole('tabpanel')).toContainText('At update');
});

test('the transport by keyboard', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const at = async (step: number) => expect(transport(page)).toHaveValue(String(step));
  const { steps: last = 0 } = await experimentOf(page);
  await at(last);
  await page.keyboard.press('Home');
  await at(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await at(1);
  await page.keyboard.press('Shift+ArrowRight');
  await at(11);
  await page.keyboard.press('End');
  await at(last);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(async () => Number(await transport(page).inputValue())).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).click();
  await choose(page, page.getByRole('combobox', { name: 'Speed' }), '16×');
  await at(last);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('the card of the run whose loss is lowest at the step shown says so', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const experiment = await experimentOf(page);
  const { runs } = await runJson(page, experiment);
  const named = cards(page).filter({ hasText: 'leads at' });
  const expectLowestAt = async (step: number) => {
    const losses = runs.map(({ loss }) => loss[step] ?? NaN);
    await expect(named).toHaveCount(1);
    await expect(card(page, losses.indexOf(Math.min(...losses)) + 1)).toContainText('leads at');
  };
  await expectLowestAt(experiment.steps ?? NaN);
  await page.keyboard.press('Home');
  // All begin at the same point.
  await expect(named).toHaveCount(0);
  for (let step = 1; step <= 20; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(transport(page)).toHaveValue(String(step));
    await expectLowestAt(step);
  }
});

test('the start is moved by arrow keys', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const [x0 = 0, y0 = 0] = (await experimentOf(page)).start ?? [];
  await start(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const [x1 = 0, y1 = 0] = (await experimentOf(page)).start ?? [];
  expect([x1 > x0, y1 < y0]).toEqual([true, true]);
  await page.keyboard.press('Shift+ArrowRight');
  const [x2 = 0] = (await experimentOf(page)).start ?? [];
  expect((x2 - x1) / (x1 - x0)).toBeCloseTo(0.1, 6);
  await expect(transport(page)).toHaveAttribute('aria-valuetext', /^Step (\d+) of \1$/);
  await expectCurrent(page);
});

test.describe('on a telephone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('nothing is wider than the screen', async ({ page }) => {
    await openPage(page);
    await untilDrawn(page);
    const last = page.getByRole('tab', { name: 'Numbers' });
    await expect(last).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    for (const problem of ['linear-regression', 'square']) {
      await page.evaluate(
        (id) => window.overshoot.open({ version: 1, problem: { id }, runs: [{ optimizer: 'adam' }] }),
        problem,
      );
      await untilDrawn(page);
      await expect(last).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), problem).toBe(390);
    }
  });
});

test('runs are added up to eight, duplicated, changed and removed', async ({ page }) => {
  await openPage(page);
  const add = page.getByRole('button', { name: 'Add', exact: true });
  for (let count = 4; count <= 7; count += 1) {
    await add.click();
    await expect(cards(page)).toHaveCount(count);
  }
  await page.getByRole('button', { name: 'Duplicate run 2' }).click();
  await expect(cards(page)).toHaveCount(8);
  await expect(add).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Duplicate run 1' })).toBeDisabled();
  const { runs } = await experimentOf(page);
  expect(runs[2]).toEqual(runs[1]);
  await untilDrawn(page);

  await choose(page, page.getByRole('combobox', { name: 'Optimizer of run 3' }), 'Lion');
  await expect(card(page, 3)).toContainText('Lion');
  expect((await experimentOf(page)).runs[2]?.optimizer).toBe('lion');
  for (let count = 7; count >= 1; count -= 1) {
    await page.getByRole('button', { name: 'Remove run 1' }).click();
    await expect(cards(page)).toHaveCount(count);
  }
  await expect(page.getByRole('button', { name: 'Remove run 1' })).toBeDisabled();
  await untilDrawn(page);
});

/** Shows an experiment whose length no other has had, so that its picture is known from the one before it. */
async function show(page: Page, experiment: object, updates: number): Promise<void> {
  await page.evaluate((shown) => window.overshoot.open(shown), { version: 1, ...experiment });
  await expect(transport(page)).toHaveAttribute('max', String(updates));
  await untilDrawn(page);
}

/** Whether anything is drawn: pixels of a canvas that are not blank. */
const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    // A copy, for a canvas that is read often is drawn otherwise from then on.
    const copy = new OffscreenCanvas(element.width, element.height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(element, 0, 0);
    const pixels = copy?.getImageData(0, 0, element.width, element.height).data ?? new Uint8ClampedArray();
    return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
  });

/** The surface's canvas is the first of the path plot's. */
const SURFACE = 0;

/** Places over the whole of a plot's surface, in pixels from the plot's corner. */
async function placesOver(page: Page): Promise<Place[]> {
  const [plot, box] = [await pathPlot(page).boundingBox(), await page.locator('.plot-surface').first().boundingBox()];
  if (!plot || !box) throw new Error('the plot is not on the screen');
  const shares = Array.from({ length: 30 }, (_, i) => (i + 0.5) / 30);
  return shares.flatMap((across) =>
    shares.map((down) => ({ x: box.x - plot.x + across * box.width, y: box.y - plot.y + down * box.height })),
  );
}

/**
 * What is wrong with the map of a loss: a place of a lower loss must not have the colour of a higher band. Only places
 * with one colour two pixels around are compared, since beside a contour it may be either.
 */
async function mapFaults(page: Page, lossAt: (x: number, y: number) => number): Promise<string[]> {
  const plot = pathPlot(page);
  const { x, y } = await axesOf(plot);
  const places = await placesOver(page);
  const around = places.flatMap((place) =>
    [
      [0, 0],
      [2, 0],
      [-2, 0],
      [0, 2],
      [0, -2],
    ].map(([across = 0, down = 0]) => ({ x: place.x + across, y: place.y + down })),
  );
  const colours = await coloursAt(plot, around, SURFACE);
  const [lowest = []] = await rgbaOf(plot, ['var(--plot-contour-low)']);
  const clear = places.flatMap((place, i) => {
    const [here = [], ...beside] = colours.slice(5 * i, 5 * i + 5);
    const isClear = here[3] === 255 && beside.every((colour) => colourDifference(here, colour) === 0);
    if (!isClear) return [];
    return [{ loss: lossAt(x.valueAt(place.x), y.valueAt(place.y)), height: colourDifference(here, lowest) }];
  });
  const bands = new Set(clear.map(({ height }) => height)).size;
  // Contours run straight through the cells of a grid: losses as close as this may be on the wrong side of one.
  const isLower = (one: number, other: number) => one < other - 0.02 * Math.abs(other);
  return [
    ...(clear.length < 20 ? [`only ${clear.length} places are clear of contours`] : []),
    ...(bands < 3 ? [`only ${bands} bands`] : []),
    ...clear.flatMap(({ loss, height }) => {
      const higher = clear.find((other) => other.height > height + 1 && isLower(other.loss, loss));
      return higher ? [`${higher.loss} is painted above ${loss}`] : [];
    }),
  ];
}

/** What is wrong with the curve of a loss over one parameter: where it is not drawn, and where something is far above it. */
async function curveFaults(page: Page, lossAt: (x: number) => number): Promise<string[]> {
  const plot = pathPlot(page);
  const { x, y } = await axesOf(plot);
  const values = new Set((await placesOver(page)).map((place) => x.valueAt(place.x)));
  const on = [...values].map((value) => ({ x: x.pixelAt(value), y: y.pixelAt(lossAt(value)) }));
  const above = on.map((place) => ({ ...place, y: place.y - 30 }));
  const inked = (await coloursAt(plot, [...on, ...above], SURFACE)).map(([, , , opacity = 0]) => opacity > 0);
  return [...on, ...above].flatMap((place, i) => (inked[i] === i < on.length ? [] : [JSON.stringify(place)]));
}

test('every problem draws, and every function its loss and a run over it', async ({ page }) => {
  await openPage(page);
  for (const [i, { id, name, kind }] of problems.entries()) {
    const updates = 25 + i;
    // A full batch makes one update an epoch.
    const length = kind === 'data' ? { epochs: updates } : { steps: updates };
    await show(page, { problem: { id }, ...length, runs: [{ optimizer: 'adam' }, { optimizer: 'sgd' }] }, updates);
    await expect(page.getByRole('combobox', { name: 'Problem' }), id).toContainText(name.en);
    const experiment = await experimentOf(page);
    const plan = planExperiment(readExperiment(experiment));
    // Contours over the principal plane of a path: where it lies, only the page knows.
    if (plan.parameters.length > 3) {
      await expect.poll(() => inkOf(pathPlot(page).locator('canvas').first()), id).toBeGreaterThan(500);
      continue;
    }
    const loss = new LossEvaluator(plan, 'float64');
    // Of a model of three parameters one is held, so its map is a section, which moves with the run.
    const hasMap = plan.parameters.length < 3;
    await expect
      .poll(
        () =>
          !hasMap
            ? []
            : plan.parameters.length === 1
              ? curveFaults(page, (x) => loss.lossAt([x]))
              : mapFaults(page, (x, y) => loss.lossAt([x, y])),
        id,
      )
      .toEqual([]);
    // The selected run's marker is over all others.
    const { runs } = await runJson(page, experiment);
    const marker = markersOf(runs.slice(0, 1), await axesOf(pathPlot(page)));
    // With data another run's ring may lie under its edge; elsewhere on the plot the colour is off by far more than 40.
    const tolerance = kind === 'data' ? 40 : 2;
    await expect.poll(async () => (await offColour(pathPlot(page), marker))[0], id).toBeLessThanOrEqual(tolerance);
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** The numbers of a line of the rule that sets a quantity, given by its TeX. */
async function numbersOfLine(page: Page, tex: string): Promise<number[]> {
  const annotation = page.locator('annotation', { hasText: new RegExp(`^${tex.replace('\\', '\\\\')} =$`) });
  const line = page.getByRole('tabpanel').locator('.rule-line .rule-quantity', { has: annotation }).last();
  const [, numbers = ''] = /\(([^()]*)\)$/.exec((await line.innerText()).trim()) ?? [];
  return numbers.split(', ').map(shownNumber);
}

test('every optimizer draws its run, with its rule and its numbers', async ({ page }) => {
  await openPage(page);
  const panel = page.getByRole('tabpanel');
  for (const [i, { id, name }] of optimizers.entries()) {
    const updates = 30 + i;
    await show(page, { problem: { id: 'quadratic' }, steps: updates, runs: [{ optimizer: id }] }, updates);
    await expect(card(page, 1), id).toContainText(name.en);
    await expect(panel.getByText(`At update ${updates}`), id).toBeVisible();
    await expectMarkers(page);
    // On the page's own engine: a rule that starts from tiny differences, such as DoG, is elsewhere in float64.
    const { runs } = await runJson(page, await experimentOf(page));
    const wanted = (runs[0]?.params.at(-1) ?? []).map((value) => expect.closeTo(value, 3));
    await expect.poll(() => numbersOfLine(page, '\\theta'), id).toEqual(wanted);
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a typed loss: what cannot be read is said, and the picture stays', async ({ page }) => {
  await openPage(page);
  await choose(page, page.getByRole('combobox', { name: 'Problem' }), 'Your own formula…');
  const text = page.getByRole('textbox', { name: 'Loss' });
  await text.fill('(x + 2)^2 + 3');
  await expect
    .poll(async () => (await experimentOf(page)).problem)
    .toMatchObject({ loss: '(x + 2)^2 + 3', parameters: ['x'] });
  await expect(card(page, 1)).toContainText(/loss 3/);
  // What theory says of the run arrives a moment later; the loss is what the picture shows.
  const lossShown = async () => /loss \S+/.exec(await card(page, 1).innerText())?.[0];
  const shown = await lossShown();

  await text.fill('(x + 2)^2 + 3*q');
  const editor = page.getByRole('region', { name: 'Your own formula' });
  await expect(editor.getByRole('status')).toHaveText(/^At character 15: “q” is neither a parameter nor a constant/);
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  expect((await experimentOf(page)).problem).toMatchObject({ loss: '(x + 2)^2 + 3', parameters: ['x'] });
  expect(await lossShown()).toBe(shown);

  await page.getByRole('textbox', { name: 'Parameters' }).fill('x, q');
  await expect
    .poll(async () => (await experimentOf(page)).problem)
    .toMatchObject({ loss: '(x + 2)^2 + 3*q', parameters: ['x', 'q'] });
  await untilDrawn(page);
});

test('what is read under the keyboard’s cursor are the numbers of the run', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const { runs } = await runJson(page, await experimentOf(page));
  const walk = page.getByRole('slider', { name: /path over the loss\. Left and right/ });
  await walk.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowLeft');
  const step = Number(await walk.getAttribute('aria-valuenow'));
  expect(step).toBe((runs[0]?.loss.length ?? 0) - 1 - 30);
  const [x = NaN, y = NaN] = runs[0]?.params[step] ?? [];
  const wanted = [x, y, runs[0]?.loss[step] ?? NaN].map((value) => Number(value.toPrecision(7)));
  const numbersIn = (said: string | null) =>
    (said ?? '')
      .replaceAll('−', '-')
      .split(', ')
      .slice(1)
      .map((part) => Number(part.split(' ')[1]));
  expect(numbersIn(await walk.getAttribute('aria-valuetext'))).toEqual(wanted);
  // Both plots read the same step aloud and show it.
  await expect(page.getByRole('group', { name: 'Path over the loss', exact: true })).toContainText(`step${step}`);
  await expect(page.getByRole('group', { name: 'Loss along the way', exact: true })).toContainText(`step${step}`);
});

/** What can be reached and pressed, without a word for it. */
const namelessControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll(
      'button, a[href], input, textarea, select, [role="slider"], [role="combobox"], [role="switch"], [role="tab"], [role="radio"]',
    );
    const labelOf = (element: Element) => [
      element.getAttribute('aria-label'),
      element.textContent,
      element.getAttribute('title'),
      ...('labels' in element && element.labels instanceof NodeList
        ? [...element.labels].map((label) => label.textContent)
        : []),
    ];
    const hidden = (element: Element) => element.closest('[aria-hidden="true"]') !== null || !element.checkVisibility();
    return [...controls]
      .filter((element) => !hidden(element) && labelOf(element).every((text) => !text?.trim()))
      .map(({ outerHTML }) => outerHTML);
  });

test('every control has a name, and the focus goes through them in order', async ({ page }) => {
  await openPage(page, '#p=linear-regression');
  await untilDrawn(page);
  expect(await namelessControls(page)).toEqual([]);
  await openPage(page, '#f=x%5E2&vars=x');
  await expect(page.getByRole('textbox', { name: 'Loss' })).toBeVisible();
  expect(await namelessControls(page)).toEqual([]);

  await openPage(page);
  await untilDrawn(page);
  for (const late of [page.getByRole('tab', { name: 'Update rule' }), page.getByRole('radio', { name: 'linear' })])
    await expect(late).toBeVisible();
  const names: string[] = [];
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { width, height } = element.getBoundingClientRect();
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const marked = outlineStyle !== 'none' || boxShadow !== 'none' || element.matches(':focus-visible');
      return `${element.getAttribute('aria-label') ?? element.textContent}${width > 0 && height > 0 && marked ? '' : ' (not to be seen)'}`;
    });
    if (name === null) break;
    names.push(name);
  }
  expect(names.filter((name) => name.endsWith('(not to be seen)'))).toEqual([]);
  await page.getByRole('link', { name: 'Skip to the optimizers' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Tune' })).toBeFocused();
  const order = [
    'Skip to the plots',
    'Problem',
    '中文',
    'Share',
    'Start point',
    'log',
    'Play',
    'Speed',
    'Optimizer of run 1',
    'learning rate',
    'Optimizer of run 2',
    'Update rule',
  ];
  const places = order.map((wanted) => names.findIndex((name) => name.startsWith(wanted)));
  expect(
    places.every((place, i) => place > (places[i - 1] ?? -1)),
    `${order.join()} in ${names.join()}`,
  ).toBe(true);
});

test('dark, Chinese, and both after a reload', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Theme: same as system' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).not.toBe(light);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { name: 'Optimizers' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  // Until their lists have loaded, choices are buttons with a proper name on them.
  await expect(page.getByRole('combobox').first()).toBeVisible();
  const controls = await page.getByRole('button').allInnerTexts();
  const inEnglish = controls.filter((text) => /[a-z]{4,}/.test(text) && !/\p{Script=Han}/u.test(text));
  expect(inEnglish.filter((text) => !/^(English|Overshoot)$|WebGL/.test(text))).toEqual([]);
});

test('the theme follows the system, and nothing moves by itself where motion is unwelcome', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await openPage(page);
  await untilDrawn(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const moving = await page.evaluate(() => {
    const lasts = (text: string) => text.split(',').some((part) => parseFloat(part) > 0.01);
    const moves = (element: Element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
    };
    return [...document.querySelectorAll('*')]
      .filter(moves)
      .map(({ className, tagName }) => `${tagName} ${String(className)}`);
  });
  expect(moving).toEqual([]);
});

test('a list leaves a space between a name and what stands in brackets behind it', async ({ page }) => {
  await openPage(page, '#p=booth&n=20&r=gd;lr=0.05');
  await page.getByRole('combobox', { name: 'Optimizer of run 1' }).click();
  const option = page.getByRole('option', { name: 'SGD', exact: true });
  const [name, brackets] = [option.locator('span').first(), option.locator('.soft')];
  const right = await name.evaluate((element) => element.getBoundingClientRect().right);
  const left = await brackets.evaluate((element) => element.getBoundingClientRect().left);
  expect(left - right).toBeGreaterThan(2);
});
