import type { Page } from '@playwright/test';
import { MAX_LENGTH } from '../src/formula';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { pasteText } from './support/arrivals';
import { expectFloat64 } from './support/numbersTable';
import { card, choose, expectCurrent, experimentOf, transport, untilDrawn } from './support/page';
import { expectReference, untilSwept } from './support/sweep';
import { afterFirstGrid, badge, countPlanted, engineWorker, openWithWorker } from './support/worker';

/* Whatever happens to the page, it ends with the right picture or a clear message, and with the experiment intact. */

const rateOf = (page: Page, number: number) => card(page, number).getByRole('slider', { name: 'learning rate' });

/** Waits until a run's slider has its range around the edge, and is no longer replaced by one that loads. */
const untilRateLoaded = (page: Page, number: number) =>
  expect(card(page, number).getByRole('button', { name: /all rates|around the edge/ })).toBeVisible();

/** Moves a run's slider to many places during one press, as fast as the page takes them; resolves with the last place. */
async function moveOften(page: Page, number: number, moves: number): Promise<number> {
  const slider = rateOf(page, number);
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not on the screen');
  await page.mouse.move(box.x + 0.1 * box.width, box.y + box.height / 2);
  await page.mouse.down();
  const last = await slider.evaluate(async (element, count) => {
    const input = element as HTMLInputElement;
    // React notices a value that is written past its own property.
    const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const max = Number(input.max);
    for (let i = 1; i <= count; i += 1) {
      // Up and down across the track, to end three tenths along it.
      property?.set?.call(input, String(max * (0.3 + 0.25 * Math.sin((40 * Math.PI * i) / count))));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 20 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return input.valueAsNumber;
  }, moves);
  await page.mouse.up();
  return last;
}

test('a thousand moves of a slider end with the last one, and one undo takes them back', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&s=-1.5,2&n=400&r=gd;lr=0.0004&r=adam;lr=0.01&tab=table');
  await untilDrawn(page);
  await untilRateLoaded(page, 1);
  const before = await experimentOf(page);
  const place = await moveOften(page, 1, 1000);
  const after = await experimentOf(page);
  expect(after.runs[0]?.hyper['lr']).not.toBe(before.runs[0]?.hyper['lr']);
  expect({ ...after, runs: [before.runs[0], after.runs[1]] }).toEqual(before);
  expect(Number(await rateOf(page, 1).inputValue())).toBeCloseTo(place, 6);
  await expectFloat64(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await experimentOf(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expectFloat64(page);
});

/** Notes how many numbers each message between page and worker holds, and each thing that is put into the page's database. */
const noteSizes = () => {
  const sizes: [string, number][] = [];
  Object.assign(window, { sizes });
  const count = (value: unknown): number =>
    ArrayBuffer.isView(value)
      ? (value as Float64Array).length
      : typeof value === 'object' && value !== null
        ? Object.values(value).reduce<number>((sum, each) => sum + count(each), 0)
        : 1;
  const kindOf = (value: unknown) =>
    typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...given: ConstructorParameters<typeof Real>) {
      super(...given);
      this.addEventListener('message', ({ data }) => sizes.push([`answer ${kindOf(data)}`, count(data)]));
    }
    override postMessage(message: unknown) {
      sizes.push([`request ${kindOf(message)}`, count(message)]);
      super.postMessage(message);
    }
  };
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put'];
  IDBObjectStore.prototype.put = function (value: unknown, key) {
    sizes.push(['put', count(value)]);
    return put.call(this, value, key);
  };
};

const takeSizes = (page: Page) =>
  page.evaluate(() => (window as unknown as { sizes: [string, number][] }).sizes.splice(0));

