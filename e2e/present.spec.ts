import type { Locator, Page } from '@playwright/test';
import { playlistLink } from '../src/experiment/playlist/playlistLink';
import { expect, test } from './fixtures';
import { runJson } from './support/api';
import { faultsOf } from './support/axe';
import { experimentOf, pathPlot, transport, untilDrawn } from './support/page';

/* Presenting to an audience: the stage in large type, the playlist, and the keys of a remote. */

/** Ten pictures, two of them lessons. */
const problems = ['booth', 'beale', 'matyas', 'himmelblau', 'ackley', 'saddle', 'quadratic', 'square'];
const playlist = {
  version: 1,
  playlist: 'Lecture 3',
  entries: [
    ...problems.map((id) => ({
      link: `https://example.org/#v=1&p=${id}&r=adam;lr=0.1&stage=path,loss;0.lr`,
      name: id,
    })),
    { lesson: 'rates-on-a-parabola' },
    { lesson: 'no-such-lesson', name: 'gone' },
    { link: 'nothing of a link', name: 'damaged' },
  ],
};

const position = (page: Page) => page.locator('.present-position [role="status"]');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const legend = (page: Page) => page.getByRole('list', { name: 'Runs' });

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

/** Lets the test hold back what the page asks of its worker, so that what stands there meanwhile was there before. */
const holdWorker = () => {
  const held: (() => void)[] = [];
  const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')?.value as (
    ...message: unknown[]
  ) => void;
  const state = { isHeld: false };
  Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
    const send = () => post.apply(this, message);
    if (state.isHeld) held.push(send);
    else send();
  };
  const hold = (isHeld: boolean) => {
    state.isHeld = isHeld;
    if (!isHeld) held.splice(0).forEach((send) => send());
  };
  Object.assign(window, { hold });
};

/** Goes on to the next picture while the worker is asked for nothing: what was computed ahead stands there, to its end. */
async function expectAhead(page: Page): Promise<void> {
  const shown = await page.evaluate(async () => {
    const { hold } = window as unknown as { hold: (isHeld: boolean) => void };
    const press = (key: string) => dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    const frames = async () => {
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    };
    hold(true);
    press('PageDown');
    await frames();
    press('End');
    await frames();
    hold(false);
    return document.querySelector('.present-legend .present-value')?.textContent ?? '';
  });
  const { runs } = await runJson(page, await experimentOf(page));
  // A power of ten has its exponent above it: 1.7×10⁻⁵.
  const number = shown.replace('×10', 'e').replace(/[^\d.e−-]/g, '');
  expect(Number(number.replaceAll('−', '-'))).toBeCloseTo(Number(runs[0]?.loss.at(-1)?.toPrecision(3)), 2);
}

async function open(page: Page): Promise<void> {
  await page.goto('./');
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
}

/** Runs on a quadratic bowl. */
async function openRuns(page: Page, runs: string): Promise<void> {
  await page.goto(`./#v=1&p=quadratic;kappa=20&n=60&${runs}`);
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
}

