import jsQR from 'jsqr';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { experimentOf, transport } from './support/page';
import { hostPage, openHost } from './support/host';
import { openPage } from './support/api';

// The snippet's frame is one of another site, to which the browser gives no storage.
test.use({ knowsOpening: false });

const fragment = '#v=1&p=booth&n=60&r=gd;lr=0.0512345&r=adam;lr=0.3';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const linkOf = (page: Page) => sheet(page).getByRole('textbox', { name: 'Link' }).inputValue();

async function openSheet(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, fragment);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(sheet(page)).toBeVisible();
}

test('what is written and chosen in the sheet is what the receiver sees, as text, and it plays', async ({
  page,
  context,
}) => {
  await openSheet(page);
  const dialog = sheet(page);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Too <b>fast</b> & too slow?');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('第一，调大学习率。\nThen watch.');
  await dialog.getByRole('checkbox', { name: 'Open at step 0 and play' }).check();
  await dialog.getByRole('radio', { name: 'only a part' }).click();
  await dialog
    .getByRole('group', { name: /Can be moved: Adam/ })
    .getByRole('checkbox', { name: 'learning rate' })
    .check();
  await dialog.getByRole('checkbox', { name: 'loss or chosen quantity' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'the start can be moved' }).uncheck();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await linkOf(page));

  const receiver = await context.newPage();
  await receiver.goto(link);
  await expect(receiver.getByRole('heading', { name: 'Too <b>fast</b> & too slow?' })).toBeVisible();
  await expect(receiver.getByText('第一，调大学习率。')).toBeVisible();
  await expect(receiver.getByRole('slider', { name: /learning rate$/ })).toHaveCount(2);
  await expect(receiver.getByRole('group', { name: 'Path over the loss', exact: true })).toBeVisible();
  await expect(receiver.getByRole('group', { name: 'Loss along the way', exact: true })).toHaveCount(0);
  await expect(receiver.getByRole('slider', { name: /^Start point/ })).toHaveCount(0);
  await expect(receiver.getByRole('img', { name: /^start: x/ })).toBeVisible();
  await expect(receiver.getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(await experimentOf(receiver)).toEqual(await experimentOf(page));
  // Who goes on to the workbench still reads it, until it is dismissed.
  await receiver.getByRole('button', { name: 'Open the workbench' }).click();
  await expect(receiver.getByRole('region', { name: 'From the sender of the link' })).toContainText('Then watch.');
  await receiver.getByRole('region', { name: 'From the sender' }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(receiver.getByRole('heading', { name: /Too/ })).toHaveCount(0);
  await expect(transport(receiver)).toBeVisible();
});

test('the QR code on the screen says the link, and tidy numbers are shorter', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await openSheet(page);
  const dialog = sheet(page);
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/lr=0\.0512345&/);
  await dialog.getByRole('radio', { name: 'tidy' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/lr=0\.0512&/);
  const link = await linkOf(page);
  await dialog.getByRole('button', { name: 'QR code' }).click();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeVisible();
  const { width = 0 } = (await code.boundingBox()) ?? {};
  expect(width).toBe(390);
  const seen = await pixelsOf(page, await page.screenshot());
  expect(jsQR(seen.data, seen.width, seen.height)?.data).toBe(link);
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'QR code' })).toBeFocused();
});

test('the preview follows the choices, and the snippet is the text of an embed that works', async ({
  page,
  context,
}) => {
  // A window that is too low for the sheet and its preview.
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSheet(page);
  const dialog = sheet(page);
  await dialog.getByRole('radio', { name: 'only a part' }).click();
  await dialog.getByText('Preview', { exact: true }).click();
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('slider', { name: /learning rate/ })).toHaveCount(2);
  await dialog
    .getByRole('group', { name: /Can be moved: Adam/ })
    .getByRole('checkbox', { name: 'learning rate' })
    .uncheck();
  await expect(preview.getByRole('slider', { name: /learning rate/ })).toHaveCount(1);

  // A class can be left to look for the edge itself.
  await expect(preview.getByText(/^red line/)).toHaveCount(1);
  await dialog.getByRole('checkbox', { name: /marks the stability edge/ }).uncheck();
  await expect(preview.getByText(/^red line/)).toHaveCount(0);
  await expect(preview.getByRole('slider', { name: /learning rate/ })).toHaveCount(1);

  await dialog.getByRole('textbox', { name: 'Title' }).fill('"Fast" & slow');
  await dialog.getByText('Embed in a page').click();
  await dialog.getByRole('radio', { name: 'frame' }).click();
  const snippet = await dialog.getByRole('region', { name: 'Text of the embed' }).innerText();
  const other = await context.newPage();
  const close = await openHost(other, hostPage(snippet));
  await expect(other.frameLocator('iframe').getByRole('heading', { name: '"Fast" & slow' })).toBeVisible();
  await expect(other.locator('iframe')).toHaveAttribute('title', '"Fast" & slow');
  close();
});

/** A screenshot as a decoder takes it, in black and white: a browser reads the image, and sends a character for each pixel. */
async function pixelsOf(page: Page, png: Buffer) {
  const { width, height, dark } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    const data = canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const pixels = Array.from({ length: data.length / 4 }, (_, i) => (Number(data[4 * i]) < 128 ? '1' : '0'));
    return { width: image.width, height: image.height, dark: pixels.join('') };
  }, png.toString('base64'));
  return {
    width,
    height,
    data: Uint8ClampedArray.from([...dark].flatMap((one) => Array<number>(4).fill(one === '1' ? 0 : 255))),
  };
}