test('a slider on 20,000 own rows copies no rows', async ({ page }) => {
  await page.addInitScript(noteSizes);
  const rows = 20_000;
  await openPage(page, '#v=1&p=booth&tab=table');
  await page.evaluate((count) => {
    const x = Array.from({ length: count }, (_, i) => [Math.sin(i), Math.cos(1.7 * i), Math.cos(2.9 * i)]);
    const y = x.map(([a = 0, b = 0, c = 0]) => 2 * a - b + c + 0.1 * Math.sin(31 * a));
    const problem = { id: 'linear-regression', data: { x, y } };
    return window.overshoot.open({ version: 1, problem, epochs: 3, runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }] });
  }, rows);
  await untilDrawn(page);
  await expect(page.getByText('These samples stay on this device')).toBeVisible();
  await untilRateLoaded(page, 1);
  await expectFloat64(page);
  // More features than a plot has axes: the tab of the data asks for a prediction for every row.
  await page.getByRole('tab', { name: 'Data' }).click();
  await expect(
    page
      .getByRole('img', { name: /predict/i })
      .or(page.locator('.lower canvas'))
      .first(),
  ).toBeVisible();
  const first: [string, number][] = [];
  const copies = (what: string) => first.filter(([kind, size]) => kind === what && size >= rows).length;
  await expect
    .poll(async () => {
      first.push(...(await takeSizes(page)));
      return copies('answer predictions');
    })
    .toBeGreaterThan(0);
  // The rows did go to the worker and to the database, and their features as columns, once each.
  await expect
    .poll(async () => {
      first.push(...(await takeSizes(page)));
      return [copies('put'), copies('request predictions')];
    })
    .toEqual([1, 1]);
  await moveOften(page, 1, 40);
  // The address has been written, and with it the experiment beside the data.
  await expect.poll(async () => (await page.evaluate(() => location.hash)).includes('data=')).toBe(true);
  const { runs } = await experimentOf(page);
  await expect.poll(() => page.url()).toContain(`lr=${runs[0]?.hyper['lr']}`);
  await untilDrawn(page);
  const moved = await takeSizes(page);
  expect(moved.map(([kind]) => kind)).toEqual(
    expect.arrayContaining(['request trace', 'answer trace', 'answer predictions', 'put']),
  );
  // Nothing goes there, and what comes back are results: the samples of an update, the predictions for each, a landscape's nodes.
  const results = ['answer inspect', 'answer predictions', 'answer landscape'];
  expect(moved.filter(([kind, size]) => !results.includes(kind) && size >= rows)).toEqual([]);
  await page.getByRole('tab', { name: 'Numbers' }).click();
  await expectFloat64(page);
});

/** Freezes the page as a browser does with one in the background, lets an hour pass, and brings the page back. */
async function anHourAway(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.clock.fastForward('01:00:00');
  await session.send('Page.setWebLifecycleState', { state: 'active' });
}

const stepOf = async (page: Page): Promise<number> => Number(await transport(page).inputValue());

test('a run that plays goes on where it was after an hour in the background', async ({ page }) => {
  await page.clock.install();
  await openPage(page, '#v=1&p=rosenbrock&s=-1.5,2&n=2000&r=gd;lr=0.0004&r=adam;lr=0.01&tab=table');
  await untilDrawn(page);
  const before = await experimentOf(page);
  // As slow as can be: however slow the machine is, the run has not come to its end.
  await choose(page, page.getByRole('combobox', { name: 'Speed' }), '0.25×');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(10);
  await anHourAway(page);
  expect(await stepOf(page)).toBeLessThan(2000);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('End');
  await expectFloat64(page);
  await expect(page.locator('.notice')).toHaveCount(0);
  expect(await experimentOf(page)).toEqual(before);
});

test('a sweep goes on after an hour in the background', async ({ page }) => {
  await page.clock.install();
  const swept = countPlanted(page);
  // The finer grids wait until the page is back.
  const hold = `self.postMessage = (...message) => held.push(message);
    const held = [];
    self.letGo = () => { self.postMessage = send; held.forEach((message) => send(...message)); };`;
  await openWithWorker(
    page,
    afterFirstGrid(hold),
    '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=sgd;lr=0.001;momentum=0.5&tab=sweep&sweep=x=lr,0.001,0.002,log;y=momentum,0,0.9;side=256',
  );
  await expect.poll(() => swept.count).toBe(1);
  await expect(page.getByRole('progressbar', { name: 'Runs computed' })).toBeVisible();
  await anHourAway(page);
  await page.workers()[0]?.evaluate('self.letGo()');
  await untilSwept(page);
  await expectReference(page, await experimentOf(page));
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(badge(page)).toContainText('WebGL · float32');
});

const ownData = (slope: number) => {
  const x = Array.from({ length: 30 }, (_, i) => [i / 8]);
  return {
    version: 1,
    problem: { id: 'linear-regression', data: { x, y: x.map(([at = 0]) => 1 + slope * at) } },
    epochs: 5,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.01 } }],
  };
};

const listOf = (name: string) =>
  JSON.stringify({ version: 1, playlist: name, entries: [{ link: 'https://example.org/#v=1&p=booth' }] });