test('the keys of a remote walk through a playlist of ten, each picture computed ahead and its future hidden', async ({
  page,
}) => {
  await page.addInitScript(holdWorker);
  await open(page);
  const before = await experimentOf(page);
  await paste(page, JSON.stringify(playlist));
  await expect(page.getByText('This is the playlist “Lecture 3” with 10 pictures.')).toBeVisible();
  await expect(page.getByText(/entries\.10\.link/)).toBeVisible();
  await page.getByRole('button', { name: 'Present it' }).click();
  await expect(position(page)).toHaveText('1 / 10');

  for (const [i, id] of problems.entries()) {
    await expect(position(page)).toHaveText(`${i + 1} / 10`);
    await expect(title(page)).toHaveText(id);
    expect(await experimentOf(page)).toMatchObject({ problem: { id } });
    // Only the first point is there, and nothing says how it ends.
    await expect(page.getByText('step 0', { exact: true })).toBeVisible();
    await expect(legend(page).getByText(/descending|converged|stalled|left|diverged/)).toHaveCount(0);
    await expect(page.locator('.present-position[data-next="ready"]')).toBeVisible();
    if (i === problems.length - 1) break;
    await expectAhead(page);
    await page.keyboard.press('Home');
  }

  // A lesson asks; the same key plays what answers it.
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('Four learning rates on x²');
  await expect(page.getByText('What will that run do?')).toBeVisible();
  await page.keyboard.press('3');
  await page.keyboard.press('End');
  await expect(page.getByText('It came out otherwise.')).toBeVisible();
  for (let i = 0; i < 4 && (await position(page).innerText()) === '9 / 10'; i += 1)
    await page.keyboard.press('PageDown');
  await expect(position(page)).toHaveText('10 / 10');
  await expect(title(page)).toHaveText('gone');
  for (let i = 0; i < 9 && (await title(page).innerText()) !== 'square'; i += 1) await page.keyboard.press('PageUp');
  await expect(title(page)).toHaveText('square');

  await page.keyboard.press('b');
  const black = page.getByRole('button', { name: 'The screen is black' });
  await expect(black).toBeVisible();
  await page.keyboard.press('.');
  await expect(black).toHaveCount(0);
  await page.keyboard.press('l');
  await page.mouse.move(300, 300);
  await expect(page.locator('.present-spot')).toBeVisible();
  await expect(page.locator('.present')).toHaveCSS('cursor', 'none');
  await page.keyboard.press('l');
  await page.keyboard.press('End');
  await expect(legend(page).getByText(/descending|converged|stalled/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);
  expect(await experimentOf(page)).toEqual(before);
});

test('after a talk the page is as it was before, with its own history', async ({ page }) => {
  await openRuns(page, 'r=gd;lr=0.02&r=gd;lr=0.01&run=1&tab=table');
  const opened = await experimentOf(page);
  await page.getByRole('textbox', { name: 'learning rate' }).nth(1).fill('0.03');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lr=0\.03/);
  const [before, address] = [await experimentOf(page), page.url()];
  const entries = [{ link: 'https://example.org/#v=1&p=booth&r=adam;lr=0.1&units=equal&stage=path,loss;0.lr' }];
  await paste(page, JSON.stringify({ version: 1, playlist: 'One', entries }));
  await page.getByRole('button', { name: 'Present it' }).click();
  await expect(position(page)).toHaveText('1 / 1');
  await expect.poll(async () => (await experimentOf(page)).problem).toMatchObject({ id: 'booth' });
  await page.keyboard.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);
  expect(await experimentOf(page)).toEqual(before);
  await expect(page).toHaveURL(address);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await experimentOf(page)).toEqual(opened);
  await expect(page).not.toHaveURL(/units=/);
});

