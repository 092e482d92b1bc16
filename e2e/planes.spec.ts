import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

const titles = (page: Page): Locator =>
  page.getByRole('group', { name: 'Path over the loss', exact: true }).locator('.plot-title');
const planes = (page: Page): Locator => page.getByRole('radiogroup', { name: 'Plane shown' });
const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);

/** Two runs on three parameters, from one start. */
const link = '#v=1&p=linear-regression;noise=0.5&s=0,0,0&r=sgd;lr=0.1;batch=10&r=adam;lr=0.05;batch=10';

interface Principal {
  readonly unit: readonly number[];
  readonly share: number;
}

/** The direction of a path's largest variance by power iteration, then that of the second, by iterating on what the first leaves. */
function principalOf(rows: readonly (readonly number[])[]): readonly Principal[] {
  const count = rows[0]?.length ?? 0;
  const mean = Array.from(
    { length: count },
    (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? NaN), 0) / rows.length,
  );
  let points = rows.map((row) => row.map((x, i) => x - (mean[i] ?? NaN)));
  const total = points.reduce((sum, point) => sum + dot(point, point), 0);
  return [0, 1].map(() => {
    let unit = mean.map((_, i) => Math.cos(i));
    for (let i = 0; i < 2000; i++) {
      const image = unit.map((_, j) => points.reduce((sum, point) => sum + dot(point, unit) * (point[j] ?? NaN), 0));
      unit = image.map((x) => x / Math.hypot(...image));
    }
    const share = points.reduce((sum, point) => sum + dot(point, unit) ** 2, 0) / total;
    points = points.map((point) => point.map((x, i) => x - dot(point, unit) * (unit[i] ?? NaN)));
    return { unit, share };
  });
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(4))}%`;

for (const [run, name] of [
  [0, 'SGD'],
  [1, 'Adam'],
] as const) {
  test(`a link shows the plane of ${name}'s path, with the variance that it holds`, async ({ page }) => {
    await openPage(page, `${link}&view=principal${run === 0 ? '' : `&run=${run}`}`);
    const { runs } = await runJson(page, await experimentOf(page));
    const [first, second] = principalOf(runs[run]?.params ?? []);
    await expect(titles(page)).toHaveText([
      `principal direction 1, ${percent(first?.share ?? NaN)}`,
      `principal direction 2, ${percent(second?.share ?? NaN)}`,
      `${percent((first?.share ?? NaN) + (second?.share ?? NaN))} of the variance of ${name}’s path`,
    ]);
  });
}

test('the start moves within the plane, and the link keeps the choice', async ({ page }) => {
  await openPage(page, link);
  await planes(page).getByRole('radio', { name: 'principal' }).click();
  await expect(titles(page).first()).toHaveText(/^principal direction 1/);
  await expect(page).toHaveURL(/&view=principal(&|$)/);
  const { runs } = await runJson(page, await experimentOf(page));
  const [u, v] = principalOf(runs[0]?.params ?? []).map(({ unit }) => unit);
  const handle = page.getByRole('slider', { name: /^Start point/ });
  await handle.focus();
  const along = async () => Number(await handle.getAttribute('aria-valuenow'));
  const before = await along();
  await page.keyboard.down('ArrowRight');
  await expect.poll(along).toBeGreaterThan(before);
  const moved = (await along()) - before;
  await page.keyboard.up('ArrowRight');
  const { start } = await experimentOf(page);
  expect(Math.abs(dot(start ?? [], u ?? []))).toBeCloseTo(moved, 3);
  expect(dot(start ?? [], v ?? [])).toBeCloseTo(0, 3);
  expect(Math.hypot(...(start ?? []))).toBeCloseTo(moved, 3);
  // Back to parameters: what is held is named again, with its value.
  await planes(page).getByRole('radio', { name: 'parameters' }).click();
  await expect(titles(page).last()).toHaveText(/^b held at /);
});

test('two parameters are a plane by themselves', async ({ page }) => {
  await openPage(page);
  await expect(page.getByRole('group', { name: 'Path over the loss', exact: true })).toBeVisible();
  await expect(titles(page).first()).toHaveText('x');
  await expect(planes(page)).toHaveCount(0);
});

