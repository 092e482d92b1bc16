import type { Page } from '@playwright/test';
import { decodeLink } from '../src/experiment';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { expectCurrent, expectMarkers, experimentOf, middleOf, pathPlot, start, untilDrawn } from './support/page';
import { axesOf, type Place } from './support/picture';

/* What pointers do on the path plot: wheel, pinch and drag of the view, drag of the start point. */

/** Three runs that end apart from each other and within the view, wherever in it they start. */
const link = '#v=1&p=quadratic&n=6&r=gd;lr=0.02&r=gd;lr=0.06&r=adam;lr=0.3';

const surface = (page: Page) => page.getByRole('slider', { name: /path over the loss\. Left and right/ });

async function surfaceBox(page: Page) {
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('the plot is not on the screen');
  return box;
}

/** A place of the plot's surface, by its share of the width and of the height, in whole pixels of the page. */
async function placeAt(page: Page, across: number, down: number): Promise<Place> {
  const { x, y, width, height } = await surfaceBox(page);
  return { x: Math.round(x + across * width), y: Math.round(y + down * height) };
}

/** The parameters at some places of the page, as the plot's axes tell them, and how many pixels one unit of each is long. */
async function readValues(page: Page, ...places: readonly Place[]) {
  const { x: left = NaN, y: top = NaN } = (await pathPlot(page).boundingBox()) ?? {};
  const { x, y } = await axesOf(pathPlot(page));
  return {
    values: places.map((place) => [x.valueAt(place.x - left), y.valueAt(place.y - top)]),
    units: [x.pixelAt(1) - x.pixelAt(0), y.pixelAt(0) - y.pixelAt(1)],
  };
}

/** Pixels from where some places of the page show some parameters to where they should, at most. */
async function offPixels(
  page: Page,
  places: readonly Place[],
  wanted: readonly (readonly number[])[],
): Promise<number> {
  const { values, units } = await readValues(page, ...places);
  return Math.max(
    ...values.flatMap((point, i) =>
      point.map((value, k) => Math.abs(value - (wanted[i]?.[k] ?? NaN)) * (units[k] ?? NaN)),
    ),
  );
}

/** The plot's surface lies on parts of pixels, which the page's layout rounds to 64ths. */
const ROUNDED = 0.1;

const expectUnder = async (page: Page, places: readonly Place[], wanted: readonly (readonly number[])[]) =>
  expect(await offPixels(page, places, wanted)).toBeLessThan(ROUNDED);

/** The view in the page's link is the one that the plot's axes show at two corners of its surface. */
async function expectViewInLink(page: Page): Promise<void> {
  const { x, y, width, height } = await surfaceBox(page);
  const corners = [
    { x, y: y + height },
    { x: x + width, y },
  ];
  const linked = () => {
    const { view } = decodeLink(new URL(page.url()).hash).state;
    return [0, 1].map((end) => (!view || view.kind === 'principal' ? [] : [view.x[end] ?? NaN, view.y[end] ?? NaN]));
  };
  await expect.poll(() => offPixels(page, corners, linked())).toBeLessThan(ROUNDED);
}

test('the wheel magnifies the view about the pointer', async ({ page }) => {
  await openPage(page, link);
  await untilDrawn(page);
  const pointer = await placeAt(page, 0.2, 0.6);
  const before = await readValues(page, pointer);
  await page.mouse.move(pointer.x, pointer.y);
  await page.mouse.wheel(0, -500);
  // d3-zoom's rule: 500 pixels of a wheel are twice as large.
  const wanted = before.units.map((unit) => expect.closeTo(2 * unit, 3));
  await expect.poll(async () => (await readValues(page)).units).toEqual(wanted);
  await expectUnder(page, [pointer], before.values);
  await expectMarkers(page);
  await expectViewInLink(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);

  await page.mouse.wheel(0, 500);
  await expect
    .poll(async () => (await readValues(page)).units)
    .toEqual(before.units.map((unit) => expect.closeTo(unit, 3)));
  await expectUnder(page, [pointer], before.values);
});

