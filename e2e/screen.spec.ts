import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { card, cards, experimentOf, lossPlot, middleOf, pathPlot, start, untilDrawn } from './support/page';

/* What stays where it is, what can be reached, and what the page says of itself. */

/** The shifts of the layout that the browser has counted since the page was opened, together. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        // Where nothing has shifted the observer is not called.
        setTimeout(() => resolve(0), 1000);
      }),
  );

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const)
  test(`nothing moves much while the page loads, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const link of ['#v=1', '#v=1&p=linear-regression&e=2&r=sgd&tab=data']) {
      await openPage(page, link);
      await untilDrawn(page);
      await page.waitForLoadState('networkidle');
      expect(await shiftOf(page)).toBeLessThan(0.05);
      await page.goto('about:blank');
    }
  });

test('the next card stays where it is while the late parts of a card arrive', async ({ page }) => {
  await page.addInitScript(() => {
    const tops: number[] = [];
    Object.assign(window, { tops });
    const note = () => {
      const next = document.querySelectorAll('.run')[1];
      if (next) tops.push(next.getBoundingClientRect().top);
      requestAnimationFrame(note);
    };
    note();
  });
  for (const link of ['#v=1&p=beale&r=adam;lr=0.5&r=gd', '#v=1&p=linear-regression&r=sgd;batch=10&r=gd']) {
    await openPage(page, link);
    await untilDrawn(page);
    await page.waitForLoadState('networkidle');
    await expect(card(page, 1).getByRole('button', { name: /^Modifiers/ })).toBeVisible();
    const tops = await page.evaluate(() => (window as unknown as { tops: number[] }).tops);
    expect(Math.max(...tops) - Math.min(...tops), link).toBeLessThan(2);
    await page.goto('about:blank');
  }
});

test('no tab resizes the plots, and no card moves the control that is pressed', async ({ page }) => {
  await openPage(page, '#v=1&p=network-classes&e=1&r=sgd&r=adam');
  await untilDrawn(page);
  // What loads after the first picture has its place.
  await page.waitForLoadState('networkidle');
  const [path, loss] = [await pathPlot(page).boundingBox(), await lossPlot(page).boundingBox()];
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    expect(await pathPlot(page).boundingBox()).toEqual(path);
    expect(await lossPlot(page).boundingBox()).toEqual(loss);
  }
  const rate = card(page, 2).getByRole('textbox', { name: 'learning rate' });
  const before = await rate.boundingBox();
  await rate.click();
  await expect(card(page, 2)).toHaveAttribute('data-selected', 'true');
  expect(await rate.boundingBox()).toEqual(before);
});

test('a press low in a card that is not selected is not lost', async ({ page }) => {
  await openPage(page, '#v=1&p=beale&r=adam;lr=0.5&r=gd;lr=0.005');
  await untilDrawn(page);
  await card(page, 2).getByRole('button', { name: 'Show run 2' }).click();
  const take = card(page, 1).getByRole('button', { name: 'Take it: run 1 gets what is usual on this problem' });
  // Held: what has moved from under the pointer by its release would lose the press.
  await take.click({ delay: 300 });
  await expect(card(page, 1)).toHaveAttribute('data-selected', 'true');
  await expect(take).toHaveCount(0);
  expect((await experimentOf(page)).runs[0]?.hyper?.['lr']).not.toBe(0.5);
});

test('what is edited while the runs play reaches the address, and undo takes a lesson’s words along', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=square&n=1000&r=gd;lr=0.1');
  await untilDrawn(page);
  await page.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: '0.25×' }).click();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Play' }).click();
  await card(page, 1).getByRole('textbox', { name: 'learning rate' }).fill('0.25');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lr=0\.25/);
  await page.getByRole('button', { name: 'Pause' }).click();

  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('link', { name: /A long valley/ }).click();
  const lesson = page.getByRole('region', { name: 'A long valley' });
  await expect(lesson).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lesson).toBeHidden();
  expect((await experimentOf(page)).runs[0]?.hyper).toEqual({ lr: 0.25 });
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(lesson).toBeVisible();
});

test('on a phone the path plot stays in sight of the last slider, and the page ends where its content does', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, '#v=1&p=rosenbrock&n=20&r=gd&r=adam');
  await untilDrawn(page);
  await page.getByRole('button', { name: 'Add' }).click();
  // The new card is where one looks, and has the focus.
  await expect(card(page, 3)).toBeInViewport();
  await expect(card(page, 3).getByRole('combobox').first()).toBeFocused();
  const slider = card(page, 3).getByRole('slider').last();
  // While its parts come, the slider that is the last one changes.
  await expect(async () => {
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
  }).toPass();
  await page.keyboard.press('ArrowRight');
  await expect(pathPlot(page)).toBeInViewport({ ratio: 0.95 });
  // Parts of the new card may come later, and the browser scrolls again then.
  await expect(async () => {
    const plot = await pathPlot(page).boundingBox();
    expect((await middleOf(slider)).y).toBeGreaterThan((plot?.y ?? NaN) + (plot?.height ?? NaN));
  }).toPass();
  await expect(async () => {
    const { end, bar } = await page.evaluate(() => {
      scrollTo({ top: document.documentElement.scrollHeight });
      return {
        end: document.documentElement.getBoundingClientRect().bottom,
        bar: document.querySelector('.transport')?.getBoundingClientRect().bottom,
      };
    });
    expect(Math.abs(end - (bar ?? NaN))).toBeLessThan(1);
  }).toPass();
});

test('the start is typed beside the plot, and shows its coordinates while it is moved', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&n=20&r=gd;lr=0.02');
  await untilDrawn(page);
  const field = page.getByRole('textbox', { name: 'Start, x' });
  await field.fill('-3.5');
  await field.press('Enter');
  expect((await experimentOf(page)).start?.[0]).toBe(-3.5);
  const values = start(page).locator('.plot-start-values');
  await expect(values).toBeHidden();
  const from = await middleOf(start(page));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y, { steps: 3 });
  const x = String((await experimentOf(page)).start?.[0]).replace('-', '−');
  await expect(values).toBeVisible();
  await expect(values).toContainText(`x ${x}`);
  await expect(field).toHaveValue(x.replace('−', '-'));
  await page.mouse.up();
});

test('with a slider in focus, Space plays and ? lists the keys; a text field keeps both', async ({ page }) => {
  await openPage(page, '#v=1&p=square&n=1000&r=gd;lr=0.1');
  await untilDrawn(page);
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await card(page, 1).getByRole('slider', { name: 'learning rate' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();

  await card(page, 1).getByRole('textbox', { name: 'learning rate' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('?');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(keys).toBeHidden();
});

for (const [width, height] of [
  [390, 844],
  [1440, 900],
  [1024, 500],
] as const)
  test(`the list of keys fits into ${width} by ${height} pixels, and Close can be reached`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openPage(page, '#v=1&p=square&n=20');
    await untilDrawn(page);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys).toContainText('play or pause');
    const box = await keys.boundingBox();
    if (!box) throw new Error('no list');
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    await keys.getByRole('button', { name: 'Close' }).click();
    await expect(keys).toBeHidden();
  });

test('where the header has no room for the whole formula, its end fades and its tip has the whole', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=linear-regression&e=1&r=gd');
  const formula = page.locator('.header .problem-formula');
  const fades = () => formula.evaluate((element) => getComputedStyle(element).maskImage !== 'none');
  await expect.poll(fades).toBe(true);
  await expect(async () => {
    await page.mouse.move(0, 0);
    await formula.hover();
    await expect(page.locator('.tip')).toContainText('0.5*(w1*x1 + w2*x2 + b - y)^2', { timeout: 5000 });
  }).toPass();
  await page.setViewportSize({ width: 1900, height: 900 });
  await expect.poll(fades).toBe(false);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('neither the buttons that zoom nor the start lie over each other', async ({ page }) => {
    await openPage(page, '#v=1&p=square&n=20&r=gd;lr=0.1');
    await untilDrawn(page);
    const isReached = (locator: Locator) =>
      locator.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return found !== null && element.contains(found);
      });
    const targets = [
      start(page),
      ...['Zoom in', 'Zoom out', 'Show the whole view'].map((name) =>
        pathPlot(page).getByRole('button', { name, exact: true }),
      ),
    ];
    for (const target of targets) await expect.poll(() => isReached(target)).toBe(true);
  });

  test('what the selected run does is in sight in whole lines while its rate moves, under the plot', async ({
    page,
  }) => {
    await openPage(page, '#v=1&p=rosenbrock&n=2000&r=gd;lr=0.001&r=adam;lr=0.1');
    await untilDrawn(page);
    await card(page, 2).getByRole('slider', { name: 'learning rate' }).press('ArrowRight');
    const plot = page.locator('.plots > .figure').first();
    const why = page.locator('.selected-why');
    await expect(why).toContainText('Adam');
    await page.evaluate(() => scrollBy(0, 60));
    await expect
      .poll(async () => {
        const [above, here] = [await plot.boundingBox(), await why.boundingBox()];
        return Math.round((here?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0));
      })
      .toBe(0);
    await expect(why).toBeInViewport({ ratio: 1 });
    const partOfLine = () =>
      why.locator('.selected-why-text').evaluate((text) => {
        const lines = text.clientHeight / parseFloat(getComputedStyle(text).lineHeight);
        return Math.abs(lines - Math.round(lines));
      });
    await expect.poll(partOfLine).toBeLessThan(0.15);
    // What scrolls under the plot shows on neither side of it.
    expect(await plot.evaluate((figure) => figure.getBoundingClientRect().width)).toBe(390);
  });

  test('a task leaves room for the sliders, nothing of it is cut, and the next step comes in sight', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openPage(page, '#v=1&lesson=past-the-edge');
    const lesson = page.locator('.lesson');
    const next = () => lesson.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(lesson).toContainText('1 of 3');
    await next();
    await expect(lesson).toContainText('2 of 3');
    await page.evaluate(() => scrollTo(0, 900));
    const plot = page.locator('.plots > .figure').first();
    const whole = () =>
      lesson.evaluate((one) => [one, ...one.children].every((part) => part.scrollHeight <= part.clientHeight + 1));
    expect(await whole()).toBe(true);
    await expect(lesson.getByRole('button', { name: 'Hint' })).toBeInViewport({ ratio: 1 });
    const bottom = async () => {
      const { y = 0, height = 0 } = (await plot.boundingBox()) ?? {};
      return y + height;
    };
    await expect.poll(bottom).toBeLessThan(480);
    const top = () => lesson.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    expect(await top()).toBe(0);
    await next();
    await expect(lesson).toContainText('3 of 3');
    await expect.poll(top).toBeGreaterThanOrEqual(0);
    await expect(lesson).toBeInViewport({ ratio: 0.99 });
  });
});

test('Play is near for the keyboard, icons say their names, ? lists the keys, and Reset takes all back', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=square&n=20');
  await untilDrawn(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Play' })).toBeFocused();

  const tip = page.locator('.tip');
  for (const icon of ['Zoom in', 'Duplicate run 1', 'Theme: same as system']) {
    // A part of the page that is loaded under the pointer takes the tip away: a user who moves again sees it.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await page.getByRole('button', { name: icon }).hover();
      await expect(tip).toHaveText(icon, { timeout: 5000 });
    }).toPass();
  }
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(tip).toHaveText('One step back');

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('play or pause');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();

  const opened = await experimentOf(page);
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Remove run 1' }).click();
  await page.getByRole('button', { name: 'Reset runs and settings' }).click();
  await expect(cards(page)).toHaveCount(opened.runs.length);
  expect(await experimentOf(page)).toMatchObject({ ...opened, steps: 60 });
});
