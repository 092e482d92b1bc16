import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { gifFrames } from '../src/exports/film/testing/gifFrames';
import { readCsv } from '../src/exports/testing/readCsv';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

/** Two runs, one of which diverges; no sweep beside the rule's tab, which would be computed all the while. */
const LINK = '#v=1&p=rosenbrock&n=30&s=-1.5,2&r=adam;lr=0.05&r=sgd;lr=0.1&tab=rule&lang=en';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Save' });

/** Opens the dialog at one of its kinds. The window is too low for a small sweep, which would take the processor. */
async function openDialog(page: Page, kind: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 690 });
  await openPage(page, LINK);
  await expect(page.getByRole('button', { name: 'Save a picture' })).toBeVisible();
  await page.getByRole('button', { name: 'Save a picture' }).click();
  await dialogOf(page).getByRole('radio', { name: kind }).click();
}

/** What a press on a button of the dialog saves. */
async function saved(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Buffer<ArrayBuffer> }> {
  const download = page.waitForEvent('download');
  await dialogOf(page).getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: Buffer.from(readFileSync(await file.path())) };
}

async function setSize(page: Page, width: number, height: number): Promise<void> {
  for (const [side, pixels] of [['Width', width] as const, ['Height', height] as const]) {
    const field = dialogOf(page).getByRole('textbox', { name: `${side} in pixels` });
    await field.fill(String(pixels));
    await field.press('Enter');
  }
}