/** Notes what the page shows, frame by frame: what of the problem has been said, and the numbers of the axes. */
const notePictures = () => {
  const pictures: string[] = [];
  Object.assign(window, { pictures });
  const note = () => {
    const words = [...document.querySelectorAll('.present-title, .problem-formula, .plot-axes')];
    pictures.push(words.map(({ textContent }) => textContent).join(' '));
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
};

test('the first picture of a talk is its own, also when its link opens the page', async ({ page }) => {
  await page.addInitScript(notePictures);
  const takePictures = () =>
    page.evaluate(() => (window as unknown as { pictures: string[] }).pictures.splice(0).filter((text) => text !== ''));
  const entries = ['booth', 'beale'].map((id) => ({
    kind: 'link' as const,
    name: id,
    link: `v=1&p=${id}&r=adam;lr=0.1&stage=path,loss;0.lr`,
  }));
  const link = await playlistLink({ name: 'Two', entries });
  await page.goto(`./#${link ?? ''}`);
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
  const onOpening = await takePictures();
  expect(onOpening.length).toBeGreaterThan(0);
  // Booth's range of x; the page's own problem goes from −2.0 to 2.0.
  expect(onOpening.filter((text) => /−2\.0|x\^2\)\^2/.test(text))).toEqual([]);
  expect(onOpening.some((text) => text.includes('−10'))).toBe(true);
  expect(await experimentOf(page)).toMatchObject({ problem: { id: 'booth' } });

  // Over other work, the talk is the first that the audience sees.
  await page.evaluate(() => (location.hash = 'v=1&p=rosenbrock&n=200&r=adam;lr=0.05'));
  await untilDrawn(page);
  await paste(page, `https://example.org/#${link ?? ''}`);
  await expect(page.getByRole('button', { name: 'Present it' })).toBeVisible();
  await takePictures();
  await page.getByRole('button', { name: 'Present it' }).click();
  await expect(position(page)).toHaveText('1 / 2');
  await expect(legend(page)).toContainText('loss');
  const presented: string[] = [];
  const hasItsAxis = async () => {
    presented.push(...(await takePictures()).filter((text) => text.startsWith('booth')));
    return presented.some((text) => text.includes('−10'));
  };
  await expect.poll(hasItsAxis).toBe(true);
  expect(presented.filter((text) => text.includes('−2.0'))).toEqual([]);
});

test('a picture on the user’s own data is computed ahead too', async ({ page }) => {
  await page.addInitScript(holdWorker);
  await open(page);
  const x = Array.from({ length: 40 }, (_, i) => [i / 8]);
  await page.evaluate(
    (data) =>
      window.overshoot.open({
        version: 1,
        problem: { id: 'linear-regression', data },
        epochs: 4,
        runs: [{ optimizer: 'sgd', hyper: { lr: 0.02 } }],
      }),
    { x, y: x.map(([at = 0]) => 1 + 2 * at + Math.sin(7 * at)) },
  );
  // Its address names the data, which this browser keeps from then on.
  await expect.poll(() => page.url()).toContain('data=');
  await page.waitForFunction(async () => {
    const { name = '' } = (await indexedDB.databases())[0] ?? {};
    return name !== '';
  });
  const own = page.url();
  const link = `${own}&stage=path,loss;0.lr`;
  await page.evaluate(() => (location.hash = 'v=1&p=booth'));
  await untilDrawn(page);
  await paste(
    page,
    JSON.stringify({
      version: 1,
      playlist: 'Own data',
      entries: [{ link: 'https://example.org/#v=1&p=booth&r=gd;lr=0.05&stage=path,loss;0.lr' }, { link }],
    }),
  );
  await page.getByRole('button', { name: 'Present it' }).click();
  await expect(position(page)).toHaveText('1 / 2');
  await expect(page.locator('.present-position[data-next="ready"]')).toBeVisible();
  await expectAhead(page);
  expect((await experimentOf(page)).problem).toMatchObject({ data: { x } });
});

/** The numbers of the runs' names that stand in more than one line. */
const brokenNumbers = (page: Page) =>
  page.evaluate(() => {
    const broken: string[] = [];
    for (const name of document.querySelectorAll('.plot-end-label > span, .present-legend strong')) {
      const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { 0: number, index } of (node.textContent ?? '').matchAll(/[\d.]+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + number.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) broken.push(number);
        }
    }
    return broken;
  });