test('dragging the plot moves what is under the pointer with it', async ({ page }) => {
  await openPage(page, link);
  await untilDrawn(page);
  const from = await placeAt(page, 0.4, 0.7);
  const to = { x: from.x + 80, y: from.y - 50 };
  const before = await readValues(page, from);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await expect
    .poll(async () => (await readValues(page, from)).values[0]?.[0])
    .not.toBeCloseTo(before.values[0]?.[0] ?? NaN, 2);
  await expectUnder(page, [to], before.values);
  expect((await readValues(page)).units).toEqual(before.units.map((unit) => expect.closeTo(unit, 6)));
  await page.mouse.up();
  await page.mouse.move(from.x, from.y);
  await expectUnder(page, [to], before.values);
  await expectMarkers(page);
  await expectViewInLink(page);
});

/** The corners of a drag, in steps that a hand might make, as shares of the way. */
const along = (from: Place, by: Place, share: number): Place => ({
  x: from.x + share * by.x,
  y: from.y + share * by.y,
});

test('the start is dragged by mouse, and every run follows at every moment', async ({ page }) => {
  await openPage(page, link);
  await untilDrawn(page);
  await expectMarkers(page);
  const before = (await experimentOf(page)).start;
  const handle = await middleOf(start(page));
  const by = { x: 90, y: 60 };
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  const starts = [before];
  for (const share of [0.4, 1]) {
    const { x, y } = along(handle, by, share);
    await page.mouse.move(x, y, { steps: 4 });
    await expectMarkers(page);
    starts.push((await experimentOf(page)).start);
    const { values } = await readValues(page, { x, y });
    // The handle is set to as many digits as a pixel can tell apart.
    (starts.at(-1) ?? []).forEach((value, i) => expect(value).toBeCloseTo(values[0]?.[i] ?? NaN, 1));
  }
  expect(new Set(starts.map(String)).size).toBe(3);
  await page.mouse.up();
  await expectCurrent(page);
  // The whole drag is one step back.
  await page.getByRole('button', { name: 'Undo' }).click();
  expect((await experimentOf(page)).start).toEqual(before);
  await expectMarkers(page);
});

test.describe('on a telephone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  /** Touches the page with some fingers: first where they are put down, then along their way, then lifted. */
  async function touch(
    page: Page,
    ways: readonly (readonly Place[])[],
    between: () => Promise<void> = async () => {},
  ): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Place[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })) });
    const [first = [], ...rest] = ways;
    await send('touchStart', first);
    for (const fingers of rest) await send('touchMove', fingers);
    await between();
    await send('touchEnd', []);
  }

  test('two fingers magnify and move the view, and stay on what they touched', async ({ page }) => {
    await openPage(page, link);
    await untilDrawn(page);
    await surface(page).scrollIntoViewIfNeeded();
    const middle = await placeAt(page, 0.25, 0.6);
    // Both fingers on one line through their middle, which moves as they part.
    const fingers = (share: number): Place[] =>
      [-1, 1].map((sign) => ({
        x: middle.x + 20 * share + sign * (30 + 30 * share),
        y: middle.y - 10 * share + sign * (20 + 20 * share),
      }));
    const before = await readValues(page, ...fingers(0));
    const scrolled = await page.evaluate(() => scrollY);
    await touch(page, [0, 0.25, 0.5, 0.75, 1].map(fingers));
    // A view has no more digits than a quarter of a pixel needs.
    const wanted = before.units.map((unit) => expect.closeTo(2 * unit, 1));
    await expect.poll(async () => (await readValues(page)).units).toEqual(wanted);
    await expectUnder(page, fingers(1), before.values);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await expectMarkers(page);
    await expectViewInLink(page);
  });

  test('the start is dragged by touch, and every run follows during the drag', async ({ page }) => {
    await openPage(page, link);
    await untilDrawn(page);
    const before = (await experimentOf(page)).start;
    await start(page).scrollIntoViewIfNeeded();
    const handle = await middleOf(start(page));
    await touch(
      page,
      [0, 0.25, 0.6, 1].map((share) => [along(handle, { x: 40, y: 20 }, share)]),
      async () => {
        expect((await experimentOf(page)).start?.[0]).toBeGreaterThan(before?.[0] ?? NaN);
        await expectMarkers(page);
      },
    );
    await expectCurrent(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await experimentOf(page)).start).toEqual(before);
  });
});
