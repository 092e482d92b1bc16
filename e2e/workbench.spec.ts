import type { Locator, Page } from '@playwright/test';
import { optimizers, problems } from '../src/catalogue';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
const card = (page: Page, number: number): Locator =>
  page.getByRole('listitem', { name: new RegExp(`^Run ${number}:`) });
const cards = (page: Page): Locator => page.getByRole('listitem', { name: /^Run \d:/ });
const transport = (page: Page): Locator => page.getByRole('slider', { name: 'Steps', exact: true });
const start = (page: Page): Locator => page.getByRole('slider', { name: /^Start point/ });

/** The words for how runs end, but for the one that means that they have not. */
const ended = /converged at|still descending|wandering|cycling,|stalled at|left the view|diverged at/;

/** Waits until every run on the screen has been computed. */
async function untilDrawn(page: Page): Promise<void> {
  const { length } = (await experimentOf(page)).runs;
  await expect(cards(page).filter({ hasText: ended })).toHaveCount(length);
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

/** Chooses from a list that opens. */
async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

test('the first picture: three runs over the valley, each with how it ended', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  expect((await experimentOf(page)).problem).toMatchObject({ id: 'rosenbrock' });
  await expect(cards(page)).toHaveCount(3);
  for (const plot of ['Path over the loss', 'Loss along the way']) {
    for (const canvas of await page.getByRole('group', { name: plot, exact: true }).locator('canvas').all()) {
      await expect.poll(() => inkOf(canvas)).toBeGreaterThan(500);
    }
  }
  await expect(page.getByRole('tabpanel')).toContainText('At update');
});

test('the transport by keyboard', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const at = async (step: number) => expect(transport(page)).toHaveAttribute('aria-valuenow', String(step));
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
  await expect.poll(async () => Number(await transport(page).getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).click();
  await choose(page, page.getByRole('combobox', { name: 'Speed' }), '16×');
  await at(last);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

/** The middle of what a locator finds. */
async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the page shows of its runs is what they are when computed again by themselves. */
async function expectCurrent(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Numbers' }).click();
  const { runs } = await runJson(page, await experimentOf(page));
  for (const [i, { loss }] of runs.entries()) {
    const wanted = Number(loss.at(-1)?.toPrecision(9));
    const row = page
      .getByRole('table')
      .getByRole('row')
      .nth(i + 1);
    await expect.poll(async () => (await row.getByRole('cell').allInnerTexts()).map(Number)).toContain(wanted);
  }
}

test('the start is dragged by mouse, and everything follows', async ({ page }) => {
  await openPage(page);
  await untilDrawn(page);
  const before = (await experimentOf(page)).start;
  const { x, y } = await middleOf(start(page));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 4 });
  const during = (await experimentOf(page)).start;
  await page.mouse.move(x + 90, y + 60, { steps: 4 });
  await page.mouse.up();
  const after = (await experimentOf(page)).start;
  const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [before, during, after].map(
    (point) => point ?? [],
  ) as [number[], number[], number[]];
  expect(x0 < x1 && x1 < x2 && y0 > y1 && y1 > y2).toBe(true);
  await expectCurrent(page);
  // The whole drag is one step back.
  await page.getByRole('button', { name: 'Undo' }).click();
  expect((await experimentOf(page)).start).toEqual(before);
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

  test('the start is dragged by touch, and nothing is wider than the screen', async ({ page, context }) => {
    await openPage(page);
    await untilDrawn(page);
    const last = page.getByRole('tab', { name: 'Numbers' });
    await expect(last).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const before = (await experimentOf(page)).start ?? [];
    await start(page).scrollIntoViewIfNeeded();
    const from = await middleOf(start(page));
    const touch = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: from.x + by, y: from.y }],
      });
    await send('touchStart', 0);
    for (const by of [10, 25, 40]) await send('touchMove', by);
    await send('touchEnd', 40);
    const after = (await experimentOf(page)).start ?? [];
    expect(after[0]).toBeGreaterThan(before[0] ?? 0);
    await expectCurrent(page);

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
  await expect(transport(page)).toHaveAttribute('aria-valuemax', String(updates));
  await untilDrawn(page);
}

test('every problem draws', async ({ page }) => {
  await openPage(page);
  for (const [i, { id, name, kind }] of problems.entries()) {
    const updates = 25 + i;
    // A full batch makes one update an epoch.
    const length = kind === 'data' ? { epochs: updates } : { steps: updates };
    await show(page, { problem: { id }, ...length, runs: [{ optimizer: 'adam' }, { optimizer: 'sgd' }] }, updates);
    await expect(page.getByRole('combobox', { name: 'Problem' }), id).toContainText(name.en);
    const [surface] = await page
      .getByRole('group', { name: 'Path over the loss', exact: true })
      .locator('canvas')
      .all();
    if (!surface) throw new Error(`${id} has no surface`);
    await expect.poll(() => inkOf(surface), id).toBeGreaterThan(500);
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('every optimizer draws, with its rule and its numbers', async ({ page }) => {
  await openPage(page);
  const panel = page.getByRole('tabpanel');
  for (const [i, { id, name }] of optimizers.entries()) {
    const updates = 30 + i;
    await show(page, { problem: { id: 'quadratic' }, steps: updates, runs: [{ optimizer: id }] }, updates);
    await expect(card(page, 1), id).toContainText(name.en);
    await expect(panel.getByText(`At update ${updates}`), id).toBeVisible();
    await expect(panel.locator('.katex').first(), id).toBeVisible();
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
    .toEqual({ loss: '(x + 2)^2 + 3', parameters: ['x'] });
  await expect(card(page, 1)).toContainText(/loss 3/);
  // What theory says of the run arrives a moment later; the loss is what the picture shows.
  const lossShown = async () => /loss \S+/.exec(await card(page, 1).innerText())?.[0];
  const shown = await lossShown();

  await text.fill('(x + 2)^2 + 3*q');
  const editor = page.getByRole('region', { name: 'Your own formula' });
  await expect(editor.getByRole('status')).toHaveText(/^At character 15: “q” is not known here/);
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  expect((await experimentOf(page)).problem).toEqual({ loss: '(x + 2)^2 + 3', parameters: ['x'] });
  expect(await lossShown()).toBe(shown);

  await page.getByRole('textbox', { name: 'Parameters' }).fill('x, q');
  await expect
    .poll(async () => (await experimentOf(page)).problem)
    .toEqual({ loss: '(x + 2)^2 + 3*q', parameters: ['x', 'q'] });
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
  for (let i = 0; i < 80; i += 1) {
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
  const order = [
    'Skip to the plots',
    'Problem',
    '中文',
    'Copy link',
    'Start point',
    'log',
    'Optimizer of run 1',
    'learning rate',
    'Optimizer of run 2',
    'Update rule',
    'Play',
    'Speed',
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
  await page.getByRole('button', { name: 'Theme: light' }).click();
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
  expect(inEnglish.filter((text) => !/^English$|WebGL/.test(text))).toEqual([]);
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