test('digits have at least 2.5% of the height on any projector, and nothing is cut off', async ({ page }) => {
  // A window on the full screen cannot be resized.
  await page.addInitScript(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }));
  await openRuns(page, 'r=gd;lr=0.0708&r=gd;lr=0.1009&r=gd;lr=0.02');
  await page.keyboard.press('p');
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(legend(page)).toBeVisible();
    await expect(page.locator('.present .plot-axes text').first()).toBeVisible();
    const sizes = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.present .plot-axes text, .present-value, .present-legend, .present .number-input',
        ),
      ].map((element) => parseFloat(getComputedStyle(element).fontSize)),
    );
    expect(sizes.length).toBeGreaterThan(12);
    // A superscript would be a third of a digit's height.
    expect((await page.locator('.present .plot-axes, .present-value').allTextContents()).join(' ')).not.toMatch(
      /10[⁻⁰¹²³⁴-⁹]/,
    );
    await expect(page.locator('.present-controls').getByRole('slider')).toHaveCount(3);
    // A number in a name stands in one line, also at the ends of the lines, which have names where there is room.
    if (width > 1152) await expect(page.locator('.present .plot-end-label:visible')).toHaveCount(3);
    expect(await brokenNumbers(page)).toEqual([]);
    // A digit is as high as about 0.72 of its type.
    expect(0.72 * Math.min(...sizes)).toBeGreaterThanOrEqual(0.025 * height);
    for (const part of ['.present-title', '.present-plots', '.present-legend', '.present-controls', '.present-bar']) {
      const { x = -1, y = -1, width: across = 0, height: down = 0 } = (await page.locator(part).boundingBox()) ?? {};
      expect([part, x >= 0 && y >= 0 && x + across <= width && y + down <= height + 1]).toEqual([part, true]);
    }
  }
  expect(await faultsOf(page, '.present')).toEqual([]);
  await page.mouse.move(200, 200);
  await expect(page.locator('.present[data-at-rest]')).toHaveCount(1);
  await expect(page.locator('.present-plot').first()).toHaveCSS('cursor', 'none');
});