/** Values and pixels of an axis' ticks, from the picture itself. */
interface Ticked {
  readonly value: number;
  readonly at: number;
}

const pixelAt = ([a, b]: readonly Ticked[], value: number): number => {
  if (!a || !b) throw new RangeError('an axis with fewer than two ticks');
  return a.at + ((value - a.value) / (b.value - a.value)) * (b.at - a.at);
};

test('the map of two classes has, at every point, the colour of the probability there, and a unit is as long up as across', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=logistic-regression&r=sgd;lr=0.5&tab=data');
  const { runs } = await runJson(page, await experimentOf(page));
  const [w1 = NaN, w2 = NaN, b = NaN] = runs[0]?.params.at(-1) ?? [];
  const map = page.locator('.plot-data[data-kind=regions] .plot');
  const read = () =>
    map.evaluate((plot) => {
      const ticks = [...plot.querySelectorAll('.plot-axes > g')].map((tick) => {
        const [x = NaN, y = NaN] = (tick.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
        return { x, y, value: Number((tick.textContent ?? '').replace('−', '-')) };
      });
      // Ticks of one axis share the other's pixel.
      const bottom = Math.max(...ticks.map(({ y }) => y));
      return {
        x: ticks.filter(({ y }) => y === bottom).map(({ x, value }) => ({ value, at: x })),
        y: ticks.filter(({ y }) => y !== bottom).map(({ y, value }) => ({ value, at: y })),
      };
    });
  await expect.poll(async () => (await read()).x.length).toBeGreaterThan(1);
  const { x, y } = await read();
  expect(pixelAt(x, 1) - pixelAt(x, 0)).toBeCloseTo(pixelAt(y, 0) - pixelAt(y, 1), 3);

  // The map changes its colour at a twentieth, three twentieths ... and at even odds; what is near a change may be either.
  const edges = [0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85, 0.95, 1];
  const points = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].flatMap((x1) =>
    [-1.5, -0.75, 0, 0.75, 1.5].map((x2) => ({ x1, x2, p: 1 / (1 + Math.exp(-(w1 * x1 + w2 * x2 + b))) })),
  );
  const clear = points.filter(({ p }) => edges.every((edge) => edge === 0 || edge === 1 || Math.abs(p - edge) > 0.02));
  expect(clear.length).toBeGreaterThan(10);
  const wanted = clear.map(({ x1, x2, p }) => {
    const above = edges.findIndex((edge) => edge > p);
    const middle = ((edges[above - 1] ?? NaN) + (edges[above] ?? NaN)) / 2;
    const css = `color-mix(in oklab, var(--plot-class-${middle < 0.5 ? 0 : 1}) ${38 * Math.abs(2 * middle - 1)}%, var(--plot-paper))`;
    return { x: pixelAt(x, x1), y: pixelAt(y, x2), css };
  });
  const difference = () =>
    map.evaluate((plot, asked) => {
      const pixel = (context: CanvasRenderingContext2D | null | undefined, left: number, top: number) => [
        ...(context?.getImageData(left, top, 1, 1).data ?? []),
      ];
      const canvas = plot.querySelector('canvas');
      const scratch = () =>
        Object.assign(document.createElement('canvas'), {
          width: canvas?.width ?? 1,
          height: canvas?.height ?? 1,
        }).getContext('2d', { willReadFrequently: true });
      const [picture, swatch] = [scratch(), scratch()];
      if (canvas) picture?.drawImage(canvas, 0, 0);
      const probe = plot.appendChild(document.createElement('span'));
      const largest = Math.max(
        ...asked.map(({ x: left, y: top, css }) => {
          probe.style.color = css;
          if (swatch) swatch.fillStyle = getComputedStyle(probe).color;
          swatch?.fillRect(0, 0, 1, 1);
          const painted = pixel(picture, left * devicePixelRatio, top * devicePixelRatio);
          return Math.max(...pixel(swatch, 0, 0).map((channel, i) => Math.abs(channel - (painted[i] ?? NaN))));
        }),
      );
      probe.remove();
      return largest;
    }, wanted);
  await expect.poll(difference).toBeLessThanOrEqual(2);
});
