import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { runJson } from './support/api';
import { faultsOf } from './support/axe';
import { experimentOf, untilDrawn } from './support/page';

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

async function open(page: Page): Promise<void> {
  await page.goto('./');
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
}

test('the keys of a remote walk through a playlist of ten, each picture computed ahead and its future hidden', async ({
  page,
}) => {
  await page.addInitScript(holdWorker);
  await open(page);
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
    // What was computed ahead stands there although the worker is asked for nothing.
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
    expect(Number(shown.replace(/[^\d.e−-]/g, '').replace('−', '-'))).toBeCloseTo(
      Number(runs[0]?.loss.at(-1)?.toPrecision(3)),
      2,
    );
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
  expect(await experimentOf(page)).toMatchObject({ problem: { id: 'square' } });
});

test('digits have at least 2.5% of the height on any projector, and nothing is cut off', async ({ page }) => {
  await open(page);
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
  await open(page);
  const openDialog = () => page.getByRole('button', { name: 'Set up a talk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Present' });
  const names = () =>
    dialog
      .getByRole('list', { name: 'Pictures of the playlist' })
      .getByRole('textbox')
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

  await handle(4).hover();
  await page.mouse.down();
  const target = await handle(3).boundingBox();
  if (!target) throw new Error('no handle');
  // The row makes room, under the one that is being dragged, before that is let go.
  let y = target.y + 16;
  await expect
    .poll(async () => {
      y -= 2;
      await page.mouse.move(target.x + 8, Math.max(y, target.y - 4));
      return (await names()).at(-1);
    })
    .toBe('Why a step must be short');
  await page.mouse.up();
  await expect
    .poll(names)
    .toEqual(['The steepest direction', 'First', 'Finite differences: how small?', 'Why a step must be short']);

  await dialog.getByRole('button', { name: /^Delete picture 4/ }).click();
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