test('a playlist is made in the page, moved by keyboard and by pointer, kept, and saved as a file and a link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // All of the dialog is in view: none of it scrolls under a row that is dragged.
  await page.setViewportSize({ width: 1440, height: 1400 });
  await open(page);
  const openDialog = () => page.getByRole('button', { name: 'Set up a talk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Present' });
  const names = () =>
    dialog
      .getByRole('list', { name: 'Pictures of the playlist' })
      .getByRole('textbox', { name: /^Name of picture/ })
      .evaluateAll((fields) =>
        fields.map((field) => (field as HTMLInputElement).value || (field as HTMLInputElement).placeholder),
      );
  await openDialog();
  await dialog.getByRole('checkbox', { name: 'rule of the selected run' }).check();
  await dialog.getByRole('button', { name: 'Add this screen' }).click();
  await dialog.getByRole('combobox', { name: 'Add a lesson or a chapter' }).click();
  await page.getByRole('option', { name: 'All of “Gradients”' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the playlist' }).fill('Week 1');
  await dialog.getByRole('textbox', { name: 'Name of picture 1' }).fill('First');
  const opensAt = dialog.getByRole('textbox', { name: 'Step at which picture 1 opens' });
  // The screen stands at the end of its runs.
  await expect(opensAt).toHaveValue(String((await experimentOf(page)).steps));
  await opensAt.fill('3');
  await opensAt.press('Enter');
  await expect
    .poll(names)
    .toEqual(['First', 'The steepest direction', 'Why a step must be short', 'Finite differences: how small?']);

  const handle = (number: number) => dialog.getByRole('button', { name: new RegExp(`^Move picture ${number},`) });
  await handle(1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(names)
    .toEqual(['The steepest direction', 'First', 'Why a step must be short', 'Finite differences: how small?']);

  // A press while the row that the keys have moved still glides into its place begins no drag: the test tries again, as a user would.
  await expect(async () => {
    const [from, to] = await Promise.all([handle(4).boundingBox(), handle(3).boundingBox()]);
    if (!from || !to) throw new Error('no handle');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y - 2, { steps: 10 });
    try {
      // The row makes room, under the one that is being dragged, before that is let go.
      await expect.poll(async () => (await names()).at(-1), { timeout: 3000 }).toBe('Why a step must be short');
    } finally {
      await page.mouse.up();
    }
  }).toPass();
  await expect
    .poll(names)
    .toEqual(['The steepest direction', 'First', 'Finite differences: how small?', 'Why a step must be short']);

  await dialog.getByRole('button', { name: /^Delete picture 4/ }).click();
  await dialog.getByRole('button', { name: 'Delete playlist' }).click();
  await expect(dialog.getByText('Deleted “Week 1”.')).toBeVisible();
  await expect.poll(names).toEqual([]);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toEqual(['The steepest direction', 'First', 'Finite differences: how small?']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Week 1.json');
  await dialog.getByRole('button', { name: 'Copy as a link' }).click();
  await expect(dialog.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.reload();
  await openDialog();
  await expect.poll(names).toEqual(['The steepest direction', 'First', 'Finite differences: how small?']);
  await page.keyboard.press('Escape');

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Keep it with my playlists' }).click();
  await openDialog();
  await expect(dialog.getByRole('combobox', { name: 'Open another playlist' })).toBeVisible();
  await expect.poll(names).toEqual(['The steepest direction', 'First', 'Finite differences: how small?']);
  await dialog.getByRole('button', { name: 'Present from picture 2 on, First' }).click();
  await expect(title(page)).toHaveText('First');
  await expect(page.locator('.present-plot[data-part="rule"]')).toBeVisible();
});

test('a slider that was dragged leaves the keys to the remote; one that was reached by keyboard moves by them', async ({
  page,
}) => {
  await open(page);
  await paste(page, JSON.stringify(playlist));
  await page.getByRole('button', { name: 'Present it' }).click();
  await expect(position(page)).toHaveText('1 / 10');
  const slider = page.locator('.present').getByRole('slider', { name: 'learning rate' });
  const rate = async () => (await experimentOf(page)).runs[0]?.hyper?.['lr'];
  const { x = 0, y = 0, width = 0, height = 0 } = (await slider.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 0.7 * width, y + height / 2, { steps: 3 });
  await page.mouse.up();
  expect(await rate()).not.toBe(0.1);
  const dragged = await rate();
  const black = page.getByRole('button', { name: 'The screen is black' });
  await page.keyboard.press('b');
  await expect(black).toBeVisible();
  // Escape brings the picture back, and only then ends the talk.
  await page.keyboard.press('Escape');
  await expect(black).toHaveCount(0);
  await expect(position(page)).toHaveText('1 / 10');
  // So does any other key: nothing goes on that nobody sees.
  const step = page.locator('.present-play .present-value');
  const shown = await step.innerText();
  for (const key of ['ArrowRight', 'PageUp', 'Home']) {
    await page.keyboard.press('b');
    await expect(black).toBeVisible();
    await page.keyboard.press(key);
    await expect(black).toHaveCount(0);
    await expect(position(page)).toHaveText('1 / 10');
    await expect(step).toHaveText(shown);
  }
  expect(await rate()).toBe(dragged);
  await page.keyboard.press('ArrowRight');
  await expect(position(page)).toHaveText('2 / 10');

  await expect(title(page)).toHaveText('beale');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(position(page)).toHaveText('2 / 10');
  await expect.poll(rate).toBeGreaterThan(0.1);
  await page.keyboard.press('b');
  await expect(black).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);

  // What is on the screen is not in the list that was kept.
  await page.getByRole('button', { name: 'Present (P)' }).click();
  await expect(page.locator('.present-position')).toBeVisible();
  await expect(position(page)).toHaveText('');
  await page.keyboard.press('PageDown');
  await expect(position(page)).toHaveText('1 / 10');
});

test('the pointer reads no step that is hidden, and nothing while the spot is on', async ({ page }) => {
  await openRuns(page, 'r=gd;lr=0.02&r=gd;lr=0.01&step=3');
  await page.keyboard.press('p');
  await expect(page.getByText('step 60', { exact: true })).toBeVisible();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('step 3', { exact: true })).toBeVisible();
  const readout = page.locator('.present .plot-readout');
  for (const part of ['path', 'loss']) {
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await page.locator(`.present-plot[data-part="${part}"] .plot-surface`).boundingBox()) ?? {};
    for (const share of [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9]) {
      await page.mouse.move(x + share * width, y + 0.4 * height);
      const words = await readout.allTextContents();
      for (const [, step] of words.join(' ').matchAll(/step\s+(\d+)/g)) expect(Number(step)).toBeLessThanOrEqual(3);
    }
  }
  // On the loss's plot the last entry on view is the nearest one.
  const onLoss = page.locator('.present-plot[data-part="loss"] .plot-readout');
  await expect(onLoss).toContainText(/step\s*3/);
  await page.keyboard.press('l');
  await expect(onLoss).toBeHidden();
  await page.keyboard.press('l');
  await expect(onLoss).toBeVisible();
});