/** What an image program sees in a picture: its size, how many of its pixels are not opaque, and how many colours it has. */
const pixelsOf = (page: Page, bytes: Buffer, type: string) =>
  page.evaluate(
    async ([data, mime]) => {
      const image = new Image();
      image.src = `data:${mime};base64,${data}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      const clear = pixels.filter((pixel) => pixel >>> 24 < 255).length / pixels.length;
      return { width: image.width, height: image.height, clear, colours: new Set(pixels).size, corner: pixels[0] };
    },
    [bytes.toString('base64'), type] as const,
  );

test('a picture is saved as SVG with its words as text, and as PNG of the size, theme and ground that were chosen', async ({
  page,
}) => {
  await openDialog(page, 'Picture');
  const dialog = dialogOf(page);
  await setSize(page, 600, 400);
  const svg = (await saved(page, 'Save SVG')).bytes.toString();
  // In a page of its own: ours makes no document of a text.
  const reader = await page.context().newPage();
  const read = await reader.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const words = [...root.querySelectorAll('text')].map((element) => element.textContent);
    return {
      name: root.nodeName,
      size: [root.getAttribute('width'), root.getAttribute('height')],
      words,
      pictures: root.querySelectorAll('image').length,
      // Nothing outside the file, nothing that runs, nothing that only a browser draws.
      foreign: [...root.querySelectorAll('*')].filter(
        (element) =>
          /^(script|foreignObject)$/.test(element.nodeName) ||
          [...element.attributes].some(
            ({ name, value }) =>
              /^on|^class$/.test(name) || (!name.startsWith('xmlns') && /var\(|^https?:/.test(value)),
          ),
      ).length,
      title: root.querySelector('title')?.textContent,
    };
  }, svg);
  await reader.close();
  expect(read).toMatchObject({ name: 'svg', size: ['600', '400'], foreign: 0 });
  expect(read.pictures).toBeGreaterThan(1);
  expect(read.title).toBe('Path over the loss; Loss along the way');
  // Titles of axes, numbers, names of runs, the settings under the plots.
  for (const word of ['x', 'y', 'loss', 'step', '−1', 'start', 'Adam', 'SGD', 'Rosenbrock'])
    expect(read.words).toContain(word);
  expect(read.words.join(' ')).toContain('start (−1.5, 2) · 30 updates · seed 1');
  expect(svg).toContain('@font-face{font-family:KaTeX_Math');
  expect((await pixelsOf(page, Buffer.from(svg), 'image/svg+xml')).clear).toBe(0);

  await dialog.getByRole('radio', { name: 'dark' }).click();
  await dialog.getByRole('radio', { name: '3×' }).click();
  const dark = await pixelsOf(page, (await saved(page, 'Save PNG')).bytes, 'image/png');
  expect([dark.width, dark.height, dark.clear]).toEqual([1800, 1200, 0]);
  expect(dark.colours).toBeGreaterThan(100);
  // The paper of the dark theme, #15171c, whose bytes are stored from the last to the first.
  expect(dark.corner).toBe(0xff1c1715);

  await dialog.getByRole('radio', { name: 'transparent' }).click();
  await dialog.getByRole('radio', { name: '1×' }).last().click();
  const clear = await pixelsOf(page, (await saved(page, 'Save PNG')).bytes, 'image/png');
  expect([clear.width, clear.height, clear.corner]).toEqual([600, 400, 0]);
  expect(clear.clear).toBeGreaterThan(0.2);

  // The page is as it was.
  await page.keyboard.press('Escape');
  await expect(page.locator('.studio')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save a picture' })).toBeFocused();
});

test('numbers are saved as CSV that reads back as the trace, and the experiment as a file that opens when dropped', async ({
  page,
}) => {
  await openDialog(page, 'Data');
  const csv = await saved(page, /^Save rosenbrock-adam-sgd-trace\.csv$/);
  const { column, experiment } = readCsv(csv.bytes.toString());
  const { runs } = await runJson(page, experiment);
  expect(column('loss')).toEqual(runs.flatMap(({ loss }) => loss));
  expect(column('x')).toEqual(runs.flatMap(({ params }) => params.map(([x]) => x)));
  const scripted = await page.evaluate(
    (json) => window.overshoot.export(json, { what: 'trace', format: 'csv' }),
    experiment,
  );
  expect(scripted).toBe(csv.bytes.toString());

  await dialogOf(page).getByRole('radio', { name: 'Experiment' }).click();
  const file = await saved(page, /^Save rosenbrock-adam-sgd\.json$/);
  await page.keyboard.press('Escape');
  const link = await page.evaluate(() => window.overshoot.link(window.overshoot.experiment()));
  await openPage(page, '#v=1&p=booth&r=gd');
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    [file.name, file.bytes.toString()] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: /^Open/ }).click();
  await expect.poll(() => page.evaluate(() => window.overshoot.link(window.overshoot.experiment()))).toBe(link);
});

test('a film has its frames, as GIF and as each video that the browser encodes, and can be given up', async ({
  page,
}) => {
  await openDialog(page, 'Film');
  const dialog = dialogOf(page);
  await setSize(page, 320, 240);
  await dialog.getByRole('checkbox', { name: 'Loss along the way' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'settings' }).uncheck();
  await dialog.getByRole('radio', { name: '3 s' }).click();
  await dialog.getByRole('radio', { name: 'GIF' }).click();
  const step = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('step'));
  const before = await step();

  await dialog.getByRole('button', { name: 'Make the film' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Make the film' })).toBeVisible();

  await dialog.getByRole('button', { name: 'Make the film' }).click();
  const gif = gifFrames((await saved(page, /^Save GIF/)).bytes);
  expect([gif.width, gif.height, gif.frames.length, gif.isRepeated]).toEqual([320, 240, FRAMES, true]);
  expect(gif.frames.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(450);

  for (const format of ['WebM', 'MP4'] as const) {
    const radio = dialog.getByRole('radio', { name: format });
    // A format stands there exactly where the browser can encode it.
    await expect(radio).toHaveCount((await encodes(page, codecs[format])) ? 1 : 0);
    if ((await radio.count()) === 0) continue;
    await radio.click();
    await dialog.getByRole('button', { name: 'Make the film' }).click();
    const { bytes } = await saved(page, new RegExp(`^Save ${format}`));
    expect(await videoOf(bytes)).toEqual({ width: 320, height: 240, frames: FRAMES, last: (FRAMES - 1) / 25 });
  }

  // The transport is where it was.
  await page.keyboard.press('Escape');
  await expect.poll(step).toBe(before);
});

/** Three seconds of 25 pictures. */
const FRAMES = 75;

/** The codec of each video, in the words of WebCodecs. */
const codecs = { WebM: 'vp09.00.10.08', MP4: 'avc1.42001f' } as const;

const encodes = (page: Page, codec: string): Promise<boolean> =>
  page.evaluate(
    async (wanted) =>
      (await VideoEncoder.isConfigSupported({ codec: wanted, width: 320, height: 240, bitrate: 1e6 })).supported ??
      false,
    codec,
  );

/** What a demuxer finds in a video; `last` is when its last picture comes, in seconds. */
async function videoOf(bytes: Uint8Array<ArrayBuffer>) {
  const track = await new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) }).getPrimaryVideoTrack();
  if (!track) throw new Error('a film without pictures');
  const times: number[] = [];
  for await (const { timestamp } of new EncodedPacketSink(track).packets()) times.push(timestamp);
  const last = Number(Math.max(...times).toFixed(2));
  return { width: track.displayWidth, height: track.displayHeight, frames: times.length, last };
}