/** Keeps a playlist that is pasted. */
async function keepPlaylist(page: Page, name: string): Promise<void> {
  await pasteText(page, listOf(name));
  await page.getByRole('button', { name: 'Keep it with my playlists' }).click();
  await expect(page.getByText(`This is the playlist “${name}”`)).toHaveCount(0);
}

test('two tabs lose nothing to each other', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  for (const [page, slope] of [
    [one, 2],
    [two, 3],
  ] as const) {
    await openPage(page, '#v=1&p=booth');
    await untilDrawn(page);
    await page.evaluate((json) => window.overshoot.open(json), ownData(slope));
    await expect(page.getByText('These samples stay on this device')).toBeVisible();
  }
  // In turn, so that each tab stores what the other does not know of.
  await one.getByRole('button', { name: 'Hide the future while runs move' }).click();
  await two.getByRole('button', { name: 'Theme: same as system' }).click();
  await keepPlaylist(one, 'First');
  await keepPlaylist(two, 'Second');
  await keepPlaylist(one, 'Third');
  const shown = [await experimentOf(one), await experimentOf(two)];
  expect(shown[0]).not.toEqual(shown[1]);
  for (const [i, page] of [one, two].entries()) {
    await page.reload();
    await page.waitForFunction(() => 'overshoot' in window);
    await untilDrawn(page);
    expect(await experimentOf(page)).toEqual(shown[i]);
    await expectCurrent(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('button', { name: 'Hide the future while runs move' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.getByRole('button', { name: 'Set up a talk' }).click();
    await page.getByRole('combobox', { name: 'Open another playlist' }).click();
    for (const name of ['First', 'Second', 'Third'])
      await expect(page.getByRole('option', { name, exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('language, theme and problem are switched sixty times while runs play', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&s=-1.5,2&n=1000&r=gd;lr=0.0004&r=adam;lr=0.01&tab=table');
  await untilDrawn(page);
  await page.getByRole('button', { name: 'Play' }).click();
  const problem = page.getByRole('combobox', { name: /^(Problem|问题)$/ });
  for (let i = 0; i < 20; i += 1) {
    await page.locator('.language').click();
    await page.getByRole('button', { name: /^(Theme|外观)/ }).click();
    await choose(page, problem, i % 2 === 0 ? /^Booth/ : /^Beale/);
  }
  // Twenty switches of two languages and of three themes.
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
  expect((await experimentOf(page)).problem).toMatchObject({ id: 'beale' });
  await expect(page.locator('.notice')).toHaveCount(0);
  await transport(page).press('End');
  await untilDrawn(page);
  await expectFloat64(page);
});

/** A bowl written out so long that it fills all that a formula may have. */
function longFormula(): string {
  let formula = 'x^2+y^2';
  for (let i = 1; ; i += 1) {
    const term = `+0.0${(i % 9) + 1}*(x-${i}*y)^2`;
    if (formula.length + term.length > MAX_LENGTH) return formula;
    formula += term;
  }
}

const openLong = (page: Page): Promise<void> =>
  page.evaluate((loss) => {
    window.overshoot.open({
      version: 1,
      problem: { loss, parameters: ['x', 'y'] },
      start: [1.5, 1],
      steps: 60,
      runs: [{ optimizer: 'adam', hyper: { lr: 0.01 } }],
    });
  }, longFormula());

test('the longest formula is computed, by whatever can', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&tab=table');
  await openLong(page);
  await untilDrawn(page);
  await expectFloat64(page);
});

test('a formula whose shader is too large for the driver is computed by the processor, in words', async ({ page }) => {
  await openWithWorker(
    page,
    `{
      const { prototype } = WebGL2RenderingContext;
      const real = prototype.getShaderParameter;
      prototype.getShaderParameter = function (shader, name) {
        return (name !== this.COMPILE_STATUS || this.getShaderSource(shader).length < ${10 * MAX_LENGTH}) && real.call(this, shader, name);
      };
    }`,
    '#v=1&p=booth&tab=table',
  );
  await engineWorker(page);
  await untilDrawn(page);
  const note = page.getByText('The graphics driver could not compile a program that this picture needs', {
    exact: false,
  });
  await expect(note).toHaveCount(0);
  await openLong(page);
  await expect(note).toBeVisible();
  await untilDrawn(page);
  await expectFloat64(page);
  expect((await experimentOf(page)).problem).toMatchObject({ loss: longFormula() });
});