test('a talk from a link is still offered after a reload, and one that was presented goes on at its picture', async ({
  page,
}) => {
  const packed = await playlistLink({
    name: 'Lecture 4',
    entries: ['dropout', 'overfitting', 'batch-sizes'].map((lesson) => ({ kind: 'lesson', name: lesson, lesson })),
  });
  await page.goto(`./#${packed}`);
  const offer = page.getByText('This is the playlist “Lecture 4” with 3 pictures.');
  await expect(offer).toBeVisible();
  // The first picture stands behind the offer; the list itself is held by the tab.
  await expect(page).not.toHaveURL(/playlist=/);
  await page.reload();
  await page.getByRole('button', { name: 'Present it' }).click();
  await expect(position(page)).toHaveText('1 / 3');
  for (let i = 0; i < 9 && (await title(page).innerText()) !== 'overfitting'; i += 1)
    await page.keyboard.press('PageDown');
  await expect(position(page)).toHaveText('2 / 3');
  await page.reload();
  await expect(page.getByText('You were presenting “Lecture 4”, at picture 2 of 3.')).toBeVisible();
  await expect(transport(page)).toBeVisible();
  await page.getByRole('button', { name: 'Go on presenting' }).click();
  await expect(position(page)).toHaveText('2 / 3');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/stage=/);
  await page.reload();
  await expect(transport(page)).toBeVisible();
  await expect(page.getByText('Lecture 4')).toHaveCount(0);
});

/** Whether two boxes have something in common. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) throw new Error('it is not on the screen');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A link to a talk of two pictures. */
const twoPictures = () =>
  playlistLink({
    name: '',
    entries: [
      { kind: 'link', name: '', link: 'v=1&p=quadratic;kappa=20&r=gd;lr=0.02&stage=path,loss;0.lr' },
      { kind: 'lesson', name: '', lesson: 'dropout' },
    ],
  });

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
])
  test(`the offer of a talk covers nothing and ends with another link or the plain page, ${viewport.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const address = `./#${await twoPictures()}`;
    const offer = page.locator('.notice', { hasText: 'This is a playlist with 2 pictures.' });
    await page.goto(address);
    await page.waitForFunction(() => 'overshoot' in window);
    await untilDrawn(page);
    for (const part of ['banner', 'main'] as const)
      expect([part, await overlap(offer, page.getByRole(part))]).toEqual([part, false]);
    await page.reload();
    await expect(offer).toBeVisible();

    await page.goto('./#v=1&p=booth&n=60&r=gd;lr=0.05&title=From-a-friend&note=Look');
    await expect(page.getByRole('heading', { name: 'From a friend' })).toBeVisible();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await page.waitForFunction(() => 'overshoot' in window);
    await untilDrawn(page);
    await expect(offer).toHaveCount(0);

    await page.goto(address);
    await expect(offer).toBeVisible();
    await page.goto('./');
    await page.waitForFunction(() => 'overshoot' in window);
    await untilDrawn(page);
    await expect(offer).toHaveCount(0);
    expect(await page.evaluate(() => sessionStorage.getItem('overshoot.talk'))).toBeNull();
  });

