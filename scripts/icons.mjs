/** npm run icons: draws public/icons/ from public/icon.svg, as those who install the page see it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findOrInstallChromium } from './chromium.mjs';
import { root } from './commands.mjs';

/** The page's paper: an icon that the system cuts to its own shape has no transparent parts. */
const PAPER = '#fbfbf9';

/**
 * The share of the side that the drawing takes. A maskable icon is only certain to be seen within a circle of 80% of its
 * side, in which a square of 56% fits; Apple's systems round the corners.
 */
const icons = [
  { name: '192', side: 192, share: 1, paper: 'transparent' },
  { name: '512', side: 512, share: 1, paper: 'transparent' },
  { name: 'maskable-512', side: 512, share: 0.56, paper: PAPER },
  { name: 'apple-180', side: 180, share: 0.76, paper: PAPER },
];

const found = findOrInstallChromium();
if (found === null) throw new Error('There is no Chromium here to draw with. CHROMIUM_PATH names one.');
const svg = readFileSync(join(root, 'public', 'icon.svg')).toString('base64');
const folder = join(root, 'public', 'icons');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: found.path, args: chromiumArguments });
for (const { name, side, share, paper } of icons) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const drawn = `<img style="width: ${100 * share}%" src="data:image/svg+xml;base64,${svg}">`;
  await page.setContent(
    `<body style="margin: 0; height: 100vh; display: grid; place-items: center; background: ${paper}">${drawn}</body>`,
  );
  await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