/** A run that stays, and one that diverges at step 38. */
const oneDiverges = 'r=gd;lr=0.02&r=sgd;lr=0.12;momentum=0.9;nesterov';
const axisNumbers = (page: Page) => pathPlot(page).locator('.plot-axes text').allTextContents();

test('five plots have room at 1920x1080: axes in order and below each other, the rule whole', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('./#v=1&p=quadratic;kappa=20&n=60&r=adam;lr=0.1&stage=path,loss,sweep,curvature,rule;0.lr');
  await page.waitForFunction(() => 'overshoot' in window);
  await page.keyboard.press('p');
  const part = (name: string) => page.locator(`.present-plot[data-part="${name}"]`);
  await expect(part('rule').locator('.rule-line').last()).toBeVisible();
  await expect(part('sweep').locator('.plot-sweep-surface')).toBeVisible();
  const boxOf = async (locator: Locator) => {
    const { x = NaN, y = NaN, width = NaN, height = NaN } = (await locator.boundingBox()) ?? {};
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  for (const name of ['path', 'loss', 'sweep', 'curvature']) {
    const cell = await boxOf(part(name));
    for (const text of await part(name).locator('.plot-axes text').all()) {
      const box = await boxOf(text);
      expect([name, box.top > cell.top - 8 && box.bottom < cell.bottom + 8]).toEqual([name, true]);
    }
  }
  const surface = await boxOf(part('sweep').locator('.plot-sweep-surface'));
  expect(surface.bottom - surface.top).toBeGreaterThan(80);
  const rule = await boxOf(part('rule'));
  expect((await boxOf(part('rule').locator('.rule-line').last())).bottom).toBeLessThanOrEqual(rule.bottom);
  expect(await brokenNumbers(page)).toEqual([]);
});

test('a picture that was added at its last step opens there, with all of it shown, and can be set to open elsewhere', async ({
  page,
}) => {
  await openRuns(page, oneDiverges);
  await page.getByRole('button', { name: 'Set up a talk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Present' });
  const presentFirst = () => dialog.getByRole('button', { name: /^Present from picture 1 on/ }).click();
  await dialog.getByRole('button', { name: 'Add this screen' }).click();
  const opensAt = dialog.getByRole('textbox', { name: 'Step at which picture 1 opens' });
  await expect(opensAt).toHaveValue('60');
  await presentFirst();
  await expect(page.getByText('step 60', { exact: true })).toBeVisible();
  await expect(legend(page)).toContainText('diverged · 38');
  await expect(legend(page)).toContainText('descending');
  await page.keyboard.press('Escape');
  for (const step of ['59', '60']) {
    await page.getByRole('button', { name: 'Set up a talk' }).click();
    await opensAt.fill(step);
    await opensAt.press('Enter');
    await presentFirst();
    await expect(page.getByText(`step ${step}`, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a picture of a talk has the view in which it was added, and says which run has diverged', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openRuns(page, `${oneDiverges}&at=30&run=1`);
  const address = page.url();
  expect(await axisNumbers(page)).toContain('−3');
  await page.getByRole('button', { name: 'Set up a talk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Present' });
  await dialog.getByRole('button', { name: 'Add this screen' }).click();
  await dialog.getByRole('button', { name: /^Present from picture 1 on/ }).click();
  await expect(position(page)).toHaveText('1 / 1');
  await expect(legend(page)).toContainText('loss');
  const largest = async () =>
    Math.max(...(await axisNumbers(page)).map((text) => Math.abs(Number(text.replace('−', '-')))).filter(isFinite));
  expect(await largest()).toBeLessThan(6);
  // What has been seen is said, before the last step too.
  await expect(page.getByText('step 30', { exact: true })).toBeVisible();
  await expect(legend(page).getByText(/diverged|descending/)).toHaveCount(0);
  for (let i = 0; i < 9; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('step 39', { exact: true })).toBeVisible();
  await expect(legend(page)).toContainText('loss ∞ diverged · 38 · overflow');
  await expect(legend(page).getByText('descending')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(address);

  // Presented at once, it is the same.
  await page.keyboard.press('p');
  await expect(legend(page)).toContainText('loss');
  expect(await largest()).toBeLessThan(6);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(address);

  // A part of the page, as it is shared.
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share' });
  await sheet.getByRole('radio', { name: 'only a part' }).click();
  const part = await sheet.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await page.goto('about:blank');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(part);
  await page.waitForFunction(() => 'overshoot' in window);
  await expect(page.getByRole('button', { name: 'Open the workbench' })).toBeVisible();
  await expect(pathPlot(page).locator('.plot-axes text').first()).toBeVisible();
  expect(await largest()).toBeLessThan(6);
});

test('what the arrows of a step mean stands where it covers neither the start nor the arrow', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.addInitScript(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }));
  // Two starts, each under one of the upper corners; and with a run that crosses all of them.
  for (const runs of [
    'r=gd;lr=0.02&r=gd;lr=0.03&arrows=step&at=2',
    'at=2&s=4,2&r=gd;lr=0.02&r=gd;lr=0.03&arrows=step',
    `${oneDiverges}&at=2&arrows=step&run=1`,
  ]) {
    await page.goto('about:blank');
    await openRuns(page, runs);
    await page.keyboard.press('p');
    const note = page.locator('.present .plot-inside');
    await expect(note).toContainText('against the gradient');
    expect(await overlap(note, page.locator('.present .plot-start').first())).toBe(false);
    // The tip is drawn where it lies in the plot.
    const tip = page.locator('.present .plot-part .plot-head').first();
    if ((await tip.getAttribute('d')) !== '') expect(await overlap(note, tip)).toBe(false);
    await page.keyboard.press('Escape');
  }
});

test('powers of ten stand on the axes as on the page, their exponents in digits of full size', async ({ page }) => {
  await page.goto('./#v=1&p=quadratic;kappa=20&n=800&r=gd;lr=0.02&r=gd;lr=0.03');
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
  await page.keyboard.press('p');
  const axis = page.locator('.present-plot[data-part="loss"] .plot-axes text');
  await expect(axis.filter({ hasText: /^10−10$/ })).toBeVisible();
  expect((await page.locator('.present .plot-axes, .present-value').allTextContents()).join(' ')).not.toMatch(/\de/);
  const sizes = await axis
    .locator('tspan')
    .evaluateAll((raised) =>
      raised.map((one) => [one, one.parentElement as Element].map((it) => getComputedStyle(it).fontSize)),
    );
  expect(sizes.length).toBeGreaterThan(0);
  for (const [exponent, base] of sizes) expect(exponent).toBe(base);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('it is offered in the share sheet; a finger reaches every control, and the plots stand above each other', async ({
    page,
  }) => {
    await openRuns(page, 'r=gd;lr=0.0708&r=gd;lr=0.1009&r=adam;lr=0.05');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Present…' }).click();
    await page.getByRole('button', { name: 'Present this screen' }).click();
    await expect(page.locator('.present .plot-axes text').first()).toBeVisible();
    const [upper, lower] = await page
      .locator('.present-plot')
      .evaluateAll((plots) => plots.map((plot) => plot.getBoundingClientRect().toJSON() as DOMRect));
    expect(upper?.bottom).toBeLessThanOrEqual(lower?.top ?? 0);
    expect(upper?.width).toBeGreaterThan(360);
    const controls = await page
      .locator('.present-bar button, .present-controls input')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    expect(controls.length).toBe(12);
    for (const { left, right, top, bottom } of controls) {
      expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual(39.5);
      expect(left >= 0 && right <= 390 && bottom <= 844).toBe(true);
    }
    expect(await faultsOf(page, '.present')).toEqual([]);
  });
});
